// Evaluation and consistency of a study: which neurons, whose truth, what is computed from what.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/pipeline/neuron_choice.h"
#include "core/pipeline/study.h"
#include "core/stats/best_threshold.h"
#include "core/stats/consistency.h"
#include "core/stats/evaluation.h"
#include "core/tagging/landscape.h"

namespace neuroscribe::pipeline {

/// from, from + step, ... up to `to`, in units of 0.001. Errors: InvalidArgument.
Result<std::vector<std::uint32_t>> thresholdRange(std::uint32_t from, std::uint32_t to, std::uint32_t step);
inline std::vector<std::uint32_t> defaultThresholdRange() {
    return *thresholdRange(50, 600, 10);
}

struct EvaluationOptions {
    std::vector<NeuronId> neurons;
    std::vector<std::uint32_t> tMilli = defaultThresholdRange();
    std::uint32_t maxK = 6;
    std::uint32_t top = 3;           ///< size of the truth of P@K and of the best t
    std::uint32_t falseMilli = 2000; ///< cost of a false tag in thousandths of a missed one
    stats::BootstrapOptions bootstrap;
};

struct Evaluation {
    std::uint32_t neurons = 0;
    std::uint32_t judged = 0;              ///< with at least one cell of defined truth
    std::uint64_t cells = 0;               ///< neurons x active descriptors
    std::uint64_t undefinedCells = 0;      ///< less than 90 % of the exemplars have a reference label
    std::uint64_t answered = 0, asked = 0; ///< reference labels among the exemplars of those cells
    std::uint32_t exemplars = 0;
    std::vector<std::uint32_t> tMilli; ///< the grid, ascending
    stats::PrecisionRecall overT;
    stats::PrecisionRecallAt at;
    std::optional<stats::BestThreshold> best;
};
/// Tags of B against those of `reference` (labels::loadLabels of the annotator), both on the calibration exemplars of
/// thresholds.kMilli and tail, f by thresholds.rule. Errors: those of requireTaggable, Unsupported (rule),
/// InvalidArgument, Cancelled.
Result<Evaluation> evaluate(const StudyData& study, const labels::LabelMatrix& reference,
                            const tagging::Thresholds& thresholds, const EvaluationOptions& options,
                            std::stop_token stop = {});

/// How much of what an evaluation asks an annotator has answered: about the calibration exemplars of the neurons and
/// the active descriptors, as in Evaluation.
struct ReferenceCoverage {
    std::uint64_t answered = 0, asked = 0;
    std::uint64_t cells = 0, definedCells = 0; ///< defined: at least 90 % of its exemplars have a reference label
    bool operator==(const ReferenceCoverage&) const = default;
};
/// Errors: as of evaluate, whatever the rule.
Result<ReferenceCoverage> referenceCoverage(const StudyData& study, const labels::LabelMatrix& reference,
                                            const tagging::Thresholds& thresholds, const std::vector<NeuronId>& neurons,
                                            std::stop_token stop = {});

struct ConsistencyOptions {
    std::vector<NeuronId> neurons;
    stats::ConsistencyBy by = stats::ConsistencyBy::Neuron;
    std::vector<std::uint32_t> tMilli = defaultThresholdRange();
    stats::BootstrapOptions bootstrap; ///< of sentences
    /// Intervals stand on this many of the neurons, drawn by the seed, where there are more; the spread of a mean over
    /// fewer neurons is no smaller. 0: on all.
    std::uint32_t intervalNeurons = 500;
};
struct ConsistencyCurve {
    std::vector<std::uint32_t> tMilli; ///< the grid, ascending
    std::vector<stats::Consistency> points;
    std::vector<std::optional<stats::Interval>> jaccard, corrected; ///< 95 %, by point; empty without resamples
    std::uint32_t neurons = 0, descriptors = 0;
    std::uint64_t answered = 0, asked = 0; ///< labels of the active descriptors in both halves
    std::uint32_t intervalNeurons = 0;
    bool truncated = false;     ///< tagging::ConsistencySpreads
    bool nothingToDraw = false; ///< the same: why there are no intervals
};
/// What a point says about chance.
enum class BeyondChance : std::uint8_t {
    Undefined, ///< no tags, or chance alone reaches nearly 1: nothing can be told
    Unknown,   ///< no interval
    No,        ///< the interval of the corrected value covers 0
    Yes,
    Less ///< the halves agree less than chance would have it
};
BeyondChance beyondChance(const ConsistencyCurve& curve, std::size_t point);
/// The point of the grid nearest to t, the lower one of two. The grid is not empty.
std::size_t nearestPoint(const std::vector<std::uint32_t>& tMilli, std::uint32_t t);

/// Tags of the two halves at thresholds.kMilli, tail and rule. Errors: as of evaluate.
Result<ConsistencyCurve> consistency(const StudyData& study, const tagging::Thresholds& thresholds,
                                     const ConsistencyOptions& options, std::stop_token stop, ProgressSink& progress);
/// One for each of `by`, with intervals from one bootstrap: what single calls with that options.by would give.
Result<std::vector<ConsistencyCurve>> consistencies(const StudyData& study, const tagging::Thresholds& thresholds,
                                                    std::span<const stats::ConsistencyBy> by,
                                                    const ConsistencyOptions& options, std::stop_token stop,
                                                    ProgressSink& progress);

/// k: 0.1 to 10 % in even steps of its logarithm; t: 0 to `to` in steps of 0.01. reference: null or an annotator's.
Result<tagging::Landscape> landscapeOf(const StudyData& study, const labels::LabelMatrix* reference,
                                       const tagging::Thresholds& thresholds, const std::vector<NeuronId>& judged,
                                       std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::pipeline
