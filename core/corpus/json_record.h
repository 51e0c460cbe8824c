// One JSON object as a record: its top-level members become fields.
#pragma once

#include "core/corpus/record.h"

namespace neuroscribe::corpus {

/// text: the whole object. Sets fields, or problem where it is no JSON object. Never recurses. Replaces invalid UTF-8
/// in `text` and notes that.
void parseJsonRecord(std::string& text, RawRecord& record);

} // namespace neuroscribe::corpus
