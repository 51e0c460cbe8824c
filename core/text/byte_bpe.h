// Byte-level byte-pair encoding, the tokenizer of GPT-2, GPT-NeoX and RoBERTa.
// Source: Radford et al. 2019; behaviour as the Hugging Face tokenizers library, except that the text of a special
// token is plain text wherever it does not come from a prompt's template.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/text/added_tokens.h"
#include "core/text/pair_merges.h"
#include "core/text/piece_table.h"
#include "core/text/pre_tokenizer.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::text {

/// What the files of such a tokenizer say (byte_bpe_files.h reads them).
struct ByteBpeFiles {
    std::vector<std::pair<std::string, TokenId>> pieces; ///< spelled in the byte alphabet
    std::vector<std::pair<std::string, std::string>> merges;
    std::vector<AddedToken> added;
    std::string unknown;          ///< piece for bytes that the vocabulary lacks; empty: they are dropped
    bool wholeWordsFirst = false; ///< a word that is a piece is that piece, whatever the merges say
    bool compose = false;         ///< NFC
    PreTokenizer preTokenizer;
    std::vector<std::string> start, end; ///< tokens around a text for the model
};

class ByteBpe final : public PromptTokenizer {
public:
    /// `where` names the file in errors. Errors: Parse (an id twice or out of range, a merge of unknown pieces, an
    /// unknown start or end token, pieces that are too many or too long).
    static Result<std::unique_ptr<PromptTokenizer>> make(ByteBpeFiles files, const std::string& where);

    std::vector<TokenId> encode(std::string_view utf8) const override;
    std::vector<TokenId> encodeForModel(std::string_view utf8, std::size_t maxTokens) const override;
    std::vector<TokenId> encodePrompt(std::span<const PromptPart> parts) const override;
    std::string token(TokenId id) const override;
    std::string decode(std::span<const TokenId> ids) const override;
    std::size_t vocabularySize() const override { return m_tokens.size(); }
    Hash128 hash() const override { return m_hash; }

private:
    struct Token {
        std::string spelling;
        bool special = false;
    };
    ByteBpe() = default;
    Status setPieces(const ByteBpeFiles& files, const std::string& where);
    Status setAdded(const std::vector<AddedToken>& added, const std::string& where);
    Status setMerges(const ByteBpeFiles& files, const std::string& where);
    Status setWrapping(const ByteBpeFiles& files, const std::string& where);
    Status place(const std::string& spelling, TokenId id, const std::string& where);
    void findWholeWords(const ByteBpeFiles& files);
    void computeHash(const ByteBpeFiles& files);

    /// `accepts`: which special tokens of the text count.
    std::vector<TokenId> encodeText(std::string_view utf8, const AddedTokens::Accepts& accepts) const;
    /// Text between special tokens.
    void encodePlain(std::string_view utf8, PairMerges::Scratch& scratch, std::vector<TokenId>& ids) const;
    std::vector<TokenId> merged(std::string_view word, PairMerges::Scratch& scratch) const;

    std::vector<Token> m_tokens;        ///< by id; an id without a token has no spelling
    PieceTable m_ids;                   ///< by spelling
    std::array<TokenId, 256> m_bytes{}; ///< the token of a byte; -1: none
    TokenId m_unknown = -1;             ///< -1: unknown bytes are dropped
    PairMerges m_merges;
    PieceTable m_wholeWords; ///< words (bytes) that are one token: most of a text is found here
    AddedTokens m_rawTokens; ///< searched before normalization: special ones and others
    AddedTokens m_normalizedTokens;
    bool m_compose = false;
    PreTokenizer m_preTokenizer;
    std::vector<TokenId> m_start, m_end;
    Hash128 m_hash;
};

} // namespace neuroscribe::text
