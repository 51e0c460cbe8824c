#include "core/descriptors/communities.h"

#include <algorithm>
#include <new>

#include "core/descriptors/community_order.h"
#include "core/descriptors/neighbours.h"
#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

Error cancelled() {
    return {ErrorCode::Cancelled, "communities", "stopped", ""};
}

/// Removes the overlap: walks the candidates and keeps of each neighbourhood what no earlier one has.
class Walk {
public:
    Walk(const UnitRows& rows, const SimilarityCut& cut, const Neighbours& neighbours, std::uint32_t minSize)
        : m_neighbours(neighbours), m_candidates(candidates(neighbours.counts, minSize)), m_minSize(minSize),
          m_pairs(pairsOf(rows.size())), m_left(rows.size()), m_free(1, rows.size()), m_recall(rows, cut) {
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            m_free.set(0, row);
    }

    /// Where sets are computed again the walk may take as long as the triangle, and reports as much.
    Result<std::vector<Community>> run(const std::stop_token& stop, ProgressMeter& meter) {
        std::vector<Community> kept;
        for (std::size_t index = 0; index < m_candidates.size() && m_left >= m_minSize; ++index) {
            if (stop.stop_requested())
                return cancelled();
            NS_ASSIGN(const std::span<const BitWord> set, setOf(index, stop));
            if (!m_recalled.empty())
                meter.update(m_pairs + m_pairs * index / m_candidates.size());
            Community community{m_candidates[index], freeMembers(set)};
            if (community.members.size() < m_minSize)
                continue;
            m_left -= static_cast<std::uint32_t>(community.members.size());
            for (std::size_t w = 0; w < set.size(); ++w)
                m_free.row(0)[w] &= ~set[w];
            kept.push_back(std::move(community));
        }
        return kept;
    }

private:
    Result<std::span<const BitWord>> setOf(std::size_t index, const std::stop_token& stop) {
        const std::uint32_t row = m_candidates[index];
        if (row < m_neighbours.sets.rows())
            return m_neighbours.sets.row(row);
        if (m_nextRecalled == m_recalled.size()) {
            recallFrom(index);
            NS_TRY(m_recall.compute(m_recalled, m_free.row(0), stop));
        }
        return m_recall.set(m_nextRecalled++);
    }
    /// The next candidates whose sets were not kept; they come in this order.
    void recallFrom(std::size_t index) {
        m_recalled.clear();
        m_nextRecalled = 0;
        for (; index < m_candidates.size() && m_recalled.size() < NeighbourRecall::rowsAtOnce(); ++index)
            if (m_candidates[index] >= m_neighbours.sets.rows())
                m_recalled.push_back(m_candidates[index]);
    }
    /// Nothing where they are too few.
    std::vector<std::uint32_t> freeMembers(std::span<const BitWord> set) {
        const std::span<const BitWord> free = m_free.row(0);
        std::size_t count = 0;
        for (std::size_t w = 0; w < set.size(); ++w)
            count += static_cast<std::size_t>(std::popcount(set[w] & free[w]));
        std::vector<std::uint32_t> members;
        if (count < m_minSize)
            return members;
        members.reserve(count);
        for (std::uint32_t w = 0; w < set.size(); ++w)
            forBits(set[w] & free[w], w * kWordBits, [&](std::uint32_t row) { members.push_back(row); });
        return members;
    }

    const Neighbours& m_neighbours;
    std::vector<std::uint32_t> m_candidates;
    std::uint32_t m_minSize;
    std::uint64_t m_pairs;
    std::uint32_t m_left; ///< rows that are free
    BitRows m_free;       ///< one row
    NeighbourRecall m_recall;
    std::vector<std::uint32_t> m_recalled;
    std::size_t m_nextRecalled = 0;
};

std::uint32_t rowsToKeep(std::uint32_t rows, std::uint64_t bytes) {
    const std::uint64_t rowBytes = bitWords(rows) * sizeof(BitWord);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(rows, bytes / rowBytes));
}

Result<std::vector<Community>> detect(const UnitRows& rows, const CommunityOptions& options,
                                      const std::stop_token& stop, ProgressSink& progress) {
    if (rows.size() == 0)
        return std::vector<Community>();
    const std::uint32_t kept = rowsToKeep(rows.size(), options.listBytes);
    const std::uint64_t total = pairsOf(rows.size()) * (kept < rows.size() ? 2 : 1);
    ProgressMeter meter(progress, "cluster", total);
    const SimilarityCut cut(rows, options.threshold);
    NS_ASSIGN(const Neighbours neighbours, findNeighbours(rows, cut, kept, stop, meter));
    Walk walk(rows, cut, neighbours, std::min(options.minSize, rows.size()));
    NS_ASSIGN(std::vector<Community> found, walk.run(stop, meter));
    for (Community& community : found)
        sortMembers(rows, community, stop);
    if (stop.stop_requested())
        return cancelled();
    sortBySize(found);
    meter.update(total);
    return found;
}

} // namespace

Status CommunityOptions::validate() const {
    if (!(threshold > -1 && threshold <= 1))
        return Error{ErrorCode::InvalidArgument, "threshold", "a threshold lies above -1 and is at most 1", ""};
    if (minSize == 0)
        return Error{ErrorCode::InvalidArgument, "minimum size", "a community has at least one member", ""};
    return {};
}

Result<std::vector<Community>> communities(MatrixView<const float> rows, const CommunityOptions& options,
                                           std::stop_token stop, ProgressSink& progress) try {
    NS_TRY(options.validate());
    NS_ASSIGN(const UnitRows unit, UnitRows::borrow(rows));
    return detect(unit, options, stop, progress);
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "communities",
                 "there is not enough memory for " + std::to_string(rows.rows()) + " rows", ""};
}

} // namespace neuroscribe::descriptors
