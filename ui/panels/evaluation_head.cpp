#include "ui/panels/evaluation_head.h"

#include "app/session/session.h"
#include "ui/models/evaluation_words.h"
#include "ui/models/format.h"
#include "ui/widgets/flow_layout.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

namespace neuroscribe::ui {
namespace {

using Kind = pipeline::NeuronChoice::Kind;
using Part = app::EvaluationController::Part;

constexpr std::size_t kQuotedK = 2; ///< the paper quotes P@2 and R@2

/// A label and its field stay together where the row breaks.
QWidget* pairOf(const QString& text, std::initializer_list<QWidget*> fields, QWidget* parent) {
    auto* pair = new QWidget(parent);
    auto* row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* label = new QLabel(text, pair);
    label->setBuddy(*fields.begin());
    row->addWidget(label);
    for (QWidget* field : fields)
        row->addWidget(field);
    return pair;
}

QLabel* numberLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setMinimumHeight(label->fontMetrics().height() + 8);
    return label;
}

QString strong(const QString& name, const QString& value, const QString& range) {
    const QString text = name.toHtmlEscaped() + QStringLiteral(" <b>") + value.toHtmlEscaped() + QStringLiteral("</b>");
    return range.isEmpty() ? text : text + QStringLiteral(" ") + range.toHtmlEscaped();
}

QString rangeText(const QLocale& locale, const std::optional<stats::Interval>& interval) {
    return interval ? formatInterval(locale, interval) : QString();
}

QString truthText(const QString& name, const pipeline::ReferenceCoverage& coverage) {
    if (coverage.answered == 0)
        return EvaluationHead::tr("%1 · none of the needed answers").arg(name);
    return EvaluationHead::tr("%1 · %2 answered")
        .arg(name, formatCoverage(QLocale(), coverage.answered, coverage.asked));
}

QString truthToolTip(const pipeline::ReferenceCoverage& coverage) {
    const QLocale locale;
    if (coverage.answered == 0)
        return EvaluationHead::tr("Has answered about none of the exemplars of these neurons");
    return EvaluationHead::tr(
               "%1 of %2 needed answers; %3 of %4 descriptors of a neuron can be judged, the others have "
               "less than 90 % answered")
        .arg(formatCount(locale, coverage.answered), formatCount(locale, coverage.asked),
             formatCount(locale, coverage.definedCells), formatCount(locale, coverage.cells));
}

} // namespace

EvaluationHead::EvaluationHead(app::Session& session, app::EvaluationController& controller, QWidget* parent)
    : Panel(session, parent), m_controller(controller), m_kind(new QComboBox(this)), m_count(new QSpinBox(this)),
      m_seed(new QSpinBox(this)), m_truth(new QComboBox(this)), m_precision(numberLabel(this)),
      m_recall(numberLabel(this)), m_consistency(numberLabel(this)), m_corrected(numberLabel(this)) {
    addChoices();
    auto* row = new FlowLayout(14, this);
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(pairOf(tr("&Neurons"), {m_kind}, this));
    row->addWidget(m_count);
    row->addWidget(m_seed);
    row->addWidget(pairOf(tr("&Truth"), {m_truth}, this));
    for (QLabel* number : {m_precision, m_recall, m_consistency, m_corrected})
        row->addWidget(number);
    connect(&controller, &app::EvaluationController::choicesChanged, this, [this] { note({.thresholds = true}); });
    connect(&controller, &app::EvaluationController::changed, this, [this](Part part) {
        if (part == Part::Evaluation || part == Part::ByNeuron || part == Part::Coverage)
            note({.thresholds = true});
    });
    connect(&session.selection(), &app::Selection::neuronChanged, this, [this] {
        if (m_controller.neurons().kind == Kind::List)
            choose();
    });
}

void EvaluationHead::addChoices() {
    m_kind->setAccessibleName(tr("Neurons"));
    m_kind->addItem(tr("random"), static_cast<int>(Kind::Random));
    m_kind->addItem(tr("selected"), static_cast<int>(Kind::List));
    m_kind->addItem(tr("all"), static_cast<int>(Kind::All));
    m_kind->setToolTip(tr("Whose tags are compared with the truth"));
    m_count->setRange(1, 100'000);
    m_count->setKeyboardTracking(false);
    m_count->setAccessibleName(tr("Number of random neurons"));
    m_count->setToolTip(tr("How many are drawn; the paper has 10"));
    m_seed->setRange(0, 1'000'000);
    m_seed->setKeyboardTracking(false);
    m_seed->setPrefix(tr("seed "));
    m_seed->setAccessibleName(tr("Seed of the random neurons"));
    m_truth->setAccessibleName(tr("Truth"));
    m_truth->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_kind, &QComboBox::activated, this, [this] { choose(); });
    connect(m_count, &QSpinBox::valueChanged, this, [this] { choose(); });
    connect(m_seed, &QSpinBox::valueChanged, this, [this] { choose(); });
    connect(m_truth, &QComboBox::activated, this, [this] { m_controller.setTruth(m_truth->currentData().toString()); });
}

void EvaluationHead::choose() {
    pipeline::NeuronChoice choice;
    choice.kind = static_cast<Kind>(m_kind->currentData().toInt());
    choice.count = static_cast<std::uint32_t>(m_count->value());
    choice.seed = static_cast<std::uint64_t>(m_seed->value());
    if (choice.kind == Kind::List)
        if (const auto neuron = session().selection().neuron())
            choice.list = {*neuron};
    m_controller.setNeurons(choice);
}

void EvaluationHead::showChoices() {
    const pipeline::NeuronChoice& choice = m_controller.neurons();
    const QSignalBlocker quietCount(m_count), quietSeed(m_seed);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(choice.kind)));
    m_count->setValue(static_cast<int>(choice.count));
    m_seed->setValue(static_cast<int>(choice.seed));
    m_count->setVisible(choice.kind == Kind::Random);
    m_seed->setVisible(choice.kind == Kind::Random);
    showTruth();
}

/// Each annotator with what it has answered of what is needed; who has answered none of it can't be the truth.
void EvaluationHead::showTruth() {
    const QStringList& annotators = m_controller.annotators();
    const auto* coverage = m_controller.coverage();
    m_truth->clear();
    m_truth->setEnabled(!annotators.isEmpty());
    m_truth->setToolTip(annotators.isEmpty()
                            ? tr("Nobody but the model has labelled sentences: Study > Label has another engine label "
                                 "under a name of its own, or takes a person's answers")
                            : tr("The annotator whose answers are the reference labels, and how many of the pairs of "
                                 "an exemplar and a descriptor that are needed it has answered"));
    if (annotators.isEmpty())
        return m_truth->addItem(m_controller.isReading() ? tr("reading…") : tr("nobody"));
    auto* items = qobject_cast<QStandardItemModel*>(m_truth->model());
    for (qsizetype i = 0; i < annotators.size(); ++i) {
        const auto* own = coverage ? &(*coverage)[static_cast<std::size_t>(i)] : nullptr;
        m_truth->addItem(own ? truthText(annotators[i], *own) : annotators[i], annotators[i]);
        QStandardItem* item = items->item(static_cast<int>(i));
        item->setToolTip(own ? truthToolTip(*own) : QString());
        item->setEnabled(!own || own->answered > 0);
    }
    m_truth->setCurrentIndex(m_truth->findData(m_controller.truth()));
}

void EvaluationHead::refresh(const app::ChangeSet& /*change*/) {
    const auto study = session().study();
    if (study && study->taggable()) {
        m_controller.want(Part::Coverage);
        m_controller.want(Part::Evaluation);
        m_controller.want(Part::ByNeuron);
    }
    showChoices();
    showNumbers();
    showConsistency();
}

void EvaluationHead::showNumbers() {
    const QLocale locale;
    const auto* evaluation = m_controller.truth().isEmpty() ? nullptr : m_controller.evaluation();
    const auto show = [&](QLabel* label, const QString& name, const std::vector<stats::Estimate>* estimates) {
        const stats::Estimate none;
        const stats::Estimate& at = estimates && estimates->size() >= kQuotedK ? (*estimates)[kQuotedK - 1] : none;
        label->setText(strong(name, formatF(locale, at.mean), rangeText(locale, at.interval)));
        label->setToolTip(!evaluation
                              ? tr("There are no reference labels, or they are being compared")
                              : tr("Mean over %Ln neuron(s), with the bootstrap interval of 95 %. By chance: %1.",
                                   nullptr, static_cast<int>(at.used))
                                    .arg(formatF(locale, at.chance)));
    };
    show(m_precision, tr("Precision@2"), evaluation ? &evaluation->at.precision : nullptr);
    show(m_recall, tr("Recall@2"), evaluation ? &evaluation->at.recall : nullptr);
}

void EvaluationHead::showConsistency() {
    const QLocale locale;
    const auto* curve = m_controller.consistency(stats::ConsistencyBy::Neuron);
    m_corrected->setVisible(curve != nullptr);
    if (!curve || curve->points.empty()) {
        m_consistency->setText(strong(tr("Consistency"), undefinedText(), {}));
        return m_consistency->setToolTip({});
    }
    const std::size_t at = pipeline::nearestPoint(curve->tMilli, session().thresholds().tMilli);
    const auto interval = at < curve->corrected.size() ? curve->corrected[at] : std::nullopt;
    const stats::Consistency& point = curve->points[at];
    m_consistency->setText(strong(tr("Consistency at t = %1").arg(locale.toString(curve->tMilli[at] / 1000.0, 'f', 2)),
                                  formatF(locale, point.jaccard), {}));
    m_corrected->setText(strong(tr("corrected"), formatF(locale, point.corrected), rangeText(locale, interval)));
    const QString explained =
        tr("Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance "
           "gives (%1). %Ln neuron(s) without a tag are left out.",
           nullptr, static_cast<int>(point.leftOut))
            .arg(formatF(locale, point.chance));
    m_consistency->setToolTip(explained);
    m_corrected->setToolTip(explained);
}

} // namespace neuroscribe::ui
