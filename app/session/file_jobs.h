// Files made from the study: jobs that read it and leave it as it is. Lives on the window's thread; writing is done on
// a lane of its own over a connection of its own, so that no step of the pipeline holds it up. A file appears whole or
// not at all.
#pragma once

#include "app/lanes/job_list.h"
#include "app/lanes/lane.h"
#include "app/session/job_work.h"
#include "core/pipeline/export.h"
#include "core/pipeline/report.h"

#include <QObject>

#include <map>
#include <memory>
#include <stop_token>

namespace neuroscribe::app {

class Session;

class FileJobs : public QObject {
    Q_OBJECT
public:
    /// The session outlives it.
    explicit FileJobs(Session& session, QObject* parent = nullptr);
    ~FileJobs() override; ///< cancels, waits

    // Both need an open study, and write what is shown now: its thresholds, its exclusions.
    /// The study as one HTML file. The time of making is put in here. Job key: "report".
    JobId writeReport(const QString& file, const pipeline::ReportOptions& options);
    /// Job key: "export".
    JobId exportPart(const QString& file, const pipeline::ExportRequest& request);

signals:
    void written(neuroscribe::app::JobId id, const QString& file);

private:
    JobId start(const QString& key, const QString& title, const QString& file, JobWork work);
    void cancel(JobId id);
    void finish(JobId id, const QString& file, const Result<QString>& outcome);

    Session& m_session;
    std::map<JobId, std::stop_source> m_stops; ///< of jobs that wait or run
    Lane m_lane{"files", 10};                  ///< last: ends before what its tasks come back to
};

} // namespace neuroscribe::app
