// How long a thread with an event loop does not come back to it. A second thread posts an event, waits until it is
// taken, and so on; the longest wait is the longest stall. On a machine with other work a wait says little, so the time
// that the watched thread was ready but had no core is told apart (Linux: /proc/.../schedstat).
#pragma once

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace neuroscribe::test {

struct Stall {
    double wallMs = 0; ///< from posting to taking
    double ownMs = 0;  ///< without the waiting for a core; waits for helpers of Qt that had none are in it
    double cpuMs = 0;  ///< computed by the watched thread
    std::string doing; ///< what was under way when it was taken
};

/// Made, used and destroyed on the watched thread.
class StallWatch {
public:
    StallWatch();
    ~StallWatch();
    StallWatch(const StallWatch&) = delete;
    StallWatch& operator=(const StallWatch&) = delete;

    void setDoing(std::string what) { m_doing = std::move(what); }
    /// The longest by one of the times, longest first.
    std::vector<Stall> worst(double Stall::*by, std::size_t most) const;
    std::size_t samples() const { return m_stalls.size(); }

private:
    struct Clocks {
        double wallMs = 0;
        double cpuMs = 0;
        double waitedMs = 0; ///< for a core
    };
    Clocks read() const; ///< of the watched thread, from any thread
    void run(const std::stop_token& stop);
    void taken(const Clocks& posted);

    QObject m_receiver; ///< lives on the watched thread
    int m_watched;      ///< its number
    clockid_t m_clock;  ///< of the time it has computed
    std::string m_doing;
    std::vector<Stall> m_stalls;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    bool m_waiting = false;
    std::jthread m_thread; ///< last: starts when all else is there
};

} // namespace neuroscribe::test
