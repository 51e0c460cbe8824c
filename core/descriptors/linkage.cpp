#include "core/descriptors/linkage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/descriptors/row_products.h"
#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

/// Chains of nearest neighbours end in two clusters that are nearest to each other: those are merged whatever else is
/// closer elsewhere, for average linkage is reducible. Equal distances are told apart by rows, which keeps it so.
class Chains {
public:
    explicit Chains(DistanceSums& sums) : m_sums(sums), m_sizes(sums.rows(), 1), m_active(sums.rows()) {
        std::iota(m_active.begin(), m_active.end(), 0U);
    }

    bool isOver() const { return m_active.size() < 2; }
    /// One step of the chain; where it ends in a merge, the merge is added.
    void step(std::vector<Merge>& merges) {
        if (m_chain.empty())
            m_chain.push_back(m_active.front());
        const std::uint32_t last = m_chain.back();
        const Merge nearest = nearestOf(last);
        const std::uint32_t other = nearest.low == last ? nearest.high : nearest.low;
        if (m_chain.size() < 2 || m_chain[m_chain.size() - 2] != other) {
            m_chain.push_back(other);
            return;
        }
        m_chain.resize(m_chain.size() - 2);
        merge(nearest.low, nearest.high);
        merges.push_back(nearest);
    }

private:
    Merge nearestOf(std::uint32_t cluster) {
        Merge best{INFINITY, 0, 0};
        for (const std::uint32_t other : m_active) {
            if (other == cluster)
                continue;
            const double mean = m_sums.at(cluster, other) / (m_sizes[cluster] * m_sizes[other]);
            if (mean > best.distance)
                continue;
            best = std::min(best, Merge{mean, std::min(cluster, other), std::max(cluster, other)});
        }
        return best;
    }
    void merge(std::uint32_t low, std::uint32_t high) {
        m_active.erase(std::ranges::lower_bound(m_active, high));
        m_sizes[low] += m_sizes[high];
        for (const std::uint32_t other : m_active)
            if (other != low)
                m_sums.at(low, other) += m_sums.at(high, other);
    }

    DistanceSums& m_sums;
    std::vector<double> m_sizes;
    std::vector<std::uint32_t> m_active; ///< ascending
    std::vector<std::uint32_t> m_chain;
};

} // namespace

double roundedDistance(double distance) {
    constexpr double kSteps = 0x1.0p24;
    return std::max(0.0, std::nearbyint(distance * kSteps) / kSteps);
}

void fillDistances(const UnitRows& rows, DistanceSums& sums, const std::stop_token& stop, ProgressMeter& meter) {
    const PackedRows packed(rows);
    forStrips(rows.size(), stop, meter, [&](std::uint32_t first, std::uint32_t count) {
        ProductRoom room;
        for (std::uint32_t from = first; from < rows.size() && !stop.stop_requested(); from += kSpanColumns) {
            const ProductBlock block = packed.multiply(rows.row(first), count, from, room);
            for (std::uint32_t r = 0; r < count; ++r)
                for (std::uint32_t c = from == first ? r + 1 : 0; c < block.columns; ++c)
                    sums.at(first + r, from + c) = roundedDistance(1 - static_cast<double>(block.row(r)[c]));
        }
    });
}

Result<std::vector<Merge>> averageLinkage(DistanceSums& sums, const std::stop_token& stop, ProgressMeter& meter) {
    const std::uint64_t pairs = pairsOf(sums.rows());
    std::vector<Merge> merges;
    merges.reserve(sums.rows());
    for (Chains chains(sums); !chains.isOver();) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "agglomerative clustering", "stopped", ""};
        chains.step(merges);
        meter.update(pairs + pairs * merges.size() / sums.rows());
    }
    std::ranges::sort(merges);
    return merges;
}

} // namespace neuroscribe::descriptors
