#include "app/session/sentence_labels.h"

#include <cstddef>

namespace neuroscribe::app {
namespace {

/// Sentences per row of label_block (schema.sql).
constexpr std::int64_t kBlock = 4096;

constexpr const char* kQuery = R"(
SELECT descriptor.name, engine.annotator, engine.spec, substr(label_block.answers, ?2, 1)
FROM label_block
JOIN descriptor ON descriptor.question_id = label_block.question_id
JOIN engine ON engine.id = label_block.engine_id
WHERE label_block.block = ?1
ORDER BY engine.annotator <> 'B', descriptor.position, engine.id)";

/// One byte of the block; a short block ends before the sentence: unanswered.
labels::Answer answerOf(std::span<const std::byte> byte) {
    if (byte.empty())
        return labels::Answer::Unanswered;
    switch (std::to_integer<int>(byte[0])) {
    case 1:
        return labels::Answer::No;
    case 2:
        return labels::Answer::Yes;
    default:
        return labels::Answer::Unanswered;
    }
}

} // namespace

Result<SentenceRecord> loadSentenceRecord(store::Database& database, SentenceId id) {
    SentenceRecord record;
    NS_ASSIGN(record.sentence, corpus::loadSentence(database, id));
    NS_ASSIGN(auto query, database.prepare(kQuery));
    query.bind(1, static_cast<std::int64_t>(id.value) / kBlock);
    query.bind(2, static_cast<std::int64_t>(id.value) % kBlock + 1);
    for (;;) {
        NS_ASSIGN(const bool row, query.step());
        if (!row)
            return record;
        record.labels.push_back({query.text(0), answerOf(query.blob(3)), query.text(1), query.text(2)});
    }
}

} // namespace neuroscribe::app
