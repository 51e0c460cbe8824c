// When the answers of a language model are to be committed: a batch of them where they come fast; where they come
// slowly, none waits longer than a fraction of a second for the next.
#pragma once

#include <chrono>
#include <cstddef>

namespace neuroscribe::llm {

class CommitPace {
public:
    explicit CommitPace(std::size_t batch) : m_batch(batch) {}
    bool due(std::size_t waiting) const { return waiting >= m_batch || Clock::now() - m_last >= kLongestWait; }
    void committed() { m_last = Clock::now(); }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds kLongestWait{200};

    std::size_t m_batch;
    Clock::time_point m_last = Clock::now();
};

} // namespace neuroscribe::llm
