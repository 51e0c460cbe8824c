// The way back from a label: who answered what to which prompt, and when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/labels/descriptor.h"
#include "core/llm/engine_record.h"
#include "core/llm/language_model.h"

namespace neuroscribe::labels {

struct AnswerOrigin {
    llm::EngineRecord engine;
    std::string question;               ///< that was answered
    Answer answer = Answer::Unanswered; ///< at the engine's margin threshold
    std::optional<float> margin;
    llm::Failure failure = llm::Failure::None;
    std::string reply;        ///< raw; empty for an engine that compares logits, or is no language model
    std::string detail;       ///< of a failure
    std::int64_t askedAt = 0; ///< seconds since 1970; 0: not known
    std::string prompt;       ///< as it was asked, made again from template and texts; empty without a language model
};

/// Of every engine and annotator that answered, or failed to; the newest first. Errors: NotFound (the sentence),
/// Corrupt.
Result<std::vector<AnswerOrigin>> loadAnswerOrigins(store::Database& database, SentenceId sentence,
                                                    const std::string& question);
/// Of every question of the descriptor in turn; of one question, the one that counts first.
Result<std::vector<AnswerOrigin>> loadAnswerOrigins(store::Database& database, SentenceId sentence,
                                                    const Descriptor& descriptor);
/// What the label matrix of this annotator has, given all origins of the descriptor: the Kleene OR over its questions.
Answer standingAnswer(const std::vector<AnswerOrigin>& origins, const Descriptor& descriptor,
                      const std::string& annotator);

} // namespace neuroscribe::labels
