#include "core/base/progress.h"

namespace neuroscribe {

ProgressMeter::ProgressMeter(ProgressSink& sink, std::string_view step, std::uint64_t total, std::uint64_t alreadyDone)
    : m_sink(sink), m_step(step), m_total(total), m_first(alreadyDone), m_start(Clock::now()) {
    m_sink.progress({m_step, alreadyDone, m_total, std::nullopt});
}

void ProgressMeter::update(std::uint64_t done) {
    const auto now = Clock::now();
    const bool finished = m_total != 0 && done >= m_total;
    if (!finished && now - m_last < std::chrono::milliseconds(100))
        return;
    m_last = now;
    std::optional<double> remaining;
    if (done > m_first && m_total >= done) {
        const double seconds = std::chrono::duration<double>(now - m_start).count();
        remaining = seconds / static_cast<double>(done - m_first) * static_cast<double>(m_total - done);
    }
    m_sink.progress({m_step, done, m_total, remaining});
}

} // namespace neuroscribe
