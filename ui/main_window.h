// The window: assembles panels, menus, docks and dialogs around one session; no logic of its own.
#pragma once

#include "app/lanes/job_list.h"
#include "app/session/change_set.h"
#include "core/base/result.h"
#include "ui/workspace.h"

#include <QMainWindow>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class ActionRegistry;
class Appearance;
class ClusteringPanel;
class ClustersPanel;
class CurateBench;
class EvaluationHead;
class FileCommands;
class Finder;
class HeatMapPanel;
class MembersPanel;
class NeuronPanel;
class NoticeBar;
class Panel;
class QuestionPanel;
class SegmentedControl;
class StatusStrip;
class ThresholdsPanel;
class WelcomePage;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// All outlive the window.
    MainWindow(app::Session& session, app::Settings& settings, Appearance& appearance);
    ~MainWindow() override;

    ActionRegistry& actions() { return *m_actions; }
    NoticeBar& notices() { return *m_notices; }
    FileCommands& files() { return *m_files; }
    /// What to do at start, when nothing was asked for: the study that was open last, or the welcome page.
    void restoreSession();
    void importFiles(const QStringList& files); ///< opens the import dialog on them
    void showLogFolder();
    Workspace workspace() const { return m_workspace; }
    void setWorkspace(Workspace workspace);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // --- main_window_actions.cpp
    void addFileActions();
    void addEditActions();
    void addStudyActions();
    void addViewActions();
    void addHelpActions();
    void zoomText(int percent);

    // --- main_window_curate.cpp
    WorkspaceParts curateParts();
    void addCurateActions();
    void addCurateAction(const char* id, const QString& text, const QKeySequence& key, void (CurateBench::*run)(),
                         bool (CurateBench::*enabled)() const);
    void addCurateMenu();
    QWidget* buildMembersPane();
    void buildCurateDocks();
    void arrangeCurate();
    void buildBench();

    // --- main_window_validate.cpp
    WorkspaceParts validateParts();
    void addValidateActions();
    void addValidateMenu();
    QWidget* buildQuestionPane();
    void buildValidateDocks();
    void arrangeValidate();
    void askForPerson();

    // --- main_window_workspaces.cpp
    void describeWorkspaces();
    void addWorkspaceActions();
    WorkspaceParts& parts(Workspace workspace);
    const WorkspaceParts& parts() const; ///< of the workspace that is shown
    void showWorkspace();                ///< its page, with the keys there
    void restoreWorkspaces();
    void updateUndoTexts();

    // --- main_window_explore.cpp
    WorkspaceParts exploreParts();
    void addExploreActions();
    void addExploreMenu();
    std::optional<std::uint32_t> descriptorAtHand() const;
    QWidget* buildHeatMapPane();
    void buildExploreDocks();
    void arrangeExplore();

    // --- main_window_evaluate.cpp
    WorkspaceParts evaluateParts();
    QWidget* buildEvaluation();
    void arrangeEvaluate();

    // --- main_window_menus.cpp
    void buildMenus();
    void buildWorkspaceBar();
    void fillRecentMenu();
    QMenu* themeMenu();

    // --- main_window_docks.cpp
    void buildCentre();
    void buildDocks();
    QDockWidget* addDock(const QString& name, const QString& title, Panel* content);
    QDockWidget* dock(const char* name) const;
    int layoutVersion() const;
    void arrangeDocks();
    void updateHeads();
    void showDocks(bool on);
    void resetLayout();
    void raiseDock(const QString& name);
    void saveLayout();
    void buildFinder();

    // --- main_window_study.cpp
    void connectSession();
    void newStudy();
    void openStudy();
    void openFolder(const QString& folder, bool readOnly = false);
    bool isHere(const QString& folder) const;
    void openDemo();
    void saveAs();
    void openCopy();
    void label();
    void extract();
    void openFailed(const QString& folder, const Error& error);
    void sessionChanged(const app::ChangeSet& change);
    void jobChanged(app::JobId id);
    void runtimeKnown();
    void updateTitle();
    bool confirmStop();

    app::Session& m_session;
    app::Settings& m_settings;
    Appearance& m_appearance;
    ActionRegistry* m_actions;
    FileCommands* m_files;
    NoticeBar* m_notices = nullptr;
    QStackedWidget* m_pages = nullptr;
    WelcomePage* m_welcome = nullptr;
    HeatMapPanel* m_heatMap = nullptr;
    ThresholdsPanel* m_thresholds = nullptr;
    NeuronPanel* m_neuron = nullptr;
    StatusStrip* m_status = nullptr;
    Finder* m_finder = nullptr;
    QMenu* m_recentMenu = nullptr;
    QLabel* m_studyName = nullptr;
    SegmentedControl* m_workspaceBar = nullptr;
    EvaluationHead* m_evaluationHead = nullptr;
    MembersPanel* m_members = nullptr;
    ClustersPanel* m_clusters = nullptr;
    ClusteringPanel* m_clustering = nullptr;
    CurateBench* m_bench = nullptr;
    QuestionPanel* m_questions = nullptr;
    std::vector<QDockWidget*> m_docks;
    Workspace m_workspace = Workspace::Explore;
    std::vector<WorkspaceParts> m_workspaces; ///< in the order of the bar
    bool m_docksShown = false;
    bool m_closing = false;
    app::JobId m_copyJob = 0; ///< Save As under way: the copy is opened when it is done
    QString m_copyFolder, m_copiedFolder;
    QString m_shownFolder; ///< of the study that is seen; empty: none
};

} // namespace neuroscribe::ui
