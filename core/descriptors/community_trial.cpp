#include "core/descriptors/community_trial.h"

#include <algorithm>
#include <new>
#include <numeric>
#include <span>
#include <vector>

#include "core/descriptors/community_order.h"
#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::uint64_t kPairBytes = 32;

/// The neighbourhoods at a threshold: the first of each list, and of those too near the threshold to be told from the
/// product the ones that hold.
class Neighbourhoods {
public:
    Neighbourhoods(const UnitRows& rows, const SimilarityLists& lists, double threshold) : m_lists(lists) {
        const SimilarityCut cut(rows, threshold);
        m_counts.reserve(rows.size());
        m_sure.reserve(rows.size());
        m_nearBegins.reserve(std::size_t{rows.size()} + 1);
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            add(row, cut);
    }

    const std::vector<std::uint32_t>& counts() const { return m_counts; } ///< the rows themselves too
    std::span<const std::uint32_t> sure(std::uint32_t row) const { return m_lists.neighbours(row).first(m_sure[row]); }
    std::span<const std::uint32_t> near(std::uint32_t row) const {
        return std::span(m_near).subspan(m_nearBegins[row], m_nearBegins[row + 1] - m_nearBegins[row]);
    }

private:
    void add(std::uint32_t row, const SimilarityCut& cut) {
        const auto products = m_lists.products(row);
        const auto sureEnd =
            std::ranges::partition_point(products, [&](float product) { return product >= cut.sure(); });
        const auto sure = static_cast<std::size_t>(sureEnd - products.begin());
        for (std::size_t i = sure; i < products.size() && products[i] >= cut.lowest(); ++i)
            if (cut.holds(row, m_lists.neighbours(row)[i], products[i]))
                m_near.push_back(m_lists.neighbours(row)[i]);
        m_sure.push_back(static_cast<std::uint32_t>(sure));
        m_counts.push_back(static_cast<std::uint32_t>(1 + sure + m_near.size() - m_nearBegins.back()));
        m_nearBegins.push_back(m_near.size());
    }

    const SimilarityLists& m_lists;
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_sure; ///< how many of each list
    std::vector<std::uint32_t> m_near;
    std::vector<std::size_t> m_nearBegins{0}; ///< [rows + 1]
};

/// What communities() does when it removes the overlap, for the numbers only. Most of the work would go into
/// neighbourhoods that have lost nearly all their rows to earlier ones; bounds on what is left of them, counted anew
/// from the rows that are still free whenever three quarters of the work lie behind, pass those over.
class CountingWalk {
public:
    CountingWalk(const Neighbourhoods& neighbourhoods, std::uint32_t minSize)
        : m_neighbourhoods(neighbourhoods), m_minSize(minSize), m_bounds(neighbourhoods.counts()),
          m_taken(m_bounds.size()), m_fresh(m_bounds.size() + 1), m_left(static_cast<std::uint32_t>(m_bounds.size())),
          m_entries(std::accumulate(m_bounds.begin(), m_bounds.end(), std::uint64_t{0})), m_counted(m_entries) {}

    bool isOver() const { return m_left < m_minSize; }
    void offer(std::uint32_t centre) {
        if (m_bounds[centre] < m_minSize)
            return;
        std::uint32_t fresh = 0;
        forMembers(centre, [&](std::uint32_t row) {
            m_fresh[fresh] = row;
            fresh += m_taken[row] == 0;
        });
        if (fresh < m_minSize)
            return;
        for (std::uint32_t i = 0; i < fresh; ++i) {
            m_taken[m_fresh[i]] = 1;
            m_entries -= m_neighbourhoods.counts()[m_fresh[i]];
        }
        m_left -= fresh;
        ++m_communities;
        if (m_entries < m_counted / 4)
            countBounds();
    }
    TrialCounts counts() const { return {m_communities, m_left}; }

private:
    template <class Visit>
    void forMembers(std::uint32_t row, Visit visit) const {
        visit(row);
        for (const std::uint32_t other : m_neighbourhoods.sure(row))
            visit(other);
        for (const std::uint32_t other : m_neighbourhoods.near(row))
            visit(other);
    }
    void countBounds() {
        std::ranges::fill(m_bounds, 0U);
        for (std::uint32_t row = 0; row < m_taken.size(); ++row)
            if (!m_taken[row]) // likeness is mutual: it lies in the neighbourhoods of its members
                forMembers(row, [&](std::uint32_t other) { ++m_bounds[other]; });
        m_counted = m_entries;
    }

    const Neighbourhoods& m_neighbourhoods;
    std::uint32_t m_minSize;
    std::vector<std::uint32_t> m_bounds; ///< free members of each row's neighbourhood, at most
    std::vector<std::uint8_t> m_taken;
    std::vector<std::uint32_t> m_fresh;
    std::uint32_t m_left;    ///< free rows
    std::uint64_t m_entries; ///< members of their neighbourhoods
    std::uint64_t m_counted; ///< and as the bounds were counted
    std::uint32_t m_communities = 0;
};

} // namespace

Status TrialOptions::validate() const {
    if (!(floor > -1 && floor <= 1))
        return Error{ErrorCode::InvalidArgument, "threshold", "a threshold lies above -1 and is at most 1", ""};
    return {};
}

Result<CommunityTrial> CommunityTrial::make(MatrixView<const float> rows, const TrialOptions& options,
                                            std::stop_token stop, ProgressSink& progress) try {
    NS_TRY(options.validate());
    NS_ASSIGN(UnitRows unit, UnitRows::copy(rows));
    ProgressMeter meter(progress, "cluster", pairsOf(unit.size()));
    NS_ASSIGN(const SimilarPairs similar,
              findSimilarPairs(unit, options.floor, options.pairBytes / kPairBytes, stop, meter));
    NS_ASSIGN(SimilarityLists lists, SimilarityLists::make(unit.size(), similar.pairs, stop));
    return CommunityTrial(std::move(unit), similar.floor, std::move(lists));
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "communities", "there is not enough memory for the similar pairs", ""};
}

Result<TrialCounts> CommunityTrial::counts(double threshold, std::uint32_t minSize) const {
    NS_TRY((CommunityOptions{.threshold = threshold, .minSize = minSize}.validate()));
    if (threshold < m_floor)
        return Error{ErrorCode::InvalidArgument, "threshold", "lies below the lowest that can be tried", ""};
    const std::uint32_t least = std::min(minSize, std::max(1U, rows()));
    const Neighbourhoods neighbourhoods(m_rows, m_lists, threshold);
    CountingWalk walk(neighbourhoods, least);
    for (const std::uint32_t row : candidates(neighbourhoods.counts(), least)) {
        if (walk.isOver())
            break;
        walk.offer(row);
    }
    return walk.counts();
}

} // namespace neuroscribe::descriptors
