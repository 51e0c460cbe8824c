// Is a text English? By CLD2, where the program was built with it.
#pragma once

#include <string_view>

namespace neuroscribe::corpus {

/// False: this build can't tell.
bool canDetectLanguage();
/// text: valid UTF-8. False only where CLD2 is sure of another language. CLD2 answers "unknown" or "not reliable" for
/// many short reviews ("Love it love it love it!"); to drop those would drop English text for being short, so they
/// pass.
bool mayBeEnglish(std::string_view text);

} // namespace neuroscribe::corpus
