// Predicted against true tags, neuron by neuron: precision and recall over a grid of t, P@K and R@K (SCIENCE, rows
// "precision, recall", "P@K, R@K"; the paper's figures 5 and 6).
//
// A cell whose truth is undefined (too few reference labels) is in neither set, predicted or true. A neuron without any
// defined cell is not judged. The chance level is the same mean over all ordered pairs of different judged neurons, the
// tags of one against the truth of the other: what tags that say nothing about their neuron reach.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/stats/bootstrap.h"
#include "core/stats/tag_levels.h"

namespace neuroscribe::stats {

/// One mean over neurons.
struct Estimate {
    std::optional<double> mean;
    std::optional<double> sd;         ///< over neurons, N - 1
    std::optional<Interval> interval; ///< percentile bootstrap over neurons, 95 %
    std::optional<double> chance;
    std::uint32_t used = 0;
    std::uint32_t leftOut = 0; ///< judged neurons whose set is empty
};

/// Tags and truth of the same neurons and (active) descriptors, and where the truth is defined: [neurons][descriptors]
/// flags.
struct JudgedTags {
    LevelMatrix predicted, truth;
    std::vector<std::uint8_t> defined;

    bool isDefined(std::size_t neuron, std::size_t descriptor) const {
        return defined[neuron * predicted.descriptors + descriptor] != 0;
    }
    bool isJudged(std::size_t neuron) const;
    std::uint32_t judgedNeurons() const;
};

/// By point of the grid.
struct PrecisionRecall {
    std::vector<Estimate> precision, recall;
};
/// Means and spreads alone: no interval, no chance level.
PrecisionRecall precisionRecallMeans(const JudgedTags& tags, const ThresholdGrid& grid);
/// Errors: Cancelled.
Result<PrecisionRecall> precisionRecall(const JudgedTags& tags, const ThresholdGrid& grid,
                                        const BootstrapOptions& options, std::stop_token stop = {});

/// Descriptors of each neuron in the order of the metric (by f, then lift, then id; x = 0 left out), and of its truth,
/// where that is defined, in the same order.
struct JudgedOrder {
    std::vector<std::vector<std::uint32_t>> predicted, truth; ///< by neuron
    std::uint32_t descriptors = 0;
    std::vector<std::uint8_t> defined; ///< [neurons][descriptors]
    std::uint32_t top = 3;             ///< the truth is the first of its order

    bool isDefined(std::size_t neuron, std::size_t descriptor) const {
        return defined[neuron * descriptors + descriptor] != 0;
    }
};
struct PrecisionRecallAt {
    std::vector<Estimate> precision, recall; ///< at K = 1, 2, ...
};
/// P@K divides by min(K, predicted descriptors), R@K by the size of the truth. maxK >= 1. Errors: Cancelled.
Result<PrecisionRecallAt> precisionRecallAt(const JudgedOrder& order, std::uint32_t maxK,
                                            const BootstrapOptions& options, std::stop_token stop = {});

} // namespace neuroscribe::stats
