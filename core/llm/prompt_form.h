// The prompt of a step as a study keeps it: a template in the turns of a chat model.
#pragma once

#include <string>

#include "core/llm/prompt_template.h"

namespace neuroscribe::llm {

struct PromptForm {
    PromptTemplate body;
    PromptTemplate wrapper;

    /// Errors: those of PromptTemplate::parse.
    static Result<PromptForm> parse(TemplateKind kind, std::string_view body, std::string_view wrapper);
    Result<Prompt> fill(PromptTemplate::Values values) const;
    /// Of both templates: another form is another question.
    std::string hash() const;
};

/// As a person reads it.
std::string promptText(const Prompt& prompt);

} // namespace neuroscribe::llm
