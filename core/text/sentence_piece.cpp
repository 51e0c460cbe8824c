#include "core/text/sentence_piece.h"

#include <algorithm>
#include <exception>
#include <filesystem>

#include "core/text/model_file.h"
#include "core/text/prompt_segments.h"
#include "core/text/sentence_piece_check.h"
#include "core/text/unicode.h"

#if NEUROSCRIBE_WITH_SENTENCEPIECE
#include <sentencepiece_processor.h>

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

} // namespace

Result<std::unique_ptr<PromptTokenizer>> makeSentencePiece(const std::string& file, TokenId extraIds,
                                                           const std::string& where) try {
    auto made = std::make_unique<SentencePiece>();
    NS_TRY(made->load(file, extraIds, where));
    return std::unique_ptr<PromptTokenizer>(std::move(made));
} catch (const std::exception& error) {
    return Error{ErrorCode::Corrupt, where, error.what(), kFetchAgain};
}

} // namespace neuroscribe::text

#else

namespace neuroscribe::text {

Result<std::unique_ptr<PromptTokenizer>> makeSentencePiece(const std::string&, TokenId, const std::string& where) {
    return Error{ErrorCode::NotBuilt, where, "this build can't read SentencePiece tokenizers",
                 "Build with NEUROSCRIBE_WITH_SENTENCEPIECE=ON"};
}

} // namespace neuroscribe::text

#endif

namespace neuroscribe::text {
namespace {

constexpr TokenId kDefaultExtraIds = 100; ///< of every published T5
constexpr TokenId kMaxExtraIds = 10'000;

Result<TokenId> readExtraIds(const std::filesystem::path& folder) {
    const std::string path = (folder / "tokenizer_config.json").string();
    if (!std::filesystem::exists(path))
        return kDefaultExtraIds;
    NS_ASSIGN(const nlohmann::json config, readModelJson(path));
    const auto found = config.find("extra_ids");
    if (found == config.end() || found->is_null())
        return kDefaultExtraIds;
    const std::int64_t value = found->is_number_integer() ? found->get<std::int64_t>() : -1;
    if (value < 0 || value > kMaxExtraIds)
        return Error{ErrorCode::BadConfig, path + ": extra_ids", "the value is not a number from 0 to 10,000", ""};
    return static_cast<TokenId>(value);
}

} // namespace

Result<std::unique_ptr<PromptTokenizer>> loadSentencePiece(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / kSentencePieceFile).string();
    NS_ASSIGN(const std::string file, readModelFile(path));
    NS_ASSIGN(const TokenId extraIds, readExtraIds(folder));
    return makeSentencePiece(file, extraIds, path);
}

} // namespace neuroscribe::text
