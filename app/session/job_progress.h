// What becomes of a job, as the list shows it.
#pragma once

#include "app/lanes/job_list.h"
#include "core/base/progress.h"

#include <functional>
#include <utility>

namespace neuroscribe::app {

/// Carries progress from the compute lane to the list of jobs.
class JobProgress final : public ProgressSink {
public:
    using Report = std::function<void(const Job&)>;
    explicit JobProgress(Report report) : m_report(std::move(report)) {}

    void progress(const Progress& progress) override {
        Job job;
        job.step = QString::fromUtf8(progress.step.data(), static_cast<qsizetype>(progress.step.size()));
        job.done = progress.done;
        job.total = progress.total;
        job.remainingSeconds = progress.remainingSeconds;
        m_report(job);
    }

private:
    Report m_report;
};

// On the window's thread, by whoever runs the job; one that the list no longer has is left alone.
/// Running never takes back Cancelling.
void setJobState(JobList& jobs, JobId id, JobState state);
/// Step, counts and remaining time, from JobProgress.
void showProgress(JobList& jobs, JobId id, const Job& progress);
/// Done, stopped or failed. stopped: what a person who stopped it is told.
void closeJob(JobList& jobs, JobId id, const Result<QString>& outcome, const QString& stopped);

} // namespace neuroscribe::app
