// The engine of --engine SPEC, with --key-file, for the verbs that ask a language model.
#pragma once

#include <string>

#include "app/cli/context.h"
#include "core/base/result.h"
#include "core/llm/language_model.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

/// The key of a server: of a file, else of NEUROSCRIBE_API_KEY. It is never an argument: those are seen by everybody on
/// the machine.
void declareKeyFile(CLI::App& verb, std::string& keyFile);

/// Device and threads of the general options; the key where `spec` names a server. Errors: those of the spec and of the
/// key file.
Result<llm::EngineOptions> engineOptions(const Context& context, const std::string& spec, const std::string& keyFile);

/// What is sent where, as a message on stderr before the first request; nothing for an engine of this machine.
void announceTraffic(const llm::LanguageModel& model);

} // namespace neuroscribe::cli
