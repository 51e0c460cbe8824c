// Neurons that are like one neuron: by the sentences that they are activated by, and by their descriptors.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/tagging/counts.h"

namespace neuroscribe::tagging {

struct SimilarNeuron {
    NeuronId neuron;
    double value = 0;
    bool operator==(const SimilarNeuron&) const = default;
};

/// value: share of the exemplars that both have, 0 .. 1. Highest first, ties: lower id; those that share none are left
/// out. exemplars <= ranks.depth(). Errors: Io, Corrupt, Cancelled.
Result<std::vector<SimilarNeuron>> similarByExemplars(const RankTable& ranks, Tail tail, NeuronId neuron,
                                                      std::uint32_t exemplars, std::uint32_t most,
                                                      std::stop_token stop = {});

/// value: Pearson's r of x_c/m_c over the active descriptors that are defined for both neurons. Highest first, ties:
/// lower id; undefined ones (fewer than three descriptors, or a profile without variance) are left out.
std::vector<SimilarNeuron> similarByProfile(const Counts& counts, std::span<const std::uint8_t> active, NeuronId neuron,
                                            std::uint32_t most);

} // namespace neuroscribe::tagging
