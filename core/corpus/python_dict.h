// The oldest Amazon files: one Python dict per line, {'reviewText': "it's good", 'overall': 5.0, 'helpful': [2, 3]}.
#pragma once

#include "core/corpus/record.h"

namespace neuroscribe::corpus {

/// The first key is quoted as JSON never does.
bool looksLikePythonDict(std::string_view line);
/// Sets the record's fields, or its problem. Lists, tuples and dicts inside are Nested. Never recurses.
void parsePythonDict(std::string_view line, RawRecord& record);

} // namespace neuroscribe::corpus
