// Texts for the verbs that work without a study.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::cli {

/// A text, or the token ids it stands for (special tokens included).
struct TextItem {
    std::string text;
    std::vector<std::int32_t> ids; ///< used instead of the text when not empty
    std::string where;             ///< "file:line"
};

/// One text a line, or JSON lines with `text` or `input_ids` when the first line is such an object. Empty lines are
/// texts, except in JSON lines. Errors: NotFound, Io, Parse (file:line), InvalidArgument (an id that is no token).
Result<std::vector<TextItem>> readTextItems(const std::string& file);

/// JSON lines with `prompt` (as text) or `input_ids`. Errors: as readTextItems.
Result<std::vector<TextItem>> readPromptItems(const std::string& file);

/// Texts from standard input: lines (without their end, CRLF too) or NUL-separated. Errors: Io.
Result<std::vector<std::string>> readStandardInput(bool nulSeparated);

/// Items first .. end-1 as the model wants them. tokenizer may be null when all items have ids.
/// Errors: InvalidArgument (ids: fewer than 2, more than maxTokens, outside the vocabulary), naming the line.
struct ModelLimits {
    std::uint32_t maxTokens = 0;
    std::uint32_t vocabulary = 0; ///< 0: not checked here
};
Result<std::vector<std::vector<std::int32_t>>> tokenIds(const std::vector<TextItem>& items,
                                                        const text::Tokenizer* tokenizer, const ModelLimits& limits);

} // namespace neuroscribe::cli
