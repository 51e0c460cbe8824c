// The label matrix as an edit of the curation would leave it: which descriptors stay, come and go, and what would be
// answered about them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/descriptors/curation.h"
#include "core/pipeline/study.h"

namespace neuroscribe::pipeline {

/// What is stored about questions that no present descriptor asks: a byte a sentence, as in a label matrix.
using AnswersByQuestion = std::map<std::string, std::vector<std::uint8_t>>;

struct PlannedDescriptor {
    std::string name;
    std::optional<std::uint32_t> column; ///< of the study; nothing: the descriptor is new
    bool excluded = false;
    bool exclusionMoves = false;
    std::uint32_t questions = 1; ///< that its answers are the OR of
    /// Where other questions than now are asked: the answers of all sentences. Nothing: they stay as they are.
    std::optional<std::vector<std::uint8_t>> answers;
};

struct PlannedLabels {
    /// Those of the study that stay, in its order; then new ones by cluster id.
    std::vector<PlannedDescriptor> descriptors;
    std::vector<std::uint32_t> lost; ///< columns of the study that go, ascending
};

/// Questions that the delta needs and that no column of the study answers; their stored answers are to be loaded
/// before planLabels(). Empty for renaming, merging, moving and excluding what the study has already.
std::vector<std::string> questionsToLookUp(const StudyData& study, const descriptors::CurationDelta& delta);

/// What the engines of annotator "B" said; a question that was never asked has no answer in any sentence.
/// Errors: those of labels::loadLabels.
Result<AnswersByQuestion> loadStoredAnswers(store::Database& database, const std::vector<std::string>& questions);

/// stored: of questionsToLookUp(); a question that is not in it was never asked. A new descriptor takes over one of its
/// name that no cluster has. The lexical engine reads members: what it will say once it is run again is not foreseen.
PlannedLabels planLabels(const StudyData& study, const descriptors::CurationDelta& delta,
                         const AnswersByQuestion& stored);

} // namespace neuroscribe::pipeline
