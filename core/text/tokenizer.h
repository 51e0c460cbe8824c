// From text to token ids.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"

namespace neuroscribe::text {

using TokenId = std::int32_t;

/// Immutable and thread-safe once made.
class Tokenizer {
public:
    virtual ~Tokenizer() = default;
    /// Ids of `utf8` (invalid bytes count as U+FFFD) without special tokens.
    virtual std::vector<TokenId> encode(std::string_view utf8) const = 0;
    /// encode(), truncated to fit maxTokens, wrapped as the model wants it ([CLS] ... [SEP]).
    virtual std::vector<TokenId> encodeForModel(std::string_view utf8, std::size_t maxTokens) const = 0;
    virtual std::string token(TokenId id) const = 0; ///< the piece's text; "" if out of range
    virtual std::size_t vocabularySize() const = 0;
    virtual Hash128 hash() const = 0; ///< of vocabulary and settings
};

/// Reads vocab.txt or tokenizer.json (and tokenizer_config.json for the case) of a Hugging Face folder.
/// Errors: NotFound, Parse, Unsupported, GitLfsPointer, naming the file.
Result<std::unique_ptr<Tokenizer>> loadTokenizer(const std::string& modelFolder);

} // namespace neuroscribe::text
