#include "tests/support/stall_watch.h"

#include <QMetaObject>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace neuroscribe::test {
namespace {

constexpr auto kPause = std::chrono::milliseconds(1);
constexpr double kMsPerNs = 1e-6;

double milliseconds(const timespec& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * kMsPerNs;
}

clockid_t clockOfThisThread() {
    clockid_t clock = 0;
    ::pthread_getcpuclockid(::pthread_self(), &clock);
    return clock;
}

} // namespace

StallWatch::StallWatch()
    : m_watched(static_cast<int>(::syscall(SYS_gettid))), m_clock(clockOfThisThread()),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

StallWatch::~StallWatch() {
    m_thread.request_stop();
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = false;
    }
    m_arrived.notify_all();
}

StallWatch::Clocks StallWatch::read() const {
    Clocks clocks;
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    clocks.wallMs = milliseconds(time);
    ::clock_gettime(m_clock, &time);
    clocks.cpuMs = milliseconds(time);
    std::ifstream statistics("/proc/self/task/" + std::to_string(m_watched) + "/schedstat");
    double ranNs = 0, waitedNs = 0;
    if (statistics >> ranNs >> waitedNs)
        clocks.waitedMs = waitedNs * kMsPerNs;
    return clocks;
}

void StallWatch::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::unique_lock lock(m_mutex);
        m_waiting = true;
        QMetaObject::invokeMethod(
            &m_receiver, [this, posted = read()] { taken(posted); }, Qt::QueuedConnection);
        m_arrived.wait(lock, [this] { return !m_waiting; });
        lock.unlock();
        std::this_thread::sleep_for(kPause);
    }
}

void StallWatch::taken(const Clocks& posted) {
    const Clocks now = read();
    const double wall = now.wallMs - posted.wallMs;
    m_stalls.push_back(
        {wall, std::max(0.0, wall - (now.waitedMs - posted.waitedMs)), now.cpuMs - posted.cpuMs, m_doing});
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = false;
    }
    m_arrived.notify_all();
}

std::vector<Stall> StallWatch::worst(double Stall::*by, std::size_t most) const {
    std::vector<Stall> sorted = m_stalls;
    std::sort(sorted.begin(), sorted.end(), [by](const Stall& a, const Stall& b) { return a.*by > b.*by; });
    sorted.resize(std::min(most, sorted.size()));
    return sorted;
}

} // namespace neuroscribe::test
