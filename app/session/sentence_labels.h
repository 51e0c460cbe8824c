// All that is known about one sentence: its text, every answer about it, and who gave it.
#pragma once

#include "core/corpus/sentence.h"
#include "core/labels/label_matrix.h"
#include "core/store/sqlite.h"

#include <string>
#include <vector>

namespace neuroscribe::app {

struct SentenceLabel {
    std::string descriptor;
    labels::Answer answer = labels::Answer::Unanswered;
    std::string annotator; ///< "B": the label matrix; else a reference annotator
    std::string engine;    ///< who answered: spec of the engine
};

struct SentenceRecord {
    corpus::Sentence sentence;
    std::vector<SentenceLabel> labels; ///< in the order of the descriptors, the matrix before references
};

/// Errors: NotFound, Corrupt, Io.
Result<SentenceRecord> loadSentenceRecord(store::Database& database, SentenceId id);

} // namespace neuroscribe::app
