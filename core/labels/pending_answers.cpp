#include "core/labels/pending_answers.h"

#include <algorithm>
#include <limits>

#include "core/labels/label_detail.h"

namespace neuroscribe::labels {
namespace {

constexpr const char* kSelect = "SELECT question_id, sentence_id, answer, margin, failure, reply, detail, asked_at "
                                "FROM label_pending WHERE engine_id = ?1 ";

Result<PendingAnswer> readRow(const store::Statement& row, const std::string& where) {
    const std::int64_t answer = row.integer(2);
    const std::int64_t failure = row.integer(4);
    if (answer < 0 || answer > static_cast<int>(Answer::Yes) || failure < 0 ||
        failure > static_cast<int>(llm::Failure::Server))
        return Error{ErrorCode::Corrupt, where, "a stored answer is none", "Restore the study from a copy"};
    PendingAnswer pending{.question = QuestionId(static_cast<std::uint32_t>(row.integer(0))),
                          .sentence = SentenceId(static_cast<std::uint32_t>(row.integer(1))),
                          .answer = static_cast<Answer>(answer),
                          .margin = {},
                          .failure = static_cast<llm::Failure>(failure),
                          .reply = row.text(5),
                          .detail = row.text(6),
                          .askedAt = row.integer(7)};
    if (!row.isNull(3))
        pending.margin = static_cast<float>(row.real(3));
    return pending;
}

/// The block that answers are being moved into.
class OpenBlock {
public:
    OpenBlock(store::Database& database, EngineId engine) : m_database(database), m_engine(engine), m_texts(database) {}

    Status put(const PendingAnswer& pending) {
        const std::uint32_t block = pending.sentence.value / kAnswerBlock;
        if (!m_open || m_question != pending.question || m_block != block)
            NS_TRY(moveTo(pending.question, block));
        const std::size_t place = pending.sentence.value % kAnswerBlock;
        const std::size_t size = std::max(m_answers.size(), place + 1);
        m_answers.resize(size, Answer::Unanswered);
        m_detail.resize(size);
        m_answers[place] = pending.answer;
        m_detail.margins[place] = pending.margin.value_or(std::numeric_limits<float>::quiet_NaN());
        m_detail.failures[place] = static_cast<std::uint8_t>(pending.failure);
        NS_ASSIGN(m_detail.replies[place], m_texts.idOf(pending.reply));
        NS_ASSIGN(m_detail.details[place], m_texts.idOf(pending.detail));
        m_detail.askedAt[place] = static_cast<std::uint32_t>(pending.askedAt);
        return {};
    }
    Status close() {
        if (!m_open)
            return {};
        m_open = false;
        NS_TRY(saveBlock(m_database, m_engine, m_question, m_block, m_answers));
        return saveDetail(m_database, m_engine, m_question, m_block, m_detail);
    }

private:
    Status moveTo(QuestionId question, std::uint32_t block) {
        NS_TRY(close());
        NS_ASSIGN(m_answers, loadBlock(m_database, m_engine, question, block));
        NS_ASSIGN(m_detail, loadDetail(m_database, m_engine, question, block));
        m_detail.resize(m_answers.size());
        m_question = question;
        m_block = block;
        m_open = true;
        return {};
    }

    store::Database& m_database;
    EngineId m_engine;
    ReplyTexts m_texts;
    bool m_open = false;
    QuestionId m_question;
    std::uint32_t m_block = 0;
    std::vector<Answer> m_answers;
    LabelDetail m_detail;
};

} // namespace

Status addPending(store::Database& database, EngineId engine, std::span<const PendingAnswer> answers) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO label_pending(engine_id, question_id, sentence_id, "
                                            "answer, margin, failure, reply, detail, asked_at) "
                                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const PendingAnswer& answer : answers) {
        insert.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{answer.question.value});
        insert.bind(3, std::int64_t{answer.sentence.value}).bind(4, static_cast<std::int64_t>(answer.answer));
        if (answer.margin)
            insert.bind(5, double{*answer.margin});
        else
            insert.bindNull(5);
        insert.bind(6, static_cast<std::int64_t>(answer.failure)).bind(7, answer.reply).bind(8, answer.detail);
        NS_TRY(insert.bind(9, answer.askedAt).run());
    }
    return transaction.commit();
}

Result<std::optional<PendingAnswer>> findPending(store::Database& database, EngineId engine, QuestionId question,
                                                 SentenceId sentence) {
    NS_ASSIGN(auto select, database.prepare(std::string(kSelect) + "AND question_id = ?2 AND sentence_id = ?3"));
    select.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{question.value});
    NS_ASSIGN(const bool row, select.bind(3, std::int64_t{sentence.value}).step());
    if (!row)
        return std::optional<PendingAnswer>{};
    NS_ASSIGN(PendingAnswer pending, readRow(select, database.path()));
    return std::optional(std::move(pending));
}

Result<std::uint64_t> countPending(store::Database& database, EngineId engine) {
    NS_ASSIGN(auto select, database.prepare("SELECT count(*) FROM label_pending WHERE engine_id = ?"));
    NS_TRY(select.bind(1, std::int64_t{engine.value}).step());
    return static_cast<std::uint64_t>(select.integer(0));
}

Status foldPending(store::Database& database, EngineId engine) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    {
        NS_ASSIGN(auto select, database.prepare(std::string(kSelect) + "ORDER BY question_id, sentence_id"));
        select.bind(1, std::int64_t{engine.value});
        OpenBlock block(database, engine);
        for (;;) {
            NS_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            NS_ASSIGN(const PendingAnswer pending, readRow(select, database.path()));
            NS_TRY(block.put(pending));
        }
        NS_TRY(block.close());
    }
    NS_ASSIGN(auto remove, database.prepare("DELETE FROM label_pending WHERE engine_id = ?"));
    NS_TRY(remove.bind(1, std::int64_t{engine.value}).run());
    return transaction.commit();
}

Result<PendingReader> PendingReader::open(store::Database& database, EngineId engine, QuestionId question) {
    NS_ASSIGN(auto select, database.prepare(std::string(kSelect) + "AND question_id = ?2 ORDER BY sentence_id"));
    select.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{question.value});
    return PendingReader(std::move(select), database.path());
}

Result<std::optional<PendingAnswer>> PendingReader::next() {
    NS_ASSIGN(const bool row, m_select.step());
    if (!row)
        return std::optional<PendingAnswer>{};
    NS_ASSIGN(PendingAnswer pending, readRow(m_select, m_where));
    return std::optional(std::move(pending));
}

} // namespace neuroscribe::labels
