// Progress of core as a job that the list shows.
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

} // namespace neuroscribe::app
