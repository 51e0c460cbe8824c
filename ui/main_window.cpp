#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/log_file.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/file_commands.h"
#include "ui/status_strip.h"
#include "ui/theme/icons.h"
#include "ui/widgets/notice_bar.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStatusBar>
#include <QUrl>

namespace neuroscribe::ui {
namespace {

constexpr QSize kFirstSize(1400, 850);
constexpr QSize kLeastSize(1000, 640);
constexpr int kMargin = 6;

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files += url.toLocalFile();
    return files;
}

bool isStudy(const QString& path) {
    const QFileInfo info(path);
    return info.fileName() == QLatin1String("study.neuroscribe") ||
           (info.isDir() && QFileInfo::exists(path + QLatin1String("/study.neuroscribe")));
}

} // namespace

MainWindow::MainWindow(app::Session& session, app::Settings& settings, Appearance& appearance)
    : m_session(session), m_settings(settings), m_appearance(appearance), m_actions(new ActionRegistry(this)),
      m_files(new FileCommands(*this, session)) {
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setMinimumSize(kLeastSize);
    resize(kFirstSize);
    setContentsMargins(kMargin, 0, kMargin, 0);
    describeWorkspaces();
    addFileActions();
    addEditActions();
    addStudyActions();
    addExploreActions();
    addCurateActions();
    addValidateActions();
    addWorkspaceActions();
    addViewActions();
    addHelpActions();
    m_actions->takeKeys([&settings](const QString& id) { return settings.shortcut(id); });
    buildWorkspaceBar();
    buildCentre();
    buildDocks();
    buildFinder();
    buildMenus();
    m_status = new StatusStrip(session, this);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    connectSession();
    restoreGeometry(settings.windowGeometry());
    restoreWorkspaces();
    sessionChanged(app::ChangeSet::everything());
}

MainWindow::~MainWindow() = default;

void MainWindow::restoreSession() {
    const QString last = m_settings.openStudy();
    if (!last.isEmpty() && isStudy(last))
        openFolder(last);
}

void MainWindow::importFiles(const QStringList& files) {
    if (!m_session.isOpen() || m_session.isReadOnly())
        return;
    auto* dialog = new ImportDialog(m_session, m_settings, files, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showLogFolder() {
    QDesktopServices::openUrl(QUrl::fromLocalFile(app::logFolder()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_closing && m_session.jobs().anyActive()) {
        event->ignore();
        if (!confirmStop())
            return;
    }
    if (!m_closing && m_session.jobs().anyActive()) {
        // The window stays, and answers, until the job has stopped; then it closes by itself.
        m_closing = true;
        m_session.cancelAllJobs();
        m_status->setMessage(tr("Stopping; what is finished is kept"));
        return;
    }
    if (m_session.jobs().anyActive()) {
        event->ignore();
        return;
    }
    saveLayout();
    m_settings.setWorkspace(parts().id);
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setOpenStudy(m_session.folder());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    const bool study = files.size() == 1 && isStudy(files.front());
    if (study || (m_session.isOpen() && !m_session.isReadOnly()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && isStudy(files.front()))
        openFolder(files.front());
    else
        importFiles(files);
}

} // namespace neuroscribe::ui
