#include "core/llm/yes_no_spellings.h"

#include <algorithm>
#include <string_view>

namespace neuroscribe::llm {
namespace {

/// How vocabularies write a space before a word: SentencePiece, byte-level BPE, as it is.
constexpr std::string_view kSpaces[] = {"\xE2\x96\x81", "\xC4\xA0", " "};

struct Piece {
    std::string_view word;
    bool afterSpace = false;
};

Piece read(std::string_view token) {
    for (const std::string_view space : kSpaces)
        if (token.starts_with(space))
            return {token.substr(space.size()), true};
    return {token, false};
}

void note(std::vector<text::TokenId>& spellings, std::optional<text::TokenId>& usual, text::TokenId id, bool isUsual) {
    spellings.push_back(id);
    if (isUsual || !usual)
        usual = id;
}

} // namespace

YesNoSpellings findYesNoSpellings(const text::Tokenizer& tokenizer, std::size_t vocabulary, bool afterSpace) {
    YesNoSpellings found;
    const auto end = static_cast<text::TokenId>(std::min(vocabulary, tokenizer.vocabularySize()));
    for (text::TokenId id = 0; id < end; ++id) {
        const std::string token = tokenizer.token(id);
        const Piece piece = read(token);
        const bool isUsual = piece.afterSpace == afterSpace && (piece.word == "Yes" || piece.word == "No");
        if (piece.word == "Yes" || piece.word == "yes" || piece.word == "YES")
            note(found.yes, found.defaultYes, id, isUsual);
        else if (piece.word == "No" || piece.word == "no" || piece.word == "NO")
            note(found.no, found.defaultNo, id, isUsual);
    }
    return found;
}

} // namespace neuroscribe::llm
