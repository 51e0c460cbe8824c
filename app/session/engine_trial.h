// One prompt and its answer on a sentence of the study, before a step is run: nothing of it is stored.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/descriptors/describe.h"
#include "core/labels/labeler.h"
#include "core/llm/language_model.h"
#include "core/store/sqlite.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace neuroscribe::app {

struct EngineTrial {
    std::string engine; ///< LanguageModel::description()
    std::string prompt; ///< as it was asked
    std::string reply;  ///< raw; empty for an engine that compares logits
    llm::Failure failure = llm::Failure::None;
    std::string detail;                              ///< of the failure, English
    std::vector<std::string> topics;                 ///< p1
    llm::Verdict verdict = llm::Verdict::Unanswered; ///< p2
    std::optional<float> margin;                     ///< p2, where the engine gives one
};

/// Each opens the engine, asks once and closes it. Errors: those of openLanguageModel, of the template and of the
/// engine; NotFound (the sentence); Cancelled.
Result<EngineTrial> tryTopics(store::Database& database, const llm::EngineOptions& engine,
                              const descriptors::DescribeRequest& request, SentenceId sentence, std::stop_token stop);
Result<EngineTrial> tryYesNo(store::Database& database, const llm::EngineOptions& engine,
                             const labels::LabelRequest& request, SentenceId sentence, const std::string& question,
                             std::stop_token stop);

} // namespace neuroscribe::app
