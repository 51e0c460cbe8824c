// One item of a written list: its marker, its explanation, what stands around it.
#pragma once

#include <cstddef>
#include <string_view>

namespace neuroscribe::llm {

std::size_t wordCount(std::string_view text); ///< stretches between white space that hold a letter or digit

/// Bytes of the bullet or number that begins a line ("- ", "* ", "1. ", "(2) ", "a) ", "[3] "), white space before and
/// behind included; 0 without one.
std::size_t markerLength(std::string_view line);

/// Position of a word like "topics" or "concepts"; npos without one.
std::size_t findLabelWord(std::string_view text);

/// Of a marked line: "**Size**: the shoes are true to size" is "**Size**".
std::string_view withoutExplanation(std::string_view item);

/// Without bullets, numbers, labels, quotes, brackets and markup around it and stops behind it.
std::string_view cleanedItem(std::string_view item);

} // namespace neuroscribe::llm
