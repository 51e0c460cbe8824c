#include "core/labels/label_detail.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace neuroscribe::labels {
namespace {

constexpr float kNoMargin = std::numeric_limits<float>::quiet_NaN();
constexpr std::size_t kMaxKnown = 1000;
constexpr std::size_t kMaxReplyBytes = 2000;

template <class T>
bool isNone(T value) {
    if constexpr (std::is_floating_point_v<T>)
        return std::isnan(value);
    else
        return value == 0;
}

template <class T>
Status readValues(const store::Statement& row, int column, const std::string& where, std::vector<T>& values) {
    const auto bytes = row.blob(column);
    if (bytes.size() % sizeof(T) != 0 || bytes.size() / sizeof(T) > kAnswerBlock)
        return Error{ErrorCode::Corrupt, where, "what the answers came with is damaged",
                     "Restore the study from a copy or label again"};
    values.resize(bytes.size() / sizeof(T));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return {};
}

template <class T>
void bindValues(store::Statement& insert, int index, const std::vector<T>& values) {
    if (std::ranges::all_of(values, [](T value) { return isNone(value); }))
        insert.bindNull(index);
    else
        insert.bind(index, std::as_bytes(std::span(values)));
}

std::string cut(const std::string& text) {
    std::size_t end = std::min(text.size(), kMaxReplyBytes);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // not inside a character
    return text.substr(0, end);
}

} // namespace

void LabelDetail::resize(std::size_t sentences) {
    margins.resize(sentences, kNoMargin);
    failures.resize(sentences);
    replies.resize(sentences);
    details.resize(sentences);
    askedAt.resize(sentences);
}

Result<LabelDetail> loadDetail(store::Database& database, EngineId engine, QuestionId question, std::uint32_t block) {
    NS_ASSIGN(auto select, database.prepare("SELECT margins, failures, replies, details, asked_at FROM label_detail "
                                            "WHERE engine_id = ? AND question_id = ? AND block = ?"));
    select.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{question.value}).bind(3, std::int64_t{block});
    LabelDetail detail;
    NS_ASSIGN(const bool row, select.step());
    if (!row)
        return detail;
    NS_TRY(readValues(select, 0, database.path(), detail.margins));
    NS_TRY(readValues(select, 1, database.path(), detail.failures));
    NS_TRY(readValues(select, 2, database.path(), detail.replies));
    NS_TRY(readValues(select, 3, database.path(), detail.details));
    NS_TRY(readValues(select, 4, database.path(), detail.askedAt));
    return detail;
}

Status saveDetail(store::Database& database, EngineId engine, QuestionId question, std::uint32_t block,
                  const LabelDetail& detail) {
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO label_detail(engine_id, question_id, block, "
                                            "margins, failures, replies, details, asked_at) "
                                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{question.value}).bind(3, std::int64_t{block});
    bindValues(insert, 4, detail.margins);
    bindValues(insert, 5, detail.failures);
    bindValues(insert, 6, detail.replies);
    bindValues(insert, 7, detail.details);
    return insert.bind(8, std::as_bytes(std::span(detail.askedAt))).run();
}

Answer decideByMargin(Answer stored, float margin, double threshold) {
    if (stored == Answer::Unanswered || std::isnan(margin) || threshold == 0)
        return stored;
    return margin > threshold ? Answer::Yes : margin < threshold ? Answer::No : Answer::Unanswered;
}

Result<std::uint32_t> ReplyTexts::idOf(const std::string& given) {
    if (given.empty())
        return 0U;
    const std::string text = cut(given);
    if (const auto known = m_known.find(text); known != m_known.end())
        return known->second;
    NS_ASSIGN(auto insert, m_database.prepare("INSERT OR IGNORE INTO reply_text(text) VALUES (?)"));
    NS_TRY(insert.bind(1, text).run());
    NS_ASSIGN(auto select, m_database.prepare("SELECT id FROM reply_text WHERE text = ?"));
    NS_ASSIGN(const bool row, select.bind(1, text).step());
    if (!row || select.integer(0) > std::numeric_limits<std::uint32_t>::max())
        return Error{ErrorCode::Corrupt, m_database.path(), "an answer that was just stored is not there", ""};
    const auto id = static_cast<std::uint32_t>(select.integer(0));
    if (m_known.size() < kMaxKnown)
        m_known.emplace(text, id);
    return id;
}

Result<std::string> ReplyTexts::text(std::uint32_t id) {
    if (id == 0)
        return std::string();
    NS_ASSIGN(auto select, m_database.prepare("SELECT text FROM reply_text WHERE id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::int64_t{id}).step());
    if (!row)
        return Error{ErrorCode::Corrupt, m_database.path(), "the text of an answer is missing",
                     "Restore the study from a copy"};
    return select.text(0);
}

} // namespace neuroscribe::labels
