#include "core/text/tokenizer.h"

#include <filesystem>

#include "core/text/byte_bpe_files.h"
#include "core/text/model_file.h"
#include "core/text/sentence_piece.h"
#include "core/text/tokenizer_files.h"
#include "core/text/wordpiece.h"

namespace neuroscribe::text {
namespace {

namespace fs = std::filesystem;

/// files: what vocab.txt or tokenizer.json (at `path`) says.
Result<std::unique_ptr<Tokenizer>> makeWordPiece(WordPieceFiles files, const fs::path& path) {
    const std::string config = (path.parent_path() / "tokenizer_config.json").string();
    if (isThere(config)) {
        NS_ASSIGN(const nlohmann::json json, readModelJson(config));
        NS_TRY(applyTokenizerConfig(json, config, files.settings));
    }
    return WordPiece::make(std::move(files.pieces), std::move(files.settings), path.string());
}

Result<std::unique_ptr<Tokenizer>> loadVocabulary(const fs::path& path) {
    NS_ASSIGN(const std::string content, readModelFile(path.string()));
    return makeWordPiece({parseVocabulary(content), {}}, path);
}

Result<std::unique_ptr<PromptTokenizer>> makeByteBpe(const nlohmann::json& json, const fs::path& path) {
    NS_ASSIGN(ByteBpeFiles files, parseByteBpeJson(json, path.string()));
    return ByteBpe::make(std::move(files), path.string());
}

Result<std::unique_ptr<PromptTokenizer>> loadVocabularyAndMerges(const fs::path& folder) {
    const std::string path = (folder / "vocab.json").string();
    NS_ASSIGN(const nlohmann::json vocabulary, readModelJson(path));
    NS_ASSIGN(const std::string merges, readModelFile((folder / "merges.txt").string()));
    NS_ASSIGN(ByteBpeFiles files, parseByteBpeLists(vocabulary, merges, path));
    return ByteBpe::make(std::move(files), path);
}

Result<std::unique_ptr<Tokenizer>> asTokenizer(Result<std::unique_ptr<PromptTokenizer>> loaded) {
    NS_ASSIGN(auto tokenizer, std::move(loaded));
    return std::unique_ptr<Tokenizer>(std::move(tokenizer));
}

} // namespace

Result<std::unique_ptr<PromptTokenizer>> loadPromptTokenizer(const std::string& modelFolder) {
    const fs::path folder = transformerFolder(modelFolder);
    if (isThere(folder / kSentencePieceFile))
        return loadSentencePiece(folder.string());
    if (const fs::path path = folder / "tokenizer.json"; isThere(path)) {
        NS_ASSIGN(const nlohmann::json json, readModelJson(path.string()));
        return makeByteBpe(json, path);
    }
    if (isThere(folder / "vocab.json"))
        return loadVocabularyAndMerges(folder);
    return Error{ErrorCode::NotFound, folder.string(),
                 "the folder has neither tokenizer.json nor vocab.txt, vocab.json or spiece.model",
                 "Give the folder of a Hugging Face model"};
}

Result<std::unique_ptr<Tokenizer>> loadTokenizer(const std::string& modelFolder) {
    const fs::path folder = transformerFolder(modelFolder);
    // T5 folders have a tokenizer.json too, of a kind that is read from spiece.model only.
    const fs::path path = folder / "tokenizer.json";
    if (isThere(path) && !isThere(folder / kSentencePieceFile)) {
        NS_ASSIGN(const nlohmann::json json, readModelJson(path.string()));
        if (isBpeJson(json))
            return asTokenizer(makeByteBpe(json, path));
        NS_ASSIGN(WordPieceFiles files, parseWordPieceJson(json, path.string()));
        return makeWordPiece(std::move(files), path);
    }
    if (isThere(folder / "vocab.txt"))
        return loadVocabulary(folder / "vocab.txt");
    return asTokenizer(loadPromptTokenizer(folder.string()));
}

} // namespace neuroscribe::text
