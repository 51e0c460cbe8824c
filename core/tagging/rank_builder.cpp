#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>

#include "core/base/parallel.h"
#include "core/tagging/rank_file.h"
#include "core/tagging/rank_select.h"

namespace neuroscribe::tagging {
namespace {

// 64 neurons of 43,474 sentences are 11 MB of keys a thread, and pieces of 16 KB in each block of the file.
constexpr std::uint32_t kNeuronsAtOnce = 64;

/// One build: threads take chunks of neurons, the first error stops all.
class Builder {
public:
    Builder(const RankSource& source, const RankShape& shape, store::File& file, std::stop_token stop)
        : m_source(source), m_shape(shape), m_file(file), m_stop(std::move(stop)) {}

    Status rankAll(ProgressSink& progress);
    Status checksumAll(std::vector<Hash128>& checksums);

private:
    Status rankChunk(std::uint32_t first, std::uint32_t count);
    Status writeTail(Tail tail, std::uint32_t first, std::span<const std::uint32_t> positions);
    /// Runs body for [begin, end) unless stopped; keeps the first error. An allocation that fails is one, too.
    void guarded(const std::function<Status()>& body);
    bool stopped() const { return m_failed || m_stop.stop_requested(); }
    Status outcome() const;

    const RankSource& m_source;
    const RankShape& m_shape;
    store::File& m_file;
    std::stop_token m_stop;
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    Status m_error;
};

void Builder::guarded(const std::function<Status()>& body) {
    if (stopped())
        return;
    Status status;
    try {
        status = body();
    } catch (const std::bad_alloc&) {
        status = Error{ErrorCode::OutOfMemory, m_file.path(), "not enough memory to rank the neurons", ""};
    }
    if (status)
        return;
    const std::lock_guard lock(m_mutex);
    if (!m_failed.exchange(true))
        m_error = status;
}

Status Builder::outcome() const {
    if (m_failed)
        return m_error;
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, m_file.path(), "ranking was stopped", "Run it again to continue"};
    return {};
}

/// positions: [count][depth] -> the chunk's place in every block of the tail.
Status Builder::writeTail(Tail tail, std::uint32_t first, std::span<const std::uint32_t> positions) {
    const std::size_t depth = m_shape.depth;
    const std::size_t count = positions.size() / depth;
    std::vector<std::uint32_t> piece(count * kRankBlock);
    for (std::uint32_t block = 0; block < m_shape.blocks(); ++block) {
        std::fill(piece.begin(), piece.end(), UINT32_MAX);
        const std::size_t begin = std::size_t{block} * kRankBlock;
        const std::size_t length = std::min<std::size_t>(kRankBlock, depth - begin);
        for (std::size_t n = 0; n < count; ++n)
            std::copy_n(positions.begin() + static_cast<std::ptrdiff_t>(n * depth + begin), length,
                        piece.begin() + static_cast<std::ptrdiff_t>(n * kRankBlock));
        const std::uint64_t at =
            m_shape.offset(m_shape.slot(tail, block)) + std::uint64_t{first} * kRankBlock * sizeof(std::uint32_t);
        NS_TRY(m_file.writeAt(at, std::as_bytes(std::span(piece))));
    }
    return {};
}

Status Builder::rankChunk(std::uint32_t first, std::uint32_t count) {
    const std::size_t members = m_shape.members, depth = m_shape.depth;
    std::vector<std::uint32_t> keys(count * members);
    std::vector<std::uint32_t> top(count * depth), bottom(count * depth);
    NS_TRY(m_source.readKeys(first, count, keys));
    RankSelector selector;
    for (std::size_t n = 0; n < count && !stopped(); ++n)
        selector.select(std::span(keys).subspan(n * members, members), std::span(top).subspan(n * depth, depth),
                        std::span(bottom).subspan(n * depth, depth));
    NS_TRY(writeTail(Tail::Top, first, top));
    return writeTail(Tail::Bottom, first, bottom);
}

Status Builder::rankAll(ProgressSink& progress) {
    ProgressMeter meter(progress, "rank", m_shape.neurons);
    std::uint64_t done = 0;
    std::mutex meterMutex;
    parallelFor(m_shape.neurons, kNeuronsAtOnce, [&](std::size_t begin, std::size_t end) {
        guarded([&] { return rankChunk(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)); });
        if (stopped())
            return;
        const std::lock_guard lock(meterMutex);
        meter.update(done += end - begin);
    });
    return outcome();
}

Status Builder::checksumAll(std::vector<Hash128>& checksums) {
    checksums.resize(std::size_t{2} * m_shape.blocks());
    parallelFor(checksums.size(), 1, [&](std::size_t slot, std::size_t) {
        guarded([&]() -> Status {
            std::vector<std::byte> bytes(m_shape.blockBytes());
            NS_TRY(m_file.readAt(m_shape.offset(static_cast<std::uint32_t>(slot)), bytes));
            checksums[slot] = hashBytes(bytes);
            return {};
        });
    });
    return outcome();
}

} // namespace

Status buildRanks(const std::string& path, const RankSource& source, std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(const RankShape shape, makeRankShape(source.neurons, source.members, source.sourceHash));
    NS_ASSIGN(store::PartFile part, store::PartFile::create(path));
    Builder builder(source, shape, part.file(), std::move(stop));
    NS_TRY(builder.rankAll(progress));
    std::vector<Hash128> checksums;
    NS_TRY(builder.checksumAll(checksums));
    NS_TRY(writeRankHeader(part.file(), shape, checksums));
    return part.commit();
}

} // namespace neuroscribe::tagging
