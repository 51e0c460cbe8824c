// The hypergeometric distribution. Upper tails are compact tables: almost all of 0 .. draws is 1 or 0 in doubles, so
// only the part between is stored. Built by recurrence from the mode in extended precision and summed from the small
// end; no log-gamma, whose absolute error at corpus sizes would cost four digits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace neuroscribe::stats {

/// How many of `draws` are among the `successes` of a population. successes <= population, draws <= population.
struct Hypergeometric {
    std::int64_t population = 0, successes = 0, draws = 0;

    std::int64_t lowest() const { return std::max<std::int64_t>(0, draws + successes - population); }
    std::int64_t highest() const { return std::min(draws, successes); }
    std::int64_t mode() const {
        const auto value = static_cast<std::int64_t>((static_cast<long double>(draws) + 1) *
                                                     (static_cast<long double>(successes) + 1) /
                                                     (static_cast<long double>(population) + 2));
        return std::clamp(value, lowest(), highest());
    }
    /// P(x + 1) / P(x), lowest() <= x <= highest().
    template <class Real>
    Real up(std::int64_t x) const {
        return static_cast<Real>(successes - x) * static_cast<Real>(draws - x) /
               (static_cast<Real>(x + 1) * static_cast<Real>(population - successes - draws + x + 1));
    }
};

/// P(X >= x) for X ~ Hyp(population, successes, draws): 1 below first, 0 from first + tail.size() on.
struct TailTable {
    std::uint32_t first = 0;
    std::vector<double> tail;
    double at(std::uint32_t x) const {
        if (x < first)
            return 1.0;
        return x - first < tail.size() ? tail[x - first] : 0.0;
    }
};

/// successes <= population, draws <= population. Values accurate to 1e-12 relative while they are normal doubles.
TailTable hypergeometricTailTable(std::uint32_t population, std::uint32_t successes, std::uint32_t draws);

} // namespace neuroscribe::stats
