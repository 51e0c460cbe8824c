// Consistency of a study and the landscape of k and t.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/random.h"
#include "core/pipeline/evaluation.h"
#include "core/pipeline/reference_sample.h"

namespace neuroscribe::pipeline {
namespace {

constexpr std::uint32_t kLandscapeRows = 25;  ///< of k
constexpr std::uint32_t kLandscapeMaxT = 600; ///< the paper's curves end there
constexpr std::uint32_t kLandscapeStepT = 10;

tagging::HalfData halfOf(const StudyData& study, std::size_t split) {
    tagging::HalfData half{study.ranks[split], study.splitLabels[split], {}};
    for (const SentenceId member : study.corpus->members[split])
        half.categories.push_back(study.corpus->category[member.value]);
    return half;
}

/// `count` of the neurons by the seed, ascending.
std::vector<NeuronId> someOf(const std::vector<NeuronId>& neurons, std::uint32_t count, std::uint64_t seed) {
    if (count == 0 || neurons.size() <= count)
        return neurons;
    std::vector<NeuronId> some;
    for (const NeuronId place : drawNeurons(count, static_cast<std::uint32_t>(neurons.size()), seed))
        some.push_back(neurons[place.value]);
    return some;
}

void addIntervals(const tagging::ConsistencySpreads& spreads, std::size_t neurons, ConsistencyCurve& curve) {
    curve.intervalNeurons = static_cast<std::uint32_t>(neurons);
    curve.truncated = spreads.truncated;
    curve.nothingToDraw = spreads.nothingToDraw;
    for (std::size_t point = 0; point < curve.points.size(); ++point) {
        const stats::Consistency& at = curve.points[point];
        curve.jaccard.push_back(tagging::normalInterval(at.jaccard, spreads.points[point].jaccard, 0));
        // No corrected value lies below that of J = 0.
        const double lowest = at.corrected ? -*at.chance / (1 - *at.chance) : 0;
        curve.corrected.push_back(tagging::normalInterval(at.corrected, spreads.points[point].corrected, lowest));
    }
}

void addCoverage(const StudyData& study, const std::vector<std::uint32_t>& columns, ConsistencyCurve& curve) {
    for (const auto& labels : study.splitLabels)
        for (const std::uint32_t column : columns) {
            curve.answered += labels->answered()[column];
            curve.asked += labels->members();
        }
}

/// Without intervals.
Result<ConsistencyCurve> curveOf(const StudyData& study, const stats::Halves& halves,
                                 const std::vector<std::uint32_t>& columns, stats::ConsistencyBy by,
                                 const stats::ThresholdGrid& grid, const std::stop_token& stop) {
    ConsistencyCurve curve;
    curve.tMilli.assign(grid.tMilli().begin(), grid.tMilli().end());
    curve.neurons = halves.calibration.neurons;
    curve.descriptors = halves.calibration.descriptors;
    addCoverage(study, columns, curve);
    NS_ASSIGN(curve.points, stats::consistency(halves, by, grid, stop));
    return curve;
}

std::vector<std::uint32_t> evenSteps() {
    std::vector<std::uint32_t> steps;
    for (std::uint32_t i = 0; i < kLandscapeRows; ++i)
        steps.push_back(static_cast<std::uint32_t>(
            std::lround(100 * std::pow(100.0, static_cast<double>(i) / (kLandscapeRows - 1)))));
    return steps;
}

} // namespace

Result<ConsistencyCurve> consistency(const StudyData& study, const tagging::Thresholds& thresholds,
                                     const ConsistencyOptions& options, std::stop_token stop, ProgressSink& progress) {
    const std::array by{options.by};
    NS_ASSIGN(auto curves, consistencies(study, thresholds, by, options, std::move(stop), progress));
    return std::move(curves.front());
}

Result<std::vector<ConsistencyCurve>> consistencies(const StudyData& study, const tagging::Thresholds& thresholds,
                                                    std::span<const stats::ConsistencyBy> by,
                                                    const ConsistencyOptions& options, std::stop_token stop,
                                                    ProgressSink& progress) {
    NS_TRY(requireTaggable(study));
    NS_TRY(thresholds.validate());
    if (options.neurons.empty() || options.tMilli.empty() || std::ranges::max(options.tMilli) > 1000)
        return Error{ErrorCode::InvalidArgument, "consistency", "it wants a neuron and thresholds from 0 to 1", ""};
    tagging::ConsistencyInput input{
        halfOf(study, 0), halfOf(study, 1), options.neurons,   tagging::activeColumns(study.active()),
        thresholds.tail,  thresholds.rule,  thresholds.kMilli, options.by};
    const stats::ThresholdGrid grid(options.tMilli);
    NS_ASSIGN(const auto halves, tagging::halvesOf(input, stop));
    std::vector<ConsistencyCurve> curves;
    for (const stats::ConsistencyBy view : by) {
        NS_ASSIGN(auto curve, curveOf(study, halves, input.columns, view, grid, stop));
        curves.push_back(std::move(curve));
    }
    if (options.bootstrap.resamples == 0)
        return curves;
    input.neurons = someOf(input.neurons, options.intervalNeurons, options.bootstrap.seed);
    NS_ASSIGN(const auto spreads, tagging::bootstrapConsistencies(input, by, grid, options.bootstrap, stop, progress));
    for (std::size_t view = 0; view < by.size(); ++view)
        addIntervals(spreads[view], input.neurons.size(), curves[view]);
    return curves;
}

BeyondChance beyondChance(const ConsistencyCurve& curve, std::size_t point) {
    if (!curve.points[point].corrected)
        return BeyondChance::Undefined;
    if (point >= curve.corrected.size() || !curve.corrected[point])
        return BeyondChance::Unknown;
    const stats::Interval& interval = *curve.corrected[point];
    if (interval.low > 0)
        return BeyondChance::Yes;
    return interval.high < 0 ? BeyondChance::Less : BeyondChance::No;
}

std::size_t nearestPoint(const std::vector<std::uint32_t>& tMilli, std::uint32_t t) {
    const auto distance = [t](std::uint32_t at) { return at > t ? at - t : t - at; };
    return static_cast<std::size_t>(std::ranges::min_element(tMilli, {}, distance) - tMilli.begin());
}

Result<tagging::Landscape> landscapeOf(const StudyData& study, const labels::LabelMatrix* reference,
                                       const tagging::Thresholds& thresholds, const std::vector<NeuronId>& judged,
                                       std::stop_token stop, ProgressSink& progress) {
    NS_TRY(requireTaggable(study));
    tagging::LandscapeInput input{
        halfOf(study, 0), halfOf(study, 1), nullptr,     judged, tagging::activeColumns(study.active()),
        thresholds.tail,  thresholds.rule,  evenSteps(), {}};
    if (reference && reference->descriptors() != study.labels->descriptors())
        return Error{ErrorCode::Mismatch, "reference labels", "they are of other descriptors", ""};
    if (reference)
        input.reference = tagging::SplitLabels::make(*reference, study.corpus->members[0]);
    NS_ASSIGN(input.tMilli, thresholdRange(0, kLandscapeMaxT, kLandscapeStepT));
    return tagging::landscape(input, std::move(stop), progress);
}

} // namespace neuroscribe::pipeline
