// The tree of merges of average linkage.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/descriptors/unit_rows.h"

namespace neuroscribe::descriptors {

/// Two clusters become one. A cluster is named by its lowest row: the merged one by `low`.
struct Merge {
    double distance; ///< mean over the pairs of members
    std::uint32_t low;
    std::uint32_t high;
    auto operator<=>(const Merge&) const = default;
};

/// Sums of the distances between the members of two clusters; at first every row is a cluster. A distance is rounded to
/// a multiple of 2^-24, about what a product in float32 is worth, so that the sums are exact: merges in another order
/// give the same numbers, and equal ones stay equal.
class DistanceSums {
public:
    static std::uint64_t bytesFor(std::uint64_t rows) { return rows * (rows - 1) / 2 * sizeof(double); }
    /// Throws std::bad_alloc. What is inside is not set.
    explicit DistanceSums(std::uint32_t rows)
        : m_rows(rows), m_sums(std::make_unique_for_overwrite<double[]>(bytesFor(rows) / sizeof(double) + 1)) {}

    double& at(std::uint32_t a, std::uint32_t b) { return a < b ? m_sums[index(a, b)] : m_sums[index(b, a)]; }
    std::uint32_t rows() const { return m_rows; }

private:
    std::size_t index(std::size_t low, std::size_t high) const {
        return low * (2 * std::size_t{m_rows} - low - 1) / 2 + (high - low - 1);
    }

    std::uint32_t m_rows;
    std::unique_ptr<double[]> m_sums;
};

/// A distance as DistanceSums wants it: a multiple of 2^-24, not negative.
double roundedDistance(double distance);

/// Distances of all pairs of rows. After a stop they are not complete. Throws std::bad_alloc. Reports pairsOf(rows).
void fillDistances(const UnitRows& rows, DistanceSums& sums, const std::stop_token& stop, ProgressMeter& meter);

/// All merges, as they follow on each other when the closest two clusters are always merged, of equally close ones
/// those with the lower rows. By chains of nearest neighbours (Murtagh 1983; Muellner 2011) in O(n^2); uses the sums
/// up. Reports pairsOf(rows) more. Errors: Cancelled. Throws std::bad_alloc.
Result<std::vector<Merge>> averageLinkage(DistanceSums& sums, const std::stop_token& stop, ProgressMeter& meter);

} // namespace neuroscribe::descriptors
