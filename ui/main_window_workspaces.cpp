// The workspaces: which docks stand around which centre. Each arrangement is remembered apart from the others.
#include "ui/main_window.h"

#include "app/session/session.h"
#include "ui/action_registry.h"
#include "ui/panels/clusters_panel.h"
#include "ui/panels/heat_map_panel.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/cluster_table.h"
#include "ui/widgets/segmented_control.h"

#include <QDockWidget>
#include <QStackedWidget>

namespace neuroscribe::ui {
namespace {

constexpr int kLeftWidth = 306;
constexpr int kStudyHeight = 262;
constexpr int kThresholdsHeight = 518;
constexpr int kRightWidth = 366;
constexpr int kClustersWidth = 384;
constexpr int kConsequencesWidth = 334;
constexpr int kConsequencesHeight = 410;
constexpr int kHistoryHeight = 350;

} // namespace

QString workspaceName(Workspace workspace) {
    return workspace == Workspace::Explore ? QStringLiteral("explore") : QStringLiteral("curate");
}

void MainWindow::addWorkspaceActions() {
    const auto isOpen = [this] { return m_session.isOpen(); };
    m_actions->add({QStringLiteral("workspace.explore"),
                    tr("&Explore"),
                    {},
                    QKeySequence(Qt::CTRL | Qt::Key_1),
                    [this] { setWorkspace(Workspace::Explore); },
                    isOpen});
    m_actions->add({QStringLiteral("workspace.curate"),
                    tr("&Curate"),
                    {},
                    QKeySequence(Qt::CTRL | Qt::Key_2),
                    [this] { setWorkspace(Workspace::Curate); },
                    isOpen});
}

void MainWindow::setWorkspace(Workspace workspace) {
    if (workspace != m_workspace) {
        const bool shown = m_docksShown;
        if (shown)
            showDocks(false); // remembers how the old one was left
        m_workspace = workspace;
        if (shown)
            showDocks(true);
    }
    m_workspaces->setCurrentId(static_cast<int>(workspace));
    if (m_session.isOpen()) {
        m_pages->setCurrentIndex(1 + static_cast<int>(workspace));
        if (workspace == Workspace::Explore)
            m_heatMap->view().setFocus(Qt::OtherFocusReason);
        else
            m_clusters->table().setFocus(Qt::OtherFocusReason);
    }
    updateUndoTexts();
}

QDockWidget* MainWindow::dock(const char* name) const {
    return findChild<QDockWidget*>(QStringLiteral("dock.") + QString::fromLatin1(name));
}

void MainWindow::arrangeExplore() {
    QDockWidget* study = dock("study");
    QDockWidget* thresholds = dock("thresholds");
    QDockWidget* neuron = dock("neuron");
    addDockWidget(Qt::LeftDockWidgetArea, study);
    splitDockWidget(study, thresholds, Qt::Vertical);
    addDockWidget(Qt::RightDockWidgetArea, neuron);
    QDockWidget* last = neuron;
    for (const char* name : {"descriptor", "corpus", "jobs"}) {
        tabifyDockWidget(last, dock(name));
        last = dock(name);
    }
    for (const char* name : {"study", "thresholds", "neuron", "descriptor", "corpus", "jobs"})
        dock(name)->show();
    neuron->raise();
    // Sizes can only be asked for once the docks have their places.
    QMetaObject::invokeMethod(
        this,
        [=, this] {
            resizeDocks({study, neuron}, {kLeftWidth, kRightWidth}, Qt::Horizontal);
            resizeDocks({study, thresholds}, {kStudyHeight, kThresholdsHeight}, Qt::Vertical);
        },
        Qt::QueuedConnection);
}

void MainWindow::arrangeCurate() {
    QDockWidget* clusters = dock("clusters");
    QDockWidget* consequences = dock("consequences");
    QDockWidget* history = dock("history");
    addDockWidget(Qt::LeftDockWidgetArea, clusters);
    addDockWidget(Qt::RightDockWidgetArea, consequences);
    splitDockWidget(consequences, history, Qt::Vertical);
    for (QDockWidget* shown : {clusters, consequences, history})
        shown->show();
    QMetaObject::invokeMethod(
        this,
        [=, this] {
            resizeDocks({clusters, consequences}, {kClustersWidth, kConsequencesWidth}, Qt::Horizontal);
            resizeDocks({consequences, history}, {kConsequencesHeight, kHistoryHeight}, Qt::Vertical);
        },
        Qt::QueuedConnection);
}

} // namespace neuroscribe::ui
