// Answers of people about single sentences, beside the label matrix and never over it. An answer belongs to a sentence
// and a question text, so that it outlives labelling again, renaming and merging; with it stands how it came to be
// asked for, because answers drawn by disagreement are no sample.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/labels/descriptor.h"

namespace neuroscribe::labels {

enum class Verdict : std::uint8_t { Unsure = 0, No = 1, Yes = 2 };
enum class Drawn : std::uint8_t { Balanced = 0, Disagreement = 1 };

struct PersonAnswer {
    std::string question;
    SentenceId sentence;
    Verdict verdict = Verdict::Unsure;
    Drawn drawn = Drawn::Balanced;
    Answer model = Answer::Unanswered; ///< what B said when it was drawn
    double weight = 0;                 ///< sentences of the descriptor that it stood for; 0: not known
    std::int64_t answeredAt = 0;       ///< seconds since 1970

    bool operator==(const PersonAnswer&) const = default;
};

/// By question and sentence. Errors: Corrupt.
Result<std::vector<PersonAnswer>> loadPersonAnswers(store::Database& database, const std::string& annotator);
/// Names of the people with answers, in alphabetical order.
Result<std::vector<std::string>> loadPeople(store::Database& database);
/// In place of what the annotator answered there; inside the caller's transaction. Errors: InvalidArgument (the name is
/// empty or "B", no such sentence).
Status storePersonAnswer(store::Database& database, const std::string& annotator, const PersonAnswer& answer);
Status removePersonAnswer(store::Database& database, const std::string& annotator, const std::string& question,
                          SentenceId sentence);

/// Fine for a name that a person can answer under. Errors: InvalidArgument.
Status checkPersonName(const std::string& annotator);

} // namespace neuroscribe::labels
