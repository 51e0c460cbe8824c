#include "core/pipeline/validation.h"

#include "core/corpus/sentence.h"
#include "core/pipeline/validation_json.h"
#include "core/store/edit_log.h"

namespace neuroscribe::pipeline {
namespace {

using labels::PersonAnswer;
using labels::Verdict;

constexpr const char* kSetupKey = "validation";
constexpr const char* kAnswerKind = "validation.answer";

const char* textCode(const std::optional<PersonAnswer>& answer) {
    if (!answer)
        return "withdraw";
    return answer->verdict == Verdict::Yes ? "yes" : answer->verdict == Verdict::No ? "no" : "unsure";
}

Status put(store::Database& database, const AnswerEdit& edit, const std::optional<PersonAnswer>& answer) {
    if (answer)
        return labels::storePersonAnswer(database, edit.annotator, *answer);
    return labels::removePersonAnswer(database, edit.annotator, edit.question, edit.sentence);
}

Result<ValidationQueue> makeQueue(store::Database& database, const StudyData& study, const ValidationSetup& setup,
                                  std::stop_token stop) {
    if (setup.drawn == labels::Drawn::Balanced)
        return balancedQueue(*study.labels, study.descriptors, setup.each, setup.seed);
    NS_ASSIGN(const auto disagreement,
              labels::loadDisagreement(database, study.descriptors, setup.annotator, std::move(stop)));
    return disagreementQueue(disagreement, *study.labels, study.descriptors, 2 * setup.each, setup.seed);
}

} // namespace

Result<ValidationSetup> loadValidationSetup(store::Database& database) {
    NS_ASSIGN(auto query, database.prepare("SELECT value FROM study_value WHERE key = ?"));
    NS_ASSIGN(const bool found, query.bind(1, std::string_view(kSetupKey)).step());
    if (!found)
        return ValidationSetup{};
    return setupFromJson(query.text(0));
}

Status saveValidationSetup(store::Database& database, const ValidationSetup& setup) {
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO study_value (key, value) VALUES (?, ?)"));
    return insert.bind(1, std::string_view(kSetupKey)).bind(2, setupToJson(setup)).run();
}

Status applyAnswer(store::Database& database, const AnswerEdit& edit) {
    NS_TRY(put(database, edit, edit.after));
    store::Edit entry;
    entry.history = kValidationHistory;
    entry.kind = kAnswerKind;
    entry.before = answerToJson(edit, edit.before);
    entry.after = answerToJson(edit, edit.after);
    entry.textCode = textCode(edit.after);
    entry.arguments = argumentsToJson(edit);
    NS_TRY(store::EditLog(database, kValidationHistory).append(entry));
    return {};
}

Result<std::optional<AnswerEdit>> moveInValidation(store::Database& database, bool forward) {
    store::EditLog log(database, kValidationHistory);
    NS_ASSIGN(const auto entry, forward ? log.redo() : log.undo());
    if (!entry)
        return std::optional<AnswerEdit>{};
    NS_ASSIGN(AnswerEdit edit, answerEditFromJson(entry->before, entry->after));
    NS_TRY(put(database, edit, forward ? edit.after : edit.before));
    return std::optional(std::move(edit));
}

Result<ValidationHistory> loadValidationHistory(store::Database& database) {
    store::EditLog log(database, kValidationHistory);
    NS_ASSIGN(const auto entries, log.entries());
    NS_ASSIGN(const auto all, log.all());
    ValidationHistory history;
    auto edit = all.begin();
    for (const store::HistoryEntry& entry : entries) {
        while (edit != all.end() && edit->id != entry.id)
            ++edit; // superseded
        if (edit == all.end())
            break;
        NS_ASSIGN(AnswerEdit answer, answerEditFromJson(edit->before, edit->after));
        history.edits.push_back(std::move(answer));
        history.done += !entry.undone;
    }
    return history;
}

Result<ValidationWork> loadValidationWork(store::Database& database, const StudyData& study,
                                          const ValidationSetup& setup, std::stop_token stop) {
    ValidationWork work;
    NS_ASSIGN(work.people, labels::loadPeople(database));
    NS_ASSIGN(work.annotators, labels::loadAnnotators(database));
    NS_ASSIGN(work.answers, labels::loadPersonAnswers(database, setup.annotator));
    NS_ASSIGN(work.queue, makeQueue(database, study, setup, std::move(stop)));
    for (const ValidationPair& pair : work.queue) {
        if (work.texts.contains(pair.sentence))
            continue;
        NS_ASSIGN(const auto sentence, corpus::loadSentence(database, pair.sentence));
        work.texts.emplace(pair.sentence, sentence.text);
    }
    NS_ASSIGN(work.history, loadValidationHistory(database));
    return work;
}

} // namespace neuroscribe::pipeline
