#include "core/stats/best_threshold.h"

#include <algorithm>

#include "tests/core/stats/made_levels.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::stats;

namespace {

/// Cost of one neuron at t, in missed tags.
double costOf(const LevelMatrix& levels, const JudgedOrder& order, std::uint32_t neuron, std::uint32_t t,
              double falseTag) {
    double cost = 0;
    for (std::uint32_t c = 0; c < levels.descriptors; ++c) {
        if (!order.isDefined(neuron, c))
            continue;
        bool isTrue = false;
        for (std::size_t i = 0; i < order.truth[neuron].size() && i < order.top; ++i)
            isTrue = isTrue || order.truth[neuron][i] == c;
        const bool tagged = t < levels.row(neuron)[c];
        cost += tagged && !isTrue ? falseTag : (!tagged && isTrue ? 1 : 0);
    }
    return cost;
}

std::uint32_t naiveBest(const LevelMatrix& levels, const JudgedOrder& order, const ThresholdGrid& grid, double falseTag,
                        std::uint32_t without) {
    double least = 1e18;
    std::uint32_t best = 0;
    for (const std::uint32_t t : grid.tMilli()) {
        double cost = 0;
        for (std::uint32_t i = 0; i < levels.neurons; ++i)
            cost += i == without ? 0 : costOf(levels, order, i, t, falseTag);
        if (cost < least) {
            least = cost;
            best = t;
        }
    }
    return best;
}

} // namespace

TEST_CASE("the best t costs least, and its held-out cost is that of neurons it was not chosen on") {
    Random random(71);
    for (int round = 0; round < 40; ++round) {
        const auto neurons = static_cast<std::uint32_t>(2 + random.below(9));
        const LevelMatrix levels = test::drawnLevels(random, neurons, 6, 100);
        JudgedOrder order;
        order.descriptors = 6;
        for (std::uint32_t i = 0; i < neurons; ++i) {
            order.predicted.emplace_back();
            order.truth.push_back({static_cast<std::uint32_t>(random.below(3)), 3, 4, 5});
            for (int c = 0; c < 6; ++c)
                order.defined.push_back(c == 1 || random.below(5) > 0);
        }
        const ThresholdGrid grid({0, 100, 250, 400, 600, 900});
        const std::uint32_t falseMilli = round % 3 ? 2000 : 500; // halves and wholes: sums in doubles are exact
        const double falseTag = falseMilli / 1000.0;
        const BestThreshold best = bestThreshold(levels, order, grid, falseMilli).value();
        REQUIRE(best.neurons == neurons);
        REQUIRE(best.tMilli == naiveBest(levels, order, grid, falseTag, neurons));
        double apparent = 0, heldOut = 0;
        std::uint32_t lowest = best.tMilli, highest = best.tMilli;
        for (std::uint32_t i = 0; i < neurons; ++i) {
            apparent += costOf(levels, order, i, best.tMilli, falseTag) / neurons;
            const std::uint32_t t = naiveBest(levels, order, grid, falseTag, i);
            heldOut += costOf(levels, order, i, t, falseTag) / neurons;
            lowest = std::min(lowest, t);
            highest = std::max(highest, t);
        }
        REQUIRE(best.lowMilli == lowest);
        REQUIRE(best.highMilli == highest);
        REQUIRE(best.apparentCost == Approx(apparent).epsilon(1e-12));
        REQUIRE(best.heldOutCost == Approx(heldOut).epsilon(1e-12));
        REQUIRE(best.heldOutCost >= best.apparentCost - 1e-12);
    }
}

TEST_CASE("one neuron alone has no best t") {
    const LevelMatrix levels{1, 1, {500}};
    REQUIRE_FALSE(bestThreshold(levels, {{{0}}, {{0}}, 1, {1}, 3}, ThresholdGrid({350}), 1000).has_value());
}
