// Thresholds of a study: stored as strictly checked JSON in study_value 'thresholds'.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/store/sqlite.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::pipeline {

const char* splitName(corpus::Split split); ///< "calibration", "validation"
Result<corpus::Split> parseSplit(const std::string& name);
const char* tailName(tagging::Tail tail); ///< "top", "bottom"
Result<tagging::Tail> parseTail(const std::string& name);

/// One JSON object with every field under its name; also the form that edits of history "thresholds" carry.
std::string thresholdsToJson(const tagging::Thresholds& thresholds);
/// Errors: Corrupt, naming the key: missing, unknown, of a wrong type, out of range.
Result<tagging::Thresholds> thresholdsFromJson(const std::string& text);

/// The defaults, where none are stored yet. Errors: Corrupt.
Result<tagging::Thresholds> loadThresholds(store::Database& database);
Status saveThresholds(store::Database& database, const tagging::Thresholds& thresholds);

} // namespace neuroscribe::pipeline
