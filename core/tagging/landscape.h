// Tags, precision, recall and corrected consistency over k and t, for choosing both.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/stats/evaluation.h"
#include "core/tagging/consistency_bootstrap.h"

namespace neuroscribe::tagging {

struct LandscapeInput {
    HalfData calibration, validation;
    std::shared_ptr<const SplitLabels>
        reference;                      ///< true labels of the calibration half; null: no precision and recall
    std::vector<NeuronId> judged;       ///< whose precision and recall are meant
    std::vector<std::uint32_t> columns; ///< of the active descriptors
    Tail tail = Tail::Top;
    Rule rule = Rule::Share;
    std::vector<std::uint32_t> kMilli; ///< ascending
    std::vector<std::uint32_t> tMilli; ///< ascending
    std::uint32_t shifts = 16;         ///< pairs of each neuron for the chance level
    std::uint64_t seed = 1;            ///< of the shifts
};

struct LandscapePoint {
    std::uint64_t tags = 0; ///< of all neurons, on calibration
    std::optional<double> precision, recall, corrected;
};
struct Landscape {
    std::vector<std::uint32_t> kMilli, tMilli;
    std::vector<LandscapePoint> points; ///< [k][t]
    /// J0 is the mean over some cyclic shifts of all neurons (i against i + s), not over all pairs.
    bool approximate = true;
    std::vector<std::uint32_t> shifts;

    const LandscapePoint& at(std::size_t k, std::size_t t) const { return points[k * tMilli.size() + t]; }
};

/// Reference coverage that makes the truth of a cell defined: answered * 10 >= exemplars * 9.
constexpr bool truthDefined(std::uint32_t answered, std::uint32_t exemplars) {
    return std::uint64_t{answered} * 10 >= std::uint64_t{exemplars} * 9;
}
/// Flags [neurons][columns] of the cells whose truth is defined.
std::vector<std::uint8_t> definedTruth(const Counts& reference, std::span<const std::uint32_t> columns);

/// Streams over k: counts of three half matrices at a time. Progress step "landscape". Errors: InvalidArgument (k, t),
/// Unsupported (rule), Mismatch, Io, Corrupt, Cancelled.
Result<Landscape> landscape(const LandscapeInput& input, std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::tagging
