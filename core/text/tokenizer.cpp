#include "core/text/tokenizer.h"

#include <filesystem>

#include "core/text/model_file.h"
#include "core/text/sentence_piece.h"
#include "core/text/tokenizer_files.h"
#include "core/text/wordpiece.h"

namespace neuroscribe::text {
namespace {

Result<std::unique_ptr<Tokenizer>> loadWordPiece(const std::filesystem::path& folder, const std::string& file) {
    const std::string path = (folder / file).string();
    WordPieceFiles files;
    if (file == "tokenizer.json") {
        NS_ASSIGN(const nlohmann::json json, readModelJson(path));
        NS_ASSIGN(files, parseWordPieceJson(json, path));
    } else {
        NS_ASSIGN(const std::string content, readModelFile(path));
        files.pieces = parseVocabulary(content);
    }
    const std::string config = (folder / "tokenizer_config.json").string();
    if (std::filesystem::exists(config)) {
        NS_ASSIGN(const nlohmann::json json, readModelJson(config));
        NS_TRY(applyTokenizerConfig(json, config, files.settings));
    }
    return WordPiece::make(std::move(files.pieces), std::move(files.settings), path);
}

} // namespace

Result<std::unique_ptr<PromptTokenizer>> loadPromptTokenizer(const std::string& modelFolder) {
    if (std::filesystem::exists(std::filesystem::path(modelFolder) / kSentencePieceFile))
        return loadSentencePiece(modelFolder);
    return Error{ErrorCode::NotFound, modelFolder, "the folder has no spiece.model",
                 "Give the folder of a language model"};
}

Result<std::unique_ptr<Tokenizer>> loadTokenizer(const std::string& modelFolder) {
    const std::filesystem::path folder = transformerFolder(modelFolder);
    if (std::filesystem::exists(folder / kSentencePieceFile)) {
        NS_ASSIGN(auto loaded, loadPromptTokenizer(folder.string()));
        return std::unique_ptr<Tokenizer>(std::move(loaded));
    }
    for (const char* file : {"tokenizer.json", "vocab.txt"})
        if (std::filesystem::exists(folder / file))
            return loadWordPiece(folder, file);
    return Error{ErrorCode::NotFound, folder.string(),
                 "the folder has neither tokenizer.json nor vocab.txt nor spiece.model",
                 "Give the folder of a Hugging Face model"};
}

} // namespace neuroscribe::text
