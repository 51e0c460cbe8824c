// The module's only exported function (sentence_piece_abi.h).
#include <algorithm>
#include <exception>

#include <sentencepiece_processor.h>

#include "core/text/prompt_segments.h"
#include "core/text/sentence_piece_abi.h"
#include "core/text/sentence_piece_check.h"
#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

constexpr const char* kFetchAgain = "Fetch the tokenizer's model file again";

class SentencePiece final : public PromptTokenizer {
public:
    Status load(const std::string& file, TokenId extraIds, const std::string& where);

    std::vector<TokenId> encode(std::string_view utf8) const override { return m_processor.EncodeAsIds(utf8); }
    std::vector<TokenId> encodeForModel(std::string_view utf8, std::size_t maxTokens) const override;
    std::string token(TokenId id) const override;
    std::size_t vocabularySize() const override { return static_cast<std::size_t>(m_pieces + m_extraIds); }
    Hash128 hash() const override { return m_hash; }
    std::vector<TokenId> encodePrompt(std::span<const PromptPart> parts) const override;
    std::string decode(std::span<const TokenId> ids) const override;

private:
    bool isSpecial(TokenId id) const {
        return id < 0 || id >= m_pieces || m_processor.IsControl(id) || m_processor.IsUnknown(id);
    }

    sentencepiece::SentencePieceProcessor m_processor;
    TokenId m_pieces = 0;   ///< of the model file
    TokenId m_extraIds = 0; ///< behind them, the highest number first
    TokenId m_end = 0;
    std::vector<SpecialToken> m_specials;
    Hash128 m_hash;
};

Status SentencePiece::load(const std::string& file, TokenId extraIds, const std::string& where) {
    NS_TRY(checkSentencePieceModel(file, where));
    if (const auto status = m_processor.LoadFromSerializedProto(file); !status.ok())
        return Error{ErrorCode::Corrupt, where, status.message(), kFetchAgain};
    m_pieces = m_processor.GetPieceSize();
    m_extraIds = extraIds;
    m_end = m_processor.eos_id();
    if (m_end < 0 || m_end >= m_pieces)
        return Error{ErrorCode::Corrupt, where, "the model has no piece that ends a text", "T5 models have </s>"};
    for (TokenId id = 0; id < m_pieces + m_extraIds; ++id)
        if (isSpecial(id))
            m_specials.push_back({token(id), id});
    Hasher hasher;
    hasher.add(std::string_view("sentencepiece 1"));
    hasher.add(std::string_view(file));
    hasher.add(static_cast<std::uint64_t>(extraIds));
    m_hash = hasher.finish();
    return {};
}

std::vector<TokenId> SentencePiece::encodeForModel(std::string_view utf8, std::size_t maxTokens) const {
    std::vector<TokenId> ids = encode(utf8);
    ids.resize(std::min(ids.size(), std::max<std::size_t>(maxTokens, 1) - 1));
    ids.push_back(m_end);
    return ids;
}

std::string SentencePiece::token(TokenId id) const {
    if (id < 0 || id >= m_pieces + m_extraIds)
        return "";
    if (id < m_pieces)
        return m_processor.IdToPiece(id);
    return "<extra_id_" + std::to_string(m_pieces + m_extraIds - 1 - id) + ">";
}

std::vector<TokenId> SentencePiece::encodePrompt(std::span<const PromptPart> parts) const {
    std::vector<TokenId> ids;
    for (const PromptSegment& segment : splitPrompt(parts, m_specials)) {
        const std::vector<TokenId> text = encode(segment.text);
        ids.insert(ids.end(), text.begin(), text.end());
        if (segment.special >= 0)
            ids.push_back(segment.special);
    }
    if (ids.empty() || ids.back() != m_end)
        ids.push_back(m_end);
    return ids;
}

std::string SentencePiece::decode(std::span<const TokenId> ids) const {
    std::vector<int> plain;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(plain), [this](TokenId id) { return !isSpecial(id); });
    return validUtf8(m_processor.DecodeIds(plain));
}

Result<std::unique_ptr<PromptTokenizer>> make(const std::string& file, TokenId extraIds, const std::string& where) try {
    auto made = std::make_unique<SentencePiece>();
    NS_TRY(made->load(file, extraIds, where));
    return std::unique_ptr<PromptTokenizer>(std::move(made));
} catch (const std::exception& error) {
    return Error{ErrorCode::Corrupt, where, error.what(), kFetchAgain};
}

} // namespace
} // namespace neuroscribe::text

extern "C" __attribute__((visibility("default"))) void
neuroscribeSentencePiece(const std::string& file, neuroscribe::text::TokenId extraIds, const std::string& where,
                         neuroscribe::Result<std::unique_ptr<neuroscribe::text::PromptTokenizer>>& made) {
    made = neuroscribe::text::make(file, extraIds, where);
}
