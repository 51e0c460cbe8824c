// The form in which a text is stored, compared and shown: valid UTF-8, no markup, white space folded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace neuroscribe::corpus {

struct CleanText {
    std::string text;          ///< words separated by single spaces, none at the ends
    std::uint32_t words = 0;   ///< whitespace-separated
    bool replacedUtf8 = false; ///< something was no UTF-8 and is U+FFFD now
};

/// Tags to a space, character references decoded, invalid UTF-8 replaced, control characters and every white space of
/// Unicode folded to one space, byte order marks dropped.
CleanText cleanText(std::string_view raw);

} // namespace neuroscribe::corpus
