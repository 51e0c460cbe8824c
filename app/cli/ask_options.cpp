#include "app/cli/ask_options.h"

#include <utility>

#include <CLI/CLI.hpp>

#include "app/cli/engine.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "core/llm/prompt_template.h"
#include "core/store/file.h"

namespace neuroscribe::cli {
namespace {

constexpr std::size_t kMostBytes = 1 << 20; ///< of a template

/// A template from a file; the line break that editors put at the end is none of its text.
Result<std::string> readTemplate(const std::string& path) {
    NS_ASSIGN(const auto file, store::File::openForReading(path));
    NS_ASSIGN(const std::uint64_t size, file.size());
    if (size > kMostBytes)
        return Error{ErrorCode::InvalidArgument, path, "a template has at most 1 MB", ""};
    std::string text(static_cast<std::size_t>(size), '\0');
    NS_TRY(file.readAt(0, std::as_writable_bytes(std::span(text))));
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.pop_back();
    return text;
}

Result<std::string> wrapperText(const std::string& wrapper) {
    if (wrapper.empty())
        return std::string();
    if (wrapper == "plain")
        return std::string(llm::kPlainWrapper);
    if (wrapper == "openassistant")
        return std::string(llm::kOpenAssistantWrapper);
    return readTemplate(wrapper);
}

} // namespace

void declareAskOptions(CLI::App& verb, AskOptions& options) {
    declareKeyFile(verb, options.keyFile);
    verb.add_option("--prompt", options.promptFile, "File with a prompt template instead of the paper's");
    verb.add_option(
        "--wrapper", options.wrapper,
        "Turns of a chat model around the prompt: plain, openassistant or a file; else what suits the model");
    verb.add_flag("--retry-failed", options.retryFailed, "Ask again what failed before");
    verb.add_flag("--dry-run", options.dryRun,
                  "Tell how much would be asked, and how long it takes from a short trial");
}

Status requireNoAskOptions(const AskOptions& options) {
    const std::pair<const char*, bool> given[]{{"--key-file", !options.keyFile.empty()},
                                               {"--prompt", !options.promptFile.empty()},
                                               {"--wrapper", !options.wrapper.empty()},
                                               {"--retry-failed", options.retryFailed},
                                               {"--dry-run", options.dryRun}};
    for (const auto& [option, isGiven] : given)
        if (isGiven)
            return Error{ErrorCode::InvalidArgument, option, "it is for language models", ""};
    return {};
}

Result<std::unique_ptr<llm::LanguageModel>> openEngine(const Context& context, const std::string& spec,
                                                       const AskOptions& options) {
    NS_ASSIGN(auto engine, engineOptions(context, spec, options.keyFile));
    NS_ASSIGN(engine.wrapper, wrapperText(options.wrapper));
    NS_ASSIGN(auto model, llm::openLanguageModel(engine));
    announceTraffic(*model);
    return model;
}

Result<std::string> promptTemplate(const AskOptions& options, const char* standard) {
    return options.promptFile.empty() ? Result<std::string>(standard) : readTemplate(options.promptFile);
}

Json estimateJson(const std::string& engine, const llm::AskEstimate& estimate) {
    return {{"engine", engine},
            {"prompts", estimate.prompts},
            {"tokens", estimate.tokens ? Json(*estimate.tokens) : Json(nullptr)},
            {"trial_prompts", estimate.trialPrompts},
            {"trial_seconds", estimate.trialSeconds},
            {"seconds", estimate.seconds}};
}

void printEstimate(const std::string& engine, const llm::AskEstimate& estimate) {
    Table table({{engine}, {"", Align::Right}});
    table.add({"prompts", std::to_string(estimate.prompts)});
    table.add({"tokens, about", estimate.tokens ? std::to_string(*estimate.tokens) : "unknown"});
    table.add({"asked for a trial, answers kept", std::to_string(estimate.trialPrompts)});
    table.add({"seconds for the rest, about", fixedText(estimate.seconds, 0)});
    table.print();
}

} // namespace neuroscribe::cli
