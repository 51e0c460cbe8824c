// One half of the corpus under a bootstrap of its sentences: each sentence gets a weight, how often it was drawn, and
// every neuron's exemplars are taken anew from the drawn sentences. Private to core/tagging.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/random.h"
#include "core/stats/tag_levels.h"
#include "core/tagging/counts.h"
#include "core/tagging/frequencies.h"

namespace neuroscribe::tagging {

/// Immutable; threads share it, each with a work space of its own.
class ResampledHalf {
public:
    struct Input {
        const RankTable& ranks;
        const SplitLabels& labels;
        Tail tail;
        std::uint32_t exemplars;
        std::span<const std::uint16_t> strata; ///< by member: its category
    };
    struct Work {
        std::vector<std::uint8_t> weights;            ///< by member
        std::vector<std::uint8_t> yesRows, knownRows; ///< [members][stride], 0 or the weight
        std::vector<std::uint32_t> positions;         ///< of one neuron, those with a weight
        Counts counts;
        bool truncated = false; ///< some neuron's stored ranks ended before its exemplars were full
    };

    /// Errors: those of firstPositions, Mismatch.
    static Result<ResampledHalf> make(const Input& input, std::span<const NeuronId> neurons, std::stop_token stop);

    bool canVary() const; ///< some category has two sentences: draws can differ
    /// Draws as many sentences of each category as it has, with replacement. Weights above 255 are kept at 255.
    void draw(Random& random, Work& work) const;
    /// x and m of every neuron under the drawn weights: down the ranks until the weights sum to the number of
    /// exemplars, the last sentence counted in part. False: stopped.
    bool count(Work& work, const std::stop_token& stop) const;

private:
    ResampledHalf(const SplitLabels& labels, std::uint32_t exemplars) : m_labels(&labels), m_exemplars(exemplars) {}
    void groupByStratum(std::span<const std::uint16_t> strata);
    void weighRows(Work& work) const;
    void countNeuron(std::size_t neuron, Work& work) const;

    const SplitLabels* m_labels;
    std::uint32_t m_exemplars;
    std::uint32_t m_depth = 0; ///< ranks kept per neuron
    std::uint32_t m_neurons = 0;
    std::vector<std::uint32_t> m_positions; ///< [neurons][depth]
    std::vector<std::uint32_t> m_byStratum; ///< members, category by category
    std::vector<std::uint32_t> m_stratumEnds;
};

} // namespace neuroscribe::tagging
