#include "core/stats/best_threshold.h"

#include <algorithm>

namespace neuroscribe::stats {
namespace {

constexpr std::uint64_t kMissed = 1000; ///< what a missed tag costs; whole numbers keep ties ties

/// By point of the grid, in thousandths of a missed tag.
using Costs = std::vector<std::uint64_t>;

Costs costsOf(std::uint32_t neuron, const LevelMatrix& levels, const JudgedOrder& order, const ThresholdGrid& grid,
              std::uint32_t falseMilli) {
    const auto& all = order.truth[neuron];
    const auto truth = std::span(all).first(std::min<std::size_t>(order.top, all.size()));
    Costs costs(grid.size(), 0);
    for (std::uint32_t c = 0; c < levels.descriptors; ++c) {
        if (!order.isDefined(neuron, c))
            continue;
        const std::uint16_t reach = grid.reach(levels.row(neuron)[c]);
        const bool isTrue = std::ranges::find(truth, c) != truth.end();
        for (std::size_t point = 0; point < grid.size(); ++point) {
            const bool tagged = point < reach;
            costs[point] += tagged && !isTrue ? falseMilli : (!tagged && isTrue ? kMissed : 0);
        }
    }
    return costs;
}

std::size_t cheapest(const Costs& total, const Costs& without) {
    std::size_t best = 0;
    for (std::size_t point = 1; point < total.size(); ++point)
        if (total[point] - without[point] < total[best] - without[best])
            best = point;
    return best;
}

} // namespace

std::optional<BestThreshold> bestThreshold(const LevelMatrix& levels, const JudgedOrder& order,
                                           const ThresholdGrid& grid, std::uint32_t falseMilli) {
    std::vector<Costs> costs;
    Costs total(grid.size(), 0);
    for (std::uint32_t neuron = 0; neuron < levels.neurons; ++neuron) {
        const auto flags = std::span(order.defined).subspan(std::size_t{neuron} * order.descriptors, order.descriptors);
        if (std::ranges::none_of(flags, [](std::uint8_t flag) { return flag != 0; }))
            continue;
        costs.push_back(costsOf(neuron, levels, order, grid, falseMilli));
        for (std::size_t point = 0; point < grid.size(); ++point)
            total[point] += costs.back()[point];
    }
    if (costs.size() < 2)
        return std::nullopt;
    const std::size_t best = cheapest(total, Costs(grid.size(), 0));
    BestThreshold result{grid.at(best), 0, 0, grid.at(best), grid.at(best), static_cast<std::uint32_t>(costs.size())};
    std::uint64_t heldOut = 0;
    for (const Costs& own : costs) {
        const std::size_t chosen = cheapest(total, own);
        heldOut += own[chosen];
        result.lowMilli = std::min(result.lowMilli, grid.at(chosen));
        result.highMilli = std::max(result.highMilli, grid.at(chosen));
    }
    const double unit = static_cast<double>(kMissed) * static_cast<double>(costs.size());
    result.apparentCost = static_cast<double>(total[best]) / unit;
    result.heldOutCost = static_cast<double>(heldOut) / unit;
    return result;
}

} // namespace neuroscribe::stats
