#include "core/llm/prompt_template.h"

#include <algorithm>
#include <span>

namespace neuroscribe::llm {

const char* const kDefaultTopicsTemplate = "Identify at most {topics} salient topics being discussed in a sentence.\n"
                                           "For example, {example}\n"
                                           "Expected Concepts: [{example_topics}].\n"
                                           "Sentence:\n"
                                           "{sentence}";
const char* const kDefaultYesNoTemplate =
    R"(Q: Does the Review: "{sentence}" talk about "{descriptor}"? Answer in Yes/No A:)";
const char* const kPlainWrapper = "{prompt}";
const char* const kOpenAssistantWrapper = "<|prompter|>{prompt}<|endoftext|><|assistant|>";

namespace {

struct Placeholder {
    std::string_view name;
    bool required;
};
constexpr Placeholder kTopics[] = {
    {"sentence", true}, {"topics", false}, {"example", false}, {"example_topics", false}};
constexpr Placeholder kYesNo[] = {{"sentence", true}, {"descriptor", true}};
constexpr Placeholder kWrapper[] = {{"prompt", true}};

std::span<const Placeholder> placeholdersOf(TemplateKind kind) {
    switch (kind) {
    case TemplateKind::Topics:
        return kTopics;
    case TemplateKind::YesNo:
        return kYesNo;
    case TemplateKind::Wrapper:
        break;
    }
    return kWrapper;
}

std::string inBraces(std::string_view name) {
    return '{' + std::string(name) + '}';
}

std::string listed(std::span<const Placeholder> placeholders) {
    std::string text;
    for (const Placeholder& placeholder : placeholders)
        text += (text.empty() ? "" : ", ") + inBraces(placeholder.name);
    return text;
}

Error lonelyBrace(std::size_t position) {
    return {ErrorCode::Parse, "template", "the brace at character " + std::to_string(position + 1) + " has no partner",
            "A brace that is meant as such is written twice"};
}

} // namespace

Result<PromptTemplate> PromptTemplate::parse(TemplateKind kind, std::string_view text) {
    PromptTemplate made;
    made.m_text = text;
    NS_TRY(made.readPieces());
    NS_TRY(made.checkPlaceholders(kind));
    return made;
}

Status PromptTemplate::readPieces() {
    std::string literal;
    const auto endLiteral = [&] {
        if (!literal.empty())
            m_pieces.push_back({std::move(literal), false});
        literal.clear();
    };
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c != '{' && c != '}') {
            literal += c;
        } else if (i + 1 < m_text.size() && m_text[i + 1] == c) {
            literal += c;
            ++i;
        } else {
            const std::size_t close = m_text.find_first_of("{}", i + 1);
            if (c == '}' || close == std::string::npos || m_text[close] == '{')
                return lonelyBrace(i);
            endLiteral();
            m_pieces.push_back({m_text.substr(i + 1, close - i - 1), true});
            i = close;
        }
    }
    endLiteral();
    return {};
}

Status PromptTemplate::checkPlaceholders(TemplateKind kind) const {
    const auto known = placeholdersOf(kind);
    for (const Piece& piece : m_pieces)
        if (piece.isPlaceholder &&
            std::none_of(known.begin(), known.end(), [&](const Placeholder& one) { return one.name == piece.text; }))
            return Error{ErrorCode::InvalidArgument, "template", inBraces(piece.text) + " is no placeholder",
                         "This template knows " + listed(known)};
    for (const Placeholder& placeholder : known)
        if (placeholder.required && !uses(placeholder.name))
            return Error{ErrorCode::InvalidArgument, "template", inBraces(placeholder.name) + " is missing", ""};
    return {};
}

bool PromptTemplate::uses(std::string_view placeholder) const {
    return std::any_of(m_pieces.begin(), m_pieces.end(),
                       [&](const Piece& piece) { return piece.isPlaceholder && piece.text == placeholder; });
}

Result<Prompt> PromptTemplate::fill(Values values) const {
    Prompt prompt;
    prompt.reserve(m_pieces.size());
    for (const Piece& piece : m_pieces) {
        if (!piece.isPlaceholder) {
            prompt.push_back({piece.text, true});
            continue;
        }
        const auto* const value =
            std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == piece.text; });
        if (value == values.end())
            return Error{ErrorCode::InvalidArgument, "template", inBraces(piece.text) + " has no value", ""};
        if (!value->second.empty())
            prompt.push_back({std::string(value->second), false});
    }
    return prompt;
}

Prompt PromptTemplate::wrap(const Prompt& prompt) const {
    Prompt wrapped;
    for (const Piece& piece : m_pieces)
        if (piece.isPlaceholder)
            wrapped.insert(wrapped.end(), prompt.begin(), prompt.end());
        else
            wrapped.push_back({piece.text, true});
    return wrapped;
}

Hash128 PromptTemplate::hash() const {
    return hashText(m_text);
}

} // namespace neuroscribe::llm
