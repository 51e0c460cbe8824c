// The long jobs of the session, with progress and cancel: what the Jobs panel and the status bar show.
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace neuroscribe::app {

using JobId = std::uint64_t;

enum class JobState { Waiting, Running, Cancelling, Done, Cancelled, Failed };

struct Job {
    JobId id = 0;
    QString title; ///< translated: "Extract activations"
    QString key;   ///< "import", "label", "extract", "demo", "copy"
    JobState state = JobState::Waiting;
    QString step;           ///< key of the part under way, from Progress::step
    std::uint64_t done = 0; ///< units
    std::uint64_t total = 0;
    std::optional<double> remainingSeconds;
    QString result; ///< translated one-line result or error, when finished
};

/// Lives on the window's thread.
class JobList : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    const std::vector<Job>& jobs() const { return m_jobs; } ///< newest last
    const Job* find(JobId id) const;
    bool anyActive() const;
    const Job* active() const; ///< the first that waits or runs; null: nothing is under way
    void cancel(JobId id) { emit cancelRequested(id); }
    void clearFinished();

    // For the session only.
    JobId add(const QString& key, const QString& title);
    void update(const Job& job);

signals:
    void jobAdded(neuroscribe::app::JobId id);
    void jobChanged(neuroscribe::app::JobId id);
    void finishedCleared();
    void cancelRequested(neuroscribe::app::JobId id);

private:
    std::vector<Job> m_jobs;
    JobId m_next = 1;
};

} // namespace neuroscribe::app
