#include "ui/panels/evaluation_head.h"

#include "app/session/session.h"
#include "core/tagging/frequencies.h"
#include "ui/models/format.h"
#include "ui/models/rule_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/neuron_chooser.h"
#include "ui/widgets/small_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>

namespace neuroscribe::ui {
namespace {

using Part = app::EvaluationController::Part;

constexpr std::size_t kQuotedK = 2; ///< the paper quotes P@2 and R@2

/// What belongs together stays together where the row breaks, as long as a row is wide enough for it.
QWidget* together(std::initializer_list<QWidget*> parts, QWidget* parent) {
    auto* whole = new QWidget(parent);
    auto* row = new FlowLayout(8, whole);
    for (QWidget* part : parts)
        row->addWidget(part);
    return whole;
}

QLabel* numberLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setMinimumHeight(label->fontMetrics().height() + 8);
    return label;
}

/// "Recall@2 0.49 0.33 to 0.60 (chance 0.21)", the value strong; without an interval or a chance level that is left
/// out.
QString quoted(const QString& name, std::optional<double> value, const std::optional<stats::Interval>& interval,
               std::optional<double> chance) {
    const QLocale locale;
    QString text = name.toHtmlEscaped() + QStringLiteral(" <b>") + formatF(locale, value) + QStringLiteral("</b>");
    if (interval)
        text += QLatin1Char(' ') + formatInterval(locale, interval);
    if (chance)
        text += QLatin1Char(' ') + EvaluationHead::tr("(chance %1)").arg(formatF(locale, chance));
    return text;
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
    : Panel(session, parent), m_controller(controller), m_neurons(new NeuronChooser(this)),
      m_truth(new QComboBox(this)), m_judged(new SmallLabel(this)), m_precision(numberLabel(this)),
      m_recall(numberLabel(this)), m_whole(new SmallLabel(this)), m_consistency(numberLabel(this)),
      m_chance(numberLabel(this)), m_corrected(numberLabel(this)), m_reason(new QLabel(this)),
      m_useShare(new QPushButton(tr("&Use share of sentences"), this)) {
    m_truth->setAccessibleName(tr("Truth"));
    m_truth->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* truth = new QLabel(tr("&Truth"), this);
    truth->setBuddy(m_truth);
    m_reason->setWordWrap(true);
    m_neurons->note().setWordWrap(true);
    m_neurons->setProposal([&session] { return session.selection().neuron(); });
    auto* row = new FlowLayout(14, this);
    row->setContentsMargins(12, 8, 12, 8);
    for (QWidget* part : {static_cast<QWidget*>(m_neurons), static_cast<QWidget*>(&m_neurons->note()),
                          together({truth, m_truth}, this), together({m_judged, m_precision, m_recall}, this),
                          together({m_whole, m_consistency, m_chance, m_corrected}, this),
                          static_cast<QWidget*>(m_reason), static_cast<QWidget*>(m_useShare)})
        row->addWidget(part);
    connect(m_neurons, &NeuronChooser::chosen, &controller, &app::EvaluationController::setNeurons);
    connect(m_truth, &QComboBox::activated, this, [this] { m_controller.setTruth(m_truth->currentData().toString()); });
    connect(m_useShare, &QPushButton::clicked, this, [this] {
        tagging::Thresholds thresholds = this->session().thresholds();
        thresholds.rule = tagging::Rule::Share;
        thresholds.tMilli = tagging::defaultTMilli(thresholds.rule); // a t of one rule means nothing in another
        this->session().setThresholds(thresholds, app::Gesture::Commit);
    });
    connect(&controller, &app::EvaluationController::choicesChanged, this, [this] { note({.thresholds = true}); });
    connect(&controller, &app::EvaluationController::changed, this, [this](Part part) {
        if (part == Part::Evaluation || part == Part::ByNeuron || part == Part::Coverage)
            note({.thresholds = true});
    });
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
    if (study && study->run)
        m_neurons->setModel(study->run->layers, study->run->units);
    m_neurons->setChoice(m_controller.neurons());
    showTruth();
    const tagging::Rule rule = session().thresholds().rule;
    const bool frequency = tagging::requireFrequency(rule).ok();
    m_reason->setText(tr("No numbers under %1: they are of the frequency f.").arg(ruleTitle(rule)));
    m_reason->setVisible(!frequency);
    m_useShare->setVisible(!frequency);
    for (QWidget* part : {m_judged->parentWidget(), m_whole->parentWidget()})
        part->setVisible(frequency);
    if (!frequency)
        return;
    showNumbers();
    showConsistency();
}

void EvaluationHead::showNumbers() {
    const auto* evaluation = m_controller.truth().isEmpty() ? nullptr : m_controller.evaluation();
    const auto quotedOf = [](const std::vector<stats::Estimate>& estimates) {
        return estimates.size() >= kQuotedK ? &estimates[kQuotedK - 1] : nullptr;
    };
    m_judged->setText(evaluation ? tr("%Ln neuron(s):", nullptr, static_cast<int>(evaluation->judged)) : QString());
    m_judged->setVisible(evaluation != nullptr);
    showEstimate(m_precision, tr("Precision@2"), evaluation ? quotedOf(evaluation->at.precision) : nullptr);
    showEstimate(m_recall, tr("Recall@2"), evaluation ? quotedOf(evaluation->at.recall) : nullptr);
}

/// Null: there is no evaluation.
void EvaluationHead::showEstimate(QLabel* label, const QString& name, const stats::Estimate* estimate) {
    const stats::Estimate& shown = estimate ? *estimate : stats::Estimate{};
    label->setText(quoted(name, shown.mean, shown.interval, shown.chance));
    if (!m_controller.hasNeurons())
        return label->setToolTip(tr("No neuron is chosen"));
    label->setToolTip(!estimate ? tr("There are no reference labels, or they are being compared")
                                : tr("Mean over %Ln neuron(s), with the bootstrap interval of 95 %. By chance: %1.",
                                     nullptr, static_cast<int>(shown.used))
                                      .arg(formatF(QLocale(), shown.chance)));
}

void EvaluationHead::showConsistency() {
    const QLocale locale;
    const auto* curve = m_controller.consistency(stats::ConsistencyBy::Neuron);
    const bool any = curve && !curve->points.empty();
    m_chance->setVisible(any);
    m_corrected->setVisible(any);
    m_whole->setVisible(any);
    if (!any) {
        m_consistency->setText(quoted(tr("Consistency"), {}, {}, {}));
        return m_consistency->setToolTip(tr("There are no tags yet, or they are being compared"));
    }
    const std::size_t at = pipeline::nearestPoint(curve->tMilli, session().thresholds().tMilli);
    const auto intervalIn = [at](const auto& intervals) {
        return at < intervals.size() ? intervals[at] : std::optional<stats::Interval>();
    };
    const stats::Consistency& point = curve->points[at];
    m_whole->setText(tr("all %1 neurons:").arg(formatCount(locale, curve->neurons)));
    m_consistency->setText(quoted(tr("Consistency at t = %1").arg(locale.toString(curve->tMilli[at] / 1000.0, 'f', 2)),
                                  point.jaccard, intervalIn(curve->jaccard), {}));
    m_chance->setText(quoted(tr("by chance"), point.chance, {}, {}));
    m_corrected->setText(quoted(tr("corrected"), point.corrected, intervalIn(curve->corrected), {}));
    const QString explained =
        tr("Mean Jaccard of the tags of all neurons in both halves, then corrected for what chance "
           "gives (%1). %Ln neuron(s) without a tag are left out.",
           nullptr, static_cast<int>(point.leftOut))
            .arg(formatF(locale, point.chance));
    m_consistency->setToolTip(explained);
    m_chance->setToolTip(explained);
    m_corrected->setToolTip(explained);
}

} // namespace neuroscribe::ui
