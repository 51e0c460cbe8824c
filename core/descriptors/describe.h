// p1: engines name the topics of each sentence (paper 3.1).
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/descriptors/description.h"
#include "core/descriptors/topic_prompt.h"
#include "core/llm/ask_estimate.h"
#include "core/llm/prompt_template.h"
#include "core/store/project.h"

namespace neuroscribe::descriptors {

struct DescribeRequest {
    std::uint32_t topics = 4;                         ///< of a sentence at most; 1 .. 16
    std::string prompt = llm::kDefaultTopicsTemplate; ///< TemplateKind::Topics
    std::optional<SentenceId> example;                ///< the same for every sentence
    std::vector<std::string> exampleTopics;           ///< what is expected of it
    std::uint32_t maxTokens = 64;                     ///< of an answer; 1 .. 1,024
    bool retryFailed = false;                         ///< ask again what failed before

    /// Errors: InvalidArgument (out of range, or a prompt with an example for which none is given).
    Status validate() const;
};

/// The prompt of a request with the example's text. Errors: InvalidArgument, NotFound (the example), those of
/// templates.
Result<TopicPrompt> makeTopicPrompt(store::Database& database, const DescribeRequest& request);

/// Asks the model about every sentence that it has not described with this prompt, and puts it into the union
/// (description.h). Answers are committed as they come. Errors: InvalidArgument, NotFound (the example), MissingInput
/// (no sentences), ReadOnly, those of the model, Cancelled; what was answered before is kept.
Status describeWithModel(store::Project& project, llm::LanguageModel& model, const DescribeRequest& request,
                         std::stop_token stop, ProgressSink& progress);

/// How much that would ask and how long it would take, by asking a little. Errors: the same.
Result<llm::AskEstimate> estimateDescribe(store::Project& project, llm::LanguageModel& model,
                                          const DescribeRequest& request, std::stop_token stop, ProgressSink& progress);

/// The `lexical` engine: keyphrases, no model. They depend on the whole corpus, so a changed corpus is described anew.
/// Errors: InvalidArgument (topics), MissingInput, ReadOnly, Cancelled, those of WordNet's files.
Status describeLexically(store::Project& project, std::uint32_t topics, std::stop_token stop, ProgressSink& progress,
                         const std::string& wordnetFolder = {});

} // namespace neuroscribe::descriptors
