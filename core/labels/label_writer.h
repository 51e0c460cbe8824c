// Commits the answers of a language model as they come. Private to core/labels.
#pragma once

#include <vector>

#include "core/labels/pending_answers.h"
#include "core/llm/commit_pace.h"

namespace neuroscribe::labels {

class LabelWriter {
public:
    /// batch: answers in a commit.
    LabelWriter(store::Database& database, EngineId engine, std::size_t batch)
        : m_database(database), m_engine(engine), m_pace(batch) {}

    /// Moves what an earlier run left pending into blocks.
    Status open();
    Status add(PendingAnswer answer);
    /// Commits what waits and moves everything into blocks.
    Status close();

private:
    Status commit();

    store::Database& m_database;
    EngineId m_engine;
    llm::CommitPace m_pace;
    std::vector<PendingAnswer> m_waiting;
    std::size_t m_pending = 0; ///< committed, not in blocks yet
};

} // namespace neuroscribe::labels
