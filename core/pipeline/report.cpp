#include "core/pipeline/report.h"

#include <algorithm>

#include "core/pipeline/correlation.h"
#include "core/pipeline/demo.h"
#include "core/pipeline/evaluation_figures.h"
#include "core/pipeline/report_parts.h"
#include "core/pipeline/row_rules.h"

namespace neuroscribe::pipeline {
namespace {

std::string lastPart(const std::string& folder) {
    const std::size_t end = folder.find_last_not_of('/');
    const std::string trimmed = folder.substr(0, end + 1);
    return trimmed.substr(trimmed.find_last_of('/') + 1);
}

Result<io::ReportSection> correlationSection(const StudyData& study, const tagging::Thresholds& thresholds,
                                             const ReportOptions& options, std::stop_token stop) {
    CorrelationOptions correlationOptions;
    correlationOptions.seed = options.seed;
    NS_ASSIGN(const auto correlation, correlateDescriptors(study, thresholds, correlationOptions, stop));
    io::ReportSection section;
    section.title = "Descriptors together";
    section.figures.push_back(halvesFigure(study));
    section.figures.push_back(correlationFigure(correlation, CorrelationView::Sentences));
    if (correlation.neurons) {
        section.figures.push_back(correlationFigure(correlation, CorrelationView::Neurons));
        section.figures.push_back(correlationFigure(correlation, CorrelationView::Difference));
    }
    return section;
}

Result<io::ReportSection> taggedSection(store::Database& database, const StudyData& study,
                                        const tagging::Thresholds& thresholds, const ReportOptions& options,
                                        std::stop_token stop, ProgressSink& progress) {
    NS_ASSIGN(tagging::Tagger tagger, makeTagger(study, thresholds.split, thresholds.tail));
    if (tagging::isOfWholeRows(thresholds.rule)) {
        NS_ASSIGN(auto rows, loadRowRules(study, database, thresholds.split, stop, progress));
        NS_TRY(tagger.setRowRules(std::move(rows)));
    }
    NS_TRY(tagger.apply(thresholds, stop));
    return report::tagSection(study, tagger, options);
}

/// Evaluation, and for the built-in study what the paper has.
Status addEvaluation(store::Database& database, const report::EvaluationInput& input, io::Report& result,
                     std::stop_token stop, ProgressSink& progress) {
    io::ReportSection section;
    section.title = "Evaluation";
    report::KeyFigures key;
    if (!input.truth.chosen.empty())
        section.paragraphs.push_back(input.truth.chosen);
    if (input.truth.annotator.empty())
        section.paragraphs.push_back("Nobody but the model has labelled sentences: there is no truth to compare with.");
    else
        NS_TRY(report::addPrecision(input, section, key, stop));
    NS_TRY(report::addConsistency(input, section, key, stop, progress));
    NS_TRY(report::addLandscape(input, section, stop, progress));
    result.sections.push_back(std::move(section));
    NS_ASSIGN(const bool builtIn, isBuiltInStudy(database));
    if (builtIn && input.truth.annotator == kWordNetAnnotator)
        result.sections.push_back(report::paperSection(key));
    return {};
}

Status addAgreement(store::Database& database, const std::string& reference, io::Report& result, std::stop_token stop) {
    NS_ASSIGN(auto agreement, report::agreementSection(database, reference, std::move(stop)));
    result.sections.push_back(std::move(agreement));
    return {};
}

/// Why there are no tags, and what can be said without.
Status addUntagged(store::Database& database, const StudyData& study, const ReportOptions& options, io::Report& result,
                   std::stop_token stop) {
    if (study.labels && !study.descriptors.empty())
        NS_TRY(addAgreement(database, options.reference, result, std::move(stop)));
    const Error why = requireTaggable(study).error();
    result.sections.push_back({"Tags", {"There are no tags: " + why.why + ". " + why.hint + "."}, {}, {}, {}});
    return {};
}

/// What needs tags and what judges them.
Status addTagged(store::Database& database, const StudyData& study, const tagging::Thresholds& thresholds,
                 const ReportOptions& options, io::Report& result, std::stop_token stop, ProgressSink& progress) {
    NeuronChoice choice;
    choice.count = std::min(options.evaluatedNeurons, study.run->neurons());
    choice.seed = options.seed;
    NS_ASSIGN(auto neurons, chosenNeurons(choice, study.run->neurons()));
    NS_ASSIGN(const auto truth, report::chooseTruth(database, study, thresholds, neurons, options, stop));
    NS_TRY(addAgreement(database, truth.annotator, result, stop));
    NS_ASSIGN(auto tags, taggedSection(database, study, thresholds, options, stop, progress));
    result.sections.push_back(std::move(tags));
    if (thresholds.rule == tagging::Rule::Share || thresholds.rule == tagging::Rule::Occurrence)
        return addEvaluation(database, {study, thresholds, options, truth, std::move(neurons)}, result, std::move(stop),
                             progress);
    result.sections.push_back({"Evaluation",
                               {"Precision, recall and consistency are defined for the rules share and occurrence."},
                               {},
                               {},
                               {}});
    return {};
}

} // namespace

Result<io::Report> studyReport(store::Database& database, const StudyData& study, const tagging::Thresholds& thresholds,
                               const ReportOptions& options, std::stop_token stop, ProgressSink& progress) {
    ProgressMeter meter(progress, "report", 4);
    io::Report result;
    result.title = lastPart(study.folder);
    result.subtitle = "Neurons of a language model in words: what this study was made from and what it found";
    NS_ASSIGN(auto corpus, report::corpusSection(database, study));
    NS_ASSIGN(auto model, report::modelSection(database, study));
    NS_ASSIGN(auto labels, report::labelSection(database, study));
    result.sections = {std::move(corpus), std::move(model), std::move(labels)};
    meter.update(1);
    if (study.taggable())
        NS_TRY(addTagged(database, study, thresholds, options, result, stop, progress));
    else
        NS_TRY(addUntagged(database, study, options, result, stop));
    meter.update(2);
    if (study.labels && !study.descriptors.empty() && study.splitLabels[0] && study.splitLabels[1]) {
        NS_ASSIGN(auto together, correlationSection(study, thresholds, options, stop));
        result.sections.push_back(std::move(together));
    }
    meter.update(4);
    result.footer =
        "Neuroscribe " NEUROSCRIBE_VERSION + (options.madeAt.empty() ? std::string() : ", " + options.madeAt);
    return result;
}

} // namespace neuroscribe::pipeline
