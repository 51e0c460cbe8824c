// What the verbs that ask a language model have in common: engine, key, prompt, dry run.
#pragma once

#include <memory>
#include <string>

#include "app/cli/context.h"
#include "app/cli/json_output.h"
#include "core/llm/ask_estimate.h"
#include "core/llm/language_model.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

struct AskOptions {
    std::string keyFile;
    std::string promptFile; ///< a template instead of the paper's
    std::string wrapper;    ///< plain, openassistant or a file; empty: what suits the model
    bool retryFailed = false;
    bool dryRun = false;
};
void declareAskOptions(CLI::App& verb, AskOptions& options);
/// For calls that ask no language model. Errors: InvalidArgument that names an option given all the same.
Status requireNoAskOptions(const AskOptions& options);

/// Opens what SPEC names and says on stderr what is sent where. Errors: those of the spec, the key file, the wrapper's
/// file and the model.
Result<std::unique_ptr<llm::LanguageModel>> openEngine(const Context& context, const std::string& spec,
                                                       const AskOptions& options);
/// The template of --prompt, else `standard`. Errors: Io, NotFound.
Result<std::string> promptTemplate(const AskOptions& options, const char* standard);

Json estimateJson(const std::string& engine, const llm::AskEstimate& estimate);
void printEstimate(const std::string& engine, const llm::AskEstimate& estimate);

} // namespace neuroscribe::cli
