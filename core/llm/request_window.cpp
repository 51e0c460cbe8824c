#include "core/llm/request_window.h"

#include <algorithm>

namespace neuroscribe::llm {

Status RetrySettings::validate() const {
    if (attempts == 0 || timedOutAttempts == 0 || firstDelay.count() <= 0 || longestDelay < firstDelay ||
        longestPause.count() < 0)
        return Error{ErrorCode::InvalidArgument, "retries", "attempts and delays must be positive", ""};
    return {};
}

RequestWindow::RequestWindow(std::size_t limit, const RetrySettings& settings, std::uint64_t seed)
    : m_limit(limit), m_settings(settings), m_random(seed) {}

void RequestWindow::answered() {
    m_overloads = 0;
    if (++m_answers < m_size && !m_doubling)
        return;
    m_answers = 0;
    m_size = std::min(m_size + 1, m_limit); // one more an answer doubles the window, one more a windowful widens it
}

void RequestWindow::narrow(Clock::time_point sent, Clock::time_point now) {
    if (sent < m_narrowed)
        return;
    m_doubling = false;
    m_answers = 0;
    m_size = std::max<std::size_t>(1, m_size / 2);
    m_narrowed = now;
}

void RequestWindow::overloaded(Clock::time_point sent, Clock::time_point now, std::optional<Milliseconds> retryAfter) {
    const bool newBurst = sent >= m_narrowed;
    narrow(sent, now);
    if (newBurst)
        ++m_overloads;
    if (retryAfter)
        m_opens = std::max(m_opens, now + *retryAfter);
    else if (newBurst)
        m_opens = std::max(m_opens, now + delay(m_overloads));
}

RequestWindow::Milliseconds RequestWindow::delay(unsigned attempt) {
    const unsigned doublings = std::min(attempt, 31U) - std::min(attempt, 1U);
    const std::int64_t longest = std::min(m_settings.longestDelay.count(), m_settings.firstDelay.count() << doublings);
    return Milliseconds(static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(longest) + 1)));
}

} // namespace neuroscribe::llm
