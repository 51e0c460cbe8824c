// BERT's WordPiece: clean, split at white space, punctuation and ideographs, then the longest pieces first.
// Source: Devlin et al. 2018; behaviour as the reference BasicTokenizer and WordpieceTokenizer.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/text/piece_table.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::text {

struct WordPieceSettings {
    bool cleanText = true;       ///< drop control characters and U+FFFD
    bool splitIdeographs = true; ///< each Chinese ideograph is a word
    bool lowerCase = true;
    bool stripAccents = true;
    std::size_t maxWordCharacters = 100; ///< a longer word is unknown; 1 .. 255
    std::string unknown = "[UNK]";
    std::string start = "[CLS]";
    std::string end = "[SEP]";
    std::string continuation = "##"; ///< prefix of pieces inside a word
    Status validate() const;
};

class WordPiece final : public Tokenizer {
public:
    /// pieces[id] is the text of token id; `where` names the vocabulary's file in errors.
    /// Errors: InvalidArgument (settings), Parse (no unknown, start or end token; too many or too long pieces).
    static Result<std::unique_ptr<Tokenizer>> make(std::vector<std::string> pieces, WordPieceSettings settings,
                                                   const std::string& where);

    std::vector<TokenId> encode(std::string_view utf8) const override;
    std::vector<TokenId> encodeForModel(std::string_view utf8, std::size_t maxTokens) const override;
    std::string token(TokenId id) const override;
    std::size_t vocabularySize() const override { return m_pieces.size(); }
    Hash128 hash() const override { return m_hash; }

private:
    enum class ByteClass : std::uint8_t { Word, Space, Punctuation, Dropped, NotAscii };

    WordPiece(std::vector<std::string> pieces, WordPieceSettings settings);
    Status resolveSpecialTokens(const std::string& where);
    void fillByteTables();
    void computeHash();

    /// Stops early once `limit` ids are there.
    void encodeUpTo(std::string_view utf8, std::size_t limit, std::vector<TokenId>& ids) const;
    /// One stretch without ASCII white space that holds other than ASCII.
    void encodeUnicode(std::string_view chunk, std::size_t limit, std::vector<TokenId>& ids) const;
    void encodeRun(std::vector<char32_t> run, std::vector<TokenId>& ids) const;
    /// One word of the vocabulary's alphabet; characters: its code points.
    void encodeWord(std::string_view word, std::size_t characters, std::vector<TokenId>& ids) const;

    std::vector<std::string> m_pieces;
    WordPieceSettings m_settings;
    PieceTable m_firsts;        ///< pieces that begin a word
    PieceTable m_continuations; ///< pieces inside a word, without the prefix
    std::array<ByteClass, 256> m_classes{};
    std::array<char, 256> m_lowered{};
    TokenId m_unknown = 0;
    TokenId m_start = 0;
    TokenId m_end = 0;
    Hash128 m_hash;
};

} // namespace neuroscribe::text
