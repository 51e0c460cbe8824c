// A thread that does one task after another, in the order they were given.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace neuroscribe::app {

/// A task sees no object of the window; whatever it needs is captured when it is posted. Cancelling a task is the
/// task's own business (a std::stop_token among its captures).
class Lane {
public:
    /// name: at most 15 characters, shown by debuggers. niceness: added to the thread's, 0 .. 19.
    explicit Lane(const char* name, int niceness = 0);
    ~Lane(); ///< finish()
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    /// False: the lane is finishing, the task was dropped.
    bool post(std::function<void()> task);
    /// Accepts nothing more, runs what is queued, returns when the thread has ended.
    void finish();

private:
    void run(const char* name, int niceness);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_finishing = false;
    std::jthread m_thread; ///< last: starts when all else is there
};

/// Names the calling thread and lowers its priority; where the system refuses, the thread stays as it is.
void setUpThread(const char* name, int niceness);

} // namespace neuroscribe::app
