// Sections of the report. Private to core/pipeline.
#pragma once

#include "core/pipeline/report.h"

namespace neuroscribe::pipeline::report {

/// Sources, what was dropped, halves, categories, hash.
Result<io::ReportSection> corpusSection(store::Database& database, const StudyData& study);
/// The model, its hash, site, pooling, how it was run.
Result<io::ReportSection> modelSection(store::Database& database, const StudyData& study);
/// Who answered, with which prompt, and how much of it.
Result<io::ReportSection> labelSection(store::Database& database, const StudyData& study);
/// Thresholds, descriptors, the strongest neurons of each.
Result<io::ReportSection> tagSection(const StudyData& study, tagging::Tagger& tagger, const ReportOptions& options);

/// Precision and recall against a reference annotator, consistency of the two halves, with their figures.
Result<io::ReportSection> evaluationSection(store::Database& database, const StudyData& study,
                                            const tagging::Thresholds& thresholds, const ReportOptions& options,
                                            std::stop_token stop, ProgressSink& progress);

std::string countText(std::uint64_t count);
/// "12.3 %"; "undefined" of nothing.
std::string percentText(std::uint64_t part, std::uint64_t whole);

} // namespace neuroscribe::pipeline::report
