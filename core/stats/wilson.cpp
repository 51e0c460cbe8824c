#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/stats/enrichment.h"

namespace neuroscribe::stats {

Interval wilson(std::uint32_t successes, std::uint32_t trials) {
    assert(trials > 0 && successes <= trials);
    constexpr double kZ = 1.959963984540054;
    constexpr double kZ2 = kZ * kZ;
    const double n = trials;
    const double x = successes;
    const double centre = (x + kZ2 / 2) / (n + kZ2);
    const double half = kZ / (n + kZ2) * std::sqrt(x * (n - x) / n + kZ2 / 4);
    // At the ends the formula is exactly 0 or 1; rounding would leave a dust there.
    return {successes == 0 ? 0.0 : std::max(0.0, centre - half),
            successes == trials ? 1.0 : std::min(1.0, centre + half)};
}

} // namespace neuroscribe::stats
