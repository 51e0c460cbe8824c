// Is the server there, does it take the key, which models has it?
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/llm/language_model.h"

namespace neuroscribe::llm {

/// Asks GET BASE_URL/models once; sends the key, and nothing of a study. Names of the models; empty where the server
/// answers but keeps no list. options.spec names a server. Errors: InvalidArgument (spec, key; key refused), NotBuilt,
/// Io (no server, or it fails), Parse (something else answers), Cancelled.
Result<std::vector<std::string>> listModels(const EngineOptions& options, std::stop_token stop);

} // namespace neuroscribe::llm
