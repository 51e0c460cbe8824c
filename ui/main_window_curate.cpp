// The workspace Curate in the window: its commands with their keys, its menu, its centre.
#include "ui/main_window.h"

#include "app/session/session.h"
#include "ui/action_registry.h"
#include "ui/curate_bench.h"
#include "ui/panels/clustering_panel.h"
#include "ui/panels/clusters_panel.h"
#include "ui/panels/consequences_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/members_panel.h"
#include "ui/widgets/cluster_table.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/pane.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kClustersWidth = 384;
constexpr int kConsequencesWidth = 334;
constexpr int kConsequencesHeight = 306;
constexpr int kClusteringHeight = 300;
constexpr int kHistoryHeight = 180;
constexpr int kSuggestions = static_cast<int>(MembersPanel::kMostSuggestions);

/// Their keys are letters, or mean something else elsewhere.
constexpr const char* kConfined[] = {"curate.next", "curate.rename", "curate.merge",   "curate.split",
                                     "curate.move", "curate.create", "curate.exclude", "curate.cancel"};

QString suggestionId(int number) {
    return QStringLiteral("curate.suggestion%1").arg(number + 1);
}

} // namespace

WorkspaceParts MainWindow::curateParts() {
    WorkspaceParts parts;
    parts.workspace = Workspace::Curate;
    parts.id = QStringLiteral("curate");
    parts.text = tr("&Curate");
    parts.name = tr("Curate");
    parts.tip = tr("Clusters of topics, their names and members");
    parts.key = QKeySequence(Qt::CTRL | Qt::Key_2);
    parts.buildCentre = [this] { return buildMembersPane(); };
    parts.buildDocks = [this] { buildCurateDocks(); };
    parts.arrange = [this] { arrangeCurate(); };
    parts.addMenu = [this] { addCurateMenu(); };
    parts.focus = [this]() -> QWidget* { return &m_clusters->table(); };
    parts.history = historyOf(m_session.curation()); // its own: in Curate no slider moves
    return parts;
}

void MainWindow::addCurateAction(const char* id, const QString& text, const QKeySequence& key,
                                 void (CurateBench::*run)(), bool (CurateBench::*enabled)() const) {
    m_actions->add({QString::fromLatin1(id),
                    text,
                    {},
                    key,
                    [this, run] { (m_bench->*run)(); },
                    [this, enabled] { return m_workspace == Workspace::Curate && m_bench && (m_bench->*enabled)(); }});
}

void MainWindow::addCurateActions() {
    addCurateAction("curate.next", tr("&Name and Next"), Qt::Key_Return, &CurateBench::nameAndNext,
                    &CurateBench::canEdit);
    m_actions->action(QStringLiteral("curate.next"))->setShortcuts({Qt::Key_Enter, Qt::Key_Return});
    addCurateAction("curate.rename", tr("&Rename"), Qt::Key_F2, &CurateBench::rename, &CurateBench::hasClusters);
    addCurateAction("curate.unnamed", tr("&Jump to the Next Unnamed"), QKeySequence(Qt::CTRL | Qt::Key_J),
                    &CurateBench::nextUnnamed, &CurateBench::canEdit);
    addCurateAction("curate.merge", tr("&Merge Into..."), Qt::Key_M, &CurateBench::mergeInto,
                    &CurateBench::hasClusters);
    addCurateAction("curate.split", tr("&Split"), Qt::Key_S, &CurateBench::split, &CurateBench::hasClusters);
    addCurateAction("curate.move", tr("Mo&ve Selection..."), Qt::Key_V, &CurateBench::moveSelection,
                    &CurateBench::hasMembers);
    addCurateAction("curate.create", tr("New &Cluster"), Qt::Key_N, &CurateBench::createCluster,
                    &CurateBench::hasMembers);
    addCurateAction("curate.exclude", tr("E&xclude or Include"), Qt::Key_X, &CurateBench::exclude,
                    &CurateBench::canExclude);
    addCurateAction("curate.cancel", tr("C&ancel"), Qt::Key_Escape, &CurateBench::cancel, &CurateBench::canCancel);
    for (int number = 0; number < kSuggestions; ++number)
        m_actions->add(
            {suggestionId(number),
             tr("Suggestion &%1").arg(number + 1),
             {},
             QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + number)),
             [this, number] { m_bench->takeSuggestion(number); },
             [this, number] { return m_workspace == Workspace::Curate && m_bench && m_bench->hasSuggestion(number); }});
    m_actions->add({QStringLiteral("curate.threshold"),
                    tr("&Try Another Threshold"),
                    {},
                    QKeySequence(Qt::CTRL | Qt::Key_R),
                    [this] {
                        raiseDock(QStringLiteral("clustering"));
                        m_clustering->focusThreshold();
                    },
                    [this] { return m_workspace == Workspace::Curate && m_session.isOpen(); }});
    m_actions->add({QStringLiteral("curate.find"),
                    tr("&Find a Cluster or Member"),
                    {},
                    QKeySequence(Qt::CTRL | Qt::Key_F),
                    [this] { m_clusters->focusSearch(); },
                    [this] { return m_workspace == Workspace::Curate && m_session.isOpen(); }});
}

void MainWindow::addCurateMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Clusters"));
    const auto add = [&](const char* id) { menu->addAction(m_actions->action(QString::fromLatin1(id))); };
    for (const char* id : {"curate.next", "curate.rename", "curate.unnamed"})
        add(id);
    for (int number = 0; number < kSuggestions; ++number)
        menu->addAction(m_actions->action(suggestionId(number)));
    menu->addSeparator();
    for (const char* id :
         {"curate.merge", "curate.split", "curate.move", "curate.create", "curate.exclude", "curate.cancel"})
        add(id);
    menu->addSeparator();
    add("curate.threshold");
    add("curate.find");
}

QWidget* MainWindow::buildMembersPane() {
    const auto action = [this](const char* id) { return m_actions->action(QString::fromLatin1(id)); };
    m_members = new MembersPanel(m_session,
                                 {{action("curate.next"), tr("name and next")},
                                  {action("curate.rename"), tr("rename")},
                                  {action("curate.merge"), tr("merge into…")},
                                  {action("curate.split"), tr("split")},
                                  {action("curate.move"), tr("move selection…")},
                                  {action("curate.create"), tr("new cluster")},
                                  {action("curate.exclude"), tr("exclude, set aside")},
                                  {action("edit.undo"), tr("undo")},
                                  {action("help.shortcuts"), tr("all keys…")}},
                                 {{action("curate.next"), tr("do it")}, {action("curate.cancel"), tr("cancel")}}, this);
    auto* pane = new Pane(PanePart::Whole, this);
    pane->setContent(m_members);
    return pane;
}

void MainWindow::buildCurateDocks() {
    m_clusters = new ClustersPanel(m_session);
    static_cast<PaneHead*>(addDock(QStringLiteral("clusters"), tr("Clusters"), m_clusters)->titleBarWidget())
        ->addNote(m_clusters->counts());
    const auto action = [this](const char* id) { return m_actions->action(QString::fromLatin1(id)); };
    addDock(QStringLiteral("consequences"), tr("Consequences"),
            new ConsequencesPanel(m_session, action("curate.exclude")));
    m_clustering = new ClusteringPanel(m_session, action("study.cluster"));
    addDock(QStringLiteral("clustering"), tr("Clustering"), m_clustering);
    auto* history = new HistoryPanel(m_session);
    static_cast<PaneHead*>(addDock(QStringLiteral("history"), tr("History"), history)->titleBarWidget())
        ->addNote(history->count());
    buildBench();
}

void MainWindow::arrangeCurate() {
    QDockWidget* clusters = dock("clusters");
    QDockWidget* consequences = dock("consequences");
    QDockWidget* clustering = dock("clustering");
    QDockWidget* history = dock("history");
    addDockWidget(Qt::LeftDockWidgetArea, clusters);
    addDockWidget(Qt::RightDockWidgetArea, consequences);
    splitDockWidget(consequences, clustering, Qt::Vertical);
    splitDockWidget(clustering, history, Qt::Vertical);
    for (QDockWidget* shown : {clusters, consequences, clustering, history})
        shown->show();
    QMetaObject::invokeMethod(
        this,
        [=, this] {
            resizeDocks({clusters, consequences}, {kClustersWidth, kConsequencesWidth}, Qt::Horizontal);
            resizeDocks({consequences, clustering, history}, {kConsequencesHeight, kClusteringHeight, kHistoryHeight},
                        Qt::Vertical);
        },
        Qt::QueuedConnection);
}

void MainWindow::buildBench() {
    m_bench = new CurateBench(m_session, *m_clusters, *m_members);
    connect(m_bench, &CurateBench::stateChanged, m_actions, &ActionRegistry::refresh);
    for (const char* id : kConfined)
        m_actions->confine(QString::fromLatin1(id), {m_clusters, m_members});
}

} // namespace neuroscribe::ui
