// Is a frequency more than chance? Hypergeometric tails, Benjamini-Hochberg, Wilson (SCIENCE, "What the paper leaves
// out" 1, 3).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/stats/hypergeometric.h"

namespace neuroscribe::stats {

/// P(X >= x), X ~ Hyp(population, successes, draws), for x = 0 .. draws in one pass. Each value accurate to 1e-12
/// relative (while it is a normal double). Size draws + 1. successes <= population, draws <= population.
std::vector<double> hypergeometricTails(std::uint32_t population, std::uint32_t successes, std::uint32_t draws);

/// q values in place of p values (0 .. 1); NaN entries leave the family and stay NaN. Running minimum from the largest
/// p of p * family / rank, at most 1. At most 2^32 entries.
void benjaminiHochberg(std::span<double> pToQ);

struct Interval {
    double low = 0;
    double high = 0;
};
/// Wilson score interval, z = 1.959963984540054, no continuity correction. trials > 0.
Interval wilson(std::uint32_t successes, std::uint32_t trials);
/// The same of a share, 0 .. 1, among trials that need not be whole (weighted ones).
Interval wilsonOfShare(double share, double trials);

/// p and q of all cells: x, m: [neurons * descriptors]; n_c, B_c: [descriptors]; active: [descriptors] flags.
/// Undefined cells (m = 0 or n_c = 0) and inactive descriptors get NaN. Cached tail tables live in the object; a copy
/// shares them. x <= m <= n_c and B_c <= n_c, as counts of one split have it. Not thread-safe.
class Enrichment {
public:
    struct Table {
        std::vector<double> p;
        std::vector<double> q;
    };
    void compute(std::span<const std::uint32_t> x, std::span<const std::uint32_t> m,
                 std::span<const std::uint32_t> answered, std::span<const std::uint32_t> yes,
                 std::span<const std::uint8_t> active, Table& out);

private:
    /// Tail tables of one descriptor by number of draws; null where none was needed yet.
    struct Column {
        std::uint32_t population = 0;
        std::uint32_t successes = 0;
        std::vector<std::shared_ptr<const TailTable>> byDraws;
    };
    void adoptColumns(std::span<const std::uint32_t> answered, std::span<const std::uint32_t> yes);
    void fillTables(std::span<const std::uint32_t> m, std::span<const std::uint8_t> active);

    std::vector<Column> m_columns;
    std::size_t m_cached = 0; ///< doubles in all tables together
};

} // namespace neuroscribe::stats
