#include "core/labels/import_answers.h"

#include <charconv>
#include <cmath>

#include "core/corpus/clean_text.h"
#include "core/corpus/record_filter.h"
#include "core/labels/answer_store.h"

namespace neuroscribe::labels {
namespace {

using corpus::Field;
using corpus::RawRecord;
using corpus::ValueKind;

constexpr std::size_t kShownChars = 40; ///< of a value that can't be used

Error unreadable(const std::string& where, const Field& field, const char* expected) {
    const std::string shown =
        field.kind == ValueKind::Nested ? "a list or an object" : field.value.substr(0, kShownChars);
    return {ErrorCode::Parse, where + ": " + field.name, std::string(expected) + " is expected, not " + shown, ""};
}

/// What stands in a column, without the space around it; empty where there is none, "[]" of what is no value.
std::string textOf(const RawRecord& record, const char* name) {
    const Field* field = record.find(name);
    if (field && field->kind == ValueKind::Nested)
        return "[]";
    return field ? corpus::cleanText(field->value).text : std::string();
}

template <class Number>
Status readNumber(const RawRecord& record, const char* name, const std::string& where, Number& value) {
    const std::string text = textOf(record, name);
    if (text.empty())
        return {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isFine = error == std::errc{} && end == text.data() + text.size() && value >= 0 &&
                        std::isfinite(static_cast<double>(value));
    return isFine ? Status() : unreadable(where, *record.find(name), "a number from 0 on");
}

Status readDrawn(const RawRecord& record, const std::string& where, Drawn& drawn) {
    const std::string text = textOf(record, "drawn");
    for (const Drawn each : {Drawn::Balanced, Drawn::Disagreement})
        if (text.empty() || text == drawnName(each)) {
            drawn = each;
            return {};
        }
    return unreadable(where, *record.find("drawn"), "balanced or disagreement");
}

Status readModel(const RawRecord& record, const std::string& where, Answer& model) {
    const Field* field = record.find("model");
    if (!field)
        return {};
    const auto answer = field->kind == ValueKind::Nested ? std::nullopt : corpus::parseAnswer(field->value);
    if (!answer)
        return unreadable(where, *field, "yes, no or nothing");
    model = static_cast<Answer>(*answer);
    return {};
}

} // namespace

Result<std::optional<Verdict>> parseVerdict(const Field& field, const std::string& where) {
    const std::string text = corpus::cleanText(field.value).text;
    for (const char* unsure : {"unsure", "Unsure", "UNSURE", "u", "U", "?"})
        if (text == unsure)
            return std::optional(Verdict::Unsure);
    const auto answer = field.kind == ValueKind::Nested ? std::nullopt : corpus::parseAnswer(field.value);
    if (!answer)
        return unreadable(where, field, "0, 1, yes, no, true, false, unsure or nothing");
    // Answer counts 0 unanswered, 1 no, 2 yes; Verdict 1 no, 2 yes.
    return *answer == 0 ? std::nullopt : std::optional(static_cast<Verdict>(*answer));
}

bool AnswerRows::isOne(const RawRecord& record) {
    return record.find("answer") && (record.find("question") || record.find("descriptor"));
}

Result<AnswerRows> AnswerRows::make(store::Database& database, SentenceFinder finder, std::string annotator) {
    AnswerRows rows(database, std::move(finder), std::move(annotator));
    NS_ASSIGN(const auto descriptors, loadDescriptors(database));
    for (const Descriptor& descriptor : descriptors)
        rows.m_questions[descriptor.name] = descriptor.question;
    return rows;
}

Status AnswerRows::add(const RawRecord& record, const std::string& where) {
    if (!record.problem.empty())
        return Error{ErrorCode::Parse, where, record.problem, ""};
    if (!isOne(record))
        return Error{ErrorCode::Parse, where, "the row lacks answer, or question and descriptor", ""};
    NS_ASSIGN(const auto sentence, m_finder.find(record, where));
    PersonAnswer answer;
    NS_ASSIGN(answer.question, questionOf(record, where));
    NS_ASSIGN(const auto verdict, parseVerdict(*record.find("answer"), where));
    NS_TRY(readDrawn(record, where, answer.drawn));
    NS_TRY(readModel(record, where, answer.model));
    NS_TRY(readNumber(record, "weight", where, answer.weight));
    NS_TRY(readNumber(record, "answered_at", where, answer.answeredAt));
    NS_ASSIGN(PersonAnswerWriter* const writer, writerFor(record, where));
    if (!sentence) {
        ++m_report.labels.unmatchedRows;
        return {};
    }
    ++m_report.labels.counts.pairs;
    if (!verdict) {
        ++m_report.labels.counts.unanswered;
        return {};
    }
    answer.sentence = SentenceId(*sentence);
    answer.verdict = *verdict;
    count(*verdict);
    return writer->add(answer);
}

Result<std::string> AnswerRows::questionOf(const RawRecord& record, const std::string& where) {
    const Field* question = record.find("question");
    if (!question || question->value.empty()) {
        const Field* descriptor = record.find("descriptor");
        const auto found = descriptor ? m_questions.find(descriptor->value) : m_questions.end();
        if (found != m_questions.end())
            return found->second;
        return Error{ErrorCode::NotFound, where + ": descriptor",
                     "the study has no descriptor " + (descriptor ? descriptor->value.substr(0, kShownChars) : "''"),
                     "Add it with --descriptor, or mend the name"};
    }
    auto asked = m_asked.find(question->value);
    if (asked == m_asked.end()) {
        NS_ASSIGN(const auto id, findQuestion(*m_database, question->value));
        asked = m_asked.emplace(question->value, id.has_value()).first;
    }
    if (asked->second)
        return question->value;
    return Error{ErrorCode::NotFound, where + ": question",
                 "the study never asked about " + question->value.substr(0, kShownChars),
                 "Leave the column question out to go by the names of descriptors"};
}

Result<PersonAnswerWriter*> AnswerRows::writerFor(const RawRecord& record, const std::string& where) {
    const Field* own = record.find("annotator");
    const std::string name = !m_annotator.empty() ? m_annotator : (own ? own->value : std::string());
    auto writer = m_writers.find(name);
    if (writer == m_writers.end()) {
        if (const Status person = checkPersonName(name); !person)
            return Error{person.error().code, where + ": annotator", person.error().why, "Name the person with --as"};
        NS_ASSIGN(auto made, PersonAnswerWriter::open(*m_database, name));
        writer = m_writers.emplace(name, std::move(made)).first;
    }
    return &writer->second;
}

void AnswerRows::count(Verdict verdict) {
    m_report.labels.counts.yes += verdict == Verdict::Yes;
    m_report.labels.counts.no += verdict == Verdict::No;
    m_report.unsure += verdict == Verdict::Unsure;
}

} // namespace neuroscribe::labels
