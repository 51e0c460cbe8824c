// Code points and the character classes that BERT's tokenizer is defined by.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace neuroscribe::text {

inline constexpr char32_t kReplacement = 0xFFFD;

/// The code point at `position`, which moves past it; U+FFFD for bytes that are not UTF-8. position < utf8.size().
char32_t decodeNext(std::string_view utf8, std::size_t& position);
void appendUtf8(std::string& out, char32_t codePoint);
/// Bytes that are not UTF-8 become U+FFFD.
std::string validUtf8(std::string_view text);

/// General category C* (control, format, private use, unassigned), except tab and line ends.
bool isControl(char32_t c);
/// Space, tab, line ends and the general categories Zs, Zl, Zp.
bool isWhitespace(char32_t c);
/// The ASCII symbols and the general categories P*.
bool isPunctuation(char32_t c);
/// The blocks that BERT splits into single characters (Chinese ideographs; not kana, not Hangul).
bool isIdeograph(char32_t c);
/// Letters, marks, digits and connectors such as the underscore.
bool isWordCharacter(char32_t c);

/// Lower case as Python's str.lower: character by character, with the final sigma.
std::vector<char32_t> lowerCase(std::span<const char32_t> text);
/// Canonical decomposition (NFD) without nonspacing marks (Mn).
std::vector<char32_t> stripAccents(std::span<const char32_t> text);
/// Canonical composition (NFC) of valid UTF-8, in stretches of up to 4,096 bytes that end before ASCII where they can:
/// only a longer row of combining characters can tell.
std::string composed(std::string_view utf8);

} // namespace neuroscribe::text
