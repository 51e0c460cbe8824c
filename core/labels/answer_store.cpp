#include "core/labels/answer_store.h"

#include <algorithm>
#include <limits>

#include "core/llm/engine_record.h"

namespace neuroscribe::labels {

Status checkAnswers(std::span<const std::byte> answers, std::uint32_t block, const std::string& where) {
    std::byte largest{0};
    for (const std::byte answer : answers)
        largest = std::max(largest, answer);
    if (answers.size() <= kAnswerBlock && largest <= static_cast<std::byte>(Answer::Yes))
        return {};
    return Error{ErrorCode::Corrupt, where, "the answers in block " + std::to_string(block) + " are damaged",
                 "Restore the study from a copy or label again"};
}

Result<std::vector<Answer>> loadBlock(store::Database& database, EngineId engine, QuestionId question,
                                      std::uint32_t block) {
    NS_ASSIGN(auto select, database.prepare("SELECT answers FROM label_block "
                                            "WHERE engine_id = ? AND question_id = ? AND block = ?"));
    select.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{question.value}).bind(3, std::int64_t{block});
    NS_ASSIGN(const bool row, select.step());
    if (!row)
        return std::vector<Answer>{};
    const auto bytes = select.blob(0);
    NS_TRY(checkAnswers(bytes, block, database.path()));
    std::vector<Answer> answers(bytes.size());
    std::ranges::transform(bytes, answers.begin(), [](std::byte b) { return static_cast<Answer>(b); });
    return answers;
}

Status saveBlock(store::Database& database, EngineId engine, QuestionId question, std::uint32_t block,
                 const std::vector<Answer>& answers) {
    NS_ASSIGN(auto insert,
              database.prepare("INSERT OR REPLACE INTO label_block(engine_id, question_id, block, answers) "
                               "VALUES (?, ?, ?, ?)"));
    insert.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{question.value}).bind(3, std::int64_t{block});
    return insert.bind(4, std::as_bytes(std::span(answers))).run();
}

Result<std::optional<QuestionId>> findQuestion(store::Database& database, const std::string& text) {
    NS_ASSIGN(auto select, database.prepare("SELECT id FROM question WHERE text = ?"));
    NS_ASSIGN(const bool row, select.bind(1, text).step());
    return row ? std::optional(QuestionId(static_cast<std::uint32_t>(select.integer(0)))) : std::nullopt;
}

Result<QuestionId> questionOf(store::Database& database, const std::string& text) {
    NS_ASSIGN(auto insert, database.prepare("INSERT OR IGNORE INTO question(text) VALUES (?)"));
    NS_TRY(insert.bind(1, text).run());
    NS_ASSIGN(const auto id, findQuestion(database, text));
    if (!id)
        return Error{ErrorCode::Corrupt, database.path(), "a question that was just stored is not there", ""};
    return *id;
}

Result<std::uint32_t> countSentences(store::Database& database) {
    NS_ASSIGN(const auto count, database.integer("SELECT coalesce(max(id) + 1, 0) FROM sentence"));
    if (!count || *count < 0 || *count > std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::Overflow, database.path(), "the sentences have ids that are no ids", ""};
    return static_cast<std::uint32_t>(*count);
}

Result<EngineId> registerEngine(store::Database& database, const std::string& annotator, const std::string& spec,
                                const std::string& promptHash) {
    llm::EngineRecord engine;
    engine.annotator = annotator;
    engine.spec = spec;
    engine.identity = spec;
    engine.promptHash = promptHash;
    return llm::registerEngine(database, engine);
}

Status storeAnswers(store::Database& database, EngineId engine, const std::string& question, SentenceId first,
                    const std::vector<Answer>& answers) {
    NS_ASSIGN(const QuestionId id, questionOf(database, question));
    std::size_t done = 0;
    while (done < answers.size()) {
        const std::uint64_t sentence = first.value + done;
        const auto block = static_cast<std::uint32_t>(sentence / kAnswerBlock);
        const auto place = static_cast<std::size_t>(sentence % kAnswerBlock);
        const std::size_t count = std::min<std::size_t>(kAnswerBlock - place, answers.size() - done);
        NS_ASSIGN(auto stored, loadBlock(database, engine, id, block));
        stored.resize(std::max(stored.size(), place + count), Answer::Unanswered);
        for (std::size_t i = 0; i < count; ++i)
            if (answers[done + i] != Answer::Unanswered)
                stored[place + i] = answers[done + i];
        NS_TRY(saveBlock(database, engine, id, block, stored));
        done += count;
    }
    return {};
}

} // namespace neuroscribe::labels
