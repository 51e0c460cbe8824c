#include <cmath>

#include "core/stats/enrichment.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {
/// The interval by definition: the proportions whose score statistic is exactly z, found by bisection.
double solve(double observed, double trials, bool upper) {
    constexpr double kZ = 1.959963984540054;
    double low = upper ? observed : 0.0;
    double high = upper ? 1.0 : observed;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        const double score = std::fabs(observed - middle) / std::sqrt(middle * (1 - middle) / trials);
        (upper ? score < kZ : score > kZ) ? low = middle : high = middle;
    }
    return (low + high) / 2;
}
} // namespace

TEST_CASE("Wilson interval solves the score equation") {
    for (unsigned trials : {1U, 2U, 10U, 435U, 4348U})
        for (unsigned step = 1; step < 8; ++step) {
            const unsigned successes = trials * step / 8;
            if (successes == 0 || successes == trials)
                continue;
            const auto interval = stats::wilson(successes, trials);
            const double observed = static_cast<double>(successes) / trials;
            REQUIRE(interval.low == Approx(solve(observed, trials, false)).margin(1e-12));
            REQUIRE(interval.high == Approx(solve(observed, trials, true)).margin(1e-12));
        }
}

TEST_CASE("Wilson interval ends exactly at 0 and 1") {
    REQUIRE(stats::wilson(0, 10).low == 0.0);
    REQUIRE(stats::wilson(0, 10).high == Approx(0.2775).margin(1e-4));
    REQUIRE(stats::wilson(10, 10).high == 1.0);
    REQUIRE(stats::wilson(10, 10).low == Approx(0.7225).margin(1e-4));
    REQUIRE(stats::wilson(1, 1).high == 1.0);
}

TEST_CASE("15 of 20 decisions mean 0.53 to 0.89") {
    const auto interval = stats::wilson(15, 20); // SCIENCE, intervals
    REQUIRE(interval.low == Approx(0.531).margin(5e-4));
    REQUIRE(interval.high == Approx(0.888).margin(5e-4));
}
