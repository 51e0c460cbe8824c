#include "core/stats/agreement.h"

#include <array>
#include <cmath>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::stats;

namespace {

constexpr double kZ = 1.959963984540054;

/// Both columns written out, one row a pair.
struct Ratings {
    std::vector<int> first, second;

    explicit Ratings(const FourFold& table) {
        add(table.both, 1, 1);
        add(table.first, 1, 0);
        add(table.second, 0, 1);
        add(table.neither, 0, 0);
    }
    void add(std::uint64_t count, int a, int b) {
        first.insert(first.end(), count, a);
        second.insert(second.end(), count, b);
    }
    double observed() const {
        double same = 0;
        for (std::size_t i = 0; i < first.size(); ++i)
            same += first[i] == second[i];
        return same / static_cast<double>(first.size());
    }
    static double mean(const std::vector<int>& column) {
        double sum = 0;
        for (const int value : column)
            sum += value;
        return sum / static_cast<double>(column.size());
    }
};

/// Chance by pairing every rating of the one with every rating of the other.
double naiveKappa(const FourFold& table) {
    const Ratings ratings(table);
    double same = 0;
    for (const int a : ratings.first)
        for (const int b : ratings.second)
            same += a == b;
    const double chance = same / static_cast<double>(ratings.first.size() * ratings.second.size());
    return (ratings.observed() - chance) / (1 - chance);
}

double naiveAc1(const FourFold& table) {
    const Ratings ratings(table);
    const double q = (Ratings::mean(ratings.first) + Ratings::mean(ratings.second)) / 2;
    const double chance = q * (1 - q) + (1 - q) * q;
    return (ratings.observed() - chance) / (1 - chance);
}

/// Fleiss, Cohen and Everitt (1969), as in Fleiss, Statistical Methods for Rates and Proportions: A + B - C.
double fleissVariance(const FourFold& table) {
    const double n = static_cast<double>(table.both + table.first + table.second + table.neither);
    const double p[2][2] = {{static_cast<double>(table.neither) / n, static_cast<double>(table.second) / n},
                            {static_cast<double>(table.first) / n, static_cast<double>(table.both) / n}};
    const auto row = [&](int i) { return p[i][0] + p[i][1]; };
    const auto column = [&](int i) { return p[0][i] + p[1][i]; };
    const double chance = row(0) * column(0) + row(1) * column(1);
    const double kappa = (p[0][0] + p[1][1] - chance) / (1 - chance);
    double a = 0, b = 0;
    for (int i = 0; i < 2; ++i) {
        a += p[i][i] * std::pow(1 - (row(i) + column(i)) * (1 - kappa), 2);
        for (int j = 0; j < 2; ++j)
            if (i != j)
                b += p[i][j] * std::pow(column(i) + row(j), 2);
    }
    b *= (1 - kappa) * (1 - kappa);
    const double c = std::pow(kappa - chance * (1 - kappa), 2);
    return (a + b - c) / (n * (1 - chance) * (1 - chance));
}

/// The score interval by bisection.
double scoreLimit(double share, double trials, bool upper) {
    double low = upper ? share : 0, high = upper ? 1 : share;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        const double score = std::abs(share - middle) / std::sqrt(middle * (1 - middle) / trials);
        (upper ? score < kZ : score > kZ) ? low = middle : high = middle;
    }
    return (low + high) / 2;
}

FourFold randomTable(Random& random, std::uint64_t most) {
    return {random.below(most), random.below(most), random.below(most), random.below(most)};
}

std::uint64_t pairs(const FourFold& table) {
    return table.both + table.first + table.second + table.neither;
}

bool isIn(const IntervalEstimate& estimate, double value) {
    return estimate.interval.low <= value && value <= estimate.interval.high;
}

} // namespace

TEST_CASE("kappa and AC1 of published examples") {
    // Grant proposals, two readers: Po 0.7, Pe 0.5.
    CHECK(cohensKappa({20, 5, 10, 15}).value.value() == Approx(0.4).margin(1e-12));
    // Equal agreement, unequal kappa.
    CHECK(cohensKappa({45, 15, 25, 15}).value.value() == Approx(0.1304).margin(5e-5));
    CHECK(cohensKappa({25, 35, 5, 35}).value.value() == Approx(0.2593).margin(5e-5));
    // Feinstein and Cicchetti (1990): 85 % agreement both times.
    CHECK(cohensKappa({40, 9, 6, 45}).value.value() == Approx(0.70).margin(5e-3));
    CHECK(cohensKappa({80, 10, 5, 5}).value.value() == Approx(0.32).margin(5e-3));
    // Gwet (2002): 125 persons, 94.4 % agreement, kappa below zero.
    CHECK(cohensKappa({118, 5, 2, 0}).value.value() == Approx(-0.0234).margin(5e-5));
    CHECK(gwetsAc1({118, 5, 2, 0}).value.value() == Approx(0.9408).margin(5e-5));
}

TEST_CASE("kappa, AC1, precision and recall follow their definitions on any table") {
    Random random(11);
    for (int i = 0; i < 500; ++i) {
        const FourFold table = randomTable(random, i % 2 ? 6 : 40);
        if (pairs(table) == 0)
            continue;
        const IntervalEstimate kappa = cohensKappa(table);
        if (kappa.value)
            CHECK(*kappa.value == Approx(naiveKappa(table)).margin(1e-9));
        CHECK(gwetsAc1(table).value.value() == Approx(naiveAc1(table)).margin(1e-9));
        const double both = static_cast<double>(table.both);
        if (table.both + table.first > 0)
            CHECK(precision(table).value.value() ==
                  Approx(both / static_cast<double>(table.both + table.first)).margin(1e-12));
        if (table.both + table.second > 0)
            CHECK(recall(table).value.value() ==
                  Approx(both / static_cast<double>(table.both + table.second)).margin(1e-12));
    }
}

TEST_CASE("what has no value is undefined") {
    CHECK_FALSE(cohensKappa({}).value);
    CHECK_FALSE(gwetsAc1({}).value);
    CHECK_FALSE(precision({}).value);
    CHECK_FALSE(recall({}).value);
    CHECK_FALSE(cohensKappa({7, 0, 0, 0}).value); // both always say yes: Pe = 1
    CHECK_FALSE(cohensKappa({0, 0, 0, 7}).value);
    CHECK(gwetsAc1({7, 0, 0, 0}).value == 1.0);
    CHECK_FALSE(precision({0, 0, 3, 4}).value); // the judged one never says yes
    CHECK(recall({0, 0, 3, 4}).value == 0.0);
    CHECK(cohensKappa({3, 4, 0, 0}).value.value() == Approx(0).margin(1e-12)); // one of them always says yes
    CHECK_FALSE(pairsStillNeeded({}, 0.1));
    CHECK_FALSE(pairsStillNeeded({7, 0, 0, 0}, 0.1));
}

TEST_CASE("the interval of kappa is Wilson's of the agreement, widened by the delta method") {
    Random random(5);
    int widened = 0;
    for (int i = 0; i < 300; ++i) {
        const FourFold table = randomTable(random, 30);
        const IntervalEstimate kappa = cohensKappa(table);
        if (!kappa.value)
            continue;
        const double n = static_cast<double>(pairs(table));
        const double observed = static_cast<double>(table.both + table.neither) / n;
        if (observed == 0 || observed == 1)
            continue;
        const double chance = (observed - *kappa.value) / (1 - *kappa.value);
        const double known = observed * (1 - observed) / (n * (1 - chance) * (1 - chance));
        const double effect = std::max(1.0, fleissVariance(table) / known);
        widened += effect > 1;
        const auto limit = [&](bool upper) {
            return (scoreLimit(observed, n / effect, upper) - chance) / (1 - chance);
        };
        CHECK(kappa.interval.low == Approx(std::max(-1.0, limit(false))).margin(1e-9));
        CHECK(kappa.interval.high == Approx(std::min(1.0, limit(true))).margin(1e-9));
    }
    CHECK(widened > 10);
}

TEST_CASE("agreement without exception has an interval that shrinks with the number of pairs") {
    const IntervalEstimate few = cohensKappa({15, 0, 0, 15});
    CHECK(few.value == 1.0);
    CHECK(few.interval.high == 1.0);
    CHECK(few.interval.low == Approx(0.7729).margin(1e-4)); // 2 * 0.88646 - 1
    CHECK(cohensKappa({150, 0, 0, 150}).interval.low > 0.97);
}

TEST_CASE("intervals of kappa and AC1 cover what is true in about 95 of 100 samples") {
    constexpr std::array<std::array<double, 4>, 3> kPopulations{
        {{0.45, 0.05, 0.05, 0.45}, {0.38, 0.12, 0.03, 0.47}, {0.10, 0.10, 0.05, 0.75}}};
    Random random(2026);
    for (const auto& p : kPopulations) {
        const double observed = p[0] + p[3];
        const double a = p[0] + p[1], b = p[0] + p[2], q = (a + b) / 2;
        const double byKappa = a * b + (1 - a) * (1 - b), byAc1 = 2 * q * (1 - q);
        int kappaCovers = 0, ac1Covers = 0;
        constexpr int kSamples = 2000;
        for (int sample = 0; sample < kSamples; ++sample) {
            FourFold table;
            for (int i = 0; i < 60; ++i) {
                const double at = random.uniform();
                ++(at < p[0] ? table.both : at < a ? table.first : at < a + p[2] ? table.second : table.neither);
            }
            kappaCovers += isIn(cohensKappa(table), (observed - byKappa) / (1 - byKappa));
            ac1Covers += isIn(gwetsAc1(table), (observed - byAc1) / (1 - byAc1));
        }
        CHECK(kappaCovers > 0.93 * kSamples);
        CHECK(ac1Covers > 0.93 * kSamples);
    }
}

TEST_CASE("pairs that are there need not be answered again") {
    const FourFold table{13, 2, 1, 14};
    const auto needed = pairsStillNeeded(table, 0.1);
    REQUIRE(needed);
    CHECK(*needed > 100);
    CHECK(pairsStillNeeded(table, 0.5) == 0U);
    CHECK_FALSE(pairsStillNeeded(table, 1e-6));
    // The same shares, twenty times over: the interval at 600 pairs.
    const FourFold many{260, 40, 20, 280};
    const auto more = pairsStillNeeded(many, 0.1);
    CHECK(more == (*needed + 30 > 600 ? *needed + 30 - 600 : 0));
}

TEST_CASE("the pairs still needed are those at which the interval of the same shares first is narrow enough") {
    Random random(17);
    int found = 0;
    for (int i = 0; i < 60; ++i) {
        const FourFold table = randomTable(random, 12);
        const IntervalEstimate kappa = cohensKappa(table);
        if (!kappa.value)
            continue;
        const double halfWidth = 0.05 + 0.1 * random.uniform();
        const double n = static_cast<double>(pairs(table));
        const double observed = static_cast<double>(table.both + table.neither) / n;
        const double chance = (observed - *kappa.value) / (1 - *kappa.value);
        const double known = observed * (1 - observed) / (n * (1 - chance) * (1 - chance));
        const double effect = known > 0 ? std::max(1.0, fleissVariance(table) / known) : 1;
        const auto isEnough = [&](std::uint64_t of) {
            const double effective = static_cast<double>(of) / effect;
            const auto limit = [&](bool upper) {
                return (scoreLimit(observed, effective, upper) - chance) / (1 - chance);
            };
            return (std::min(1.0, limit(true)) - std::max(-1.0, limit(false))) / 2 <= halfWidth;
        };
        std::uint64_t enough = pairs(table);
        while (enough < 20'000 && !isEnough(enough))
            ++enough;
        const auto needed = pairsStillNeeded(table, halfWidth);
        REQUIRE(needed);
        // A limit that rounds to the other side of the wanted width moves the answer by one pair.
        CHECK(std::abs(static_cast<double>(*needed) - static_cast<double>(enough - pairs(table))) <= 1);
        ++found;
    }
    CHECK(found > 40);
}

TEST_CASE("a balanced sample is weighted to the population, as at five percent in the paper") {
    // 0.76 and 0.94 of a balanced sample: of 690 sentences, 345 with and 345 without.
    WeightedShare yes, no;
    const FourFold table{262, 83, 17, 328};
    for (std::uint64_t i = 0; i < 345; ++i) {
        yes.add(i < table.both, 50);
        no.add(i < table.neither, 950);
    }
    CHECK(precision(table).value.value() == Approx(0.76).margin(5e-3));
    CHECK(recall(table).value.value() == Approx(0.94).margin(5e-3));
    const PopulationScores scores = populationScores(yes, no, 0.05);
    CHECK(scores.precision.value.value() == Approx(262.0 / 345).margin(1e-12));
    CHECK(scores.negative.value.value() == Approx(328.0 / 345).margin(1e-12));
    CHECK(scores.recall.value.value() == Approx(0.45).margin(1e-2));
    const double ppv = 262.0 / 345, npv = 328.0 / 345, pi = 0.05;
    CHECK(scores.recall.value.value() == Approx(pi * ppv / (pi * ppv + (1 - pi) * (1 - npv))).margin(1e-12));
    CHECK(scores.specificity.value.value() == Approx((1 - pi) * npv / ((1 - pi) * npv + pi * (1 - ppv))).margin(1e-12));
    CHECK(scores.precision.interval.low == Approx(scoreLimit(ppv, 345, false)).margin(1e-9));
    CHECK(isIn(scores.recall, *scores.recall.value));
    CHECK(scores.recall.halfWidth() > 0.05);
}

TEST_CASE("weighted scores without a value are undefined, and perfect ones have an interval") {
    WeightedShare nothing, perfect, alsoPerfect;
    for (int i = 0; i < 15; ++i) {
        perfect.add(true, 3);
        alsoPerfect.add(true, 300);
    }
    const PopulationScores open = populationScores(nothing, perfect, 0.2);
    CHECK_FALSE(open.precision.value);
    CHECK_FALSE(open.recall.value);
    CHECK_FALSE(open.specificity.value);
    CHECK(open.negative.value == 1.0);
    CHECK_FALSE(populationScores(perfect, alsoPerfect, 0.0).recall.value);
    CHECK_FALSE(populationScores(perfect, alsoPerfect, 1.0).specificity.value);
    const PopulationScores full = populationScores(perfect, alsoPerfect, 0.01);
    CHECK(full.recall.value == 1.0);
    CHECK(full.recall.interval.high == 1.0);
    CHECK(full.recall.interval.low < 0.1); // one of fifteen missed among the many would be most there is
    CHECK(full.specificity.interval.low > 0.99);
    WeightedShare never;
    never.add(false, 1);
    CHECK_FALSE(populationScores(never, perfect, 0.3).recall.value); // there is nothing to find
    WeightedShare wrong;
    wrong.add(false, 1);
    CHECK(populationScores(never, wrong, 0.3).recall.value == 0.0);
}

TEST_CASE("intervals of the weighted recall cover what is true in about 95 of 100 samples") {
    constexpr double kPpv = 0.8, kNpv = 0.95, kPi = 0.1;
    const double truth = kPi * kPpv / (kPi * kPpv + (1 - kPi) * (1 - kNpv));
    Random random(7);
    int covers = 0;
    constexpr int kSamples = 2000;
    for (int sample = 0; sample < kSamples; ++sample) {
        WeightedShare yes, no;
        for (int i = 0; i < 60; ++i) {
            yes.add(random.uniform() < kPpv, 1);
            no.add(random.uniform() < kNpv, 9);
        }
        covers += isIn(populationScores(yes, no, kPi).recall, truth);
    }
    CHECK(covers > 0.93 * kSamples);
    CHECK(covers < 0.99 * kSamples);
}

TEST_CASE("pairs of unequal weight know as much as fewer of equal weight") {
    WeightedShare equal, unequal;
    for (int i = 0; i < 20; ++i) {
        equal.add(i % 2 == 0, 1);
        unequal.add(i % 2 == 0, i < 10 ? 1 : 9);
    }
    CHECK(equal.estimate().value.value() == Approx(0.5));
    CHECK(equal.estimate().interval.low == Approx(scoreLimit(0.5, 20, false)).margin(1e-9));
    CHECK(unequal.estimate().interval.low == Approx(scoreLimit(0.5, 100.0 * 100 / 820, false)).margin(1e-9));
    WeightedShare joined;
    joined.add(equal, 2);
    joined.add(unequal, 0.5);
    CHECK(joined.weight() == Approx(2 * 20 + 0.5 * 100));
}
