// Every command of the window: text, key, when it can be done.
#include "ui/main_window.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/cluster_dialog.h"
#include "ui/dialogs/describe_dialog.h"
#include "ui/dialogs/rejected_dialog.h"
#include "ui/dialogs/review_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/file_commands.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/finder.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QDialog>

namespace neuroscribe::ui {
namespace {

constexpr int kTextStep = 10;

/// Dialogs of the window don't stop the world: the session goes on behind them.
void showDialog(QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void MainWindow::addFileActions() {
    const auto isOpen = [this] { return m_session.isOpen(); };
    m_actions->add({QStringLiteral("file.new"),
                    tr("&New Study..."),
                    QStringLiteral("new"),
                    QKeySequence::New,
                    [this] { newStudy(); },
                    {}});
    m_actions->add({QStringLiteral("file.open"),
                    tr("&Open..."),
                    QStringLiteral("open"),
                    QKeySequence::Open,
                    [this] { openStudy(); },
                    {}});
    m_actions->add({QStringLiteral("file.demo"),
                    tr("&Built-in Study"),
                    {},
                    {},
                    [this] { openDemo(); },
                    [this] { return !m_session.isOpening(); }});
    m_actions->add({QStringLiteral("file.saveAs"),
                    tr("Save &As..."),
                    {},
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                    [this] { saveAs(); },
                    isOpen});
    m_files->addTo(*m_actions);
    m_actions->add({QStringLiteral("file.close"), tr("&Close Study"), QStringLiteral("close"),
                    QKeySequence(Qt::CTRL | Qt::Key_W),
                    [this] {
                        if (m_session.jobs().anyActive() && !confirmStop())
                            return;
                        m_settings.setOpenStudy({});
                        m_session.closeStudy();
                    },
                    isOpen});
    m_actions->add(
        {QStringLiteral("file.quit"), tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); }, {}});
}

void MainWindow::addEditActions() {
    m_actions->add({QStringLiteral("edit.undo"), tr("&Undo"), QStringLiteral("undo"), QKeySequence::Undo,
                    [this] { parts().history.undo(); }, [this] { return parts().history.canUndo(); }});
    m_actions->add({QStringLiteral("edit.redo"), tr("&Redo"), QStringLiteral("redo"),
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { parts().history.redo(); },
                    [this] { return parts().history.canRedo(); }});
    m_actions->action(QStringLiteral("edit.redo"))
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_actions->add({QStringLiteral("edit.find"), tr("&Find..."), QStringLiteral("search"),
                    QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_finder->popUp(); },
                    [this] { return m_session.isOpen(); }});
    m_actions->add({QStringLiteral("edit.preferences"),
                    tr("&Preferences..."),
                    QStringLiteral("settings"),
                    QKeySequence(Qt::CTRL | Qt::Key_Comma),
                    [this] { showDialog(new SettingsDialog(m_settings, m_appearance, this)); },
                    {}});
}

void MainWindow::addStudyActions() {
    const auto canWrite = [this] { return m_session.isOpen() && !m_session.isReadOnly(); };
    const auto hasSentences = [this, canWrite] { return canWrite() && m_session.study()->corpus->size() != 0; };
    m_actions->add({QStringLiteral("study.import"), tr("&Import..."), QStringLiteral("import"),
                    QKeySequence(Qt::CTRL | Qt::Key_I), [this] { importFiles({}); }, canWrite});
    m_actions->add({QStringLiteral("study.describe"),
                    tr("&Topics..."),
                    {},
                    QKeySequence(Qt::CTRL | Qt::Key_T),
                    [this] { showDialog(new DescribeDialog(m_session, m_settings, this)); },
                    hasSentences});
    m_actions->add({QStringLiteral("study.cluster"),
                    tr("&Cluster Topics..."),
                    {},
                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
                    [this] { showDialog(new ClusterDialog(m_session, m_settings, this)); },
                    [this, canWrite] {
                        return canWrite() && m_session.curation().topics() && !m_session.curation().topics()->isEmpty();
                    }});
    m_actions->add({QStringLiteral("study.review"),
                    tr("Re&view Names..."),
                    {},
                    {},
                    [this] { showDialog(new ReviewDialog(m_session, this)); },
                    [this, canWrite] { return canWrite() && m_session.curation().canEdit(); }});
    m_actions->add({QStringLiteral("study.label"),
                    tr("&Label..."),
                    {},
                    QKeySequence(Qt::CTRL | Qt::Key_L),
                    [this] { label(); },
                    hasSentences});
    m_actions->add({QStringLiteral("study.extract"), tr("&Extract..."), QStringLiteral("run"),
                    QKeySequence(Qt::CTRL | Qt::Key_E), [this] { extract(); }, hasSentences});
    m_actions->add({QStringLiteral("study.stop"), tr("&Stop"), QStringLiteral("stop"),
                    QKeySequence(Qt::CTRL | Qt::Key_Period), [this] { m_session.cancelAllJobs(); },
                    [this] { return m_session.jobs().anyActive(); }});
    m_actions->add({QStringLiteral("study.rejected"),
                    tr("&Rejected Records..."),
                    QStringLiteral("table"),
                    {},
                    [this] { showDialog(new RejectedDialog(m_session, this)); },
                    [this] { return m_session.isOpen() && m_session.study()->corpus->size() != 0; }});
}

void MainWindow::addViewActions() {
    m_actions->add({QStringLiteral("view.textLarger"),
                    tr("&Larger Text"),
                    {},
                    QKeySequence::ZoomIn,
                    [this] { zoomText(kTextStep); },
                    {}});
    m_actions->add({QStringLiteral("view.textSmaller"),
                    tr("&Smaller Text"),
                    {},
                    QKeySequence::ZoomOut,
                    [this] { zoomText(-kTextStep); },
                    {}});
    m_actions->add({QStringLiteral("view.resetLayout"),
                    tr("&Reset Layout"),
                    {},
                    {},
                    [this] { resetLayout(); },
                    [this] { return m_session.isOpen(); }});
}

void MainWindow::zoomText(int percent) {
    m_settings.setTextPercent(m_settings.textPercent() + percent);
    m_appearance.apply(m_settings.theme(), m_settings.textPercent());
}

void MainWindow::addHelpActions() {
    m_actions->add({QStringLiteral("help.shortcuts"),
                    tr("&Keyboard Shortcuts"),
                    {},
                    QKeySequence(Qt::Key_F1),
                    [this] { showDialog(new ShortcutsDialog(*m_actions, m_settings, this)); },
                    {}});
    m_actions->add({QStringLiteral("help.log"), tr("Open &Log Folder"), {}, {}, [this] { showLogFolder(); }, {}});
    m_actions->add({QStringLiteral("help.about"),
                    tr("&About Neuroscribe"),
                    QStringLiteral("info"),
                    {},
                    [this] { showDialog(new AboutDialog(m_session, this)); },
                    {}});
}

} // namespace neuroscribe::ui
