// How far consistency would move on other sentences of the same kind (SCIENCE, "Intervals"): sentences are resampled
// within half x category, one set of weights for all neurons; every neuron's exemplars are taken anew from the drawn
// sentences; J, J0 and the corrected J follow. Resampling adds noise of its own, so that resampled values lie below the
// estimate: only their spread is used, the interval is estimate +/- 1.96 SD, clipped to what is possible.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/stats/bootstrap.h"
#include "core/stats/consistency.h"
#include "core/tagging/frequencies.h"

namespace neuroscribe::tagging {

/// One half: its ranks, its labels and the category of each member.
struct HalfData {
    std::shared_ptr<const RankTable> ranks;
    std::shared_ptr<const SplitLabels> labels;
    std::vector<std::uint16_t> categories;
};

struct ConsistencyInput {
    HalfData calibration, validation;
    std::vector<NeuronId> neurons;
    std::vector<std::uint32_t> columns; ///< of the active descriptors
    Tail tail = Tail::Top;
    Rule rule = Rule::Share; ///< share or occurrence
    std::uint32_t kMilli = 1000;
    stats::ConsistencyBy by = stats::ConsistencyBy::Neuron;
};

/// Levels of the neurons in both halves. Errors: those of countSome, Unsupported (rule).
Result<stats::Halves> halvesOf(const ConsistencyInput& input, std::stop_token stop = {});

/// SD over resamples at one point of the grid; nothing where fewer than half of the resamples are defined.
struct ConsistencySpread {
    std::optional<double> jaccard, corrected;
};
struct ConsistencySpreads {
    std::vector<ConsistencySpread> points;
    /// k is so large that the stored ranks (10 %) ended before some resampled exemplars were full: those stand on
    /// slightly fewer sentences.
    bool truncated = false;
    /// In one of the halves no category has two sentences: every resample would be the half itself, and a spread of 0
    /// would say that nothing can change. All points are undefined.
    bool nothingToDraw = false;
};
/// The same numbers on any number of threads. Progress step "resample". Errors: those of halvesOf, Cancelled.
Result<ConsistencySpreads> bootstrapConsistency(const ConsistencyInput& input, const stats::ThresholdGrid& grid,
                                                const stats::BootstrapOptions& options, std::stop_token stop,
                                                ProgressSink& progress);
/// One for each of `by`, all from the same resamples: what single calls with that input.by would give.
Result<std::vector<ConsistencySpreads>> bootstrapConsistencies(const ConsistencyInput& input,
                                                               std::span<const stats::ConsistencyBy> by,
                                                               const stats::ThresholdGrid& grid,
                                                               const stats::BootstrapOptions& options,
                                                               std::stop_token stop, ProgressSink& progress);

/// estimate +/- 1.959964 SD within lowest .. 1; nothing where either is missing.
std::optional<stats::Interval> normalInterval(const std::optional<double>& estimate, const std::optional<double>& sd,
                                              double lowest);

} // namespace neuroscribe::tagging
