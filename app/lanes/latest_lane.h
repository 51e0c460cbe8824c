// A thread for short work of which only the newest answer matters.
#pragma once

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace neuroscribe::app {

/// Tasks run one after the other. A task replaces the one of the same channel that waits, and asks the one of the same
/// channel that runs to stop.
class LatestLane {
public:
    using Task = std::function<void(std::stop_token)>;

    explicit LatestLane(const char* name);
    ~LatestLane(); ///< drops what waits, asks what runs to stop, waits for it
    LatestLane(const LatestLane&) = delete;
    LatestLane& operator=(const LatestLane&) = delete;

    void post(const QString& channel, Task task);
    /// Drops or stops the channel's task.
    void cancel(const QString& channel);
    void finish(); ///< what the destructor does

private:
    struct Entry {
        QString channel;
        Task task;
    };
    void run(const char* name);
    void dropLocked(const QString& channel);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Entry> m_waiting;
    QString m_runningChannel;
    std::stop_source m_runningStop;
    bool m_running = false;
    bool m_finishing = false;
    std::jthread m_thread; ///< last: starts when all else is there
};

} // namespace neuroscribe::app
