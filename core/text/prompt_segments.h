// Where a prompt holds special tokens, and the plain text between them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer.h"

namespace neuroscribe::text {

struct SpecialToken {
    std::string text; ///< not empty
    TokenId id = -1;
};

struct PromptSegment {
    std::string text;     ///< may be empty only beside a special token
    TokenId special = -1; ///< the special token behind the text; -1: none
};

/// Special tokens count in parts of the template only, the longest of those that begin at the same place; everything
/// between two of them is one text, across the borders of parts.
std::vector<PromptSegment> splitPrompt(std::span<const PromptPart> parts, std::span<const SpecialToken> specials);

} // namespace neuroscribe::text
