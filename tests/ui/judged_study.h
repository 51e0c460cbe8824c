// The small study with a second annotator.
#pragma once

#include "core/labels/descriptor.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <functional>

namespace neuroscribe::test {

/// Adds an annotator who answers as B does, but for every seventh sentence, of which the opposite is said.
/// answered: which sentences, by id; all where it is empty.
inline void addAnnotator(const std::string& folder, const std::string& name,
                         const std::function<bool(std::uint32_t)>& answered = {}) {
    auto project = store::Project::open(folder);
    REQUIRE(project);
    store::Database& database = project->writer();
    const auto descriptors = labels::loadDescriptors(database);
    REQUIRE(descriptors);
    const auto matrix = labels::loadLabels(database, *descriptors);
    REQUIRE(matrix);
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction);
    const auto engine = labels::registerEngine(database, name, name, "");
    REQUIRE(engine);
    for (std::uint32_t c = 0; c < matrix->descriptors(); ++c) {
        std::vector<labels::Answer> answers;
        for (std::uint32_t s = 0; s < matrix->sentences(); ++s) {
            const bool yes = matrix->at(SentenceId(s), c) == labels::Answer::Yes;
            const auto answer = yes != (s % 7 == 0) ? labels::Answer::Yes : labels::Answer::No;
            answers.push_back(!answered || answered(s) ? answer : labels::Answer::Unanswered);
        }
        REQUIRE(labels::storeAnswers(database, *engine, (*descriptors)[c].question, SentenceId{0}, answers));
    }
    REQUIRE(transaction->commit());
}

} // namespace neuroscribe::test
