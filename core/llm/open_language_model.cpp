#include <random>

#include "core/llm/engine_spec.h"
#include "core/llm/local_model.h"
#include "core/llm/server_model.h"
#include "core/nn/loader.h"

namespace neuroscribe::llm {

Result<std::unique_ptr<LocalModel>> openLocalModel(const EngineOptions& options) {
    NS_ASSIGN(auto tokenizer, text::loadPromptTokenizer(options.spec));
    NS_ASSIGN(nn::Runtime * runtime, nn::runtime());
    nn::TextModelOptions modelOptions;
    modelOptions.device = options.device;
    modelOptions.threads = options.threads;
    NS_ASSIGN(auto model, runtime->loadTextModel(options.spec, modelOptions));
    return LocalModel::make(options.spec, std::move(model), std::move(tokenizer), options.wrapper);
}

Result<std::unique_ptr<LanguageModel>> openLanguageModel(const EngineOptions& options) {
    NS_ASSIGN(const EngineSpec spec, parseEngineSpec(options.spec));
    if (spec.kind == EngineKind::Lexical)
        return Error{ErrorCode::InvalidArgument, spec.text, "this engine is no language model", ""};
    if (spec.kind == EngineKind::Folder) {
        NS_ASSIGN(auto local, openLocalModel(options));
        return std::unique_ptr<LanguageModel>(std::move(local));
    }
    ServerSettings settings;
    settings.seed = std::random_device()(); // of waiting times only: no result depends on it
    return openServerModel(options, settings);
}

} // namespace neuroscribe::llm
