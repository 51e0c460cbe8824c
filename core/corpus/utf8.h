// UTF-8 for text from outside: validity, repair, code points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace neuroscribe::corpus {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Decodes the code point at `position` (< text.size()) and moves behind it. Of invalid bytes it skips the longest
/// beginning of a valid sequence, at least one byte, and returns false.
bool decodeUtf8(std::string_view text, std::size_t& position, char32_t& codePoint);
/// codePoint: at most U+10FFFF, no surrogate.
void appendUtf8(std::string& text, char32_t codePoint);
/// Replaces what is not UTF-8 by U+FFFD; true when there was something to replace.
bool repairUtf8(std::string& text);

} // namespace neuroscribe::corpus
