// Splits a written answer into the items of its list, whatever kind of list it is.
#pragma once

#include <string_view>
#include <vector>

namespace neuroscribe::llm {

/// In order, as views into the answer. Takes the content of a bracketed list, else the marked lines (bullets, numbers),
/// else all lines, split at commas and their like. Labels before the list ("Expected Concepts:") and what a model
/// writes behind it (a next "Sentence:") are left out. The last item is dropped where it may be half written: in a
/// bracket that never closes, and when cutOff says that the answer ended before its end.
std::vector<std::string_view> splitAnswer(std::string_view answer, bool cutOff);

} // namespace neuroscribe::llm
