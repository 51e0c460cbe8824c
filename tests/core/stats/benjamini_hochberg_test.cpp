#include <cmath>

#include "core/base/random.h"
#include "core/stats/enrichment.h"
#include "tests/core/stats/naive_stats.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {
void requireSame(const std::vector<double>& actual, const std::vector<double>& expected) {
    REQUIRE(actual.size() == expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        REQUIRE(std::isnan(actual[i]) == std::isnan(expected[i]));
        if (!std::isnan(expected[i]))
            REQUIRE(actual[i] == Approx(expected[i]).epsilon(1e-14));
    }
}
} // namespace

TEST_CASE("Benjamini-Hochberg on a worked example") {
    std::vector<double> p{0.01, 0.04, 0.03, 0.005, 0.55};
    stats::benjaminiHochberg(p);
    requireSame(p, {0.025, 0.05, 0.05, 0.025, 0.55});
}

TEST_CASE("Benjamini-Hochberg equals the definition, with ties and undefined cells") {
    Random random(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<double> p(1 + random.below(60));
        for (double& value : p) {
            value = round % 2 ? random.uniform() : static_cast<double>(random.below(5)) / 4.0;
            if (random.below(6) == 0)
                value = std::nan("");
        }
        auto q = p;
        stats::benjaminiHochberg(q);
        requireSame(q, test::naiveBenjaminiHochberg(p));
    }
}

TEST_CASE("undefined cells leave the family") {
    std::vector<double> p{0.02, std::nan(""), 0.5, std::nan("")};
    stats::benjaminiHochberg(p);
    REQUIRE(p[0] == Approx(0.04)); // family of two, not four
    REQUIRE(std::isnan(p[1]));
    std::vector<double> nothing{std::nan(""), std::nan("")};
    stats::benjaminiHochberg(nothing);
    REQUIRE(std::isnan(nothing[0]));
    std::vector<double> empty;
    stats::benjaminiHochberg(empty);
}

TEST_CASE("q is never above 1") {
    std::vector<double> p{0.9, 0.95, 1.0, 1.0, 0.99};
    stats::benjaminiHochberg(p);
    for (double q : p)
        REQUIRE(q <= 1.0);
}

TEST_CASE("large families are sorted as small ones are") {
    // Beyond some thousand values another sort takes over: the q of a family repeated f times equals that of one copy,
    // because p * (f N) / (f rank) does not change.
    Random random(3);
    std::vector<double> once(600);
    for (double& value : once)
        value = std::pow(random.uniform(), 20.0);
    once[5] = 0.0;
    std::vector<double> many;
    for (int copy = 0; copy < 20; ++copy)
        many.insert(many.end(), once.begin(), once.end());
    stats::benjaminiHochberg(many);
    const auto expected = test::naiveBenjaminiHochberg(once);
    for (std::size_t i = 0; i < many.size(); ++i)
        REQUIRE(many[i] == Approx(expected[i % once.size()]).epsilon(1e-12));
}
