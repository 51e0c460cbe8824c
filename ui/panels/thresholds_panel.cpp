#include "ui/panels/thresholds_panel.h"

#include "app/session/session.h"
#include "core/tagging/rank_table.h"
#include "ui/models/bar_model.h"
#include "ui/models/format.h"
#include "ui/models/rule_text.h"
#include "ui/panels/study_hints.h"
#include "ui/panels/tag_counts.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/row_rules_wait.h"
#include "ui/widgets/threshold_slider.h"
#include "ui/widgets/threshold_spin.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace neuroscribe::ui {
namespace {

using app::Gesture;
using tagging::Thresholds;

constexpr std::uint32_t kLeastKMilli = 100; // 0.1 %
constexpr std::uint32_t kSteps = 200;
constexpr std::uint32_t kHistogramBins = 50;
constexpr std::uint32_t kMostLiftMilli = 1'000'000;
constexpr int kMostTopK = 999;
constexpr int kShortestChoice = 6;

const ThresholdScale kScaleOfK{kLeastKMilli, tagging::kMaxKMilli, kSteps, true};
constexpr std::uint32_t kMostMultipleMilli = 100'000; ///< of the slider; what is above is typed

/// t lies on a line where the rule is a share, and on powers where it is a multiple of a base rate.
ThresholdScale scaleOfT(tagging::Rule rule) {
    if (tagging::isMultiple(rule))
        return {100, kMostMultipleMilli, kSteps, true};
    return {0, 1000, kSteps, false};
}

/// Fields of one kind are of one width: the widest's.
void alignFields(std::initializer_list<QWidget*> fields) {
    int width = 0;
    for (const QWidget* field : fields)
        width = std::max(width, field->sizeHint().width());
    for (QWidget* field : fields)
        field->setMinimumWidth(width);
}

/// A combo box of enum values that a person's choice, and nothing else, sends on.
template <class Value, class Send>
QComboBox* choice(QWidget* parent, const QList<std::pair<QString, Value>>& values, Send send) {
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(kShortestChoice);
    box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (const auto& [text, value] : values)
        box->addItem(text, static_cast<int>(value));
    QObject::connect(box, &QComboBox::activated, parent,
                     [box, send](int) { send(static_cast<Value>(box->currentData().toInt())); });
    return box;
}

template <class Value>
void choose(QComboBox* box, Value value) {
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

} // namespace

ThresholdsPanel::ThresholdsPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)) {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 10, 12, 10);
    addSliders(*column);
    column->addSpacing(6);
    addRules(*column);
    addLimits(*column);
    alignFields({m_rule, m_split, m_tail});
    alignFields({m_kSpin, m_tSpin, m_lift, m_q, m_topK, m_alpha});
    column->addSpacing(10);
    m_figures = makeFigures();
    m_figures->attachTo(*m_tSlider);
    m_counts = new TagCounts(*m_figures, this); // after the controls: the order of Tab
    column->addWidget(m_counts, 1);
    connect(m_counts, &TagCounts::descriptorPicked, this,
            [this](std::uint32_t descriptor) { this->session().selection().setDescriptor(descriptor); });

    m_stack->addWidget(m_empty);
    m_stack->addWidget(new ColumnScroll(content, this));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void ThresholdsPanel::addRow(QVBoxLayout& column, const QString& title, QWidget* field) {
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(title, this);
    label->setBuddy(field);
    label->setWordWrap(true);
    field->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    row->addWidget(label, 1);
    row->addWidget(field);
    column.addLayout(row);
}

/// What is drawn here, as figures: the bars behind the slider of t, and those of the counts.
FigureButton* ThresholdsPanel::makeFigures() {
    return new FigureButton(
        session(), tr("Distribution behind t and tagged neurons"),
        [this]() -> std::vector<NamedFigure> {
            const tagging::Tagger* tagger = session().tagger();
            if (!tagger)
                return {};
            const Thresholds& thresholds = session().thresholds();
            const ThresholdScale& scale = m_tSlider->scale();
            const auto active = static_cast<std::uint64_t>(std::ranges::count(tagger->active(), 1));
            const RuleHistogram values{m_tSlider->distribution(), scale.minimum / 1000.0, scale.maximum / 1000.0,
                                       scale.logarithmic, tagger->counts().neurons * active};
            const FigureParameters parameters = thresholdParameters(thresholds);
            return {{tr("distribution"), ruleFigure(values, thresholds)},
                    {tr("by layer"), tagBarFigure(tr("Tagged neurons by layer"), tr("layer"),
                                                  m_counts->byLayer().bars().bars(), parameters)},
                    {tr("by descriptor"), tagBarFigure(tr("Tagged neurons by descriptor"), tr("descriptor"),
                                                       m_counts->byDescriptor().bars().bars(), parameters)}};
        },
        this);
}

void ThresholdsPanel::addSliders(QVBoxLayout& column) {
    m_kSpin = new ThresholdSpin({kLeastKMilli, tagging::kMaxKMilli, 3, 2}, this);
    m_kSpin->setSuffix(tr(" %"));
    m_kSpin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_kSlider = new ThresholdSlider(kScaleOfK, this);
    const QLocale locale;
    m_kSlider->setTicks({{100, formatPercent(locale, 0.001, 1)},
                         {1'000, formatPercent(locale, 0.01, 0)},
                         {10'000, formatPercent(locale, 0.1, 0)}});
    m_kSlider->setSpeaker(
        [](std::uint32_t k) { return tr("k = %1 percent").arg(QLocale().toString(k / 1000.0, 'f', 2)); });
    m_kSlider->setAccessibleName(tr("Exemplars k"));
    m_kSlider->setToolTip(tr("Share of the sentences, by activation, that are a neuron's exemplars"));
    m_exemplars = new QLabel(this);
    m_exemplars->setForegroundRole(QPalette::PlaceholderText);
    addRow(column, tr("Exemplars &k"), m_kSpin);
    column.addWidget(m_kSlider);
    column.addWidget(m_exemplars);
    column.addSpacing(8);

    m_tSpin = new ThresholdSpin({0, 1000, 3, 2}, this);
    m_tSpin->setSingleStep(0.005);
    m_tSlider = new ThresholdSlider(scaleOfT(tagging::Rule::Share), this);
    m_tSlider->setSpeaker([](std::uint32_t t) { return tr("t = %1").arg(QLocale().toString(t / 1000.0, 'f', 3)); });
    m_tSlider->setAccessibleName(tr("Composition threshold t"));
    m_tSlider->setToolTip(tr("A neuron is tagged with a descriptor when the rule's value is above t. Behind: how often "
                             "each value occurs (square-root scale)."));
    addRow(column, tr("Composition threshold &t"), m_tSpin);
    column.addWidget(m_tSlider);
    connectSlider(m_kSlider, m_kSpin, &Thresholds::kMilli);
    connectSlider(m_tSlider, m_tSpin, &Thresholds::tMilli);
}

template <class Set>
void ThresholdsPanel::change(bool live, Set set) {
    Thresholds thresholds = session().thresholds();
    set(thresholds);
    session().setThresholds(thresholds, live ? Gesture::Live : Gesture::Commit);
}

void ThresholdsPanel::connectSlider(ThresholdSlider* slider, ThresholdSpin* spin, std::uint32_t Thresholds::*member) {
    connect(slider, &ThresholdSlider::moved, this, [this, spin, member](std::uint32_t value) {
        spin->setUnits(value);
        change(true, [&](Thresholds& thresholds) { thresholds.*member = value; });
    });
    connect(slider, &ThresholdSlider::committed, this, [this, member](std::uint32_t value) {
        change(false, [&](Thresholds& thresholds) { thresholds.*member = value; });
    });
    connect(spin, &ThresholdSpin::committed, this, [this, member](std::uint32_t value) {
        change(false, [&](Thresholds& thresholds) { thresholds.*member = value; });
    });
}

void ThresholdsPanel::addRules(QVBoxLayout& column) {
    QList<std::pair<QString, tagging::Rule>> rules;
    for (const tagging::Rule rule : tagging::allRules())
        rules.append({ruleTitle(rule), rule});
    m_rule = choice<tagging::Rule>(this, rules, [this](tagging::Rule rule) {
        change(false, [rule](Thresholds& thresholds) {
            thresholds.rule = rule;
            thresholds.tMilli = tagging::defaultTMilli(rule); // a t of one rule means nothing in another
        });
    });
    for (int i = 0; i < m_rule->count(); ++i)
        m_rule->setItemData(i, ruleMeaning(static_cast<tagging::Rule>(m_rule->itemData(i).toInt())), Qt::ToolTipRole);
    m_rule->setToolTip(tr("What is compared with t. Choosing a rule sets its own t. r, AUROC and AUPRC compare all "
                          "sentences and don't depend on k: they are computed once."));
    addRow(column, tr("&Rule"), m_rule);
    m_wait = new RowRulesWait(session(), this); // cancelled, the session goes back to the rule before
    column.addWidget(m_wait);
    m_split = choice<corpus::Split>(
        this, {{tr("calibration"), corpus::Split::Calibration}, {tr("validation"), corpus::Split::Validation}},
        [this](corpus::Split split) { change(false, [split](Thresholds& t) { t.split = split; }); });
    addRow(column, tr("&Half"), m_split);
    m_tail =
        choice<tagging::Tail>(this, {{tr("top"), tagging::Tail::Top}, {tr("bottom"), tagging::Tail::Bottom}},
                              [this](tagging::Tail tail) { change(false, [tail](Thresholds& t) { t.tail = tail; }); });
    addRow(column, tr("&Tail"), m_tail);
}

void ThresholdsPanel::addLimits(QVBoxLayout& column) {
    const auto spin = [this, &column](const QString& label, const ThresholdSpin::Range& range,
                                      std::uint32_t Thresholds::*member) {
        auto* box = new ThresholdSpin(range, this);
        if (range.minimum == 0)
            box->setSpecialValueText(tr("off"));
        connect(box, &ThresholdSpin::committed, this, [this, member](std::uint32_t value) {
            change(false, [&](Thresholds& thresholds) { thresholds.*member = value; });
        });
        addRow(column, label, box);
        return box;
    };
    m_lift = spin(tr("&Lift at least"), {0, kMostLiftMilli, 3, 1}, &Thresholds::minLiftMilli);
    m_lift->setSingleStep(0.5);
    m_q = spin(tr("&q below"), {0, 1'000'000, 6, 2}, &Thresholds::maxQMicro);
    m_q->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_topK = new QSpinBox(this);
    m_topK->setRange(0, kMostTopK);
    m_topK->setSpecialValueText(tr("all"));
    m_topK->setKeyboardTracking(false);
    m_topK->setAlignment(Qt::AlignRight);
    m_topK->setToolTip(tr("The most tags of a neuron, the first by the rule, then by lift"));
    connect(m_topK, &QSpinBox::valueChanged, this, [this](int value) {
        change(false, [value](Thresholds& t) { t.topK = static_cast<std::uint32_t>(value); });
    });
    addRow(column, tr("T&op tags"), m_topK);
    m_alpha = spin(tr("&Solid below q"), {1, 1'000'000, 6, 2}, &Thresholds::alphaMicro);
    m_alpha->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_alpha->setToolTip(tr("A bar or mark is solid below this q, hollow otherwise. Changes no tag."));
}

void ThresholdsPanel::showThresholds(const Thresholds& thresholds) {
    m_kSlider->setValue(thresholds.kMilli);
    m_kSpin->setUnits(thresholds.kMilli);
    m_tSlider->setScale(scaleOfT(thresholds.rule));
    m_tSlider->setValue(thresholds.tMilli);
    m_tSpin->setMaximumUnits(tagging::maxTMilli(thresholds.rule));
    m_tSpin->setUnits(thresholds.tMilli);
    if (tagging::isMultiple(thresholds.rule))
        m_tSpin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    else
        m_tSpin->setStepType(QAbstractSpinBox::DefaultStepType);
    showTicks(thresholds.rule);
    choose(m_rule, thresholds.rule);
    m_wait->setWanted(tagging::isOfWholeRows(thresholds.rule));
    choose(m_split, thresholds.split);
    choose(m_tail, thresholds.tail);
    m_lift->setUnits(thresholds.minLiftMilli);
    m_q->setUnits(thresholds.maxQMicro);
    m_alpha->setUnits(thresholds.alphaMicro);
    const QSignalBlocker quiet(m_topK);
    m_topK->setValue(static_cast<int>(thresholds.topK));
}

/// A line from 0 to 1 needs no marks; powers do.
void ThresholdsPanel::showTicks(tagging::Rule rule) {
    if (!tagging::isMultiple(rule))
        return m_tSlider->setTicks({});
    const QLocale locale;
    std::vector<ThresholdSlider::Tick> ticks;
    for (const std::uint32_t milli : {100U, 1'000U, 10'000U, kMostMultipleMilli})
        ticks.push_back({milli, QStringLiteral("×") + locale.toString(milli / 1000.0, 'g', 3)});
    m_tSlider->setTicks(std::move(ticks));
}

/// How often each value of the rule occurs, along the slider. Of the state that is shown: until the rows of a rule of
/// whole rows are there, that is the rule before.
std::vector<std::uint32_t> ThresholdsPanel::distribution(const tagging::Tagger& tagger) const {
    const tagging::Rule rule = tagger.thresholds().rule;
    if (rule != session().thresholds().rule)
        return {};
    if (rule == tagging::Rule::Share || rule == tagging::Rule::Occurrence)
        return tagger.histogramOfF(kHistogramBins);
    if (!tagging::isMultiple(rule))
        return tagger.histogramOfScore(kHistogramBins, [](double score) { return score; });
    const double low = std::log(scaleOfT(rule).minimum / 1000.0), high = std::log(scaleOfT(rule).maximum / 1000.0);
    return tagger.histogramOfScore(
        kHistogramBins, [low, high](double score) { return score > 0 ? (std::log(score) - low) / (high - low) : 0.0; });
}

void ThresholdsPanel::refresh(const app::ChangeSet& change) {
    const auto study = session().study();
    tagging::Tagger* tagger = session().tagger();
    if (!study || !tagger) {
        const StudyHint hint = studyHint(session());
        m_empty->setTexts(hint.title, hint.next);
        return m_stack->setCurrentIndex(0);
    }
    m_stack->setCurrentIndex(1);
    const Thresholds& thresholds = session().thresholds();
    showThresholds(thresholds);
    m_exemplars->setText(tr("%Ln exemplar(s) a neuron", nullptr,
                            static_cast<int>(tagging::exemplarCount(thresholds.kMilli, tagger->labels().members()))));
    // A move of t changes no value: under a slider that is dragged the bars stay.
    const std::pair rules(thresholds.rule, tagger->thresholds().rule);
    if (change.study || change.counts || change.excluded || rules != std::exchange(m_distributionOf, rules))
        m_tSlider->setDistribution(distribution(*tagger));
    if (change.study || change.counts || change.tags || change.excluded || change.enrichment || change.thresholds)
        m_counts->show(*study, *tagger, session().enrichment() != nullptr);
}

} // namespace neuroscribe::ui
