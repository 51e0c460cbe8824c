#include "app/lanes/job_list.h"

#include <algorithm>

namespace neuroscribe::app {
namespace {

bool isActive(const Job& job) {
    return job.state == JobState::Waiting || job.state == JobState::Running || job.state == JobState::Cancelling;
}

} // namespace

const Job* JobList::find(JobId id) const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [id](const Job& job) { return job.id == id; });
    return found == m_jobs.end() ? nullptr : &*found;
}

bool JobList::anyActive() const {
    return std::any_of(m_jobs.begin(), m_jobs.end(), isActive);
}

const Job* JobList::active() const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), isActive);
    return found == m_jobs.end() ? nullptr : &*found;
}

void JobList::clearFinished() {
    std::erase_if(m_jobs, [](const Job& job) { return !isActive(job); });
    emit finishedCleared();
}

JobId JobList::add(const QString& key, const QString& title) {
    Job job;
    job.id = m_next++;
    job.key = key;
    job.title = title;
    m_jobs.push_back(job);
    emit jobAdded(job.id);
    return job.id;
}

void JobList::update(const Job& job) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job& old) { return old.id == job.id; });
    if (found == m_jobs.end())
        return;
    *found = job;
    emit jobChanged(job.id);
}

} // namespace neuroscribe::app
