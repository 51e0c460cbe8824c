// Which sentences `label` asks a reference annotator about: --sentences, --neurons, -k.
#pragma once

#include <optional>
#include <string>

#include "app/cli/context.h"
#include "core/labels/pair_set.h"
#include "core/store/project.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

struct ReferenceOptions {
    std::string sentences = "all"; ///< all, balanced, exemplars
    std::string neurons;           ///< random:N or 3/58,2/1
    std::string k;                 ///< percent; empty: the study's

    /// Errors: InvalidArgument (options that do not fit one another, B as a reference).
    Status check(const std::string& annotator) const;
    /// Nothing: every sentence. Errors: those of the samples (reference_sample.h).
    Result<std::optional<labels::PairSet>> pairs(const Context& context, store::Project& project,
                                                 const std::string& annotator) const;
};
void declareReferenceOptions(CLI::App& verb, ReferenceOptions& options);

} // namespace neuroscribe::cli
