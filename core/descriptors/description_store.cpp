#include "core/descriptors/description_store.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::size_t kMaxKnown = 200'000; ///< descriptors remembered; a corpus has some ten thousand

Error damaged(const store::Database& database) {
    return {ErrorCode::Corrupt, database.path(), "a stored description is none", "Restore the study from a copy"};
}

} // namespace

Result<std::vector<Asked>> loadAsked(store::Database& database, EngineId engine, std::uint32_t sentences) {
    NS_ASSIGN(auto select, database.prepare("SELECT sentence_id, failure FROM description WHERE engine_id = ?"));
    select.bind(1, std::int64_t{engine.value});
    std::vector<Asked> asked(sentences, Asked::No);
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return asked;
        const std::int64_t sentence = select.integer(0);
        if (sentence < 0 || sentence >= sentences)
            return damaged(database);
        asked[static_cast<std::size_t>(sentence)] = select.integer(1) == 0 ? Asked::Answered : Asked::Failed;
    }
}

Result<EngineId> joinUnion(store::Database& database, const llm::EngineRecord& engine) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(const EngineId id, llm::registerEngine(database, engine));
    NS_ASSIGN(auto update, database.prepare("UPDATE engine SET in_union = 1 WHERE id = ?"));
    NS_TRY(update.bind(1, std::int64_t{id.value}).run());
    NS_TRY(transaction.commit());
    return id;
}

Status DescriptionWriter::write(std::span<const Description> descriptions) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(m_database));
    NS_ASSIGN(auto remove, m_database.prepare("DELETE FROM description WHERE engine_id = ? AND sentence_id = ?"));
    NS_ASSIGN(auto insert, m_database.prepare("INSERT INTO description(engine_id, sentence_id, reply, failure, detail, "
                                              "asked_at) VALUES (?, ?, ?, ?, ?, ?)"));
    NS_ASSIGN(auto topic, m_database.prepare("INSERT INTO description_descriptor(engine_id, sentence_id, position, "
                                             "raw_descriptor_id) VALUES (?, ?, ?, ?)"));
    for (const Description& description : descriptions) {
        const std::int64_t sentence = description.sentence.value;
        NS_TRY(remove.bind(1, std::int64_t{m_engine.value}).bind(2, sentence).run());
        NS_TRY(writeOne(insert, description));
        for (std::size_t i = 0; i < description.topics.size(); ++i) {
            NS_ASSIGN(const std::int64_t id, descriptorOf(description.topics[i]));
            topic.bind(1, std::int64_t{m_engine.value}).bind(2, sentence);
            NS_TRY(topic.bind(3, static_cast<std::int64_t>(i)).bind(4, id).run());
        }
    }
    return transaction.commit();
}

Status DescriptionWriter::writeOne(store::Statement& insert, const Description& description) {
    insert.bind(1, std::int64_t{m_engine.value}).bind(2, std::int64_t{description.sentence.value});
    insert.bind(3, description.reply).bind(4, static_cast<std::int64_t>(description.failure));
    return insert.bind(5, description.detail).bind(6, description.askedAt).run();
}

Result<std::int64_t> DescriptionWriter::descriptorOf(const std::string& name) {
    if (const auto known = m_known.find(name); known != m_known.end())
        return known->second;
    NS_ASSIGN(auto insert, m_database.prepare("INSERT OR IGNORE INTO raw_descriptor(name) VALUES (?)"));
    NS_TRY(insert.bind(1, name).run());
    NS_ASSIGN(auto select, m_database.prepare("SELECT id FROM raw_descriptor WHERE name = ?"));
    NS_ASSIGN(const bool row, select.bind(1, name).step());
    if (!row)
        return damaged(m_database);
    const std::int64_t id = select.integer(0);
    if (m_known.size() < kMaxKnown)
        m_known.emplace(name, id);
    return id;
}

} // namespace neuroscribe::descriptors
