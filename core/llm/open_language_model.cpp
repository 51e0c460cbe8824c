#include <random>

#include "core/llm/engine_spec.h"
#include "core/llm/language_model.h"
#include "core/llm/server_model.h"

namespace neuroscribe::llm {

Result<std::unique_ptr<LanguageModel>> openLanguageModel(const EngineOptions& options) {
    NS_ASSIGN(const EngineSpec spec, parseEngineSpec(options.spec));
    if (spec.kind != EngineKind::Server)
        return Error{ErrorCode::Unsupported, spec.text, "only a server can be opened as a language model", ""};
    ServerSettings settings;
    settings.seed = std::random_device()(); // of waiting times only: no result depends on it
    return openServerModel(options, settings);
}

} // namespace neuroscribe::llm
