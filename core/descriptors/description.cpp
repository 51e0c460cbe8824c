#include "core/descriptors/description.h"

#include <algorithm>

#include "core/corpus/sentence.h"
#include "core/descriptors/topic_prompt.h"
#include "core/llm/prompt_text.h"

namespace neuroscribe::descriptors {
namespace {

constexpr const char* kUnion = "engine_id IN (SELECT id FROM engine WHERE task = 'topics' AND in_union = 1)";

Result<std::uint64_t> count(store::Database& database, const std::string& sql) {
    NS_ASSIGN(const auto number, database.integer(sql));
    return static_cast<std::uint64_t>(number.value_or(0));
}

Result<std::vector<std::string>> loadTopics(store::Database& database, EngineId engine, SentenceId sentence) {
    NS_ASSIGN(auto select, database.prepare("SELECT r.name FROM description_descriptor d JOIN raw_descriptor r "
                                            "ON r.id = d.raw_descriptor_id WHERE d.engine_id = ? AND "
                                            "d.sentence_id = ? ORDER BY d.position"));
    select.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{sentence.value});
    std::vector<std::string> topics;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return topics;
        topics.push_back(select.text(0));
    }
}

Result<std::optional<Description>> loadDescription(store::Database& database, EngineId engine, SentenceId sentence) {
    NS_ASSIGN(auto select, database.prepare("SELECT reply, failure, detail, asked_at FROM description "
                                            "WHERE engine_id = ? AND sentence_id = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::int64_t{engine.value}).bind(2, std::int64_t{sentence.value}).step());
    if (!row)
        return std::optional<Description>{};
    if (select.integer(1) < 0 || select.integer(1) > static_cast<int>(llm::Failure::Server))
        return Error{ErrorCode::Corrupt, database.path(), "a stored description is none",
                     "Restore the study from a copy"};
    Description description{.sentence = sentence,
                            .reply = select.text(0),
                            .failure = static_cast<llm::Failure>(select.integer(1)),
                            .detail = select.text(2),
                            .askedAt = select.integer(3)};
    NS_ASSIGN(description.topics, loadTopics(database, engine, sentence));
    return std::optional(std::move(description));
}

} // namespace

Result<std::vector<llm::EngineRecord>> loadUnion(store::Database& database) {
    NS_ASSIGN(auto engines, llm::loadEngines(database, llm::Task::Topics));
    std::erase_if(engines, [](const llm::EngineRecord& engine) { return !engine.inUnion; });
    return engines;
}

Status leaveUnion(store::Database& database) {
    return database.execute("UPDATE engine SET in_union = 0 WHERE task = 'topics'");
}

Result<DescribeCoverage> loadCoverage(store::Database& database) {
    const std::string ofUnion = std::string(" WHERE ") + kUnion;
    DescribeCoverage counts;
    NS_ASSIGN(const std::uint64_t pairs,
              count(database, "SELECT (SELECT count(*) FROM sentence) * (SELECT count(*) FROM engine WHERE "
                              "task = 'topics' AND in_union = 1)"));
    NS_ASSIGN(counts.answered, count(database, "SELECT count(*) FROM description" + ofUnion + " AND failure = 0"));
    NS_ASSIGN(counts.failed, count(database, "SELECT count(*) FROM description" + ofUnion + " AND failure <> 0"));
    counts.unanswered = pairs - std::min(pairs, counts.answered);
    return counts;
}

Result<DescribeCounts> countDescriptions(store::Database& database) {
    const std::string ofUnion = std::string(" WHERE ") + kUnion;
    DescribeCounts counts;
    NS_ASSIGN(static_cast<DescribeCoverage&>(counts), loadCoverage(database));
    NS_ASSIGN(counts.descriptors, count(database, "SELECT count(*) FROM (SELECT DISTINCT sentence_id, "
                                                  "raw_descriptor_id FROM description_descriptor" +
                                                      ofUnion + ")"));
    NS_ASSIGN(counts.distinct, count(database, "SELECT count(DISTINCT raw_descriptor_id) FROM "
                                               "description_descriptor" +
                                                   ofUnion));
    return counts;
}

Result<std::vector<RawDescriptor>> loadRawDescriptors(store::Database& database) {
    NS_ASSIGN(auto select,
              database.prepare(std::string("SELECT r.id, r.name, count(DISTINCT d.sentence_id) AS sentences FROM "
                                           "description_descriptor d JOIN raw_descriptor r "
                                           "ON r.id = d.raw_descriptor_id WHERE d.") +
                               kUnion + " GROUP BY r.id ORDER BY sentences DESC, r.name"));
    std::vector<RawDescriptor> descriptors;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return descriptors;
        descriptors.push_back({RawDescriptorId(static_cast<std::uint32_t>(select.integer(0))), select.text(1),
                               static_cast<std::uint32_t>(select.integer(2))});
    }
}

Result<std::vector<DescriptionOrigin>> loadDescriptionOrigins(store::Database& database, SentenceId sentence) {
    NS_ASSIGN(const corpus::Sentence about, corpus::loadSentence(database, sentence));
    NS_ASSIGN(auto engines, llm::loadEngines(database, llm::Task::Topics));
    std::vector<DescriptionOrigin> origins;
    for (llm::EngineRecord& engine : engines) {
        NS_ASSIGN(auto description, loadDescription(database, engine.id, sentence));
        if (!description)
            continue;
        DescriptionOrigin origin;
        if (!engine.prompt.empty()) {
            NS_ASSIGN(const TopicPrompt prompt, TopicPrompt::fromRecord(engine));
            NS_ASSIGN(const llm::Prompt asked, prompt.about(about.text));
            NS_ASSIGN(origin.prompt, llm::wrappedText(asked, engine.wrapper));
        }
        origin.engine = std::move(engine);
        origin.description = std::move(*description);
        origins.push_back(std::move(origin));
    }
    std::ranges::reverse(origins);
    return origins;
}

} // namespace neuroscribe::descriptors
