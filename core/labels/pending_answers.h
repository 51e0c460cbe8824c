// Answers of a language model as they come: rows that are committed at once and moved into blocks now and then.
// Private to core/labels.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/labels/answer_store.h"
#include "core/llm/language_model.h"

namespace neuroscribe::labels {

struct PendingAnswer {
    QuestionId question;
    SentenceId sentence;
    Answer answer = Answer::Unanswered;
    std::optional<float> margin;
    llm::Failure failure = llm::Failure::None;
    std::string reply;
    std::string detail;
    std::int64_t askedAt = 0; ///< seconds since 1970
};

/// All in one transaction; an answer about the same cell is replaced.
Status addPending(store::Database& database, EngineId engine, std::span<const PendingAnswer> answers);
Result<std::optional<PendingAnswer>> findPending(store::Database& database, EngineId engine, QuestionId question,
                                                 SentenceId sentence);
Result<std::uint64_t> countPending(store::Database& database, EngineId engine);
/// Moves the engine's pending answers into label_block and label_detail in one transaction.
Status foldPending(store::Database& database, EngineId engine);

/// Pending answers of an engine about one question, by sentence.
class PendingReader {
public:
    static Result<PendingReader> open(store::Database& database, EngineId engine, QuestionId question);
    /// Nothing: done. Errors: Corrupt (a value that is none of its kind).
    Result<std::optional<PendingAnswer>> next();

private:
    PendingReader(store::Statement select, std::string where)
        : m_select(std::move(select)), m_where(std::move(where)) {}
    store::Statement m_select;
    std::string m_where;
};

} // namespace neuroscribe::labels
