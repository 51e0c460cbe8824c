// The files that describe a tokenizer in a Hugging Face folder.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/text/wordpiece.h"

namespace neuroscribe::text {

/// Lines of vocab.txt; the line number is the id. Content, not a path, so that it can be tested and fuzzed.
std::vector<std::string> parseVocabulary(std::string_view content);

struct WordPieceFiles {
    std::vector<std::string> pieces;
    WordPieceSettings settings;
};

/// The WordPiece model of a tokenizer.json. Errors: Unsupported (another model), Parse; both name `where`.
Result<WordPieceFiles> parseWordPieceJson(const nlohmann::json& json, const std::string& where);

/// do_lower_case, strip_accents, tokenize_chinese_chars and the special tokens of tokenizer_config.json.
Status applyTokenizerConfig(const nlohmann::json& json, const std::string& where, WordPieceSettings& settings);

} // namespace neuroscribe::text
