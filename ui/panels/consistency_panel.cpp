#include "ui/panels/consistency_panel.h"

#include "app/session/session.h"
#include "ui/models/evaluation_words.h"
#include "ui/models/format.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/segmented_control.h"

#include <QHBoxLayout>
#include <QLocale>

namespace neuroscribe::ui {

using stats::ConsistencyBy;

ConsistencyPanel::ConsistencyPanel(app::Session& session, app::EvaluationController& controller, QWidget* parent)
    : EvaluationFigure(session, controller, parent), m_views(new SegmentedControl(this)) {
    m_views->setAccessibleName(tr("Consistency of"));
    m_views->addSegment(tr("neurons"), tr("The tags of a neuron in one half against those in the other"),
                        static_cast<int>(ConsistencyBy::Neuron));
    m_views->addSegment(tr("descriptors"), tr("The neurons of a descriptor in one half against those in the other"),
                        static_cast<int>(ConsistencyBy::Descriptor));
    m_views->setCurrentId(static_cast<int>(ConsistencyBy::Neuron));
    tools().insertWidget(0, m_views);
    connect(m_views, &SegmentedControl::chosen, this, [this] { update(); });
}

ConsistencyBy ConsistencyPanel::by() const {
    return static_cast<ConsistencyBy>(m_views->currentId());
}

EvaluationFigure::Part ConsistencyPanel::part() const {
    return by() == ConsistencyBy::Neuron ? Part::ByNeuron : Part::ByDescriptor;
}

bool ConsistencyPanel::hasValue() const {
    return controller().consistency(by()) != nullptr;
}

io::Figure ConsistencyPanel::figure() const {
    return pipeline::consistencyFigure(*controller().consistency(by()), by(), figureSource(session(), controller()),
                                       evaluationWords());
}

void ConsistencyPanel::showBadge() {
    if (controller().isComputing(part()))
        return badge().setNote(tr("intervals…"), tr("Sentences are being resampled for the intervals"));
    const auto& curve = *controller().consistency(by());
    const std::size_t at = pipeline::nearestPoint(curve.tMilli, session().thresholds().tMilli);
    const QLocale locale;
    const QString t = locale.toString(curve.tMilli[at] / 1000.0, 'f', 2);
    const QString coverage =
        tr("%1 of the labels of both halves are answered.").arg(formatCoverage(locale, curve.answered, curve.asked));
    switch (pipeline::beyondChance(curve, at)) {
    case pipeline::BeyondChance::No:
        return badge().setNote(tr("no more than chance"),
                               tr("At t = %1 the interval of the corrected value covers 0: neurons without meaning "
                                  "reach this Jaccard too.")
                                       .arg(t) +
                                   QLatin1Char(' ') + coverage);
    case pipeline::BeyondChance::Undefined:
        return badge().setNote(tr("chance not told apart"),
                               tr("At t = %1 there are no tags, or chance alone comes near 1.").arg(t) +
                                   QLatin1Char(' ') + coverage);
    default:
        return badge().setCoverage(curve.answered, curve.asked);
    }
}

} // namespace neuroscribe::ui
