#include "ui/panels/landscape_panel.h"

#include "ui/models/evaluation_words.h"
#include "ui/models/format.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_control.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {

using pipeline::LandscapeValue;

LandscapePanel::LandscapePanel(app::Session& session, app::EvaluationController& controller, QWidget* parent)
    : EvaluationFigure(session, controller, parent), m_views(new SegmentedControl(this)), m_row(new QWidget(this)),
      m_cost(new QDoubleSpinBox(m_row)), m_best(new QLabel(m_row)), m_apply(new QPushButton(tr("&Apply"), m_row)) {
    m_views->setAccessibleName(tr("Values of the landscape"));
    m_views->addSegment(tr("tags"), tr("Tags of all neurons"), static_cast<int>(LandscapeValue::Tags));
    m_views->addSegment(tr("P"), tr("Precision of the chosen neurons"), static_cast<int>(LandscapeValue::Precision));
    m_views->addSegment(tr("R"), tr("Recall of the chosen neurons"), static_cast<int>(LandscapeValue::Recall));
    m_views->addSegment(tr("corrected J"), tr("Consistency of all neurons, corrected for chance"),
                        static_cast<int>(LandscapeValue::Corrected));
    m_views->setCurrentId(static_cast<int>(LandscapeValue::Corrected));
    tools().insertWidget(0, m_views);
    connect(m_views, &SegmentedControl::chosen, this, [this] { update(); });
    connect(&figurePane().view(), &FigureView::pointMoved, this,
            [this](double t, double k) { move(t, k, app::Gesture::Live); });
    connect(&figurePane().view(), &FigureView::pointChosen, this,
            [this](double t, double k) { move(t, k, app::Gesture::Commit); });
    connect(&controller, &app::EvaluationController::changed, this, [this](Part changed) {
        if (changed == Part::Evaluation)
            note({.thresholds = true});
    });
    addBest();
}

void LandscapePanel::addBest() {
    auto* label = new QLabel(tr("&Missed tags a false one costs"), m_row);
    label->setBuddy(m_cost);
    m_cost->setRange(0.1, 100);
    m_cost->setDecimals(1);
    m_cost->setSingleStep(0.5);
    m_cost->setValue(controller().falseMilli() / 1000.0);
    m_cost->setKeyboardTracking(false);
    m_cost->setAccessibleName(tr("Missed tags a false one costs"));
    m_best->setWordWrap(true);
    auto* fields = new QHBoxLayout;
    label->setWordWrap(true);
    fields->addWidget(label, 1);
    fields->addWidget(m_cost);
    auto* outcome = new QHBoxLayout;
    outcome->addWidget(m_best, 1);
    outcome->addWidget(m_apply);
    auto* column = new QVBoxLayout(m_row);
    column->setContentsMargins(10, 2, 10, 4);
    column->setSpacing(2);
    column->addLayout(fields);
    column->addLayout(outcome);
    this->column().addWidget(m_row);
    m_apply->setAccessibleName(tr("Apply the best t"));
    connect(m_cost, &QDoubleSpinBox::valueChanged, this,
            [this](double cost) { controller().setFalseMilli(static_cast<std::uint32_t>(std::lround(cost * 1000))); });
    connect(m_apply, &QPushButton::clicked, this, &LandscapePanel::applyBest);
}

const pipeline::Evaluation* LandscapePanel::judged() const {
    const auto* evaluation = controller().evaluation();
    return evaluation && evaluation->best && !controller().truth().isEmpty() ? evaluation : nullptr;
}

LandscapeValue LandscapePanel::value() const {
    return static_cast<LandscapeValue>(m_views->currentId());
}

bool LandscapePanel::needsTruth() const {
    return value() == LandscapeValue::Precision || value() == LandscapeValue::Recall;
}

void LandscapePanel::ask() {
    controller().want(Part::Landscape);
    controller().want(Part::Evaluation); // the best t
}

io::Figure LandscapePanel::figure() const {
    const auto words = evaluationWords();
    io::Figure figure =
        pipeline::landscapeFigure(*controller().landscape(), value(), figureSource(session(), controller()), words);
    if (const auto* evaluation = judged())
        pipeline::noteBestThreshold(figure, *evaluation->best, controller().falseMilli(), words);
    return figure;
}

void LandscapePanel::showBadge() {
    if (controller().isComputing(part()))
        return badge().setNote(tr("computing…"), tr("All k and t are being counted"));
    const bool approximate = value() == LandscapeValue::Corrected && controller().landscape()->approximate;
    badge().setNote(approximate ? tr("approximate") : QString(),
                    approximate
                        ? tr("The chance level is the mean over some cyclic shifts of the neurons, not over all "
                             "pairs of neurons; Consistency has the exact one.")
                        : QString());
}

void LandscapePanel::drawn(bool /*any*/) {
    const auto* evaluation = judged();
    m_row->setVisible(evaluation != nullptr);
    if (!evaluation)
        return;
    const stats::BestThreshold& best = *evaluation->best;
    const QLocale locale;
    m_best->setText(tr("Best t: %1 (%2 to %3 without one neuron). Cost of a neuron, in missed tags: %4; held out %5.")
                        .arg(locale.toString(best.tMilli / 1000.0, 'f', 2),
                             locale.toString(best.lowMilli / 1000.0, 'f', 2),
                             locale.toString(best.highMilli / 1000.0, 'f', 2),
                             locale.toString(best.apparentCost, 'f', 2), locale.toString(best.heldOutCost, 'f', 2)));
    m_best->setToolTip(tr("Truth is the three strongest reference descriptors of each neuron. Held out: each neuron at "
                          "the t that is best for the others."));
    m_apply->setEnabled(session().thresholds().tMilli != best.tMilli);
}

void LandscapePanel::move(double t, double k, app::Gesture gesture) {
    constexpr double kStepK = 10, kStepT = 5; // 0.01 % and 0.005
    tagging::Thresholds thresholds = session().thresholds();
    const double kMilli = std::round(k * 1000 / kStepK) * kStepK, tMilli = std::round(t * 1000 / kStepT) * kStepT;
    thresholds.kMilli = static_cast<std::uint32_t>(std::clamp(kMilli, 100.0, double(tagging::kMaxKMilli)));
    thresholds.tMilli = static_cast<std::uint32_t>(std::clamp(tMilli, 0.0, 1000.0));
    session().setThresholds(thresholds, gesture);
}

void LandscapePanel::applyBest() {
    const auto* evaluation = judged();
    if (!evaluation)
        return;
    tagging::Thresholds thresholds = session().thresholds();
    thresholds.tMilli = evaluation->best->tMilli;
    session().setThresholds(thresholds, app::Gesture::Commit);
}

} // namespace neuroscribe::ui
