// p2: a language model answers, for each sentence and descriptor, whether it applies (paper 3.2).
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/labels/descriptor.h"
#include "core/labels/pair_set.h"
#include "core/llm/ask_estimate.h"
#include "core/llm/language_model.h"
#include "core/llm/prompt_template.h"
#include "core/store/project.h"

namespace neuroscribe::labels {

struct LabelRequest {
    std::string annotator = kLabelMatrixName;
    std::string prompt = llm::kDefaultYesNoTemplate; ///< TemplateKind::YesNo
    std::optional<PairSet> pairs;                    ///< nothing: every descriptor about every sentence
    bool retryFailed = false;                        ///< ask again what failed before
};

/// Asks what this engine with this prompt has not answered, sentence by sentence. Answers are committed as they come;
/// what fails stays unanswered with its reason. The counts are this engine's over the pairs of the request. Errors:
/// MissingInput (no sentences or descriptors), ReadOnly, those of the template and of the model, Cancelled; what was
/// answered before is kept.
Result<LabelCounts> labelWithModel(store::Project& project, llm::LanguageModel& model, const LabelRequest& request,
                                   std::stop_token stop, ProgressSink& progress);

/// How much that would ask and how long it would take, by asking a little. Errors: the same.
Result<llm::AskEstimate> estimateLabels(store::Project& project, llm::LanguageModel& model, const LabelRequest& request,
                                        std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::labels
