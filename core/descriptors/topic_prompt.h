// The prompt of p1 with its one-shot example: what an engine is asked, and the record of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/llm/engine_record.h"
#include "core/llm/prompt_template.h"

namespace neuroscribe::descriptors {

/// The same for every sentence.
struct TopicPrompt {
    llm::PromptTemplate body;
    std::uint32_t topics = 4;
    std::uint32_t maxTokens = 64;
    std::int64_t exampleId = -1; ///< sentence; -1: none
    std::string example;         ///< its text
    std::vector<std::string> exampleTopics;

    Result<llm::Prompt> about(const std::string& sentence) const;
    /// Everything that changes the prompt or what is read from the answer.
    std::string hash() const;
    /// Fills prompt, promptHash and parameters.
    void describe(llm::EngineRecord& engine) const;
    /// Errors: Corrupt (the parameters), those of the templates.
    static Result<TopicPrompt> fromRecord(const llm::EngineRecord& engine);
};

} // namespace neuroscribe::descriptors
