// `status --sentence ID`: what engines said about one sentence, and the way back to how they were asked.
#pragma once

#include "app/cli/context.h"
#include "core/base/ids.h"
#include "core/store/project.h"

namespace neuroscribe::cli {

/// Topics and answers with engine, prompt, raw answer, margin, reason and time, as a table or as JSON. Errors:
/// NotFound.
Status printSentence(const Context& context, store::Project& project, SentenceId sentence);

} // namespace neuroscribe::cli
