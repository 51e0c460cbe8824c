// The questions behind descriptors, each once, and which of them are still to be asked. Private to core/labels.
#pragma once

#include <string>
#include <vector>

#include "core/labels/descriptor.h"
#include "core/labels/pair_set.h"

namespace neuroscribe::labels {

struct QuestionSet {
    std::vector<QuestionId> ids;
    std::vector<std::string> texts;
    std::vector<std::vector<std::uint32_t>> ofDescriptor; ///< indices of its questions, by descriptor

    /// Questions that were never asked get a row. Errors: those of SQLite.
    static Result<QuestionSet> make(store::Database& database, const std::vector<Descriptor>& descriptors);
    /// (sentence, question) for wanted (sentence, descriptor).
    PairSet questionsOf(const PairSet& wanted) const;
};

/// What `engine` has not answered of the wanted pairs, as (sentence, question). A descriptor of which one question is
/// answered with Yes is decided: its others are not asked. What failed is open only with retryFailed. Errors: Corrupt.
Result<PairSet> openQuestions(store::Database& database, EngineId engine, const QuestionSet& questions,
                              const PairSet& wanted, bool retryFailed);

} // namespace neuroscribe::labels
