#include "core/tagging/rank_table.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>
#include <vector>

#include "core/tagging/rank_file.h"

namespace neuroscribe::tagging {
namespace {

Error damagedBlock(const store::File& file) {
    return {ErrorCode::Corrupt, file.path(), "a block of ranks is damaged",
            "Run the extraction again: it rebuilds the ranks"};
}

Status readBlock(const store::File& file, const RankShape& shape, std::uint32_t slot, const Hash128& checksum,
                 std::span<std::uint32_t> values) {
    const auto bytes = std::as_writable_bytes(values);
    NS_TRY(file.readAt(shape.offset(slot), bytes));
    if (hashBytes(bytes) != checksum || !plausibleBlock(shape, slot % shape.blocks(), values))
        return damagedBlock(file);
    return {};
}

/// Blocks come into memory when first asked for and stay: at 9,216 neurons x 43,474 sentences 2.4 MB each, 160 MB a
/// tail at most.
class FileRankTable final : public RankTable {
public:
    FileRankTable(store::File file, const RankShape& shape, std::vector<Hash128> checksums)
        : m_file(std::move(file)), m_shape(shape), m_checksums(std::move(checksums)), m_slots(m_checksums.size()) {}

    std::uint32_t neurons() const override { return m_shape.neurons; }
    std::uint32_t members() const override { return m_shape.members; }
    std::uint32_t depth() const override { return m_shape.depth; }
    Result<std::span<const std::uint32_t>> block(Tail tail, std::uint32_t b) const override;
    Status neuron(Tail tail, NeuronId neuron, std::span<std::uint32_t> positions) const override;

private:
    struct Slot {
        std::mutex mutex;
        std::atomic<bool> ready{false};
        std::vector<std::uint32_t> values;
    };
    Status load(std::uint32_t slot) const;

    store::File m_file;
    RankShape m_shape;
    std::vector<Hash128> m_checksums;
    mutable std::vector<Slot> m_slots;
};

Status FileRankTable::load(std::uint32_t slot) const {
    std::vector<std::uint32_t> values(m_shape.blockValues());
    NS_TRY(readBlock(m_file, m_shape, slot, m_checksums[slot], values));
    m_slots[slot].values = std::move(values);
    m_slots[slot].ready.store(true, std::memory_order_release);
    return {};
}

Result<std::span<const std::uint32_t>> FileRankTable::block(Tail tail, std::uint32_t b) const {
    if (b >= m_shape.blocks())
        return Error{ErrorCode::InvalidArgument, m_file.path(), "a block of ranks beyond the depth", ""};
    const std::uint32_t number = m_shape.slot(tail, b);
    Slot& slot = m_slots[number];
    if (!slot.ready.load(std::memory_order_acquire)) {
        const std::lock_guard lock(slot.mutex);
        try {
            if (!slot.ready.load(std::memory_order_relaxed))
                NS_TRY(load(number));
        } catch (const std::bad_alloc&) {
            return Error{ErrorCode::OutOfMemory, m_file.path(), "not enough memory for a block of ranks", ""};
        }
    }
    return std::span<const std::uint32_t>(slot.values);
}

Status FileRankTable::neuron(Tail tail, NeuronId neuron, std::span<std::uint32_t> positions) const {
    if (neuron.value >= m_shape.neurons || positions.size() > m_shape.depth)
        return Error{ErrorCode::InvalidArgument, m_file.path(), "a neuron or rank outside the table", ""};
    for (std::size_t done = 0; done < positions.size(); done += kRankBlock) {
        const auto wanted = positions.subspan(done, std::min<std::size_t>(kRankBlock, positions.size() - done));
        const std::uint32_t number = m_shape.slot(tail, static_cast<std::uint32_t>(done / kRankBlock));
        const std::size_t row = std::size_t{neuron.value} * kRankBlock;
        if (const Slot& slot = m_slots[number]; slot.ready.load(std::memory_order_acquire)) {
            std::copy_n(slot.values.begin() + static_cast<std::ptrdiff_t>(row), wanted.size(), wanted.begin());
            continue;
        }
        NS_TRY(m_file.readAt(m_shape.offset(number) + row * sizeof(std::uint32_t), std::as_writable_bytes(wanted)));
        if (std::any_of(wanted.begin(), wanted.end(), [&](std::uint32_t p) { return p >= m_shape.members; }))
            return damagedBlock(m_file);
    }
    return {};
}

} // namespace

std::uint32_t exemplarCount(std::uint32_t kMilli, std::uint32_t sentences) {
    const std::uint64_t scaled = std::uint64_t{kMilli} * sentences;
    const std::uint64_t count = (scaled + 99'999) / 100'000;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(std::max<std::uint64_t>(count, 1), sentences));
}

Status verifyRanks(const std::string& path, const Hash128& sourceHash) try {
    NS_ASSIGN(const auto checked, RankTable::open(path, sourceHash));
    NS_ASSIGN(const store::File file, store::File::openForReading(path));
    RankShape shape;
    std::vector<Hash128> checksums;
    NS_TRY(readRankHeader(file, shape, checksums));
    file.adviseSequential();
    std::vector<std::uint32_t> values(shape.blockValues());
    for (std::uint32_t slot = 0; slot < checksums.size(); ++slot)
        NS_TRY(readBlock(file, shape, slot, checksums[slot], values));
    return {};
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, path, "not enough memory for a block of ranks", ""};
}

Result<std::shared_ptr<const RankTable>> RankTable::open(const std::string& path, const Hash128& sourceHash) {
    NS_ASSIGN(store::File file, store::File::openForReading(path));
    RankShape shape;
    std::vector<Hash128> checksums;
    NS_TRY(readRankHeader(file, shape, checksums));
    if (shape.sourceHash != sourceHash)
        return Error{ErrorCode::Stale, path, "the ranks were made from other activations or another corpus",
                     "Run the extraction again: it rebuilds the ranks"};
    std::shared_ptr<const RankTable> table =
        std::make_shared<const FileRankTable>(std::move(file), shape, std::move(checksums));
    return table;
}

} // namespace neuroscribe::tagging
