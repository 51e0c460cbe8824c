// What an engine SPEC of the command line, the recipe and the window names (CLI.md).
#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace neuroscribe::llm {

enum class EngineKind : std::uint8_t { Lexical, Folder, Server };
enum class ServerApi : std::uint8_t {
    Detect, ///< chat completions first, completions where there are none
    Chat,
    Completions,
};

struct EngineSpec {
    EngineKind kind = EngineKind::Lexical;
    std::string text;    ///< as it was given
    std::string folder;  ///< of a model in Hugging Face layout
    std::string baseUrl; ///< of a server, "http://localhost:8000/v1", without a slash at the end
    std::string model;   ///< the server's name for it
    ServerApi api = ServerApi::Detect;
};

/// `lexical`, `openai:BASE_URL#MODEL`, anything else is a folder. A BASE_URL that ends in /chat/completions or
/// /completions says which of the two is spoken. Errors: InvalidArgument; an address with a user name, a password or a
/// query is one, and is not repeated: it may hold a secret.
Result<EngineSpec> parseEngineSpec(const std::string& text);

} // namespace neuroscribe::llm
