// The files of a byte-level BPE tokenizer in a Hugging Face folder.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/text/byte_bpe.h"

namespace neuroscribe::text {

/// Is the model of this tokenizer.json BPE?
bool isBpeJson(const nlohmann::json& json);
/// tokenizer.json. Errors: Unsupported (a BPE that is not byte-level, or a step this program does not know), Parse;
/// both name `where`.
Result<ByteBpeFiles> parseByteBpeJson(const nlohmann::json& json, const std::string& where);
/// vocab.json and merges.txt of GPT-2 and RoBERTa. A vocabulary with <s> and </s> is RoBERTa's: they go around a text.
Result<ByteBpeFiles> parseByteBpeLists(const nlohmann::json& vocabulary, std::string_view merges,
                                       const std::string& where);

} // namespace neuroscribe::text
