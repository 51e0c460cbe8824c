#include "core/stats/stratified.h"

#include <cmath>
#include <functional>
#include <numeric>

#include "core/base/random.h"
#include "core/stats/hit_law.h"
#include "core/stats/hypergeometric.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::stats;

namespace {

long double choose(std::uint32_t n, std::uint32_t k) {
    if (k > n)
        return 0;
    long double value = 1;
    for (std::uint32_t i = 1; i <= k; ++i)
        value = value * (n - k + i) / i;
    return value;
}

long double chance(const Stratum& s, std::uint32_t x) {
    if (x > s.drawn)
        return 0;
    return choose(s.yes, x) * choose(s.population - s.yes, s.drawn - x) / choose(s.population, s.drawn);
}

/// Every combination of hits over the strata, one by one.
double enumerated(const std::vector<Stratum>& strata) {
    std::uint32_t hits = 0;
    for (const Stratum& s : strata)
        hits += s.hits;
    const std::function<long double(std::size_t, std::uint32_t)> walk = [&](std::size_t i,
                                                                            std::uint32_t found) -> long double {
        if (i == strata.size())
            return found >= hits ? 1 : 0;
        long double sum = 0;
        for (std::uint32_t x = 0; x <= std::min(strata[i].drawn, strata[i].yes); ++x)
            if (const long double here = chance(strata[i], x); here > 0)
                sum += here * walk(i + 1, found + x);
        return sum;
    };
    return static_cast<double>(walk(0, 0));
}

Stratum randomStratum(Random& random, std::uint32_t most) {
    Stratum s;
    s.population = static_cast<std::uint32_t>(random.below(most + 1));
    s.yes = static_cast<std::uint32_t>(random.below(s.population + 1));
    s.drawn = static_cast<std::uint32_t>(random.below(s.population + 1));
    const std::uint32_t low = s.drawn + s.yes > s.population ? s.drawn + s.yes - s.population : 0;
    s.hits = low + static_cast<std::uint32_t>(random.below(std::min(s.drawn, s.yes) - low + 1));
    return s;
}

} // namespace

TEST_CASE("the chance of so many hits over strata equals the enumeration of all combinations") {
    Random random(4);
    for (int round = 0; round < 300; ++round) {
        std::vector<Stratum> strata;
        for (std::uint64_t i = 0; i <= random.below(4); ++i)
            strata.push_back(randomStratum(random, 14));
        const auto found = stratifiedEnrichment(strata);
        const auto drawn = std::accumulate(strata.begin(), strata.end(), 0U,
                                           [](std::uint32_t sum, const Stratum& s) { return sum + s.drawn; });
        REQUIRE(found.has_value() == (drawn > 0));
        if (!found)
            continue;
        const double expected = enumerated(strata);
        INFO(found->p << " " << expected);
        REQUIRE(std::abs(found->p - expected) <= 1e-9);
        double mean = 0, hits = 0;
        for (const Stratum& s : strata) {
            mean += s.population ? static_cast<double>(s.drawn) * s.yes / s.population : 0;
            hits += s.hits;
        }
        REQUIRE(found->expected == Approx(mean));
        REQUIRE(found->lift.has_value() == (mean > 0));
        if (found->lift)
            REQUIRE(*found->lift == Approx(hits / mean));
    }
}

TEST_CASE("one stratum is the plain hypergeometric tail, also far out") {
    for (const Stratum& s : {Stratum{43'474, 5000, 435, 300}, Stratum{43'474, 200, 4348, 21}, Stratum{100, 100, 10, 10},
                             Stratum{100, 0, 10, 0}, Stratum{20'000, 900, 200, 9}}) {
        const double plain = hypergeometricTailTable(s.population, s.yes, s.drawn).at(s.hits);
        const auto found = stratifiedEnrichment(std::vector{s});
        REQUIRE(found->p == Approx(plain).epsilon(1e-9));
        const HitLaw law = hitLaw(s.population, s.yes, s.drawn);
        double sum = 0, mean = 0, square = 0;
        for (std::size_t i = 0; i < law.logChance.size(); ++i) {
            const double x = law.first + static_cast<double>(i), chance = std::exp(law.logChance[i]);
            sum += chance;
            mean += chance * x;
            square += chance * x * x;
        }
        REQUIRE(sum == Approx(1.0).epsilon(1e-12));
        REQUIRE(law.mean == Approx(mean).epsilon(1e-11));
        REQUIRE(law.variance == Approx(square - mean * mean).epsilon(1e-9).margin(1e-9));
    }
}

TEST_CASE("far out over many strata the chance keeps nine digits, as the law of all hits in full has them") {
    Random random(6);
    for (int round = 0; round < 60; ++round) {
        std::vector<Stratum> strata;
        std::vector<long double> law{1.0L};
        std::uint32_t least = 0;
        for (std::uint64_t i = 0; i < 3 + random.below(20); ++i) {
            Stratum s = randomStratum(random, 60);
            s.drawn = std::min(s.drawn, 1 + static_cast<std::uint32_t>(random.below(12)));
            strata.push_back(s);
            std::vector<long double> sum(law.size() + s.drawn, 0.0L);
            for (std::size_t a = 0; a < law.size(); ++a)
                for (std::uint32_t x = 0; x <= s.drawn; ++x)
                    sum[a + x] += law[a] * chance(s, x);
            law = sum;
            least += s.drawn + s.yes > s.population ? s.drawn + s.yes - s.population : 0;
        }
        std::vector<HitLaw> laws;
        for (const Stratum& s : strata)
            laws.push_back(hitLaw(s.population, s.yes, s.drawn));
        std::vector<const HitLaw*> borrowed;
        for (const HitLaw& each : laws)
            borrowed.push_back(&each);
        HitTail tail;
        long double expected = 0;
        for (std::size_t x = law.size(); x > 0; --x) {
            expected += law[x - 1];
            const double found = tail.of(borrowed, static_cast<std::uint32_t>(x - 1));
            INFO(round << ", at least " << x - 1 << " hits, " << least << " at least: " << found);
            REQUIRE(found == Approx(static_cast<double>(expected)).epsilon(1e-9).margin(0));
        }
    }
}

TEST_CASE("what a category explains has an adjusted lift of one and no surprise left") {
    // 40 % of category A is labelled, 1 % of B; all exemplars come from A.
    const std::vector<Stratum> strata{{2000, 800, 200, 80}, {20'000, 200, 0, 0}};
    const auto plain = stratifiedEnrichment(std::vector<Stratum>{{22'000, 1000, 200, 80}});
    const auto adjusted = stratifiedEnrichment(strata);
    CHECK(*plain->lift > 8);
    CHECK(plain->p < 1e-40);
    CHECK(*adjusted->lift == Approx(1.0));
    CHECK(adjusted->p > 0.4);
}

TEST_CASE("the common odds ratio equals hand-made cases and is undefined where it is infinite") {
    // One table: 10 of 20 drawn are labelled, 5 of 30 others: (10 * 25) / (10 * 5).
    CHECK(*mantelHaenszel(std::vector<Stratum>{{50, 15, 20, 10}}) == Approx(5.0));
    // Two: (10*25/50 + 4*8/20) / (10*5/50 + 2*6/20).
    CHECK(*mantelHaenszel(std::vector<Stratum>{{50, 15, 20, 10}, {20, 10, 6, 4}}) ==
          Approx((5.0 + 4.0 * 8 / 20) / (1.0 + 2.0 * 6 / 20)));
    CHECK(!mantelHaenszel(std::vector<Stratum>{{50, 15, 15, 15}}));
    CHECK(!mantelHaenszel(std::vector<Stratum>{}));
    CHECK(!mantelHaenszel(std::vector<Stratum>{{0, 0, 0, 0}}));
}
