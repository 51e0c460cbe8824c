#include "core/tagging/counts.h"

#include <algorithm>
#include <atomic>

#include "core/base/parallel.h"
#include "core/tagging/row_sums.h"

namespace neuroscribe::tagging {
namespace {

/// Neurons counted together: their part of a rank block is read as one stretch, their sums stay in the first cache.
constexpr std::size_t kNeuronGroup = 32;

/// Ranks first .. last-1 of one block.
struct BlockPart {
    std::span<const std::uint32_t> block; ///< [neurons][kRankBlock]
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::span<const std::uint32_t> positions(std::size_t neuron) const {
        return block.subspan(neuron * kRankBlock + first, last - first);
    }
};

Result<std::vector<BlockPart>> blockParts(const RankTable& ranks, Tail tail, std::uint32_t from, std::uint32_t to) {
    std::vector<BlockPart> parts;
    while (from < to) {
        const std::uint32_t index = from / kRankBlock;
        const std::uint32_t end = std::min(to, (index + 1) * kRankBlock);
        NS_ASSIGN(const auto block, ranks.block(tail, index));
        if (block.size() != static_cast<std::size_t>(ranks.neurons()) * kRankBlock)
            return Error{ErrorCode::Corrupt, "rank block " + std::to_string(index), "it has the wrong size",
                         "Rebuild the ranks"};
        parts.push_back({block, from - index * kRankBlock, end - index * kRankBlock});
        from = end;
    }
    return parts;
}

bool inRange(std::span<const std::uint32_t> positions, std::uint32_t members) {
    std::uint32_t largest = 0;
    for (const std::uint32_t position : positions)
        largest = std::max(largest, position);
    return largest < members;
}

} // namespace

/// One move: add or take away the ranks from .. to-1 on top of `base`.
struct Counter::Move {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool anew = false; ///< from empty counts instead of the present ones
    bool down = false; ///< take away
    std::uint32_t exemplars = 0;
};

Counter::Counter(std::shared_ptr<const RankTable> ranks, std::shared_ptr<const SplitLabels> labels, Tail tail)
    : m_ranks(std::move(ranks)), m_labels(std::move(labels)), m_tail(tail) {
    m_counts.neurons = m_ranks->neurons();
    m_counts.descriptors = m_labels->descriptors();
    const std::size_t cells = static_cast<std::size_t>(m_counts.neurons) * m_counts.descriptors;
    m_counts.yes.assign(cells, 0);
    m_counts.answered.assign(cells, 0);
    m_next = m_counts;
}

std::uint32_t Counter::distance(std::uint32_t exemplars) const {
    const std::uint32_t now = m_counts.exemplars;
    return std::min(exemplars, exemplars > now ? exemplars - now : now - exemplars);
}

Status Counter::moveTo(std::uint32_t exemplars, std::stop_token stop) {
    if (m_ranks->members() != m_labels->members())
        return Error{ErrorCode::Mismatch, "ranks", "ranks and labels are of different sets of sentences",
                     "Extract again"};
    if (exemplars > m_ranks->depth())
        return Error{ErrorCode::InvalidArgument, "k", "more exemplars than ranks are stored", "Use k up to 10 %"};
    const std::uint32_t now = m_counts.exemplars;
    if (exemplars == now)
        return {};
    Move move{now, exemplars, false, false, exemplars};
    if (exemplars < now)
        move = {exemplars, now, false, true, exemplars};
    if (exemplars < move.to - move.from)
        move = {0, exemplars, true, false, exemplars};
    NS_TRY(count(move, stop));
    m_next.exemplars = exemplars;
    std::swap(m_counts, m_next);
    return {};
}

Status Counter::count(const Move& move, std::stop_token stop) {
    NS_ASSIGN(const auto parts, blockParts(*m_ranks, m_tail, move.from, move.to));
    const AddRows addRows = fastestAddRows();
    const std::uint32_t stride = m_labels->stride();
    const std::uint32_t descriptors = m_counts.descriptors;
    std::atomic<bool> corrupt{false};
    std::atomic<bool> cancelled{false};

    const auto countRows = [&](std::span<const std::uint8_t> rows, std::size_t begin, std::size_t end,
                               const std::vector<std::uint32_t>& base, std::vector<std::uint32_t>& out) {
        std::vector<std::uint32_t> sums((end - begin) * stride, 0);
        for (const BlockPart& part : parts)
            for (std::size_t neuron = begin; neuron < end; ++neuron)
                addRows(rows.data(), stride, part.positions(neuron), sums.data() + (neuron - begin) * stride);
        for (std::size_t neuron = begin; neuron < end; ++neuron)
            for (std::uint32_t c = 0; c < descriptors; ++c) {
                const std::uint32_t sum = sums[(neuron - begin) * stride + c];
                const std::uint32_t before = move.anew ? 0 : base[neuron * descriptors + c];
                out[neuron * descriptors + c] = move.down ? before - sum : before + sum;
            }
    };
    parallelFor(m_counts.neurons, kNeuronGroup, [&](std::size_t begin, std::size_t end) {
        if (corrupt || cancelled)
            return;
        if (stop.stop_requested()) {
            cancelled = true;
            return;
        }
        // A position outside the split would read foreign memory; looking costs a tenth of the counting.
        for (const BlockPart& part : parts)
            for (std::size_t neuron = begin; neuron < end; ++neuron)
                if (!inRange(part.positions(neuron), m_labels->members())) {
                    corrupt = true;
                    return;
                }
        countRows(m_labels->yesBytes(), begin, end, m_counts.yes, m_next.yes);
        if (!m_labels->allAnswered())
            countRows(m_labels->answeredBytes(), begin, end, m_counts.answered, m_next.answered);
    });
    if (corrupt)
        return Error{ErrorCode::Corrupt, "ranks", "a rank names a sentence outside the split", "Rebuild the ranks"};
    if (cancelled)
        return Error{ErrorCode::Cancelled, "counting exemplars", "stopped", ""};
    if (m_labels->allAnswered())
        std::ranges::fill(m_next.answered, move.exemplars);
    return {};
}

} // namespace neuroscribe::tagging
