#include "core/stats/fisher.h"

#include <cmath>

#include "core/base/random.h"
#include "tests/core/stats/naive_stats.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

/// Every table with the same margins, with whole numbers: those no more probable than this one.
double enumerated(const stats::FourFold& t) {
    const auto inFirst = static_cast<unsigned>(t.both + t.first), inSecond = static_cast<unsigned>(t.both + t.second);
    const auto rows = static_cast<unsigned>(t.both + t.first + t.second + t.neither);
    const auto ways = [&](unsigned x) -> test::Wide {
        return x > inFirst || inSecond - x > rows - inFirst
                   ? 0
                   : test::choose(inFirst, x) * test::choose(rows - inFirst, inSecond - x);
    };
    const test::Wide here = ways(static_cast<unsigned>(t.both));
    test::Wide sum = 0;
    for (unsigned x = 0; x <= inSecond; ++x)
        if (ways(x) <= here)
            sum += ways(x);
    return static_cast<double>(static_cast<long double>(sum) / static_cast<long double>(test::choose(rows, inSecond)));
}

} // namespace

TEST_CASE("Fisher's p equals the enumeration of every table with the same margins") {
    const stats::LogFactorials factorials(64);
    // All tables of small sums, ties between the two sides among them.
    for (std::uint64_t a = 0; a <= 6; ++a)
        for (std::uint64_t b = 0; b <= 6; ++b)
            for (std::uint64_t c = 0; c <= 6; ++c)
                for (std::uint64_t d = 0; d <= 6; ++d) {
                    const double expected = enumerated({a, b, c, d});
                    INFO(a << " " << b << " " << c << " " << d);
                    REQUIRE(std::abs(stats::fisherTwoSided({a, b, c, d}, factorials) - expected) <= 1e-12 * expected);
                }
    Random random(5);
    for (int round = 0; round < 500; ++round) {
        stats::FourFold table{random.below(16), random.below(16), random.below(16), random.below(12)};
        const double expected = enumerated(table);
        REQUIRE(std::abs(stats::fisherTwoSided(table, factorials) - expected) <= 1e-12 * expected);
    }
}

TEST_CASE("Fisher's p of the tea taster and of other published examples") {
    const stats::LogFactorials factorials(200);
    CHECK(std::abs(stats::fisherTwoSided({3, 1, 1, 3}, factorials) - 34.0 / 70) < 1e-14);
    CHECK(std::abs(stats::fisherTwoSided({4, 0, 0, 4}, factorials) - 2.0 / 70) < 1e-14);
    // Fisher's convictions of twins, 1935: both tails 0.0005367241.
    CHECK(std::abs(stats::fisherTwoSided({2, 15, 10, 3}, factorials) - 0.0005367241) < 1e-10);
}

TEST_CASE("Fisher's p is 1 where a margin is 0 and symmetric in the two columns") {
    const stats::LogFactorials factorials(100'000);
    CHECK(stats::fisherTwoSided({0, 0, 5, 7}, factorials) == 1);
    CHECK(stats::fisherTwoSided({5, 7, 0, 0}, factorials) == 1);
    CHECK(stats::fisherTwoSided({0, 0, 0, 0}, factorials) == 1);
    const double p = stats::fisherTwoSided({300, 1200, 2500, 40'000}, factorials);
    const double turned = stats::fisherTwoSided({300, 2500, 1200, 40'000}, factorials);
    CHECK(p > 0);
    CHECK(std::abs(p - turned) <= 1e-11 * p);
}

TEST_CASE("Fisher's p at the size of a corpus agrees with a sum from the far end in extended precision") {
    const stats::LogFactorials factorials(50'000);
    Random random(8);
    for (int round = 0; round < 40; ++round) {
        const std::uint64_t rows = 43'474, inFirst = 50 + random.below(8'000), inSecond = 50 + random.below(8'000);
        const auto expected = static_cast<std::uint64_t>(static_cast<double>(inFirst) * static_cast<double>(inSecond) /
                                                         static_cast<double>(rows));
        const std::uint64_t both = std::min({expected + random.below(40), inFirst, inSecond});
        const stats::FourFold table{both, inFirst - both, inSecond - both, rows - inFirst - inSecond + both};
        long double here = 0, total = 0, sum = 0;
        for (int pass = 0; pass < 2; ++pass)
            for (std::uint64_t x = 0; x <= std::min(inFirst, inSecond); ++x) {
                const long double weight = std::exp(
                    std::lgamma(static_cast<long double>(inFirst) + 1) - std::lgamma(static_cast<long double>(x) + 1) -
                    std::lgamma(static_cast<long double>(inFirst - x) + 1) +
                    std::lgamma(static_cast<long double>(rows - inFirst) + 1) -
                    std::lgamma(static_cast<long double>(inSecond - x) + 1) -
                    std::lgamma(static_cast<long double>(rows - inFirst - inSecond + x) + 1) -
                    (std::lgamma(static_cast<long double>(rows) + 1) -
                     std::lgamma(static_cast<long double>(inSecond) + 1) -
                     std::lgamma(static_cast<long double>(rows - inSecond) + 1)));
                if (pass == 0) {
                    total += weight;
                    here = x == both ? weight : here;
                } else if (weight <= here * (1 + 1e-7L)) {
                    sum += weight;
                }
            }
        const auto naive = static_cast<double>(sum / total);
        REQUIRE(std::abs(stats::fisherTwoSided(table, factorials) - naive) <= 1e-9 * naive);
    }
}
