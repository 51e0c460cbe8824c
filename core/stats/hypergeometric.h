// Upper tails of the hypergeometric distribution as compact tables: almost all of 0 .. draws is 1 or 0 in doubles, so
// only the part between is stored. Built by recurrence from the mode in extended precision and summed from the small
// end; no log-gamma, whose absolute error at corpus sizes would cost four digits.
#pragma once

#include <cstdint>
#include <vector>

namespace neuroscribe::stats {

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
