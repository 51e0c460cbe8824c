#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/stats/enrichment.h"

namespace neuroscribe::stats {

Interval wilsonOfShare(double share, double trials) {
    assert(trials > 0 && share >= 0 && share <= 1);
    constexpr double kZ = 1.959963984540054;
    constexpr double kZ2 = kZ * kZ;
    const double centre = (share * trials + kZ2 / 2) / (trials + kZ2);
    const double half = kZ / (trials + kZ2) * std::sqrt(trials * share * (1 - share) + kZ2 / 4);
    // At the ends the formula is exactly 0 or 1; rounding would leave a dust there.
    return {share <= 0 ? 0.0 : std::max(0.0, centre - half), share >= 1 ? 1.0 : std::min(1.0, centre + half)};
}

Interval wilson(std::uint32_t successes, std::uint32_t trials) {
    assert(trials > 0 && successes <= trials);
    return wilsonOfShare(static_cast<double>(successes) / trials, trials);
}

} // namespace neuroscribe::stats
