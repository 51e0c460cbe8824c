// Options and counts of an import as they are kept in table import. Private to core/corpus.
#pragma once

#include "core/corpus/importer.h"

namespace neuroscribe::corpus {

std::string toJson(const ImportOptions& options);
std::string toJson(const ImportCounts& counts);
std::string toJson(const std::vector<std::string>& files);

} // namespace neuroscribe::corpus
