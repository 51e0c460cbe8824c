// All that is known about one sentence: its text, every answer about it, and who gave it.
#pragma once

#include "core/corpus/sentence.h"
#include "core/labels/label_matrix.h"
#include "core/store/sqlite.h"

#include <optional>
#include <string>
#include <vector>

namespace neuroscribe::app {

struct SentenceLabel {
    std::string descriptor;
    labels::Answer answer = labels::Answer::Unanswered;
    std::string annotator; ///< "B": the label matrix; else a reference annotator
    std::string engine;    ///< who answered: spec of the engine; of a derived answer, one of them
    std::optional<float> margin;
    std::string reply;    ///< raw answer; empty for an engine that compares logits, or is no language model
    std::string detail;   ///< why there is no answer, English
    std::string prompt;   ///< as it was asked; empty without a language model
    bool derived = false; ///< follows from the answers to several questions, which come after it
    std::vector<std::string> questions; ///< of a derived answer: what it follows from
};

/// What one engine named as topics of the sentence (p1).
struct SentenceTopics {
    std::string engine;
    std::vector<std::string> topics;
    std::string reply;  ///< raw; empty for the lexical engine
    std::string detail; ///< of a failure, English
};

struct SentenceRecord {
    corpus::Sentence sentence;
    /// The matrix before references, then in the order of the descriptors, the newest engine first.
    std::vector<SentenceLabel> labels;
    std::vector<SentenceTopics> topics; ///< the newest engine first
};

/// Errors: NotFound, Corrupt, Io.
Result<SentenceRecord> loadSentenceRecord(store::Database& database, SentenceId id);

} // namespace neuroscribe::app
