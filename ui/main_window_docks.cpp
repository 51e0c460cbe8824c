#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/panels/panel.h"
#include "ui/widgets/finder.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/welcome_page.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {

void MainWindow::buildCentre() {
    m_notices = new NoticeBar(this);
    connect(m_notices, &NoticeBar::logFolderRequested, this, &MainWindow::showLogFolder);
    m_welcome =
        new WelcomePage(m_session, m_settings,
                        {m_actions->action(QStringLiteral("file.demo")), m_actions->action(QStringLiteral("file.open")),
                         m_actions->action(QStringLiteral("file.new"))},
                        this);
    connect(m_welcome, &WelcomePage::studyChosen, this, [this](const QString& folder) { openFolder(folder); });
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcome);
    for (WorkspaceParts& each : m_workspaces) {
        each.centre = each.buildCentre();
        m_pages->addWidget(each.centre);
    }
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
    for (const WorkspaceParts& each : m_workspaces)
        each.buildDocks();
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

QDockWidget* MainWindow::dock(const char* name) const {
    return findChild<QDockWidget*>(QStringLiteral("dock.") + QString::fromLatin1(name));
}

/// Follows the set of docks: a stored arrangement of other docks is not restored.
int MainWindow::layoutVersion() const {
    QByteArray names;
    for (const QDockWidget* dock : m_docks)
        names += dock->objectName().toLatin1() + '\n';
    return qChecksum(names);
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
    parts().arrange();
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
    QByteArray& layout = parts(m_workspace).layout;
    if (!on) {
        if (m_docksShown)
            layout = saveState(layoutVersion());
        for (QDockWidget* dock : m_docks)
            dock->hide();
    } else if (layout.isEmpty() || !restoreState(layout, layoutVersion())) {
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
        parts(m_workspace).layout = saveState(layoutVersion());
    for (const WorkspaceParts& each : m_workspaces)
        m_settings.setWindowState(each.id, each.layout);
}

} // namespace neuroscribe::ui
