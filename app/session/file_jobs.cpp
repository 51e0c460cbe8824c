#include "app/session/file_jobs.h"

#include "app/session/job_progress.h"
#include "app/session/session.h"
#include "core/io/row_writer.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QMetaObject>

#include <utility>

namespace neuroscribe::app {
namespace {

std::string path(const QString& text) {
    return QFile::encodeName(text).toStdString();
}

/// What is excluded now may not be stored yet, or never will be in a study that is only read.
std::shared_ptr<const pipeline::StudyData> shownStudy(const Session& session) {
    auto study = std::make_shared<pipeline::StudyData>(*session.study());
    for (std::uint32_t column = 0; column < study->descriptors.size(); ++column)
        study->descriptors[column].excluded = session.isExcluded(column);
    return study;
}

Result<QString> run(const std::string& folder, const JobWork& work, std::stop_token stop, ProgressSink& progress) {
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "", "stopped before it began", ""};
    NS_ASSIGN(store::Project project, store::Project::open(folder, store::Access::ReadOnly));
    return work(project, std::move(stop), progress);
}

} // namespace

FileJobs::FileJobs(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&session.jobs(), &JobList::cancelRequested, this, &FileJobs::cancel);
}

FileJobs::~FileJobs() {
    for (auto& [id, stop] : m_stops)
        stop.request_stop();
    m_lane.finish();
}

JobId FileJobs::writeReport(const QString& file, const pipeline::ReportOptions& options) {
    pipeline::ReportOptions dated = options;
    dated.madeAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    const auto work = [study = shownStudy(m_session), thresholds = m_session.thresholds(), dated, file,
                       target = path(file)](store::Project& project, std::stop_token stop,
                                            ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(const io::Report report,
                  pipeline::studyReport(project.connection(), *study, thresholds, dated, stop, progress));
        NS_TRY(io::writeWhole(target, io::reportHtml(report)));
        return file;
    };
    return start(QStringLiteral("report"), tr("Report"), file, work);
}

JobId FileJobs::exportPart(const QString& file, const pipeline::ExportRequest& request) {
    pipeline::ExportRequest placed = request;
    placed.file = path(file);
    const auto work = [study = shownStudy(m_session), thresholds = m_session.thresholds(), placed](
                          store::Project& project, std::stop_token stop, ProgressSink& progress) -> Result<QString> {
        NS_ASSIGN(const auto size, pipeline::exportPart(project, study, thresholds, placed, stop, progress));
        return tr("%1 rows, %2 columns")
            .arg(QLocale().toString(static_cast<qulonglong>(size.rows)),
                 QLocale().toString(static_cast<qulonglong>(size.columns)));
    };
    return start(QStringLiteral("export"), tr("Export"), file, work);
}

JobId FileJobs::start(const QString& key, const QString& title, const QString& file, JobWork work) {
    const JobId id = m_session.jobs().add(key, title);
    m_lane.post(
        [this, id, file, work = std::move(work), folder = path(m_session.folder()), stop = m_stops[id].get_token()] {
            const auto toWindow = [this](auto deliver) {
                QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
            };
            toWindow([this, id] { setJobState(m_session.jobs(), id, JobState::Running); });
            JobProgress progress([this, id, &toWindow](const Job& job) {
                toWindow([this, id, job] { showProgress(m_session.jobs(), id, job); });
            });
            toWindow([this, id, file, outcome = run(folder, work, stop, progress)] { finish(id, file, outcome); });
        });
    return id;
}

void FileJobs::cancel(JobId id) {
    const auto stop = m_stops.find(id);
    if (stop == m_stops.end())
        return;
    stop->second.request_stop();
    setJobState(m_session.jobs(), id, JobState::Cancelling);
}

void FileJobs::finish(JobId id, const QString& file, const Result<QString>& outcome) {
    m_stops.erase(id);
    closeJob(m_session.jobs(), id, outcome, tr("Stopped. No file was written."));
    if (outcome)
        emit written(id, file);
    else if (outcome.error().code != ErrorCode::Cancelled)
        emit m_session.failed(outcome.error());
}

} // namespace neuroscribe::app
