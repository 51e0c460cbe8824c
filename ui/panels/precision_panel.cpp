#include "ui/panels/precision_panel.h"

#include "app/session/session.h"
#include "ui/models/evaluation_words.h"
#include "ui/models/format.h"
#include "ui/widgets/coverage_badge.h"

#include <QLocale>

namespace neuroscribe::ui {

PrecisionPanel::PrecisionPanel(app::Session& session, app::EvaluationController& controller, Over over, QWidget* parent)
    : EvaluationFigure(session, controller, parent), m_over(over) {}

bool PrecisionPanel::hasValue() const {
    const auto* evaluation = controller().evaluation();
    return evaluation && !controller().truth().isEmpty() && evaluation->judged > 0;
}

io::Figure PrecisionPanel::figure() const {
    const auto source = figureSource(session(), controller());
    constexpr std::uint32_t kTop = 3;
    return m_over == Over::T ? pipeline::precisionRecallFigure(*controller().evaluation(), source, evaluationWords())
                             : pipeline::precisionAtFigure(*controller().evaluation(), source, kTop, evaluationWords());
}

void PrecisionPanel::showBadge() {
    const auto& found = *controller().evaluation();
    const QLocale locale;
    badge().setNote(tr("%1 of %2 neurons").arg(formatCount(locale, found.judged), formatCount(locale, found.neurons)),
                    tr("Neurons that %1 judges. %2 of the answers about their exemplars are there; a descriptor counts "
                       "for a neuron where at least 90 % are.")
                        .arg(controller().truth(), formatCoverage(locale, found.answered, found.asked)));
}

} // namespace neuroscribe::ui
