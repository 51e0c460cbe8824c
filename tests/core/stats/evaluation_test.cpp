#include "core/stats/evaluation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/base/parallel.h"
#include "core/stats/evaluation_chance.h"
#include "tests/core/stats/made_levels.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::stats;

namespace {

using Set = std::set<std::uint32_t>;

Set common(const Set& a, const Set& b) {
    Set both;
    for (const std::uint32_t c : a)
        if (b.count(c))
            both.insert(c);
    return both;
}

/// Mean of what is there, and how often nothing was.
struct Naive {
    std::vector<double> values;
    std::uint32_t leftOut = 0;
    void add(std::size_t hits, std::size_t size) {
        if (size)
            values.push_back(static_cast<double>(hits) / static_cast<double>(size));
        else
            ++leftOut;
    }
    double mean() const {
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    }
    double sd() const {
        double squares = 0;
        for (const double v : values)
            squares += (v - mean()) * (v - mean());
        return std::sqrt(squares / static_cast<double>(values.size() - 1));
    }
};

void requireEqual(const std::optional<double>& found, std::size_t count, double naive) {
    REQUIRE(found.has_value() == (count > 0));
    if (found)
        REQUIRE(*found == Approx(naive).margin(1e-12).epsilon(1e-10));
}

void requireEqual(const Estimate& found, const Naive& naive, const Naive& pairs) {
    requireEqual(found.mean, naive.values.size(), naive.values.empty() ? 0 : naive.mean());
    requireEqual(found.sd, naive.values.size() > 1, naive.values.size() > 1 ? naive.sd() : 0);
    REQUIRE(found.used == naive.values.size());
    REQUIRE(found.leftOut == naive.leftOut);
    requireEqual(found.chance, pairs.values.size(), pairs.values.empty() ? 0 : pairs.mean());
    REQUIRE(found.interval.has_value() == (naive.values.size() >= 2));
    if (found.interval) {
        REQUIRE(found.interval->low <= found.interval->high);
        REQUIRE(found.interval->low <= *found.mean + 1e-12);
        REQUIRE(found.interval->high >= *found.mean - 1e-12);
    }
}

JudgedTags drawn(Random& random, std::uint32_t neurons, std::uint32_t descriptors, unsigned undefinedPercent) {
    JudgedTags tags{
        test::drawnLevels(random, neurons, descriptors), test::drawnLevels(random, neurons, descriptors), {}};
    for (std::uint32_t i = 0; i < neurons; ++i) {
        const bool unknown = undefinedPercent > 0 && random.below(5) == 0; // nothing is known of the whole neuron
        for (std::uint32_t c = 0; c < descriptors; ++c)
            tags.defined.push_back(!unknown && random.below(100) >= undefinedPercent);
    }
    return tags;
}

Set tagsAt(const JudgedTags& tags, const LevelMatrix& levels, std::size_t neuron, std::size_t where, std::uint32_t t) {
    Set set;
    for (std::uint32_t c = 0; c < levels.descriptors; ++c)
        if (tags.isDefined(where, c) && t < levels.row(neuron)[c])
            set.insert(c);
    return set;
}

void requireAt(const JudgedTags& tags, std::uint32_t t, const Estimate& precision, const Estimate& recall) {
    Naive p, r, pairP, pairR;
    for (std::uint32_t i = 0; i < tags.predicted.neurons; ++i)
        for (std::uint32_t j = 0; j < tags.predicted.neurons; ++j) {
            if (!tags.isJudged(i) || !tags.isJudged(j))
                continue;
            const Set predicted = tagsAt(tags, tags.predicted, i, j, t);
            const Set truth = tagsAt(tags, tags.truth, j, j, t);
            const std::size_t hits = common(predicted, truth).size();
            (i == j ? p : pairP).add(hits, predicted.size());
            (i == j ? r : pairR).add(hits, truth.size());
        }
    requireEqual(precision, p, pairP);
    requireEqual(recall, r, pairR);
}

std::vector<std::uint32_t> shuffled(Random& random, std::uint32_t descriptors, std::uint32_t count) {
    std::vector<std::uint32_t> all(descriptors);
    std::iota(all.begin(), all.end(), 0U);
    shuffle(std::span(all), random);
    all.resize(count);
    return all;
}

JudgedOrder drawnOrder(Random& random, std::uint32_t neurons, std::uint32_t descriptors, unsigned undefinedPercent) {
    JudgedOrder order;
    order.descriptors = descriptors;
    order.defined = drawn(random, neurons, descriptors, undefinedPercent).defined;
    for (std::uint32_t i = 0; i < neurons; ++i) {
        order.predicted.push_back(
            shuffled(random, descriptors, static_cast<std::uint32_t>(random.below(descriptors + 1))));
        order.truth.emplace_back();
        for (const std::uint32_t c : shuffled(random, descriptors, static_cast<std::uint32_t>(random.below(6))))
            if (order.isDefined(i, c))
                order.truth.back().push_back(c);
    }
    return order;
}

void requireAtK(const JudgedOrder& order, std::uint32_t k, const Estimate& precision, const Estimate& recall) {
    Naive p, r, pairP, pairR;
    const auto judged = [&](std::size_t i) {
        for (std::uint32_t c = 0; c < order.descriptors; ++c)
            if (order.isDefined(i, c))
                return true;
        return false;
    };
    for (std::size_t i = 0; i < order.predicted.size(); ++i)
        for (std::size_t j = 0; j < order.predicted.size(); ++j) {
            if (!judged(i) || !judged(j))
                continue;
            std::vector<std::uint32_t> list;
            for (const std::uint32_t c : order.predicted[i])
                if (order.isDefined(j, c))
                    list.push_back(c);
            const Set first(list.begin(),
                            list.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(k, list.size())));
            const auto& all = order.truth[j];
            const Set truth(all.begin(),
                            all.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, all.size())));
            const std::size_t hits = common(first, truth).size();
            (i == j ? p : pairP).add(hits, std::min<std::size_t>(k, list.size()));
            (i == j ? r : pairR).add(hits, truth.size());
        }
    requireEqual(precision, p, pairP);
    requireEqual(recall, r, pairR);
}

} // namespace

TEST_CASE("a cell is tagged at t exactly where its level is above t") {
    for (std::uint64_t denominator : {1, 2, 3, 7, 10, 435, 1000, 4348})
        for (std::uint64_t x = 0; x <= denominator; ++x) {
            const Level level = tagLevel(x, denominator);
            for (std::uint64_t t = 0; t <= 1000; t += denominator > 1000 ? 37 : 1)
                if ((1000 * x > t * denominator) != (t < level))
                    FAIL(x << "/" << denominator << " at " << t);
        }
    REQUIRE(tagLevel(0, 0) == 0);
}

TEST_CASE("a grid of thresholds is sorted, says each once and knows how far a level reaches") {
    const ThresholdGrid grid({350, 50, 350, 1000, 0});
    REQUIRE(std::vector<std::uint32_t>(grid.tMilli().begin(), grid.tMilli().end()) ==
            std::vector<std::uint32_t>{0, 50, 350, 1000});
    REQUIRE(grid.reach(0) == 0);
    REQUIRE(grid.reach(50) == 1); // f = 0.05 is not above 0.05
    REQUIRE(grid.reach(51) == 2);
    REQUIRE(grid.reach(1000) == 3);
}

TEST_CASE("precision and recall over t equal those of sets, neuron by neuron and pair by pair") {
    Random random(21);
    for (int round = 0; round < 60; ++round) {
        const auto neurons = static_cast<std::uint32_t>(1 + random.below(9));
        const auto descriptors = static_cast<std::uint32_t>(1 + random.below(round % 10 == 0 ? 90 : 7));
        const JudgedTags tags = drawn(random, neurons, descriptors, round % 2 ? 30 : 0);
        const ThresholdGrid grid({0, 49, 50, 350, 351, 700, 999, 1000});
        const auto found = precisionRecall(tags, grid, {50, 7}).value();
        for (std::size_t point = 0; point < grid.size(); ++point)
            requireAt(tags, grid.at(point), found.precision[point], found.recall[point]);
    }
}

TEST_CASE("P@K and R@K equal those of lists, neuron by neuron and pair by pair") {
    Random random(22);
    for (int round = 0; round < 60; ++round) {
        const auto neurons = static_cast<std::uint32_t>(1 + random.below(9));
        const auto descriptors = static_cast<std::uint32_t>(5 + random.below(6));
        const JudgedOrder order = drawnOrder(random, neurons, descriptors, round % 2 ? 30 : 0);
        const auto found = precisionRecallAt(order, 6, {50, 7}).value();
        for (std::uint32_t k = 1; k <= 6; ++k)
            requireAtK(order, k, found.precision[k - 1], found.recall[k - 1]);
    }
}

TEST_CASE("P@K by hand") {
    // Predicted 4, 1, 2; true 1, 0, 4 (and 2, which is fourth and so not among the top 3).
    JudgedOrder order{{{4, 1, 2}, {}}, {{1, 0, 4, 2}, {3}}, 5, std::vector<std::uint8_t>(10, 1), 3};
    const auto found = precisionRecallAt(order, 6, {0, 1}).value();
    REQUIRE(*found.precision[0].mean == 1.0);             // 4
    REQUIRE(*found.precision[1].mean == 1.0);             // 4, 1
    REQUIRE(*found.precision[2].mean == Approx(2.0 / 3)); // 2 is no hit
    REQUIRE(*found.precision[5].mean == Approx(2.0 / 3)); // three are predicted: divided by 3
    REQUIRE(found.precision[0].leftOut == 1);             // nothing predicted for the second neuron
    REQUIRE(*found.recall[0].mean == Approx((1.0 / 3 + 0) / 2));
    REQUIRE(*found.recall[1].mean == Approx((2.0 / 3 + 0) / 2));
    REQUIRE(found.recall[0].leftOut == 0);
    REQUIRE_FALSE(found.precision[0].interval.has_value());
}

TEST_CASE("nothing is said about neurons without reference labels") {
    Random random(23);
    JudgedTags tags = drawn(random, 4, 3, 0);
    std::ranges::fill(tags.defined, std::uint8_t{0});
    const auto found = precisionRecall(tags, ThresholdGrid({350}), {100, 1}).value();
    REQUIRE(tags.judgedNeurons() == 0);
    REQUIRE_FALSE(found.precision[0].mean.has_value());
    REQUIRE_FALSE(found.precision[0].chance.has_value());
    REQUIRE(found.precision[0].used + found.precision[0].leftOut == 0);
}

TEST_CASE("the bootstrap over neurons is the same on any number of threads and stops when asked") {
    Random random(24);
    const JudgedTags tags = drawn(random, 30, 9, 10);
    const ThresholdGrid grid({100, 300, 500});
    setThreadCount(1);
    const auto one = precisionRecall(tags, grid, {300, 5}).value();
    setThreadCount(4);
    const auto four = precisionRecall(tags, grid, {300, 5}).value();
    const auto other = precisionRecall(tags, grid, {300, 6}).value();
    setThreadCount(0);
    for (std::size_t point = 0; point < grid.size(); ++point) {
        REQUIRE(one.precision[point].interval->low == four.precision[point].interval->low);
        REQUIRE(one.recall[point].interval->high == four.recall[point].interval->high);
    }
    REQUIRE(one.precision[0].interval->low != other.precision[0].interval->low);
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(precisionRecall(tags, grid, {300, 5}, stop.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the chance level of an evaluation stops when asked") {
    const std::vector<std::uint8_t> defined(3 * 4, 1);
    const TruthGroups groups(defined, 3, 4);
    const auto one = [](std::uint32_t, auto, auto& out) { out.push_back(1); };
    const auto truth = [](std::uint32_t, auto& out) { out.push_back(1); };
    REQUIRE(*chanceLevels(groups, 4, one, truth, {}).value().precision == 1.0);
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(chanceLevels(groups, 4, one, truth, stop.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the percentile interval is the one that a plain loop over the same draws finds") {
    Random random(31);
    const double kNone = std::nan("");
    for (int round = 0; round < 10; ++round) {
        const std::size_t rows = 2 + random.below(12);
        std::vector<double> values;
        for (std::size_t row = 0; row < rows; ++row)
            for (const double none : {0.0, 0.4}) // a column that is full, and one with gaps
                values.push_back(random.uniform() < none ? kNone : random.uniform());
        constexpr std::uint32_t kResamples = 257;
        const std::uint64_t seed = 40 + static_cast<std::uint64_t>(round);
        const auto found = bootstrapMeans(MatrixView<const double>(values, rows, 2), {kResamples, seed}).value();
        for (std::size_t column = 0; column < 2; ++column) {
            std::vector<double> means;
            for (std::uint32_t r = 0; r < kResamples; ++r) {
                Random draws(resampleSeed(seed, r));
                std::vector<double> drawn;
                for (std::size_t i = 0; i < rows; ++i)
                    if (const double value = values[draws.below(rows) * 2 + column]; !std::isnan(value))
                        drawn.push_back(value);
                if (!drawn.empty())
                    means.push_back(std::accumulate(drawn.begin(), drawn.end(), 0.0) /
                                    static_cast<double>(drawn.size()));
            }
            std::size_t known = 0;
            for (std::size_t row = 0; row < rows; ++row)
                known += !std::isnan(values[row * 2 + column]);
            REQUIRE(found[column].has_value() == (known >= 2));
            if (known < 2)
                continue;
            std::ranges::sort(means);
            const auto at = [&](double share) { // between order statistics, counted from 0
                const double place = share * static_cast<double>(means.size() - 1);
                const auto low = static_cast<std::size_t>(std::floor(place));
                const auto high = static_cast<std::size_t>(std::ceil(place));
                return means[low] * (1 - (place - std::floor(place))) + means[high] * (place - std::floor(place));
            };
            REQUIRE(found[column]->low == Approx(at(0.025)).epsilon(1e-12));
            REQUIRE(found[column]->high == Approx(at(0.975)).epsilon(1e-12));
        }
    }
}

TEST_CASE("the percentile interval of a mean of twenty decisions is about as wide as it should be") {
    // 15 of 20 right: a percentile bootstrap of a proportion is near the normal one, 0.75 +- 0.19.
    std::vector<double> values(20, 1.0);
    std::fill_n(values.begin(), 5, 0.0);
    const auto interval = bootstrapMeans(MatrixView<const double>(values, 20, 1), {4000, 3}).value()[0];
    REQUIRE(interval->low == Approx(0.55).margin(0.051));
    REQUIRE(interval->high == Approx(0.95).margin(0.051));
    REQUIRE(quantile({4, 1, 3, 2}, 0.5) == 2.5);
    REQUIRE(quantile({7}, 0.975) == 7);
}
