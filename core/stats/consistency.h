// Do the tags of the two halves agree? Jaccard by neuron and, through the inverse map, by descriptor, with the chance
// level and the value corrected for it (SCIENCE, row "consistency" and "Chance"; the paper's figure 7).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/stats/enrichment.h"
#include "core/stats/tag_levels.h"

namespace neuroscribe::stats {

enum class ConsistencyBy : std::uint8_t { Neuron, Descriptor };

/// Levels of the same neurons and (active) descriptors in both halves.
struct Halves {
    LevelMatrix calibration, validation;
};

/// At one t.
struct Consistency {
    std::optional<double> jaccard;   ///< mean over neurons (descriptors) with a tag in either half
    std::optional<double> chance;    ///< J0
    std::optional<double> corrected; ///< (jaccard - chance) / (1 - chance); nothing where that says little
    std::uint32_t used = 0;
    std::uint32_t leftOut = 0; ///< without a tag in either half
};

/// (jaccard - chance) / (1 - chance); nothing where 1 - chance < 0.05 or either is missing. May be negative.
std::optional<double> correctedJaccard(const std::optional<double>& jaccard, const std::optional<double>& chance);

/// Sums of Jaccards over a grid, neuron by neuron. Adding the same in another order may differ in the last bit.
class JaccardSums {
public:
    explicit JaccardSums(const ThresholdGrid& grid);
    /// One pair of sets of tags, by their levels; pairs that are both empty at a point are not counted there.
    void add(std::span<const Level> first, std::span<const Level> second);
    void add(const JaccardSums& other);
    std::optional<double> mean(std::size_t point) const {
        return m_counts[point] ? std::optional(m_sums[point] / m_counts[point]) : std::nullopt;
    }
    std::uint32_t used(std::size_t point) const { return m_counts[point]; }

private:
    const ThresholdGrid* m_grid;
    std::vector<std::uint32_t> m_common, m_either; ///< work space: cells by reach
    std::vector<double> m_sums;
    std::vector<std::uint32_t> m_counts;
};

/// J0 by neuron, exact: the mean Jaccard of every neuron's first set with the second set of every other one, pairs that
/// are both empty dropped. Equal sets are taken together. Nothing where no pair is left. Errors: Cancelled.
Result<std::optional<double>> chanceByNeuron(const TagSets& first, const TagSets& second, std::stop_token stop = {});

/// E[h / (a + b - h)], h ~ Hyp(neurons, a, b): the Jaccard of two sets of a and b neurons that were drawn blindly.
/// a, b <= neurons, not both 0.
double expectedJaccard(std::uint32_t neurons, std::uint32_t a, std::uint32_t b);

/// At every point of the grid. Errors: Cancelled, Mismatch (halves of different shape).
Result<std::vector<Consistency>> consistency(const Halves& halves, ConsistencyBy by, const ThresholdGrid& grid,
                                             std::stop_token stop = {});

} // namespace neuroscribe::stats
