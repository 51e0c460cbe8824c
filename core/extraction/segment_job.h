// Computes one segment: batches through the encoder, results into rows, finished batches into the journal.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/extraction/background.h"
#include "core/extraction/journal.h"
#include "core/extraction/segment_input.h"
#include "core/extraction/segment_rows.h"
#include "core/nn/api.h"

namespace neuroscribe::extraction {

class SegmentJob {
public:
    /// All references outlive the job.
    SegmentJob(nn::Encoder& encoder, const SegmentInput& input, const RowShape& shape, std::string runFolder,
               const Hash128& run, double journalSeconds);

    /// finished(sentences): rows done so far, now and then. Stopped: what is finished is in the journal, Cancelled.
    Status run(const std::stop_token& stop, const std::function<Status(std::uint32_t)>& finished);
    std::uint32_t replayed() const { return m_replayed; } ///< rows found in the journal
    SegmentRows takeRows() { return std::move(m_rows); }

private:
    Status runBatches(const std::stop_token& stop, const std::function<Status(std::uint32_t)>& finished);
    Status encodeBatch(std::uint32_t batch, std::vector<float>& out);
    Status waitForStore();
    Status flushJournal();
    Error nameSentence(std::uint32_t batch, const Error& error);

    nn::Encoder& m_encoder;
    const SegmentInput& m_input;
    SegmentRows m_rows;
    Journal m_journal;
    std::chrono::duration<double> m_journalInterval;
    std::chrono::steady_clock::time_point m_lastFlush;
    std::vector<std::uint32_t> m_unsaved; ///< batches stored, not yet in the journal
    std::vector<float> m_outputs[2];      ///< one is stored while the other is computed
    std::size_t m_turn = 0;
    std::uint32_t m_replayed = 0;
    Background<std::uint32_t> m_storing; ///< last: it refers to the others
};

} // namespace neuroscribe::extraction
