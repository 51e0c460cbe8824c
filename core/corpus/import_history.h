// What was imported, as it is kept with the study.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::corpus {

struct ImportRecord {
    std::vector<std::string> files;
    std::string finishedAt; ///< UTC, ISO 8601
    std::string options;    ///< JSON, as ImportOptions were
    std::uint64_t read = 0;
    std::uint64_t kept = 0;
    std::map<std::string, std::uint64_t> dropped; ///< by reasonName
};
/// From the oldest to the newest. Errors: Corrupt.
Result<std::vector<ImportRecord>> loadImports(store::Database& database);

} // namespace neuroscribe::corpus
