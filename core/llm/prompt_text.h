// Prompts as a person reads them.
#pragma once

#include <string>

#include "core/llm/language_model.h"

namespace neuroscribe::llm {

std::string promptText(const Prompt& prompt);
/// In the turns that the engine put around it (LanguageModel::wrapperText). Errors: those of the template.
Result<std::string> wrappedText(const Prompt& prompt, const std::string& wrapper);

} // namespace neuroscribe::llm
