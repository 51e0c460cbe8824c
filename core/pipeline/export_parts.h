// How each part of a study is written. Private to core/pipeline/export*.cpp.
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/io/row_writer.h"
#include "core/pipeline/export.h"
#include "core/pipeline/tagged_study.h"

namespace neuroscribe::pipeline::exporting {

/// Everything a writer gets. Borrows all but the study.
struct Order {
    store::Project& project;
    std::shared_ptr<const StudyData> study; ///< null where the kind does without
    const tagging::Thresholds& thresholds;
    const ExportRequest& request;
    std::stop_token stop;
    ProgressSink& progress;

    /// Cancelled when the person asked to stop.
    Status checkStop() const;
    /// At the thresholds, with the rules of whole rows where these or the request need them.
    Result<TaggedStudy> tagged() const;
    Result<io::RowWriter> rows(std::vector<std::string> columns) const;
};

using Write = Result<ExportSize>(const Order& order);
Write writeTags;
Write writeLabels;
Write writeMatrix;
Write writeCorrelation;
Write writeHeatMap;
Write writeActivations;
Write writeRanks;
Write writeSentences;
Write writeTopics;
Write writeAnswers;

/// Of a heat map: "f", "lift", "p", "q", "x", or the name of the rule.
const char* valueName(const ExportRequest& request);
/// values: as Tagger::values or ruleValues gives them.
Result<ExportSize> writeHeatSvg(const Order& order, TaggedStudy& tagged, std::span<const float> values);
/// A header of one name and those of the descriptors.
std::vector<std::string> withNames(std::string first, const std::vector<labels::Descriptor>& descriptors);

} // namespace neuroscribe::pipeline::exporting
