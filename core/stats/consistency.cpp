#include "core/stats/consistency.h"

#include <algorithm>
#include <atomic>

#include "core/base/parallel.h"

namespace neuroscribe::stats {
namespace {

/// A row of 500 descriptors is some microseconds.
constexpr std::uint32_t kNeuronsBetweenStops = 1024;

Error stopped() {
    return {ErrorCode::Cancelled, "consistency", "stopped", ""};
}

/// [p]: how many of the counted reached p or more.
void sumFromTheEnd(std::span<std::uint32_t> byReach) {
    for (std::size_t at = byReach.size() - 1; at > 0; --at)
        byReach[at - 1] += byReach[at];
}

Result<std::vector<Consistency>> byNeuron(const Halves& halves, const ThresholdGrid& grid,
                                          const std::stop_token& stop) {
    const std::uint32_t neurons = halves.calibration.neurons;
    JaccardSums sums(grid);
    for (std::uint32_t neuron = 0; neuron < neurons; ++neuron) {
        if (neuron % kNeuronsBetweenStops == 0 && stop.stop_requested())
            return stopped();
        sums.add(halves.calibration.row(neuron), halves.validation.row(neuron));
    }
    std::vector<Consistency> points(grid.size());
    for (std::size_t point = 0; point < grid.size(); ++point) {
        Consistency& at = points[point];
        at.jaccard = sums.mean(point);
        at.used = sums.used(point);
        at.leftOut = neurons - at.used;
        const std::uint32_t t = grid.at(point);
        NS_ASSIGN(at.chance, chanceByNeuron(tagSets(halves.calibration, t), tagSets(halves.validation, t), stop));
        at.corrected = correctedJaccard(at.jaccard, at.chance);
    }
    return points;
}

/// Neurons tagged with one descriptor at each point: in the first half, the second, both.
struct InverseSizes {
    std::vector<std::uint32_t> first, second, both;

    InverseSizes(const Halves& halves, std::uint32_t c, const ThresholdGrid& grid)
        : first(grid.size() + 1), second(grid.size() + 1), both(grid.size() + 1) {
        for (std::uint32_t neuron = 0; neuron < halves.calibration.neurons; ++neuron) {
            const std::uint16_t a = grid.reach(halves.calibration.row(neuron)[c]);
            const std::uint16_t b = grid.reach(halves.validation.row(neuron)[c]);
            ++first[a];
            ++second[b];
            ++both[std::min(a, b)];
        }
        for (auto* sizes : {&first, &second, &both})
            sumFromTheEnd(*sizes);
    }
};

Result<std::vector<Consistency>> byDescriptor(const Halves& halves, const ThresholdGrid& grid,
                                              const std::stop_token& stop) {
    const std::uint32_t neurons = halves.calibration.neurons, descriptors = halves.calibration.descriptors;
    std::vector<Consistency> points(grid.size());
    std::vector<double> jaccards(grid.size(), 0), chances(grid.size(), 0);
    for (std::uint32_t c = 0; c < descriptors; ++c) {
        const InverseSizes sizes(halves, c, grid);
        for (std::size_t point = 0; point < grid.size(); ++point) {
            if (stop.stop_requested())
                return stopped();
            const std::uint32_t a = sizes.first[point + 1], b = sizes.second[point + 1];
            const std::uint32_t both = sizes.both[point + 1];
            if (a == 0 && b == 0)
                continue;
            ++points[point].used;
            jaccards[point] += static_cast<double>(both) / (a + b - both);
            chances[point] += expectedJaccard(neurons, a, b);
        }
    }
    for (std::size_t point = 0; point < grid.size(); ++point) {
        Consistency& at = points[point];
        at.leftOut = descriptors - at.used;
        if (at.used == 0)
            continue;
        at.jaccard = jaccards[point] / at.used;
        at.chance = chances[point] / at.used;
        at.corrected = correctedJaccard(at.jaccard, at.chance);
    }
    return points;
}

} // namespace

std::optional<double> correctedJaccard(const std::optional<double>& jaccard, const std::optional<double>& chance) {
    constexpr double kLeastRoom = 0.05;
    if (!jaccard || !chance || 1 - *chance < kLeastRoom)
        return std::nullopt;
    return (*jaccard - *chance) / (1 - *chance);
}

JaccardSums::JaccardSums(const ThresholdGrid& grid)
    : m_grid(&grid), m_common(grid.size() + 1), m_either(grid.size() + 1), m_sums(grid.size(), 0.0),
      m_counts(grid.size(), 0) {}

void JaccardSums::add(std::span<const Level> first, std::span<const Level> second) {
    std::ranges::fill(m_common, 0U);
    std::ranges::fill(m_either, 0U);
    for (std::size_t c = 0; c < first.size(); ++c) {
        const auto [lower, higher] = std::minmax(first[c], second[c]);
        ++m_common[m_grid->reach(lower)];
        ++m_either[m_grid->reach(higher)];
    }
    std::uint32_t common = 0, either = 0;
    for (std::size_t point = m_grid->size(); point > 0; --point) {
        common += m_common[point];
        either += m_either[point];
        if (either == 0)
            continue;
        m_sums[point - 1] += static_cast<double>(common) / either;
        ++m_counts[point - 1];
    }
}

void JaccardSums::add(const JaccardSums& other) {
    for (std::size_t point = 0; point < m_sums.size(); ++point) {
        m_sums[point] += other.m_sums[point];
        m_counts[point] += other.m_counts[point];
    }
}

Result<std::vector<Consistency>> consistency(const Halves& halves, ConsistencyBy by, const ThresholdGrid& grid,
                                             std::stop_token stop) {
    if (halves.calibration.neurons != halves.validation.neurons ||
        halves.calibration.descriptors != halves.validation.descriptors)
        return Error{ErrorCode::Mismatch, "consistency", "the halves are of different neurons or descriptors", ""};
    return by == ConsistencyBy::Neuron ? byNeuron(halves, grid, stop) : byDescriptor(halves, grid, stop);
}

} // namespace neuroscribe::stats
