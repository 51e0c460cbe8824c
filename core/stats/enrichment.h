// Is a frequency more than chance? Hypergeometric tails, Benjamini-Hochberg, Wilson (SCIENCE, "What the paper leaves
// out" 1, 3).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace neuroscribe::stats {

/// P(X >= x), X ~ Hyp(population, successes, draws), for x = 0 .. draws in one pass. Each value accurate to 1e-12
/// relative (down to the smallest double). Size draws + 1.
std::vector<double> hypergeometricTails(std::uint32_t population, std::uint32_t successes, std::uint32_t draws);

/// q values in place of p values; NaN entries leave the family and stay NaN. Running minimum from the largest p.
void benjaminiHochberg(std::span<double> pToQ);

struct Interval {
    double low = 0;
    double high = 0;
};
/// Wilson score interval, z = 1.959963984540054, no continuity correction. trials > 0.
Interval wilson(std::uint32_t successes, std::uint32_t trials);

/// p and q of all cells: x, m: [neurons * descriptors]; n_c, B_c: [descriptors]; active: [descriptors] flags.
/// Undefined cells (m = 0 or n_c = 0) and inactive descriptors get NaN. Cached tail tables live in the object.
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
    struct Tails {
        std::uint32_t draws = 0;
        std::vector<double> tail;
    };
    std::vector<std::vector<Tails>> m_tails; ///< by descriptor
    std::vector<std::uint32_t> m_population, m_successes;
};

} // namespace neuroscribe::stats
