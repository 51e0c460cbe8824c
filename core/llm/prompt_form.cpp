#include "core/llm/prompt_form.h"

namespace neuroscribe::llm {

Result<PromptForm> PromptForm::parse(TemplateKind kind, std::string_view body, std::string_view wrapper) {
    NS_ASSIGN(PromptTemplate parsedBody, PromptTemplate::parse(kind, body));
    NS_ASSIGN(PromptTemplate parsedWrapper, PromptTemplate::parse(TemplateKind::Wrapper, wrapper));
    return PromptForm{std::move(parsedBody), std::move(parsedWrapper)};
}

Result<Prompt> PromptForm::fill(PromptTemplate::Values values) const {
    NS_ASSIGN(const Prompt prompt, body.fill(values));
    return wrapper.wrap(prompt);
}

std::string PromptForm::hash() const {
    Hasher hasher;
    hasher.add(body.text());
    hasher.add(wrapper.text());
    return hasher.finish().hex();
}

std::string promptText(const Prompt& prompt) {
    std::string text;
    for (const text::PromptPart& part : prompt)
        text += part.text;
    return text;
}

} // namespace neuroscribe::llm
