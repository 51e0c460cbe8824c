#include "core/labels/person_answers.h"

#include "core/labels/pending_answers.h"
#include "core/labels/person_answer_writer.h"

namespace neuroscribe::labels {
namespace {

constexpr const char* kPersonEngine = "person";

Result<PersonAnswer> readRow(const store::Statement& row, std::uint32_t sentences, const std::string& where) {
    const auto isIn = [](std::int64_t value, std::int64_t most) { return value >= 0 && value <= most; };
    if (!isIn(row.integer(1), std::int64_t{sentences} - 1) || !isIn(row.integer(2), 2) || !isIn(row.integer(3), 1) ||
        !isIn(row.integer(4), 2) || !(row.real(5) >= 0))
        return Error{ErrorCode::Corrupt, where, "a stored answer is none", "Restore the study from a copy"};
    return PersonAnswer{.question = row.text(0),
                        .sentence = SentenceId(static_cast<std::uint32_t>(row.integer(1))),
                        .verdict = static_cast<Verdict>(row.integer(2)),
                        .drawn = static_cast<Drawn>(row.integer(3)),
                        .model = static_cast<Answer>(row.integer(4)),
                        .weight = row.real(5),
                        .answeredAt = row.integer(6)};
}

/// Who has answered before keeps the engine; one who answers anew is the newest, before what was imported.
Result<EngineId> engineOf(store::Database& database, const std::string& annotator) {
    NS_TRY(checkPersonName(annotator));
    return registerEngine(database, annotator, kPersonEngine, "");
}

} // namespace

const char* verdictName(Verdict verdict) {
    static constexpr const char* kNames[] = {"unsure", "no", "yes"};
    return kNames[static_cast<std::size_t>(verdict)];
}

const char* drawnName(Drawn drawn) {
    return drawn == Drawn::Balanced ? "balanced" : "disagreement";
}

Status checkPersonName(const std::string& annotator) {
    const bool blank = annotator.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank || annotator == kLabelMatrixName)
        return Error{ErrorCode::InvalidArgument, "annotator \"" + annotator + "\"",
                     blank ? "an annotator needs a name" : "B is the name of the model's labels", ""};
    return {};
}

Result<std::vector<PersonAnswer>> loadPersonAnswers(store::Database& database, const std::string& annotator) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    NS_ASSIGN(auto select,
              database.prepare("SELECT q.text, a.sentence_id, a.verdict, a.drawn, a.model, a.weight, a.answered_at "
                               "FROM person_answer a JOIN question q ON q.id = a.question_id "
                               "WHERE a.engine_id IN (SELECT id FROM engine WHERE task = 'labels' AND annotator = ?) "
                               "ORDER BY a.question_id, a.sentence_id"));
    select.bind(1, annotator);
    std::vector<PersonAnswer> answers;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return answers;
        NS_ASSIGN(auto answer, readRow(select, sentences, database.path()));
        answers.push_back(std::move(answer));
    }
}

Result<std::vector<std::string>> loadPeople(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare("SELECT DISTINCT annotator FROM engine WHERE task = 'labels' AND EXISTS "
                                            "(SELECT 1 FROM person_answer WHERE engine_id = engine.id) "
                                            "ORDER BY annotator"));
    std::vector<std::string> names;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return names;
        names.push_back(select.text(0));
    }
}

Status storePersonAnswer(store::Database& database, const std::string& annotator, const PersonAnswer& answer) {
    NS_ASSIGN(auto writer, PersonAnswerWriter::open(database, annotator));
    return writer.add(answer);
}

Result<PersonAnswerWriter> PersonAnswerWriter::open(store::Database& database, const std::string& annotator) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    NS_ASSIGN(const EngineId engine, engineOf(database, annotator));
    NS_ASSIGN(auto draw, database.prepare("INSERT OR REPLACE INTO person_answer(engine_id, question_id, sentence_id, "
                                          "verdict, drawn, model, weight, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, "
                                          "?)"));
    // Where answers of every annotator are looked for.
    NS_ASSIGN(auto label, database.prepare("INSERT OR REPLACE INTO label_pending(engine_id, question_id, sentence_id, "
                                           "answer, failure, reply, detail, asked_at) VALUES (?, ?, ?, ?, 0, '', '', "
                                           "?)"));
    return PersonAnswerWriter(database, engine, sentences, std::move(draw), std::move(label));
}

Status PersonAnswerWriter::add(const PersonAnswer& answer) {
    if (answer.sentence.value >= m_sentences)
        return Error{ErrorCode::InvalidArgument, "sentence " + std::to_string(answer.sentence.value),
                     "there is no such sentence", ""};
    NS_ASSIGN(const QuestionId question, questionOf(*m_database, answer.question));
    NS_TRY(storeDraw(question, answer));
    return storeLabel(question, answer);
}

Status PersonAnswerWriter::storeDraw(QuestionId question, const PersonAnswer& answer) {
    m_draw.reset();
    m_draw.bind(1, std::int64_t{m_engine.value}).bind(2, std::int64_t{question.value});
    m_draw.bind(3, std::int64_t{answer.sentence.value}).bind(4, static_cast<std::int64_t>(answer.verdict));
    m_draw.bind(5, static_cast<std::int64_t>(answer.drawn)).bind(6, static_cast<std::int64_t>(answer.model));
    return m_draw.bind(7, answer.weight).bind(8, answer.answeredAt).run();
}

Status PersonAnswerWriter::storeLabel(QuestionId question, const PersonAnswer& answer) {
    m_label.reset();
    m_label.bind(1, std::int64_t{m_engine.value}).bind(2, std::int64_t{question.value});
    m_label.bind(3, std::int64_t{answer.sentence.value}).bind(4, static_cast<std::int64_t>(answer.verdict));
    return m_label.bind(5, answer.answeredAt).run();
}

Status removePersonAnswer(store::Database& database, const std::string& annotator, const std::string& question,
                          SentenceId sentence) {
    NS_ASSIGN(const EngineId engine, engineOf(database, annotator));
    NS_ASSIGN(const auto id, findQuestion(database, question));
    if (!id)
        return {};
    for (const char* table : {"person_answer", "label_pending"}) {
        NS_ASSIGN(auto remove, database.prepare(std::string("DELETE FROM ") + table +
                                                " WHERE engine_id = ? AND question_id = ? AND sentence_id = ?"));
        remove.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{id->value});
        NS_TRY(remove.bind(3, std::int64_t{sentence.value}).run());
    }
    return {};
}

} // namespace neuroscribe::labels
