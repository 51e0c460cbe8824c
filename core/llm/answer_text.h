// What the parsers of answers share: code points in and out, and the thoughts some models write first.
#pragma once

#include <string_view>

namespace neuroscribe::llm {

/// Letters, digits and the marks on them (Unicode L*, N*, M*).
bool isWordCharacter(char32_t c);
/// Without white space at both ends (Unicode's, too).
std::string_view trimmed(std::string_view text);
/// Behind a finished <think>...</think> at the beginning; an unfinished one leaves nothing.
std::string_view withoutThoughts(std::string_view answer);
/// ASCII letters compared without case.
bool startsWithIgnoringCase(std::string_view text, std::string_view lowerCaseStart);

} // namespace neuroscribe::llm
