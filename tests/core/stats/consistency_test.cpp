#include "core/stats/consistency.h"

#include <set>

#include "core/base/parallel.h"
#include "tests/core/stats/made_levels.h"
#include "tests/core/stats/naive_stats.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::stats;

namespace {

using Set = std::set<std::uint32_t>;

std::optional<double> jaccardOf(const Set& a, const Set& b) {
    Set either = a;
    either.insert(b.begin(), b.end());
    double common = 0;
    for (const std::uint32_t x : a)
        common += static_cast<double>(b.count(x));
    return either.empty() ? std::nullopt : std::optional(common / static_cast<double>(either.size()));
}

struct Mean {
    long double sum = 0;
    std::uint32_t count = 0;
    void add(const std::optional<double>& value) {
        if (!value)
            return;
        sum += *value;
        ++count;
    }
    std::optional<double> value() const {
        return count ? std::optional(static_cast<double>(sum / count)) : std::nullopt;
    }
};

void requireClose(const std::optional<double>& found, const std::optional<double>& naive) {
    REQUIRE(found.has_value() == naive.has_value());
    if (found)
        REQUIRE(*found == Approx(*naive).margin(1e-10).epsilon(1e-10));
}

Set tagsOf(const LevelMatrix& levels, std::size_t neuron, std::uint32_t t) {
    Set set;
    for (std::uint32_t c = 0; c < levels.descriptors; ++c)
        if (t < levels.row(neuron)[c])
            set.insert(c);
    return set;
}

Set inverseOf(const LevelMatrix& levels, std::uint32_t c, std::uint32_t t) {
    Set set;
    for (std::uint32_t neuron = 0; neuron < levels.neurons; ++neuron)
        if (t < levels.row(neuron)[c])
            set.insert(neuron);
    return set;
}

void requireCorrected(const Consistency& found) {
    if (found.jaccard && found.chance && 1 - *found.chance >= 0.05)
        requireClose(found.corrected, (*found.jaccard - *found.chance) / (1 - *found.chance));
    else
        REQUIRE_FALSE(found.corrected.has_value());
}

void requireByNeuron(const Halves& halves, std::uint32_t t, const Consistency& found) {
    const auto& [first, second] = halves;
    Mean own, others;
    for (std::uint32_t i = 0; i < first.neurons; ++i)
        for (std::uint32_t j = 0; j < first.neurons; ++j)
            (i == j ? own : others).add(jaccardOf(tagsOf(first, i, t), tagsOf(second, j, t)));
    requireClose(found.jaccard, own.value());
    REQUIRE(found.used == own.count);
    REQUIRE(found.leftOut == first.neurons - own.count);
    requireClose(found.chance, others.value());
    requireCorrected(found);
}

/// E[h / (a + b - h)] from exact binomial coefficients.
double naiveExpected(unsigned n, unsigned a, unsigned b) {
    long double sum = 0;
    for (unsigned h = 0; h <= a && h <= b; ++h)
        if (b - h <= n - a)
            sum += static_cast<long double>(test::choose(a, h) * test::choose(n - a, b - h)) /
                   static_cast<long double>(test::choose(n, b)) * h / (a + b - h);
    return static_cast<double>(sum);
}

void requireByDescriptor(const Halves& halves, std::uint32_t t, const Consistency& found) {
    Mean own, chance;
    for (std::uint32_t c = 0; c < halves.calibration.descriptors; ++c) {
        const Set a = inverseOf(halves.calibration, c, t), b = inverseOf(halves.validation, c, t);
        own.add(jaccardOf(a, b));
        if (!a.empty() || !b.empty())
            chance.add(naiveExpected(halves.calibration.neurons, static_cast<unsigned>(a.size()),
                                     static_cast<unsigned>(b.size())));
    }
    requireClose(found.jaccard, own.value());
    REQUIRE(found.used == own.count);
    REQUIRE(found.leftOut == halves.calibration.descriptors - own.count);
    requireClose(found.chance, chance.value());
    requireCorrected(found);
}

Halves drawn(Random& random, std::uint32_t neurons, std::uint32_t descriptors) {
    const std::uint32_t step = random.below(2) ? 500 : 100;
    return {test::drawnLevels(random, neurons, descriptors, step),
            test::drawnLevels(random, neurons, descriptors, step)};
}

} // namespace

TEST_CASE("consistency by neuron and by descriptor equals that of sets, pair by pair") {
    Random random(31);
    const ThresholdGrid grid({0, 99, 100, 350, 500, 999, 1000});
    for (int round = 0; round < 120; ++round) {
        const Halves halves = drawn(random, static_cast<std::uint32_t>(1 + random.below(round % 3 ? 8 : 40)),
                                    static_cast<std::uint32_t>(1 + random.below(round % 10 ? 6 : 140)));
        const auto neurons = consistency(halves, ConsistencyBy::Neuron, grid).value();
        const auto descriptors = consistency(halves, ConsistencyBy::Descriptor, grid).value();
        for (std::size_t point = 0; point < grid.size(); ++point) {
            requireByNeuron(halves, grid.at(point), neurons[point]);
            requireByDescriptor(halves, grid.at(point), descriptors[point]);
        }
    }
}

TEST_CASE("Jaccard by hand") {
    // Neuron 0: {a, b} and {b, c}. Neuron 1: nothing in either. Neuron 2: {a} and nothing.
    const Halves halves{{3, 3, {500, 500, 0, 0, 0, 0, 500, 0, 0}}, {3, 3, {0, 500, 500, 0, 0, 0, 0, 0, 0}}};
    const Consistency neuron = consistency(halves, ConsistencyBy::Neuron, ThresholdGrid({350})).value()[0];
    REQUIRE(*neuron.jaccard == Approx((1.0 / 3 + 0) / 2));
    REQUIRE(neuron.leftOut == 1);
    // Pairs 0-1, 0-2, 1-0, 2-0, 2-1 have a tag; none of the five shares one. 1-2 is both empty.
    REQUIRE(*neuron.chance == 0.0);
    REQUIRE(*neuron.corrected == Approx(1.0 / 6));
    const Consistency descriptor = consistency(halves, ConsistencyBy::Descriptor, ThresholdGrid({350})).value()[0];
    REQUIRE(*descriptor.jaccard == Approx(1.0 / 3)); // a: 0 of 2; b: 1 of 1; c: 0 of 1
    REQUIRE(descriptor.leftOut == 0);
    REQUIRE(*descriptor.chance == Approx(1.0 / 9)); // only b can meet by chance, once in three
}

TEST_CASE("where every neuron has the same tags the corrected consistency is undefined") {
    Halves halves{{50, 2, {}}, {50, 2, {}}};
    halves.calibration.cells.assign(100, 800);
    halves.validation.cells.assign(100, 700);
    const Consistency found = consistency(halves, ConsistencyBy::Neuron, ThresholdGrid({350})).value()[0];
    REQUIRE(*found.jaccard == 1.0);
    REQUIRE(*found.chance == Approx(1.0));
    REQUIRE_FALSE(found.corrected.has_value());
    REQUIRE_FALSE(correctedJaccard(0.99, 0.951).has_value());
    REQUIRE(correctedJaccard(0.99, 0.95).has_value());
    REQUIRE(*correctedJaccard(0.1, 0.2) == Approx(-0.125));
}

TEST_CASE("the Jaccard of two blind sets is exact for small and finite for large ones") {
    for (unsigned n : {1U, 2U, 7U, 60U})
        for (unsigned a = 0; a <= n; a += n > 10 ? 7 : 1)
            for (unsigned b = 0; b <= n; b += n > 10 ? 5 : 1)
                if (a + b > 0)
                    REQUIRE(expectedJaccard(n, a, b) == Approx(naiveExpected(n, a, b)).margin(1e-14).epsilon(1e-12));
    REQUIRE(expectedJaccard(9216, 9216, 9216) == 1.0);
    REQUIRE(expectedJaccard(9216, 9216, 1) == Approx(1.0 / 9216));
    REQUIRE(expectedJaccard(1'000'000, 500'000, 500'000) == Approx(1.0 / 3).epsilon(1e-5));
}

TEST_CASE("the chance level is the same on any number of threads and stops when asked") {
    Random random(32);
    const Halves halves = drawn(random, 900, 12);
    const TagSets a = tagSets(halves.calibration, 350), b = tagSets(halves.validation, 350);
    setThreadCount(1);
    const auto one = chanceByNeuron(a, b).value();
    setThreadCount(5);
    const auto five = chanceByNeuron(a, b).value();
    setThreadCount(0);
    REQUIRE(one == five);
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(chanceByNeuron(a, b, stop.get_token()).error().code == ErrorCode::Cancelled);
    for (const auto by : {ConsistencyBy::Neuron, ConsistencyBy::Descriptor})
        REQUIRE(consistency(halves, by, ThresholdGrid({350}), stop.get_token()).error().code == ErrorCode::Cancelled);
}
