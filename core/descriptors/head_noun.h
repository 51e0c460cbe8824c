// The head of an English noun phrase, by rule: the last word before the first preposition ("taste of the coffee").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text/word_classes.h"

namespace neuroscribe::descriptors {

/// The words up to and with the head, in lower case, the head as the base form of a noun ("fast deliveries to Spain":
/// fast, delivery). Empty for a phrase without any word.
std::vector<std::string> headPhrase(std::string_view phrase, const text::WordClasses& classes);

} // namespace neuroscribe::descriptors
