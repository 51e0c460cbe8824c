#include "core/pipeline/report.h"

#include "core/pipeline/correlation.h"
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
    if (study.taggable()) {
        NS_ASSIGN(tagging::Tagger tagger, makeTagger(study, thresholds.split, thresholds.tail));
        if (tagging::isOfWholeRows(thresholds.rule)) {
            NS_ASSIGN(auto rows, loadRowRules(study, database, thresholds.split, stop, progress));
            NS_TRY(tagger.setRowRules(std::move(rows)));
        }
        NS_TRY(tagger.apply(thresholds, stop));
        NS_ASSIGN(auto tags, report::tagSection(study, tagger, options));
        result.sections.push_back(std::move(tags));
        NS_ASSIGN(auto evaluation, report::evaluationSection(database, study, thresholds, options, stop, progress));
        result.sections.push_back(std::move(evaluation));
    }
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
