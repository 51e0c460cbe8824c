#include <cmath>

#include "core/stats/enrichment.h"
#include "tests/core/stats/naive_stats.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {
void requireClose(double actual, long double expected) {
    REQUIRE(std::fabs(static_cast<long double>(actual) - expected) <= 1e-12L * std::fabs(expected));
}

/// log P(X = x) with long double log-gamma, for populations too large to enumerate in integers.
long double logPmf(long double n, long double s, long double d, long double x) {
    const auto logChoose = [](long double a, long double b) {
        return std::lgamma(a + 1) - std::lgamma(b + 1) - std::lgamma(a - b + 1);
    };
    return logChoose(s, x) + logChoose(n - s, d - x) - logChoose(n, d);
}
} // namespace

TEST_CASE("hypergeometric tails equal exact enumeration for every small case") {
    for (unsigned population = 0; population <= 24; ++population)
        for (unsigned successes = 0; successes <= population; ++successes)
            for (unsigned draws = 0; draws <= population; ++draws) {
                const auto tails = stats::hypergeometricTails(population, successes, draws);
                REQUIRE(tails.size() == draws + 1);
                for (unsigned x = 0; x <= draws; ++x)
                    requireClose(tails[x], test::naiveTail(population, successes, draws, x));
            }
}

TEST_CASE("hypergeometric tails stay exact where probabilities span thirty decades") {
    const auto tails = stats::hypergeometricTails(60, 20, 30);
    for (unsigned x = 0; x <= 30; ++x)
        requireClose(tails[x], test::naiveTail(60, 20, 30, x));
}

TEST_CASE("the tail at 0 is exactly 1 and tails never rise") {
    for (const auto& [population, successes, draws] :
         {std::tuple{43474U, 2000U, 435U}, {43474U, 21000U, 4348U}, {43474U, 3U, 4348U}, {100U, 100U, 7U}}) {
        const auto tails = stats::hypergeometricTails(population, successes, draws);
        REQUIRE(tails[0] == 1.0);
        for (std::size_t x = 1; x < tails.size(); ++x) {
            REQUIRE(tails[x] <= tails[x - 1]);
            REQUIRE(tails[x] >= 0.0);
        }
    }
}

TEST_CASE("neighbouring tails at corpus size differ by the probability between them") {
    // Log-gamma in long double is good for about ten digits at this size.
    const auto tails = stats::hypergeometricTails(43474, 1500, 435);
    for (unsigned x = 20; x < 200; ++x) {
        const long double pmf = std::exp(logPmf(43474, 1500, 435, x));
        const long double difference = static_cast<long double>(tails[x]) - tails[x + 1];
        REQUIRE(std::fabs(difference - pmf) <= 1e-9L * pmf);
    }
}

TEST_CASE("far tails keep their digits down to the smallest double") {
    // Only one way to draw nothing but successes: C(s, d) / C(n, d), a plain product.
    const auto tails = stats::hypergeometricTails(2000, 500, 200);
    long double product = 1;
    for (int i = 0; i < 200; ++i)
        product *= static_cast<long double>(500 - i) / static_cast<long double>(2000 - i);
    REQUIRE(product < 1e-120L);
    requireClose(tails[200], product);
    const auto vanishing = stats::hypergeometricTails(43474, 4348, 4348);
    REQUIRE(vanishing[4348] == 0.0);
}

TEST_CASE("impossible and certain counts have probability 0 and 1") {
    const auto tails = stats::hypergeometricTails(10, 8, 5); // at least three of five are successes
    REQUIRE(tails[3] == 1.0);
    REQUIRE(tails[4] < 1.0);
    const auto none = stats::hypergeometricTails(10, 0, 5);
    REQUIRE(none[0] == 1.0);
    REQUIRE(none[1] == 0.0);
}
