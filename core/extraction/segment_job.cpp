#include "core/extraction/segment_job.h"

#include <utility>

namespace neuroscribe::extraction {
namespace {

Hash128 journalKey(const Hash128& run, const SegmentInput& input) {
    Hasher hasher;
    hasher.add(std::string_view(run.hex()));
    hasher.add(std::string_view(input.sentencesHash.hex()));
    hasher.add(std::string_view(planHash(input.plan).hex()));
    return hasher.finish();
}

} // namespace

SegmentJob::SegmentJob(nn::Encoder& encoder, const SegmentInput& input, const RowShape& shape, std::string runFolder,
                       const Hash128& run, double journalSeconds)
    : m_encoder(encoder), m_input(input), m_rows(shape),
      m_journal(journalPath(runFolder, input.index), journalKey(run, input)), m_journalInterval(journalSeconds) {}

Status SegmentJob::run(const std::stop_token& stop, const std::function<Status(std::uint32_t)>& finished) {
    const Status computed = runBatches(stop, finished);
    const Status stored = waitForStore();
    if (computed && stored)
        return {};
    const Error error = computed ? stored.error() : computed.error();
    // Keeping the batches is a courtesy here: the first error is the one to report.
    if (stored)
        static_cast<void>(flushJournal().ok());
    return error;
}

Status SegmentJob::runBatches(const std::stop_token& stop, const std::function<Status(std::uint32_t)>& finished) {
    std::vector<bool> done(m_input.plan.size());
    NS_TRY(m_journal.replay(m_input.plan, m_rows, done));
    m_lastFlush = std::chrono::steady_clock::now();
    std::uint32_t rows = 0;
    for (std::size_t b = 0; b < done.size(); ++b)
        rows += done[b] ? static_cast<std::uint32_t>(m_input.plan[b].size()) : 0;
    m_replayed = rows;
    for (std::uint32_t b = 0; b < done.size(); ++b) {
        if (done[b])
            continue;
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "extraction", "it was stopped", "Run it again to continue"};
        std::vector<float>& out = m_outputs[m_turn];
        m_turn = 1 - m_turn;
        NS_TRY(encodeBatch(b, out));
        NS_TRY(waitForStore());
        m_storing.start([this, b, &out]() -> Result<std::uint32_t> {
            NS_TRY(m_rows.store(m_input.plan[b], out));
            return b;
        });
        rows += static_cast<std::uint32_t>(m_input.plan[b].size());
        NS_TRY(finished(rows));
    }
    return {};
}

Status SegmentJob::waitForStore() {
    if (!m_storing.running())
        return {};
    NS_ASSIGN(const std::uint32_t batch, m_storing.wait());
    m_unsaved.push_back(batch);
    if (std::chrono::steady_clock::now() - m_lastFlush < m_journalInterval)
        return {};
    return flushJournal();
}

Status SegmentJob::flushJournal() {
    for (const std::uint32_t batch : std::exchange(m_unsaved, {}))
        NS_TRY(m_journal.append(batch, m_input.plan[batch], m_rows));
    m_lastFlush = std::chrono::steady_clock::now();
    return {};
}

Status SegmentJob::encodeBatch(std::uint32_t batch, std::vector<float>& out) {
    const auto& rows = m_input.plan[batch];
    out.resize(rows.size() * std::size_t{m_rows.shape().neurons()});
    const Status encoded = m_encoder.encode(packBatch(m_input, rows), out);
    if (!encoded && encoded.error().code == ErrorCode::NonFinite)
        return nameSentence(batch, encoded.error());
    return encoded;
}

/// The encoder knows only the place in the batch; a person needs the sentence.
Error SegmentJob::nameSentence(std::uint32_t batch, const Error& error) {
    std::vector<float> out(m_rows.shape().neurons());
    for (const std::uint32_t row : m_input.plan[batch])
        if (const Status alone = m_encoder.encode(packBatch(m_input, {row}), out); !alone) {
            Error named = alone.error();
            named.where += (named.where.empty() ? "sentence " : ", sentence ") +
                           std::to_string(m_rows.shape().firstSentence + row);
            return named;
        }
    return error;
}

} // namespace neuroscribe::extraction
