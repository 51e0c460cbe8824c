// Which fields of a file's records hold text, category and labels. Private to core/corpus.
#pragma once

#include <optional>

#include "core/corpus/importer.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

struct FieldMap {
    std::vector<std::string> names; ///< all seen, in order
    std::string text;               ///< empty where no record of the sample could be read
    std::string category;           ///< empty: none
};

/// Of a sample of the first records, in order.
std::vector<std::string> fieldNames(const std::vector<RawRecord>& sample);

/// What `options` names wins; else known names are looked for, whatever their case.
/// Errors: InvalidArgument, when the named field is in none of the records, or none could be guessed; lists the fields.
Result<FieldMap> mapFields(std::vector<std::string> names, const ImportOptions& options, const std::string& where);

} // namespace neuroscribe::corpus
