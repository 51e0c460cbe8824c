#include "core/llm/prompt_text.h"

#include "core/llm/prompt_template.h"

namespace neuroscribe::llm {

std::string promptText(const Prompt& prompt) {
    std::string text;
    for (const text::PromptPart& part : prompt)
        text += part.text;
    return text;
}

Result<std::string> wrappedText(const Prompt& prompt, const std::string& wrapper) {
    NS_ASSIGN(const auto turns, PromptTemplate::parse(TemplateKind::Wrapper, wrapper));
    return promptText(turns.wrap(prompt));
}

} // namespace neuroscribe::llm
