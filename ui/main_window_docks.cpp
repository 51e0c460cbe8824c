#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/panels/clusters_panel.h"
#include "ui/panels/consequences_panel.h"
#include "ui/panels/corpus_panel.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/panels/heat_map_panel.h"
#include "ui/panels/heat_map_tools.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/jobs_panel.h"
#include "ui/panels/neuron_panel.h"
#include "ui/panels/study_panel.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/finder.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/welcome_page.h"

#include <QDockWidget>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

/// Counts when the set of docks changes: a stored arrangement of other docks is not restored.
constexpr int kLayoutVersion = 3;

} // namespace

void MainWindow::buildCentre() {
    m_notices = new NoticeBar(this);
    connect(m_notices, &NoticeBar::logFolderRequested, this, &MainWindow::showLogFolder);
    m_welcome =
        new WelcomePage(m_session, m_settings,
                        {m_actions->action(QStringLiteral("file.demo")), m_actions->action(QStringLiteral("file.open")),
                         m_actions->action(QStringLiteral("file.new"))},
                        this);
    connect(m_welcome, &WelcomePage::studyChosen, this, [this](const QString& folder) { openFolder(folder); });
    m_heatMap = new HeatMapPanel(m_session, this);
    connect(m_heatMap, &HeatMapPanel::neuronOpened, this, [this] { raiseDock(QStringLiteral("neuron")); });
    auto* heatMapPane = new QWidget(this);
    auto* heatMapColumn = new QVBoxLayout(heatMapPane);
    heatMapColumn->setContentsMargins(0, 0, 0, 0);
    heatMapColumn->setSpacing(0);
    auto* heatMapBody = new Pane(PanePart::Body, heatMapPane);
    heatMapBody->setContent(m_heatMap);
    auto* heatMapHead = new PaneHead(tr("Heat map"), heatMapPane);
    heatMapHead->addNote(m_heatMap->tools().counts());
    heatMapHead->addNote(m_heatMap->tools().badge());
    heatMapColumn->addWidget(heatMapHead);
    heatMapColumn->addWidget(heatMapBody, 1);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(heatMapPane);
    m_pages->addWidget(buildMembersPane());
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_notices);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks() {
    setDockNestingEnabled(true);
    setDockOptions(dockOptions() & ~QMainWindow::AnimatedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    const auto action = [this](const char* id) { return m_actions->action(QString::fromLatin1(id)); };
    addDock(QStringLiteral("study"), tr("Study"),
            new StudyPanel(m_session, {action("study.import"), action("study.describe"), action("study.label"),
                                       action("study.extract")}));
    addDock(QStringLiteral("thresholds"), tr("Thresholds"), new ThresholdsPanel(m_session));
    addDock(QStringLiteral("neuron"), tr("Neuron"), new NeuronPanel(m_session));
    addDock(QStringLiteral("descriptor"), tr("Descriptor"), new DescriptorPanel(m_session));
    addDock(QStringLiteral("corpus"), tr("Corpus"), new CorpusPanel(m_session));
    addDock(QStringLiteral("jobs"), tr("Jobs"), new JobsPanel(m_session));
    m_clusters = new ClustersPanel(m_session);
    static_cast<PaneHead*>(addDock(QStringLiteral("clusters"), tr("Clusters"), m_clusters)->titleBarWidget())
        ->addNote(m_clusters->counts());
    addDock(QStringLiteral("consequences"), tr("Consequences"), new ConsequencesPanel(m_session));
    auto* history = new HistoryPanel(m_session);
    static_cast<PaneHead*>(addDock(QStringLiteral("history"), tr("History"), history)->titleBarWidget())
        ->addNote(history->count());
    connect(this, &QMainWindow::tabifiedDockWidgetActivated, this, &MainWindow::updateHeads);
    arrangeDocks();
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, Panel* content) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(QStringLiteral("dock.") + name);
    dock->setTitleBarWidget(new PaneHead(title, dock));
    auto* body = new Pane(PanePart::Body, dock);
    body->setContent(content);
    dock->setWidget(body);
    m_docks.push_back(dock);
    connect(dock, &QDockWidget::visibilityChanged, content, &Panel::setInFront);
    // The arrangement settles after these signals, so the heads follow in the next turn of the event loop.
    connect(dock, &QDockWidget::dockLocationChanged, this, &MainWindow::updateHeads, Qt::QueuedConnection);
    connect(dock, &QDockWidget::topLevelChanged, this, &MainWindow::updateHeads, Qt::QueuedConnection);
    connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::updateHeads, Qt::QueuedConnection);
    return dock;
}

void MainWindow::buildFinder() {
    m_finder = new Finder(m_session, this);
    connect(m_finder, &Finder::chosen, this, [this](Found::Kind kind) {
        raiseDock(kind == Found::Kind::Neuron       ? QStringLiteral("neuron")
                  : kind == Found::Kind::Descriptor ? QStringLiteral("descriptor")
                                                    : QStringLiteral("corpus"));
    });
}

void MainWindow::arrangeDocks() {
    for (QDockWidget* dock : m_docks) {
        removeDockWidget(dock);
        dock->setFloating(false);
    }
    if (m_workspace == Workspace::Explore)
        arrangeExplore();
    else
        arrangeCurate();
    // Qt shortens the titles where there is little room; scrolling to them leaves them readable.
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setElideMode(Qt::ElideNone);
}

void MainWindow::updateHeads() {
    for (QDockWidget* dock : m_docks)
        static_cast<PaneHead*>(dock->titleBarWidget())
            ->setCompact(!tabifiedDockWidgets(dock).isEmpty() && !dock->isFloating());
}

/// Without a study the docks would show nothing; their arrangement is kept until there is one again.
void MainWindow::showDocks(bool on) {
    const bool shown = std::ranges::any_of(m_docks, [this](QDockWidget* dock) { return dock->isVisibleTo(this); });
    if (on == m_docksShown && shown == on)
        return;
    QByteArray& layout = m_layouts[static_cast<std::size_t>(m_workspace)];
    if (!on) {
        if (m_docksShown)
            layout = saveState(kLayoutVersion);
        for (QDockWidget* dock : m_docks)
            dock->hide();
    } else if (layout.isEmpty() || !restoreState(layout, kLayoutVersion)) {
        arrangeDocks();
    }
    m_docksShown = on;
    for (QDockWidget* dock : m_docks)
        dock->toggleViewAction()->setEnabled(on);
}

void MainWindow::resetLayout() {
    arrangeDocks();
}

void MainWindow::raiseDock(const QString& name) {
    for (QDockWidget* dock : m_docks)
        if (dock->objectName() == QStringLiteral("dock.") + name) {
            dock->show();
            dock->raise();
        }
}

void MainWindow::saveLayout() {
    if (m_docksShown)
        m_layouts[static_cast<std::size_t>(m_workspace)] = saveState(kLayoutVersion);
    for (const Workspace workspace : {Workspace::Explore, Workspace::Curate})
        m_settings.setWindowState(workspaceName(workspace), m_layouts[static_cast<std::size_t>(workspace)]);
}

} // namespace neuroscribe::ui
