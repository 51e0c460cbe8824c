// How fast a server is asked: how many requests are under way, and when the next may be sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/base/random.h"
#include "core/base/result.h"

namespace neuroscribe::llm {

struct RetrySettings {
    unsigned attempts = 8;                       ///< of a prompt, the first included
    unsigned timedOutAttempts = 3;               ///< of a prompt whose requests time out: each has kept the server busy
    std::chrono::milliseconds firstDelay{1'000}; ///< doubled at each attempt, then drawn from 0 .. that (full jitter)
    std::chrono::milliseconds longestDelay{60'000};
    /// A server that asks for a longer pause ends the call: whoever started it has to know.
    std::chrono::milliseconds longestPause{600'000};

    Status validate() const; ///< InvalidArgument
};

/// Starts with one request, grows to the limit while answers come, halves when the server is overloaded, and closes for
/// as long as the server asks. Time is passed in. Used from one thread.
class RequestWindow {
public:
    using Clock = std::chrono::steady_clock;
    using Milliseconds = std::chrono::milliseconds;

    RequestWindow(std::size_t limit, const RetrySettings& settings, std::uint64_t seed);

    bool mayAsk(std::size_t underWay, Clock::time_point now) const { return underWay < m_size && now >= m_opens; }
    std::size_t size() const { return m_size; }
    Clock::time_point opens() const { return m_opens; } ///< nothing is sent before

    void answered();
    /// 429 and its like. sent: when the request was; of the requests of one burst, one halves the window. Nobody is
    /// asked again before retryAfter, or a back-off, is over.
    void overloaded(Clock::time_point sent, Clock::time_point now, std::optional<Milliseconds> retryAfter);
    /// Narrower, without a pause: a server that fails or is too slow.
    void narrow(Clock::time_point sent, Clock::time_point now);

    /// How long a prompt waits after its attempt number `attempt` (1 ...) has failed.
    Milliseconds delay(unsigned attempt);

private:
    std::size_t m_limit;
    RetrySettings m_settings;
    Random m_random;
    std::size_t m_size = 1;
    std::size_t m_answers = 0; ///< since the window last changed
    unsigned m_overloads = 0;  ///< bursts in a row
    bool m_doubling = true;    ///< until the server first complains
    Clock::time_point m_opens{};
    Clock::time_point m_narrowed{};
};

} // namespace neuroscribe::llm
