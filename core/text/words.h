// Words of a text as the lexical engines compare them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace neuroscribe::text {

/// Runs of letters and digits in lower case without accents; punctuation, also hyphens, separates. An apostrophe inside
/// a word stays, a possessive "'s" goes. Ideographs are words of their own.
std::vector<std::string> wordsOf(std::string_view text);

} // namespace neuroscribe::text
