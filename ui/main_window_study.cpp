// Opening, saving and running a study from the window.
#include "ui/main_window.h"

#include "app/i18n/error_text.h"
#include "app/session/runtime_speed.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/pipeline/demo.h"
#include "core/pipeline/places.h"
#include "ui/action_registry.h"
#include "ui/dialogs/extract_dialog.h"
#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/new_study_dialog.h"
#include "ui/status_strip.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/welcome_page.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr int kNameWidth = 420;

QString studiesFolder() {
    const auto folder = pipeline::studiesFolder();
    return folder ? QFile::decodeName(QByteArray::fromStdString(*folder)) : QDir::homePath();
}

QString startFolder(const app::Settings& settings) {
    return settings.lastFolder().isEmpty() ? QDir::homePath() : settings.lastFolder();
}

} // namespace

void MainWindow::connectSession() {
    connect(&m_session, &app::Session::changed, this, &MainWindow::sessionChanged);
    connect(&m_session, &app::Session::stepsChanged, m_actions, &ActionRegistry::refresh);
    connect(&m_session, &app::Session::failed, m_notices, &NoticeBar::showError);
    connect(&m_session, &app::Session::openFailed, this, &MainWindow::openFailed);
    connect(&m_session, &app::Session::noticed, this, [this](const QString& message) {
        m_notices->show({NoticeBar::Kind::Information, message, {}, {}, {}});
    });
    connect(&m_session, &app::Session::runtimeInfoChanged, this, &MainWindow::runtimeKnown);
    connect(&m_session.jobs(), &app::JobList::jobChanged, this, &MainWindow::jobChanged);
    connect(&m_session, &app::Session::undoChanged, this, &MainWindow::updateUndoTexts);
    connect(&m_session.curation(), &app::CurationController::historyChanged, this, &MainWindow::updateUndoTexts);
}

void MainWindow::sessionChanged(const app::ChangeSet& change) {
    if (!change.study)
        return;
    const bool open = m_session.isOpen();
    m_pages->setCurrentWidget(open ? parts().centre : m_welcome);
    showDocks(open);
    m_welcome->refresh();
    const QString folder = open ? m_session.folder() : QString();
    if (std::exchange(m_shownFolder, folder) != folder && open) {
        m_settings.addRecentStudy(m_session.folder());
        m_settings.setOpenStudy(m_session.folder()); // found again after a crash
        if (m_session.isReadOnly())
            m_notices->show({NoticeBar::Kind::Information, tr("This study is open for reading only."), {}, {}, {}});
        parts().focus()->setFocus(Qt::OtherFocusReason);
    }
    updateTitle();
    m_actions->refresh();
}

void MainWindow::updateTitle() {
    const QString title = m_session.title();
    if (title.isEmpty())
        setWindowTitle(tr("Neuroscribe"));
    else if (m_session.isReadOnly())
        setWindowTitle(tr("%1 (read-only) - Neuroscribe").arg(title));
    else
        setWindowTitle(tr("%1 - Neuroscribe").arg(title));
    setWindowFilePath(m_session.folder());
    m_studyName->setText(fontMetrics().elidedText(title, Qt::ElideMiddle, kNameWidth));
    m_studyName->setToolTip(QDir::toNativeSeparators(m_session.folder()));
}

void MainWindow::newStudy() {
    auto* dialog = new NewStudyDialog(studiesFolder(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (!m_session.jobs().anyActive() || confirmStop())
            m_session.createStudy(dialog->folder());
    });
    dialog->open();
}

void MainWindow::openStudy() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a study"), startFolder(m_settings),
                                                      tr("Neuroscribe studies (study.neuroscribe)"));
    if (file.isEmpty())
        return;
    const QString folder = QFileInfo(file).path();
    m_settings.setLastFolder(QFileInfo(folder).path());
    openFolder(folder);
}

void MainWindow::openFolder(const QString& folder, bool readOnly) {
    if (isHere(folder) && (m_session.isOpening() || m_session.isReadOnly() == readOnly))
        return;
    if (m_session.jobs().anyActive() && !confirmStop())
        return;
    m_notices->clear();
    m_session.openStudy(folder, readOnly);
}

/// Whether the study is open, or being opened.
bool MainWindow::isHere(const QString& folder) const {
    if (!m_session.isOpen() && !m_session.isOpening())
        return false;
    const QFileInfo asked(folder), here(m_session.folder());
    return asked.exists() ? asked.canonicalFilePath() == here.canonicalFilePath()
                          : asked.absoluteFilePath() == here.absoluteFilePath();
}

void MainWindow::openDemo() {
    const auto found = pipeline::defaultDemoFolder();
    if (!found) {
        m_notices->showError(found.error());
        return;
    }
    const QString folder = QFile::decodeName(QByteArray::fromStdString(*found));
    if (isHere(folder) || (m_session.jobs().anyActive() && !confirmStop()))
        return;
    m_notices->clear();
    m_session.openDemo(folder);
}

void MainWindow::openFailed(const QString& folder, const Error& error) {
    if (error.code == ErrorCode::Cancelled)
        return;
    NoticeBar::Notice notice{NoticeBar::Kind::Error, app::errorSentence(error), app::errorDetails(error), {}, {}};
    const bool readable =
        error.code == ErrorCode::Locked || error.code == ErrorCode::ReadOnly || error.code == ErrorCode::NewerVersion;
    if (readable) {
        notice.actionText = tr("Open read-only");
        notice.action = [this, folder] { openFolder(folder, true); };
    } else if (error.code == ErrorCode::NotFound) {
        m_settings.removeRecentStudy(folder);
        m_welcome->refresh();
    }
    m_notices->show(notice);
}

void MainWindow::saveAs() {
    const QString folder = QFileDialog::getSaveFileName(this, tr("Save the study as a new folder"),
                                                        startFolder(m_settings) + QLatin1Char('/') + m_session.title());
    if (folder.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(folder).path());
    m_copyFolder = folder;
    m_copiedFolder = m_session.folder();
    m_copyJob = m_session.saveCopy(folder);
}

void MainWindow::openCopy() {
    if (isHere(m_copiedFolder)) // else something else was opened meanwhile
        openFolder(m_copyFolder);
}

void MainWindow::label() {
    auto* dialog = new LabelDialog(m_session, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::extract() {
    auto* dialog = new ExtractDialog(m_session, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::jobChanged(app::JobId id) {
    m_actions->refresh();
    const app::Job* job = m_session.jobs().find(id);
    if (id == m_copyJob && job->state == app::JobState::Done) {
        m_copyJob = 0;
        QMetaObject::invokeMethod(this, &MainWindow::openCopy, Qt::QueuedConnection); // may ask: not from in here
    }
    if (job->key == QLatin1String("import") && job->state == app::JobState::Done)
        m_notices->show({NoticeBar::Kind::Information,
                         tr("Import finished: %1.").arg(job->result),
                         {},
                         tr("Show rejected records"),
                         [this] { m_actions->action(QStringLiteral("study.rejected"))->trigger(); }});
    if (m_closing && !m_session.jobs().anyActive())
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

void MainWindow::runtimeKnown() {
    const nn::RuntimeInfo& info = *m_session.runtimeInfo();
    if (!app::isSlow(info))
        return;
    m_notices->show({NoticeBar::Kind::Warning,
                     tr("Computing is slow here: the linear algebra library reaches %1 GFLOP/s on %Ln thread(s). "
                        "Install OpenBLAS (libopenblas0-openmp).",
                        nullptr, static_cast<int>(info.threads))
                         .arg(QLocale().toString(info.sgemmGflops, 'f', 1)),
                     QString::fromStdString(info.blas),
                     {},
                     {}});
}

/// True also where what was under way ends before there is an answer.
bool MainWindow::confirmStop() {
    const app::JobList& jobs = m_session.jobs();
    QMessageBox box(QMessageBox::NoIcon, tr("Work is under way"), {}, QMessageBox::NoButton, this);
    box.setInformativeText(tr("What is finished is kept; it can be resumed later."));
    const auto* stop = box.addButton(tr("&Stop"), QMessageBox::AcceptRole);
    auto* stay = box.addButton(tr("&Keep Running"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    bool ended = false;
    const auto ask = [&box, &jobs, &ended] {
        ended = !jobs.anyActive();
        if (ended)
            box.accept();
        else
            box.setText(tr("%1 has not finished. Stop it?").arg(jobs.active()->title));
    };
    ask();
    connect(&jobs, &app::JobList::jobChanged, &box, ask);
    box.exec();
    return ended || box.clickedButton() == stop;
}

} // namespace neuroscribe::ui
