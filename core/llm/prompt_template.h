// Editable prompts: text with {placeholders}.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/llm/language_model.h"

namespace neuroscribe::llm {

/// What a template is for says which placeholders it may and which it must have.
enum class TemplateKind : std::uint8_t {
    Topics,  ///< p1: must {sentence}; may {topics} (how many), {example}, {example_topics}
    YesNo,   ///< p2: must {sentence} and {descriptor}
    Wrapper, ///< a chat model's turns: must {prompt}
};

/// Figure 3 of the paper.
extern const char* const kDefaultTopicsTemplate;
/// Figure 4 of the paper. The descriptor stands last, so that the questions of a sentence begin alike.
extern const char* const kDefaultYesNoTemplate;
/// No turns: T5, base models, and servers, which have their own.
extern const char* const kPlainWrapper;
/// The turns of OpenAssistant's models.
extern const char* const kOpenAssistantWrapper;

/// Immutable.
class PromptTemplate {
public:
    /// {{ and }} stand for single braces. Errors: Parse (a brace without its partner), InvalidArgument (a placeholder
    /// that is unknown or missing, by name).
    static Result<PromptTemplate> parse(TemplateKind kind, std::string_view text);

    using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>; ///< {name, what goes in}
    /// What goes in is never read as a template, and its special tokens are plain text. Errors: InvalidArgument (a
    /// placeholder of the template has no value, by name).
    Result<Prompt> fill(Values values) const;
    /// A wrapper around a prompt.
    Prompt wrap(const Prompt& prompt) const;

    bool uses(std::string_view placeholder) const;
    const std::string& text() const { return m_text; }
    Hash128 hash() const; ///< of the text

private:
    struct Piece {
        std::string text; ///< or the placeholder's name
        bool isPlaceholder = false;
    };
    Status readPieces();
    Status checkPlaceholders(TemplateKind kind) const;

    std::string m_text;
    std::vector<Piece> m_pieces;
};

} // namespace neuroscribe::llm
