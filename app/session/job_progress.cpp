#include "app/session/job_progress.h"

#include "app/i18n/error_text.h"

namespace neuroscribe::app {

void setJobState(JobList& jobs, JobId id, JobState state) {
    const Job* job = jobs.find(id);
    if (!job || (job->state == JobState::Cancelling && state == JobState::Running))
        return;
    Job changed = *job;
    changed.state = state;
    jobs.update(changed);
}

void showProgress(JobList& jobs, JobId id, const Job& progress) {
    const Job* job = jobs.find(id);
    if (!job)
        return;
    Job changed = *job;
    changed.step = progress.step;
    changed.done = progress.done;
    changed.total = progress.total;
    changed.remainingSeconds = progress.remainingSeconds;
    jobs.update(changed);
}

void closeJob(JobList& jobs, JobId id, const Result<QString>& outcome, const QString& stopped) {
    const Job* job = jobs.find(id);
    if (!job)
        return;
    Job changed = *job;
    changed.remainingSeconds.reset();
    if (outcome) {
        changed.state = JobState::Done;
        changed.result = *outcome;
    } else if (outcome.error().code == ErrorCode::Cancelled) {
        changed.state = JobState::Cancelled;
        changed.result = stopped;
    } else {
        changed.state = JobState::Failed;
        changed.result = errorSentence(outcome.error());
    }
    jobs.update(changed);
}

} // namespace neuroscribe::app
