#include "app/cli/engine.h"

#include <CLI/CLI.hpp>

#include "core/base/log.h"
#include "core/llm/api_key.h"
#include "core/llm/engine_spec.h"

namespace neuroscribe::cli {

void declareKeyFile(CLI::App& verb, std::string& keyFile) {
    verb.add_option("--key-file", keyFile, "File of mode 0600 with the server's key; else NEUROSCRIBE_API_KEY has it");
}

Result<llm::EngineOptions> engineOptions(const Context& context, const std::string& spec, const std::string& keyFile) {
    NS_ASSIGN(const llm::EngineSpec parsed, llm::parseEngineSpec(spec));
    llm::EngineOptions options;
    options.spec = spec;
    options.device = context.device;
    options.threads = context.threads;
    if (parsed.kind == llm::EngineKind::Server) {
        NS_ASSIGN(options.apiKey, llm::findApiKey(keyFile));
    }
    return options;
}

void announceTraffic(const llm::LanguageModel& model) {
    if (const std::string text = model.describeTraffic(); !text.empty())
        log(LogLevel::Info, "engine", text);
}

} // namespace neuroscribe::cli
