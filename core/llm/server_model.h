// A language model behind an OpenAI-compatible server.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "core/llm/language_model.h"
#include "core/llm/server_session.h"

namespace neuroscribe::llm {

/// options.spec names a server. Errors: InvalidArgument (spec, key, wrapper, settings), NotBuilt, OutOfMemory. Sends
/// nothing yet.
Result<std::unique_ptr<LanguageModel>> openServerModel(const EngineOptions& options, const ServerSettings& settings);

} // namespace neuroscribe::llm
