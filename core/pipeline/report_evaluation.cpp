// Are the tags true? Whose answers are held against them, and what comes out.
#include <algorithm>
#include <limits>

#include "core/base/joined.h"
#include "core/base/number_text.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/evaluation_figures.h"
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

std::string meanText(const stats::Estimate& estimate) {
    return estimateText(estimate.mean, estimate.interval) + ", chance " + estimateText(estimate.chance, std::nullopt) +
           "; " + countedText(estimate.used, "neuron") + ", " + countText(estimate.leftOut) + " left out";
}

} // namespace

Result<Truth> chooseTruth(store::Database& database, const StudyData& study, const tagging::Thresholds& thresholds,
                          const std::vector<NeuronId>& neurons, const ReportOptions& options, std::stop_token stop) {
    NS_ASSIGN(auto annotators, labels::loadAnnotators(database));
    std::erase(annotators, labels::kLabelMatrixName);
    Truth truth;
    const std::string& wanted = options.reference;
    if (wanted == labels::kLabelMatrixName)
        return Error{ErrorCode::InvalidArgument, wanted, "the model's labels can't be their own truth",
                     "Name a reference annotator"};
    if (!wanted.empty()) {
        if (std::ranges::find(annotators, wanted) == annotators.end())
            return Error{ErrorCode::NotFound, wanted, "nobody of this name has answered anything",
                         annotators.empty() ? "" : "There are: " + joined(annotators)};
        truth.annotator = wanted;
        NS_ASSIGN(truth.labels, labels::loadLabels(database, study.descriptors, wanted));
    }
    std::uint64_t most = 0;
    for (const std::string& name : wanted.empty() ? annotators : std::vector<std::string>()) {
        NS_ASSIGN(auto answers, labels::loadLabels(database, study.descriptors, name));
        NS_ASSIGN(const auto coverage, referenceCoverage(study, answers, thresholds, neurons, stop));
        if (!truth.annotator.empty() && coverage.answered <= most)
            continue;
        most = coverage.answered;
        truth.annotator = name;
        truth.labels = std::move(answers);
    }
    if (annotators.size() > 1)
        truth.chosen =
            "Several annotators have answered: " + joined(annotators) + ". The truth here is " + truth.annotator +
            (wanted.empty() ? ", who has answered most of what is needed; nobody chose." : ", as was asked.");
    return truth;
}

std::vector<std::uint32_t> EvaluationInput::tMilli() const {
    std::vector<std::uint32_t> grid = defaultThresholdRange();
    grid.insert(std::ranges::lower_bound(grid, thresholds.tMilli), thresholds.tMilli);
    grid.erase(std::unique(grid.begin(), grid.end()), grid.end());
    return grid;
}

std::string EvaluationInput::neuronText() const {
    return std::to_string(neurons.size()) + " random, seed " + std::to_string(options.seed);
}

Status addPrecision(const EvaluationInput& input, io::ReportSection& section, KeyFigures& key, std::stop_token stop) {
    EvaluationOptions chosen;
    chosen.neurons = input.neurons;
    chosen.bootstrap = input.bootstrap();
    chosen.tMilli = input.tMilli();
    NS_ASSIGN(const Evaluation found,
              evaluate(input.study, input.truth.labels, input.thresholds, chosen, std::move(stop)));
    const FigureSource source{input.thresholds, input.neuronText(), input.truth.annotator, chosen.bootstrap};
    section.figures.push_back(precisionRecallFigure(found, source));
    section.figures.push_back(precisionAtFigure(found, source, chosen.top));
    key.precisionAt2 = found.at.precision[1];
    key.recallAt2 = found.at.recall[1];
    const std::size_t own = nearestPoint(found.tMilli, input.thresholds.tMilli);
    const std::string at = " at t = " + milliText(input.thresholds.tMilli);
    section.facts.emplace_back("Truth", input.truth.annotator + ", " + coverageText(found.answered, found.asked) +
                                            " of the labels that are needed; " + countText(found.undefinedCells) +
                                            " of " + countText(found.cells) + " cells have too few");
    section.facts.emplace_back("Precision@2", meanText(*key.precisionAt2));
    section.facts.emplace_back("Recall@2", meanText(*key.recallAt2));
    section.facts.emplace_back("Precision" + at, meanText(found.overT.precision[own]));
    section.facts.emplace_back("Recall" + at, meanText(found.overT.recall[own]));
    return {};
}

std::string estimateText(const std::optional<double>& value, const std::optional<stats::Interval>& interval) {
    if (!value)
        return "undefined";
    const std::string text = fixedNumber(*value, 2);
    return interval ? text + " (95 %: " + fixedNumber(interval->low, 2) + " to " + fixedNumber(interval->high, 2) + ")"
                    : text;
}

std::string countText(std::uint64_t count) {
    return groupedCount(count, ",");
}

std::string countedText(std::uint64_t count, const char* what) {
    return countText(count) + " " + what + (count == 1 ? "" : "s");
}

double valueOf(const std::optional<double>& value) {
    return value.value_or(std::numeric_limits<double>::quiet_NaN());
}
double lowOf(const std::optional<stats::Interval>& interval) {
    return valueOf(interval ? std::optional(interval->low) : std::nullopt);
}
double highOf(const std::optional<stats::Interval>& interval) {
    return valueOf(interval ? std::optional(interval->high) : std::nullopt);
}

} // namespace neuroscribe::pipeline::report
