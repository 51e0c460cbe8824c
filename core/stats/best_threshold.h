// The t at which tags cost least, and what that choice costs on a neuron that had no part in it (SCIENCE, "Best t").
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/evaluation.h"

namespace neuroscribe::stats {

struct BestThreshold {
    std::uint32_t tMilli = 0;                  ///< least cost over all neurons; of several the lowest t
    double apparentCost = 0;                   ///< mean cost a neuron at tMilli, in missed tags
    double heldOutCost = 0;                    ///< mean cost of each neuron at the t that is best for the others
    std::uint32_t lowMilli = 0, highMilli = 0; ///< range of the t that is best when one neuron is left out
    std::uint32_t neurons = 0;                 ///< judged
};

/// Cost of a neuron at t: falseMilli / 1000 a predicted tag that is not true, 1 a true one that is missed. The truth is
/// the first order.top of order.truth at every t: a truth that shrank with t would make empty sets free. Nothing below
/// two judged neurons. levels: of the same neurons and descriptors as `order`.
std::optional<BestThreshold> bestThreshold(const LevelMatrix& levels, const JudgedOrder& order,
                                           const ThresholdGrid& grid, std::uint32_t falseMilli);

} // namespace neuroscribe::stats
