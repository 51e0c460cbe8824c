// From text to token ids.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
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

/// A stretch of a prompt. A string such as "<|endoftext|>" is a special token only where the prompt's template has it,
/// never inside a review: there it is plain text.
struct PromptPart {
    std::string text;
    bool fromTemplate = false;
    bool operator==(const PromptPart&) const = default;
};

/// The tokenizer of a model that writes text (byte-level BPE, SentencePiece).
class PromptTokenizer : public Tokenizer {
public:
    /// Ids as the model wants its input (T5: </s> at the end). The parts are one text: words may cross their borders,
    /// only special tokens divide it.
    virtual std::vector<TokenId> encodePrompt(std::span<const PromptPart> parts) const = 0;
    /// Text of ids without special tokens, always valid UTF-8 (bytes that are none become U+FFFD).
    virtual std::string decode(std::span<const TokenId> ids) const = 0;
};

/// The tokenizer of a Hugging Face folder: that of loadPromptTokenizer(), or WordPiece (tokenizer.json or vocab.txt,
/// and tokenizer_config.json for the case). Errors: NotFound, Parse, Unsupported, GitLfsPointer, and those of the
/// kind's own reader, naming the file.
Result<std::unique_ptr<Tokenizer>> loadTokenizer(const std::string& modelFolder);
/// SentencePiece (spiece.model) or byte-level BPE (tokenizer.json, or vocab.json with merges.txt).
/// Errors: as loadTokenizer.
Result<std::unique_ptr<PromptTokenizer>> loadPromptTokenizer(const std::string& modelFolder);

} // namespace neuroscribe::text
