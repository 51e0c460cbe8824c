// Tokens that are found in the text itself, before it is split into words: special tokens and runs of spaces.
// Source: Hugging Face tokenizers, "added_tokens".
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/piece_table.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::text {

struct AddedToken {
    std::string text;
    TokenId id = -1;
    bool special = false;    ///< counts only where the template has it, and is not part of decoded text
    bool normalized = false; ///< searched in the normalized text
    bool singleWord = false; ///< not inside a word
    bool stripLeft = false;  ///< takes the white space before it along
    bool stripRight = false; ///< and after it
};

/// Immutable and thread-safe.
class AddedTokens {
public:
    AddedTokens() = default;
    explicit AddedTokens(std::vector<AddedToken> tokens);

    /// Does the token at [begin, end) of the text count there?
    using Accepts = std::function<bool(const AddedToken& token, std::size_t begin, std::size_t end)>;
    using OnText = std::function<void(std::string_view text)>;
    using OnToken = std::function<void(const AddedToken& token)>;
    /// The text (valid UTF-8) from left to right: at each place the longest token, and what lies between tokens (never
    /// empty).
    void split(std::string_view utf8, const Accepts& accepts, const OnText& onText, const OnToken& onToken) const;

private:
    std::vector<AddedToken> m_tokens;
    PieceTable m_table; ///< values: places in m_tokens
    std::array<bool, 256> m_begins{};
};

} // namespace neuroscribe::text
