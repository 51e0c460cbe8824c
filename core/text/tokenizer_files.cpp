#include "core/text/tokenizer_files.h"

namespace neuroscribe::text {
namespace {

using nlohmann::json;

Error parseError(const std::string& where, const std::string& why) {
    return {ErrorCode::Parse, where, why, ""};
}

/// `flag` keeps its value where the key is missing or null.
Status readFlag(const json& object, const char* key, const std::string& where, bool& flag) {
    if (!object.contains(key) || object[key].is_null())
        return {};
    if (!object[key].is_boolean())
        return parseError(where, std::string(key) + " is neither true nor false");
    flag = object[key].get<bool>();
    return {};
}

/// A token is a string or an object with its text as "content".
void readToken(const json& object, const char* key, std::string& token) {
    if (!object.contains(key))
        return;
    const json& value = object[key];
    if (value.is_string())
        token = value.get<std::string>();
    else if (value.is_object() && value.contains("content") && value["content"].is_string())
        token = value["content"].get<std::string>();
}

Status readNormalizer(const json& normalizer, const std::string& where, WordPieceSettings& settings) {
    if (!normalizer.is_object() || normalizer.value("type", json()) != "BertNormalizer")
        return Error{ErrorCode::Unsupported, where, "the normalizer of this tokenizer is not BertNormalizer", ""};
    NS_TRY(readFlag(normalizer, "clean_text", where, settings.cleanText));
    NS_TRY(readFlag(normalizer, "handle_chinese_chars", where, settings.splitIdeographs));
    NS_TRY(readFlag(normalizer, "lowercase", where, settings.lowerCase));
    settings.stripAccents = settings.lowerCase;
    return readFlag(normalizer, "strip_accents", where, settings.stripAccents);
}

Result<std::vector<std::string>> readPieces(const json& vocabulary, const std::string& where) {
    if (!vocabulary.is_object() || vocabulary.empty())
        return parseError(where, "model.vocab is not a table of pieces and ids");
    std::vector<std::string> pieces(vocabulary.size());
    std::vector<bool> seen(vocabulary.size(), false);
    for (const auto& [piece, id] : vocabulary.items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= pieces.size() || seen[id.get<std::size_t>()])
            return parseError(where, "the ids of model.vocab do not count from 0 without gaps");
        seen[id.get<std::size_t>()] = true;
        pieces[id.get<std::size_t>()] = piece;
    }
    return pieces;
}

} // namespace

std::vector<std::string> parseVocabulary(std::string_view content) {
    std::vector<std::string> pieces;
    while (!content.empty()) {
        const std::size_t end = content.find('\n');
        std::string_view line = content.substr(0, end);
        content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        pieces.emplace_back(line);
    }
    return pieces;
}

Result<WordPieceFiles> parseWordPieceJson(const json& json, const std::string& where) {
    if (!json.is_object() || !json.contains("model") || !json["model"].is_object())
        return parseError(where, "there is no model in this tokenizer");
    const auto& model = json["model"];
    const bool isWordPiece = model.contains("type") ? model["type"] == "WordPiece" : !model.contains("merges");
    if (!isWordPiece)
        return Error{ErrorCode::Unsupported, where, "the model of this tokenizer is not WordPiece", ""};
    WordPieceFiles files;
    if (json.contains("normalizer") && !json["normalizer"].is_null())
        NS_TRY(readNormalizer(json["normalizer"], where, files.settings));
    readToken(model, "unk_token", files.settings.unknown);
    readToken(model, "continuing_subword_prefix", files.settings.continuation);
    if (model.contains("max_input_chars_per_word")) {
        if (!model["max_input_chars_per_word"].is_number_unsigned())
            return parseError(where, "max_input_chars_per_word is not a number");
        files.settings.maxWordCharacters = model["max_input_chars_per_word"].get<std::size_t>();
    }
    NS_ASSIGN(files.pieces, readPieces(model.value("vocab", nlohmann::json()), where));
    return files;
}

Status applyTokenizerConfig(const json& json, const std::string& where, WordPieceSettings& settings) {
    if (!json.is_object())
        return parseError(where, "a JSON object was expected");
    if (json.contains("do_lower_case") && !json["do_lower_case"].is_null()) {
        NS_TRY(readFlag(json, "do_lower_case", where, settings.lowerCase));
        settings.stripAccents = settings.lowerCase;
    }
    NS_TRY(readFlag(json, "strip_accents", where, settings.stripAccents));
    NS_TRY(readFlag(json, "tokenize_chinese_chars", where, settings.splitIdeographs));
    readToken(json, "unk_token", settings.unknown);
    readToken(json, "cls_token", settings.start);
    readToken(json, "sep_token", settings.end);
    return {};
}

} // namespace neuroscribe::text
