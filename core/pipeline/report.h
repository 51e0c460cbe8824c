// The report of a study: what it was made from, with which parameters, and what came out (PRODUCT, "Evaluation").
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/io/report.h"
#include "core/pipeline/study.h"
#include "core/store/sqlite.h"

namespace neuroscribe::pipeline {

struct ReportOptions {
    std::string madeAt;     ///< as it is to stand in the footer
    std::uint64_t seed = 1; ///< of intervals and of the neurons that are drawn
    std::uint32_t neuronsPerDescriptor = 5;
    std::uint32_t evaluatedNeurons = 10; ///< drawn by the seed, as in the paper
    std::uint32_t resamples = 1000;      ///< of evaluation and consistency
    std::string reference; ///< annotator of the truth; empty: who answered most of what is needed, which is said
};

/// What the study has goes in; of a step that is missing the report says so. thresholds: of the tags. Errors: NotFound
/// (the reference), those of reading the study, Cancelled.
Result<io::Report> studyReport(store::Database& database, const StudyData& study, const tagging::Thresholds& thresholds,
                               const ReportOptions& options, std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::pipeline
