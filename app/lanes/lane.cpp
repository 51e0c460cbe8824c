#include "app/lanes/lane.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <utility>

namespace neuroscribe::app {

void setUpThread(const char* name, int niceness) {
    pthread_setname_np(pthread_self(), name);
    // Linux keeps a priority per thread; threads started from this one (OpenMP) inherit it.
    if (niceness > 0)
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
}

Lane::Lane(const char* name, int niceness) : m_thread([this, name, niceness] { run(name, niceness); }) {}

Lane::~Lane() {
    finish();
}

bool Lane::post(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_finishing)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
    return true;
}

void Lane::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_finishing = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void Lane::run(const char* name, int niceness) {
    setUpThread(name, niceness);
    for (;;) {
        // Declared inside the loop: what a task captured is released on this thread, before the next one starts.
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_finishing || !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
}

} // namespace neuroscribe::app
