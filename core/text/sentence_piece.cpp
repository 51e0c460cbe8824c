#include "core/text/sentence_piece.h"

#include <filesystem>

#include "core/base/program_module.h"
#include "core/text/model_file.h"
#include "core/text/sentence_piece_abi.h"

namespace neuroscribe::text {

Result<std::unique_ptr<PromptTokenizer>> makeSentencePiece(const std::string& file, TokenId extraIds,
                                                           const std::string& where) {
    static constexpr ProgramModule kModule{"neuroscribe_sentencepiece.so", "NEUROSCRIBE_SENTENCEPIECE",
                                           "this build can't read SentencePiece tokenizers",
                                           "NEUROSCRIBE_WITH_SENTENCEPIECE"};
    NS_ASSIGN(void* const address, openProgramModule(kModule, kSentencePieceFactory));
    Result<std::unique_ptr<PromptTokenizer>> made = std::unique_ptr<PromptTokenizer>();
    reinterpret_cast<SentencePieceFactory>(address)(file, extraIds, where, made);
    return made;
}

} // namespace neuroscribe::text

namespace neuroscribe::text {
namespace {

constexpr TokenId kDefaultExtraIds = 100; ///< of every published T5
constexpr TokenId kMaxExtraIds = 10'000;

Result<TokenId> readExtraIds(const std::filesystem::path& folder) {
    const std::string path = (folder / "tokenizer_config.json").string();
    if (!isThere(path))
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
