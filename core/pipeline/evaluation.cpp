#include "core/pipeline/evaluation.h"

#include <algorithm>

#include "core/tagging/frequencies.h"

namespace neuroscribe::pipeline {
namespace {

using tagging::Counts;

/// What is predicted and what is true of the chosen neurons, counted among their calibration exemplars.
struct Comparison {
    std::vector<std::uint32_t> columns;
    std::shared_ptr<const tagging::SplitLabels> referenceLabels;
    Counts predicted, truth;
};

/// The truth alone.
Result<Comparison> judge(const StudyData& study, const labels::LabelMatrix& reference,
                         const tagging::Thresholds& thresholds, const std::vector<NeuronId>& neurons,
                         const std::stop_token& stop) {
    if (reference.descriptors() != study.labels->descriptors())
        return Error{ErrorCode::Mismatch, "reference labels", "they are of other descriptors", ""};
    Comparison judged;
    judged.columns = tagging::activeColumns(study.active());
    judged.referenceLabels = tagging::SplitLabels::make(reference, study.corpus->members[0]);
    const tagging::RankTable& ranks = *study.ranks[0];
    const std::uint32_t exemplars = tagging::exemplarCount(thresholds.kMilli, ranks.members());
    NS_ASSIGN(judged.truth,
              tagging::countSome(ranks, *judged.referenceLabels, thresholds.tail, neurons, exemplars, stop));
    return judged;
}

Result<Comparison> compare(const StudyData& study, const labels::LabelMatrix& reference,
                           const tagging::Thresholds& thresholds, const std::vector<NeuronId>& neurons,
                           const std::stop_token& stop) {
    NS_ASSIGN(Comparison both, judge(study, reference, thresholds, neurons, stop));
    const tagging::RankTable& ranks = *study.ranks[0];
    NS_ASSIGN(both.predicted,
              tagging::countSome(ranks, *study.splitLabels[0], thresholds.tail, neurons, both.truth.exemplars, stop));
    return both;
}

stats::JudgedOrder orderOf(const StudyData& study, const Comparison& both, const tagging::Thresholds& thresholds,
                           const std::vector<std::uint8_t>& defined, std::uint32_t top) {
    stats::JudgedOrder order{{}, {}, static_cast<std::uint32_t>(both.columns.size()), defined, top};
    for (std::size_t neuron = 0; neuron < both.predicted.neurons; ++neuron) {
        order.predicted.push_back(
            tagging::descriptorsInOrder(both.predicted, neuron, both.columns, thresholds.rule, *study.splitLabels[0]));
        auto truth =
            tagging::descriptorsInOrder(both.truth, neuron, both.columns, thresholds.rule, *both.referenceLabels);
        std::erase_if(truth, [&](std::uint32_t c) { return !order.isDefined(neuron, c); });
        order.truth.push_back(std::move(truth));
    }
    return order;
}

ReferenceCoverage coverageOf(const Comparison& judged, const std::vector<std::uint8_t>& defined) {
    ReferenceCoverage coverage;
    coverage.cells = defined.size();
    coverage.definedCells = coverage.cells - static_cast<std::uint64_t>(std::ranges::count(defined, 0));
    coverage.asked = coverage.cells * judged.truth.exemplars;
    for (std::size_t row = 0; row < judged.truth.answered.size(); row += judged.truth.descriptors)
        for (const std::uint32_t c : judged.columns)
            coverage.answered += judged.truth.answered[row + c];
    return coverage;
}

void addCoverage(const Comparison& both, const stats::JudgedTags& tags, Evaluation& result) {
    const ReferenceCoverage coverage = coverageOf(both, tags.defined);
    result.neurons = both.truth.neurons;
    result.judged = tags.judgedNeurons();
    result.exemplars = both.truth.exemplars;
    result.cells = coverage.cells;
    result.undefinedCells = coverage.cells - coverage.definedCells;
    result.asked = coverage.asked;
    result.answered = coverage.answered;
}

Status check(const StudyData& study, const tagging::Thresholds& thresholds, const std::vector<std::uint32_t>& tMilli) {
    NS_TRY(requireTaggable(study));
    NS_TRY(thresholds.validate());
    NS_TRY(tagging::requireFrequency(thresholds.rule));
    if (tMilli.empty() || std::ranges::max(tMilli) > 1000)
        return Error{ErrorCode::InvalidArgument, "t", "t is outside 0 to 1", "Choose t between 0 and 1"};
    return {};
}

} // namespace

Result<std::vector<std::uint32_t>> thresholdRange(std::uint32_t from, std::uint32_t to, std::uint32_t step) {
    if (from > to || to > 1000 || step == 0)
        return Error{ErrorCode::InvalidArgument, "thresholds", "a range wants 0 <= from <= to <= 1 and a step above 0",
                     "Give it as 0.05:0.6:0.01"};
    std::vector<std::uint32_t> range;
    for (std::uint32_t t = from; t <= to; t += step)
        range.push_back(t);
    return range;
}

Result<ReferenceCoverage> referenceCoverage(const StudyData& study, const labels::LabelMatrix& reference,
                                            const tagging::Thresholds& thresholds, const std::vector<NeuronId>& neurons,
                                            std::stop_token stop) {
    NS_TRY(requireTaggable(study));
    NS_TRY(thresholds.validate());
    NS_ASSIGN(const Comparison judged, judge(study, reference, thresholds, neurons, stop));
    return coverageOf(judged, tagging::definedTruth(judged.truth, judged.columns));
}

Result<Evaluation> evaluate(const StudyData& study, const labels::LabelMatrix& reference,
                            const tagging::Thresholds& thresholds, const EvaluationOptions& options,
                            std::stop_token stop) {
    NS_TRY(check(study, thresholds, options.tMilli));
    if (options.neurons.empty() || options.maxK == 0 || options.top == 0)
        return Error{ErrorCode::InvalidArgument, "evaluation", "it wants a neuron, a K and a size of the truth", ""};
    NS_ASSIGN(const Comparison both, compare(study, reference, thresholds, options.neurons, stop));
    const stats::JudgedTags tags{tagging::tagLevels(both.predicted, both.columns, thresholds.rule),
                                 tagging::tagLevels(both.truth, both.columns, thresholds.rule),
                                 tagging::definedTruth(both.truth, both.columns)};
    const stats::JudgedOrder order = orderOf(study, both, thresholds, tags.defined, options.top);
    const stats::ThresholdGrid grid(options.tMilli);
    Evaluation result;
    result.tMilli.assign(grid.tMilli().begin(), grid.tMilli().end());
    addCoverage(both, tags, result);
    NS_ASSIGN(result.overT, stats::precisionRecall(tags, grid, options.bootstrap, stop));
    NS_ASSIGN(result.at, stats::precisionRecallAt(order, options.maxK, options.bootstrap, stop));
    result.best = stats::bestThreshold(tags.predicted, order, grid, options.falseMilli);
    return result;
}

} // namespace neuroscribe::pipeline
