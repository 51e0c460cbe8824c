#include "ui/file_commands.h"

#include "app/session/evaluation_controller.h"
#include "app/session/session.h"
#include "ui/action_registry.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/main_window.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/save_file.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace neuroscribe::ui {

FileCommands::FileCommands(MainWindow& window, app::Session& session)
    : QObject(&window), m_window(window), m_session(session), m_jobs(session) {
    connect(&m_jobs, &app::FileJobs::written, this, &FileCommands::tell);
}

void FileCommands::addTo(ActionRegistry& actions) {
    const auto add = [this, &actions](const char* id, const QString& text, const QKeySequence& key,
                                      void (FileCommands::*run)()) {
        const QString name = QString::fromLatin1(id);
        const auto enabled = [this, &actions, name] {
            const QString reason = whyNot();
            actions.action(name)->setToolTip(reason); // the menu shows it
            return reason.isEmpty();
        };
        actions.add({name, text, QStringLiteral("export"), key, [this, run] { (this->*run)(); }, enabled});
    };
    add("file.report", tr("Re&port..."), {}, &FileCommands::writeReport);
    add("file.export", tr("&Export..."), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &FileCommands::exportPart);
}

QString FileCommands::whyNot() const {
    if (!m_session.isOpen())
        return tr("Open a study first");
    return m_session.study()->corpus->size() == 0 ? tr("Import sentences first") : QString();
}

/// One seed draws the neurons and makes the intervals, as on the command line.
pipeline::ReportOptions FileCommands::reportOptions() const {
    pipeline::ReportOptions options;
    if (!m_evaluation)
        return options;
    options.reference = m_evaluation->truth().toStdString();
    const pipeline::NeuronChoice& neurons = m_evaluation->neurons();
    if (neurons.kind == pipeline::NeuronChoice::Kind::Random) {
        options.evaluatedNeurons = neurons.count;
        options.seed = neurons.seed;
    }
    return options;
}

void FileCommands::writeReport() {
    const QString file = askWhereToSave(&m_window, {tr("Write a report of the study"), fileNameOf(m_session.title()),
                                                    QStringLiteral("html"), tr("Web page")});
    if (file.isEmpty() || !m_session.isOpen())
        return;
    m_jobs.writeReport(file, reportOptions());
}

void FileCommands::exportPart() {
    auto* dialog = new ExportDialog(m_session, m_jobs, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FileCommands::tell(app::JobId id, const QString& file) {
    const app::Job* job = m_session.jobs().find(id);
    const bool isReport = job && job->key == QLatin1String("report");
    const QString name = QDir::toNativeSeparators(file);
    NoticeBar::Notice notice;
    notice.text = isReport ? tr("The report was written to %1.").arg(name)
                           : tr("%1 was written: %2.").arg(name, job ? job->result : QString());
    notice.actionText = isReport ? tr("Open") : tr("Show in folder");
    const QUrl place = QUrl::fromLocalFile(isReport ? file : QFileInfo(file).path());
    notice.action = [place] { QDesktopServices::openUrl(place); };
    m_window.notices().show(std::move(notice));
}

} // namespace neuroscribe::ui
