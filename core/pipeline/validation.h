// The validation of a study as it is stored: who answers, what was answered, and the history of it, in which every
// answer is one edit.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "core/labels/person_answers.h"
#include "core/pipeline/study.h"
#include "core/pipeline/validation_queue.h"

namespace neuroscribe::pipeline {

inline constexpr const char* kValidationHistory = "validation";

/// Kept in the study, so that work goes on where it was left.
struct ValidationSetup {
    std::string annotator; ///< empty: nobody yet
    labels::Drawn drawn = labels::Drawn::Balanced;
    std::uint32_t each = 15;        ///< with and without the label, per descriptor (paper: 15)
    std::uint64_t seed = 1;         ///< of the sample; that of `label --sentences balanced` where none is given
    std::set<DescriptorId> leftOut; ///< not asked about

    bool operator==(const ValidationSetup&) const = default;
};
/// Errors: Corrupt.
Result<ValidationSetup> loadValidationSetup(store::Database& database);
Status saveValidationSetup(store::Database& database, const ValidationSetup& setup);

/// One answer given, changed or withdrawn.
struct AnswerEdit {
    std::string annotator;
    std::string question;
    SentenceId sentence;
    std::optional<labels::PersonAnswer> before, after; ///< nothing: no answer

    bool operator==(const AnswerEdit&) const = default;
};

/// Stores `after` and appends the edit; inside the caller's transaction. What had been undone can't be redone any more.
Status applyAnswer(store::Database& database, const AnswerEdit& edit);
/// Undoes (forward: redoes) one answer; nothing at the end of the history. Inside the caller's transaction.
Result<std::optional<AnswerEdit>> moveInValidation(store::Database& database, bool forward);

struct ValidationHistory {
    std::vector<AnswerEdit> edits; ///< what can be undone, then what can be redone; oldest first
    std::size_t done = 0;          ///< the first that are in force
};
/// Errors: Corrupt.
Result<ValidationHistory> loadValidationHistory(store::Database& database);

/// All that a person who answers needs, in memory.
struct ValidationWork {
    std::vector<std::string> people;           ///< who have answered
    std::vector<std::string> annotators;       ///< with answers; "B" first
    std::vector<labels::PersonAnswer> answers; ///< of the annotator of the setup
    ValidationQueue queue;
    std::map<SentenceId, std::string> texts; ///< of the queue
    ValidationHistory history;
};
/// `study`: with labels. Errors: Cancelled, Corrupt.
Result<ValidationWork> loadValidationWork(store::Database& database, const StudyData& study,
                                          const ValidationSetup& setup, std::stop_token stop);

} // namespace neuroscribe::pipeline
