// Sections of the report. Private to core/pipeline.
#pragma once

#include "core/pipeline/evaluation.h"
#include "core/pipeline/report.h"

namespace neuroscribe::pipeline::report {

/// Sources, what was dropped, halves, categories, hash.
Result<io::ReportSection> corpusSection(store::Database& database, const StudyData& study);
/// The model, its hash, site, pooling, how it was run.
Result<io::ReportSection> modelSection(store::Database& database, const StudyData& study);
/// Who answered, with which prompt, and how much of it.
Result<io::ReportSection> labelSection(store::Database& database, const StudyData& study);
/// Every two annotators, the model among them: kappa, AC1, precision and recall. reference: whose judgement of the
/// labels stands descriptor by descriptor; empty: nobody's.
Result<io::ReportSection> agreementSection(store::Database& database, const std::string& reference,
                                           std::stop_token stop);
/// Thresholds, descriptors, the strongest neurons of each.
Result<io::ReportSection> tagSection(const StudyData& study, tagging::Tagger& tagger, const ReportOptions& options);

/// Whose answers are the truth.
struct Truth {
    std::string annotator; ///< empty: nobody but the model has answered
    labels::LabelMatrix labels;
    std::string chosen; ///< how it was chosen, where there are several; a sentence or empty
};
/// The annotator of the options, else who has answered most of what an evaluation of `neurons` asks; of equals the
/// first by name. Errors: NotFound, those of reading.
Result<Truth> chooseTruth(store::Database& database, const StudyData& study, const tagging::Thresholds& thresholds,
                          const std::vector<NeuronId>& neurons, const ReportOptions& options, std::stop_token stop);

/// Consistency at the study's own t.
struct ConsistencyAt {
    stats::Consistency point;
    std::optional<stats::Interval> jaccard, corrected;
};
/// What the section "Evaluation" found, for what is compared with it.
struct KeyFigures {
    std::optional<stats::Estimate> precisionAt2, recallAt2; ///< nothing without a truth
    std::optional<ConsistencyAt> neurons, descriptors;
};

/// What the section "Evaluation" is made from. Borrows all of it.
struct EvaluationInput {
    const StudyData& study;
    const tagging::Thresholds& thresholds; ///< of share or occurrence
    const ReportOptions& options;
    const Truth& truth;
    std::vector<NeuronId> neurons; ///< whose tags are held against the truth

    stats::BootstrapOptions bootstrap() const { return {options.resamples, options.seed}; }
    /// The grid of the curves with the study's own t in it.
    std::vector<std::uint32_t> tMilli() const;
    std::string neuronText() const; ///< "10 random, seed 1"
};
/// Precision and recall against the truth, with figures. Errors: those of evaluate.
Status addPrecision(const EvaluationInput& input, io::ReportSection& section, KeyFigures& key, std::stop_token stop);
/// Consistency of the two halves by neuron and by descriptor, from one bootstrap.
Status addConsistency(const EvaluationInput& input, io::ReportSection& section, KeyFigures& key, std::stop_token stop,
                      ProgressSink& progress);
/// Tags, precision, recall and corrected consistency over k and t.
Status addLandscape(const EvaluationInput& input, io::ReportSection& section, std::stop_token stop,
                    ProgressSink& progress);

/// The built-in study's figures beside those of the paper, and why they differ.
io::ReportSection paperSection(const KeyFigures& key);

/// "0.40 (95 %: 0.25 to 0.50)"; "undefined".
std::string estimateText(const std::optional<double>& value, const std::optional<stats::Interval>& interval);
std::string countText(std::uint64_t count);                     ///< "166,320"
std::string countedText(std::uint64_t count, const char* what); ///< "1 neuron", "166,320 neurons"
/// Not a number for nothing, which a table shows as "undefined".
double valueOf(const std::optional<double>& value);
double lowOf(const std::optional<stats::Interval>& interval);
double highOf(const std::optional<stats::Interval>& interval);

} // namespace neuroscribe::pipeline::report
