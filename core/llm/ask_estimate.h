// What a step would ask a language model, before it is asked.
#pragma once

#include <cstdint>
#include <optional>

namespace neuroscribe::llm {

struct AskEstimate {
    std::uint64_t prompts = 0;           ///< not answered yet, before the trial
    std::optional<std::uint64_t> tokens; ///< of these, from a sample of at most 1,000; nothing: the engine can't tell
    std::uint64_t trialPrompts = 0;      ///< asked to measure the time; their answers are kept
    double trialSeconds = 0;
    double seconds = 0; ///< for the prompts that the trial has left
};

} // namespace neuroscribe::llm
