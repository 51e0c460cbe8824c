// Are the tags true, and do they hold?
#include <algorithm>

#include "core/base/number_text.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/evaluation_figures.h"
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

/// The annotator asked for, or the first that is not the model; empty: there is none.
Result<std::string> chooseReference(store::Database& database, const std::string& wanted) {
    NS_ASSIGN(const auto annotators, labels::loadAnnotators(database));
    for (const std::string& name : annotators)
        if (wanted.empty() ? name != labels::kLabelMatrixName : name == wanted)
            return name;
    if (!wanted.empty())
        return Error{ErrorCode::NotFound, wanted, "nobody of this name has answered anything", ""};
    return std::string();
}

std::string estimateText(const std::optional<double>& value, const std::optional<stats::Interval>& interval) {
    if (!value)
        return "undefined";
    const std::string text = fixedNumber(*value, 2);
    return interval ? text + " (95 %: " + fixedNumber(interval->low, 2) + " to " + fixedNumber(interval->high, 2) + ")"
                    : text;
}

std::string estimateText(const stats::Estimate& estimate) {
    return estimateText(estimate.mean, estimate.interval) + ", from " + countText(estimate.used) + " neurons, " +
           countText(estimate.leftOut) + " left out";
}

Status addEvaluation(store::Database& database, const StudyData& study, const tagging::Thresholds& thresholds,
                     const ReportOptions& options, const std::string& name, io::ReportSection& section,
                     std::stop_token stop) {
    NS_ASSIGN(const auto reference, labels::loadLabels(database, study.descriptors, name));
    EvaluationOptions chosen;
    NeuronChoice choice;
    choice.count = std::min(options.evaluatedNeurons, study.run->neurons());
    choice.seed = options.seed;
    NS_ASSIGN(chosen.neurons, chosenNeurons(choice, study.run->neurons()));
    chosen.bootstrap = {options.resamples, options.seed};
    NS_ASSIGN(const Evaluation found, evaluate(study, reference, thresholds, chosen, stop));
    const FigureSource source{thresholds, std::to_string(choice.count) + " random, seed " + std::to_string(choice.seed),
                              name, chosen.bootstrap};
    section.figures.push_back(precisionRecallFigure(found, source));
    section.figures.push_back(precisionAtFigure(found, source, chosen.top));
    section.facts.emplace_back("Truth", name + ", " + percentText(found.answered, found.asked) +
                                            " of the labels that are needed");
    if (found.at.precision.size() > 1) {
        section.facts.emplace_back("Precision@2", estimateText(found.at.precision[1]));
        section.facts.emplace_back("Recall@2", estimateText(found.at.recall[1]));
    }
    return {};
}

Status addConsistency(const StudyData& study, const tagging::Thresholds& thresholds, const ReportOptions& options,
                      stats::ConsistencyBy by, io::ReportSection& section, std::stop_token stop,
                      ProgressSink& progress) {
    ConsistencyOptions chosen;
    NeuronChoice all;
    all.kind = NeuronChoice::Kind::All;
    NS_ASSIGN(chosen.neurons, chosenNeurons(all, study.run->neurons()));
    chosen.by = by;
    chosen.bootstrap = {options.resamples, options.seed};
    NS_ASSIGN(const ConsistencyCurve curve, consistency(study, thresholds, chosen, stop, progress));
    section.figures.push_back(consistencyFigure(curve, by, {thresholds, "all", "", chosen.bootstrap}));
    return {};
}

} // namespace

Result<io::ReportSection> evaluationSection(store::Database& database, const StudyData& study,
                                            const tagging::Thresholds& thresholds, const ReportOptions& options,
                                            std::stop_token stop, ProgressSink& progress) {
    io::ReportSection section;
    section.title = "Evaluation";
    if (thresholds.rule != tagging::Rule::Share && thresholds.rule != tagging::Rule::Occurrence) {
        section.paragraphs = {"Precision, recall and consistency are computed for the rules share and occurrence."};
        return section;
    }
    NS_ASSIGN(const std::string reference, chooseReference(database, options.reference));
    if (reference.empty())
        section.paragraphs.push_back("Nobody but the model has labelled sentences: there is no truth to compare with.");
    else
        NS_TRY(addEvaluation(database, study, thresholds, options, reference, section, stop));
    for (const auto by : {stats::ConsistencyBy::Neuron, stats::ConsistencyBy::Descriptor})
        NS_TRY(addConsistency(study, thresholds, options, by, section, stop, progress));
    return section;
}

} // namespace neuroscribe::pipeline::report
