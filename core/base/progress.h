// Progress of long work. A job gets a ProgressSink and a std::stop_token; it never owns or stores them beyond the call.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace neuroscribe {

struct Progress {
    std::string_view step;   ///< stable English key: "import", "extract", "rank", "label", ...
    std::uint64_t done = 0;  ///< units finished
    std::uint64_t total = 0; ///< units in all; 0 = unknown
    std::optional<double> remainingSeconds;
};

/// Called from the working thread, at most every ~100 ms and once at the end. Implementations must be thread-safe.
class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    virtual void progress(const Progress& progress) = 0;
};

class NullProgress final : public ProgressSink {
public:
    void progress(const Progress&) override {}
};

/// Turns counts into throttled reports with remaining time. One per job, used on one thread.
class ProgressMeter {
public:
    ProgressMeter(ProgressSink& sink, std::string_view step, std::uint64_t total, std::uint64_t alreadyDone = 0);
    /// Reports `done` units, if 100 ms have passed since the last report or all is done.
    void update(std::uint64_t done);

private:
    using Clock = std::chrono::steady_clock;
    ProgressSink& m_sink;
    std::string_view m_step;
    std::uint64_t m_total;
    std::uint64_t m_first;
    Clock::time_point m_start;
    Clock::time_point m_last;
};

} // namespace neuroscribe
