// Precision and recall of one neuron's tags against another's truth, averaged over all ordered pairs. Private to
// core/stats.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::stats {

/// Judged neurons grouped by where their truth is defined: pairs are then summed by group, not one by one.
struct TruthGroups {
    std::vector<std::uint32_t> judged;                  ///< neurons with any defined cell, ascending
    std::vector<std::uint32_t> groupOf;                 ///< by place in `judged`
    std::vector<std::span<const std::uint8_t>> defined; ///< by group: flags by descriptor

    /// defined: [neurons][descriptors] flags; outlives the groups.
    TruthGroups(std::span<const std::uint8_t> defined, std::uint32_t neurons, std::uint32_t descriptors);
};

struct ChanceLevels {
    std::optional<double> precision, recall;
};
/// predicted(neuron, flags, out): what is predicted of a neuron where only flagged descriptors count; out comes empty.
/// truth(neuron, out): its true descriptors. Nothing where there is no pair to judge. Errors: Cancelled.
using PickPredicted = std::function<void(std::uint32_t, std::span<const std::uint8_t>, std::vector<std::uint32_t>&)>;
using PickTruth = std::function<void(std::uint32_t, std::vector<std::uint32_t>&)>;
Result<ChanceLevels> chanceLevels(const TruthGroups& groups, std::uint32_t descriptors, const PickPredicted& predicted,
                                  const PickTruth& truth, const std::stop_token& stop);

} // namespace neuroscribe::stats
