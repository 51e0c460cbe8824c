#include "app/lanes/latest_lane.h"

#include "app/lanes/lane.h"

#include <algorithm>
#include <utility>

namespace neuroscribe::app {

LatestLane::LatestLane(const char* name) : m_thread([this, name] { run(name); }) {}

LatestLane::~LatestLane() {
    finish();
}

void LatestLane::post(const QString& channel, Task task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_finishing)
            return;
        dropLocked(channel);
        m_waiting.push_back({channel, std::move(task)});
    }
    m_wake.notify_one();
}

void LatestLane::cancel(const QString& channel) {
    const std::lock_guard lock(m_mutex);
    dropLocked(channel);
}

void LatestLane::dropLocked(const QString& channel) {
    std::erase_if(m_waiting, [&](const Entry& entry) { return entry.channel == channel; });
    if (m_running && m_runningChannel == channel)
        m_runningStop.request_stop();
}

void LatestLane::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_finishing = true;
        m_waiting.clear();
        m_runningStop.request_stop();
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void LatestLane::run(const char* name) {
    setUpThread(name, 0);
    for (;;) {
        Entry entry;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            m_running = false;
            m_wake.wait(lock, [this] { return m_finishing || !m_waiting.empty(); });
            if (m_finishing)
                return;
            entry = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_runningChannel = entry.channel;
            m_runningStop = std::stop_source();
            stop = m_runningStop.get_token();
            m_running = true;
        }
        entry.task(stop);
    }
}

} // namespace neuroscribe::app
