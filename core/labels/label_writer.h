// Commits the answers of a language model as they come. Private to core/labels.
#pragma once

#include <chrono>
#include <vector>

#include "core/labels/pending_answers.h"

namespace neuroscribe::labels {

class LabelWriter {
public:
    /// batch: answers in a commit where they come fast; where they come slowly, none waits longer than a fraction of a
    /// second for the next.
    LabelWriter(store::Database& database, EngineId engine, std::size_t batch)
        : m_database(database), m_engine(engine), m_batch(batch) {}

    /// Moves what an earlier run left pending into blocks.
    Status open();
    Status add(PendingAnswer answer);
    /// Commits what waits and moves everything into blocks.
    Status close();

private:
    using Clock = std::chrono::steady_clock;
    Status commit();

    store::Database& m_database;
    EngineId m_engine;
    std::size_t m_batch;
    std::vector<PendingAnswer> m_waiting;
    std::size_t m_pending = 0; ///< committed, not in blocks yet
    Clock::time_point m_lastCommit = Clock::now();
};

} // namespace neuroscribe::labels
