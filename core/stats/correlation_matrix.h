// Correlation of all pairs of descriptors: over sentences (phi, its p and q, its interval) and over neurons (Pearson's
// r of profiles). Definitions: SCIENCE row "correlation".
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/stats/correlation.h"
#include "core/stats/enrichment.h"

namespace neuroscribe::stats {

inline constexpr std::uint32_t kCorrelationResamples = 1000;

/// A symmetric matrix without its diagonal. NaN: undefined.
struct PairValues {
    explicit PairValues(std::uint32_t columns = 0)
        : size(columns), values(pairs(columns), std::numeric_limits<double>::quiet_NaN()) {}
    static std::size_t pairs(std::size_t columns) { return columns < 2 ? 0 : columns * (columns - 1) / 2; }
    /// first != second, in any order.
    std::size_t index(std::size_t first, std::size_t second) const {
        const std::size_t low = first < second ? first : second, high = first < second ? second : first;
        return low * (2 * std::size_t{size} - low - 1) / 2 + (high - low - 1);
    }
    double at(std::size_t first, std::size_t second) const { return values[index(first, second)]; }

    std::uint32_t size;
    std::vector<double> values; ///< [index]
};

struct Correlations {
    explicit Correlations(std::uint32_t size) : phi(size), p(size), q(size), tables(PairValues::pairs(size)) {}
    PairValues phi;
    PairValues p;                 ///< two-sided Fisher; undefined where phi is
    PairValues q;                 ///< Benjamini-Hochberg over the defined of the size (size - 1) / 2 pairs
    std::vector<FourFold> tables; ///< [phi.index], the lower column first
    std::vector<std::uint8_t>
        constant; ///< [size] 1: says the same in every row it knows; its phi with itself is undefined
};

/// columns: over the same rows, fewer than 2^31. The same with any number of threads. Errors: Cancelled (within 100
/// ms).
Result<Correlations> correlate(std::span<const TernaryBits> columns, std::stop_token stop);

/// Percentile interval (2.5 % to 97.5 %) of phi from a multinomial bootstrap of the table; resamples whose phi is
/// undefined are left out. Nothing where phi itself is undefined or fewer than half of the resamples have one. The same
/// for the same seed.
std::optional<Interval> phiInterval(const FourFold& table, std::uint32_t resamples, std::uint64_t seed);
/// The seed of a pair, drawn from that of the study: intervals do not depend on the order they are made in.
std::uint64_t pairSeed(std::uint64_t seed, std::size_t pair);

/// Of all pairs; low and high NaN where undefined. Errors: Cancelled.
struct PhiIntervals {
    PairValues low, high;
};
Result<PhiIntervals> phiIntervals(const Correlations& correlations, std::uint32_t resamples, std::uint64_t seed,
                                  std::stop_token stop);

/// Pearson's r between columns of [rows][size] values over the rows where both are defined (not NaN); undefined where a
/// column is constant there or there are fewer than two rows. Errors: Cancelled.
Result<PairValues> profileCorrelation(std::span<const float> values, std::uint32_t size, std::stop_token stop);

/// first - second, undefined where either is. Same size.
PairValues difference(const PairValues& first, const PairValues& second);

} // namespace neuroscribe::stats
