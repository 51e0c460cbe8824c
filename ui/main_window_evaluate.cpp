// The workspace Evaluate in the window: the head with its numbers, the four figures below it, and the docks around.
#include "ui/main_window.h"

#include "app/session/evaluation_controller.h"
#include "app/session/session.h"
#include "ui/file_commands.h"
#include "ui/panels/consistency_panel.h"
#include "ui/panels/evaluation_head.h"
#include "ui/panels/halves_panel.h"
#include "ui/panels/landscape_panel.h"
#include "ui/panels/precision_panel.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/neuron_chooser.h"
#include "ui/widgets/pane.h"

#include <QComboBox>
#include <QDockWidget>
#include <QSplitter>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kRightWidth = 366, kNarrowRightWidth = 326;
constexpr int kNarrowWindow = 1200; ///< below it the heads of the cards need the room
/// Narrow, because the pages of all workspaces share one place: a wide one would leave less for the docks of the
/// others. High enough for a plot: in a low window the cards scroll.
constexpr int kLeastWidth = 160;
constexpr int kLeastHeight = 290;
constexpr int kLeastLandscape = 355; ///< with the best t below it

/// A panel on a card of its own; its badge and the tools of its figure stand in the head.
QWidget* cardOf(const QString& title, EvaluationFigure* panel, QWidget* parent, int leastHeight = kLeastHeight) {
    auto* card = new QWidget(parent);
    card->setMinimumSize(kLeastWidth, leastHeight);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* body = new Pane(PanePart::Body, card);
    body->setContent(panel);
    auto* head = new PaneHead(title, card);
    head->addNote(&panel->badge());
    head->addNote(panel->figurePane().tools());
    column->addWidget(head);
    column->addWidget(body, 1);
    return card;
}

QSplitter* splitterOf(Qt::Orientation orientation, std::initializer_list<QWidget*> parts) {
    auto* splitter = new QSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(6);
    for (QWidget* part : parts)
        splitter->addWidget(part);
    for (int i = 0; i < splitter->count(); ++i)
        splitter->setStretchFactor(i, 1);
    return splitter;
}

} // namespace

WorkspaceParts MainWindow::evaluateParts() {
    WorkspaceParts parts;
    parts.workspace = Workspace::Evaluate;
    parts.id = QStringLiteral("evaluate");
    parts.text = tr("Eval&uate");
    parts.name = tr("Evaluate");
    parts.tip = tr("Are the tags true, and do they hold?");
    parts.key = QKeySequence(Qt::CTRL | Qt::Key_4);
    parts.buildCentre = [this] { return buildEvaluation(); };
    parts.buildDocks = [this] { addDock(QStringLiteral("halves"), tr("Halves"), new HalvesPanel(m_session)); };
    parts.arrange = [this] { arrangeEvaluate(); };
    parts.focus = [this]() -> QWidget* { return &m_evaluationHead->neurons().kind(); };
    parts.history = historyOf(m_session);
    return parts;
}

QWidget* MainWindow::buildEvaluation() {
    auto* controller = new app::EvaluationController(m_session, this);
    m_files->setEvaluation(controller);
    auto* page = new QWidget(this);
    m_evaluationHead = new EvaluationHead(m_session, *controller, page);
    auto* head = new Pane(PanePart::Whole, page);
    head->setContent(m_evaluationHead);
    using Over = PrecisionPanel::Over;
    auto* above = splitterOf(
        Qt::Horizontal, {cardOf(tr("Precision, recall"), new PrecisionPanel(m_session, *controller, Over::T), page),
                         cardOf(tr("Precision@K"), new PrecisionPanel(m_session, *controller, Over::K), page)});
    auto* below = splitterOf(
        Qt::Horizontal, {cardOf(tr("Consistency"), new ConsistencyPanel(m_session, *controller), page),
                         cardOf(tr("k and t"), new LandscapePanel(m_session, *controller), page, kLeastLandscape)});
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(head);
    column->addWidget(new ColumnScroll(splitterOf(Qt::Vertical, {above, below}), page), 1);
    return page;
}

void MainWindow::arrangeEvaluate() {
    QDockWidget* thresholds = dock("thresholds");
    QDockWidget* halves = dock("halves");
    QDockWidget* correlation = dock("correlation");
    addDockWidget(Qt::RightDockWidgetArea, thresholds);
    tabifyDockWidget(thresholds, halves);
    tabifyDockWidget(halves, correlation);
    for (QDockWidget* shown : {thresholds, halves, correlation})
        shown->show();
    halves->raise();
    QMetaObject::invokeMethod(
        this,
        [=, this] {
            resizeDocks({halves}, {width() < kNarrowWindow ? kNarrowRightWidth : kRightWidth}, Qt::Horizontal);
        },
        Qt::QueuedConnection);
}

} // namespace neuroscribe::ui
