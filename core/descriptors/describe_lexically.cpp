#include <algorithm>
#include <chrono>

#include "core/corpus/sentence.h"
#include "core/descriptors/describe.h"
#include "core/descriptors/description_store.h"
#include "core/descriptors/keyphrases.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::uint32_t kBlock = 1024; ///< sentences in a commit
constexpr std::uint32_t kMostTopics = 16;

std::string promptHash(std::uint32_t topics, bool wordNet, const Hash128& corpus) {
    Hasher hasher;
    hasher.add(wordNet ? "keyphrases 1, WordNet" : "keyphrases 1, rules");
    hasher.add(std::uint64_t{topics});
    hasher.add(corpus.hex());
    return hasher.finish().hex();
}

/// Keyphrases of an earlier corpus are made again faster than they are worth keeping.
Status forgetOthers(store::Database& database, EngineId engine) {
    NS_ASSIGN(auto remove, database.prepare("DELETE FROM description WHERE engine_id IN (SELECT id FROM engine WHERE "
                                            "task = 'topics' AND identity = 'lexical' AND id <> ?)"));
    NS_TRY(remove.bind(1, std::int64_t{engine.value}).run());
    return database.execute("UPDATE engine SET in_union = 0 WHERE task = 'topics' AND identity = 'lexical' AND NOT "
                            "EXISTS (SELECT 1 FROM description WHERE engine_id = engine.id) AND id <> " +
                            std::to_string(engine.value));
}

class LexicalDescriber {
public:
    LexicalDescriber(store::Database& database, Keyphrases& keyphrases, std::uint32_t sentences, std::stop_token stop)
        : m_database(database), m_keyphrases(keyphrases), m_sentences(sentences), m_stop(std::move(stop)) {}

    Status learn(ProgressMeter& meter) {
        return eachBlock([&](std::uint32_t first, const std::vector<std::string>& texts) -> Status {
            for (const std::string& text : texts)
                m_keyphrases.learn(text);
            meter.update(first + texts.size());
            return {};
        });
    }

    Status describe(EngineId engine, std::uint32_t topics, ProgressMeter& meter) {
        NS_ASSIGN(const auto asked, loadAsked(m_database, engine, m_sentences));
        DescriptionWriter writer(m_database, engine);
        const std::int64_t now =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
                .count();
        return eachBlock([&](std::uint32_t first, const std::vector<std::string>& texts) -> Status {
            std::vector<Description> descriptions;
            for (std::uint32_t i = 0; i < texts.size(); ++i)
                if (asked[first + i] == Asked::No)
                    descriptions.push_back({.sentence = SentenceId(first + i),
                                            .askedAt = now,
                                            .topics = m_keyphrases.of(texts[i], topics)});
            NS_TRY(writer.write(descriptions));
            meter.update(std::uint64_t{m_sentences} + first + texts.size());
            return {};
        });
    }

private:
    template <class Work>
    Status eachBlock(const Work& work) {
        for (std::uint32_t first = 0; first < m_sentences; first += std::min(kBlock, m_sentences - first)) {
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, "describe", "stopped; what is answered is kept",
                             "Run it again to go on"};
            NS_ASSIGN(const auto texts,
                      corpus::loadTexts(m_database, SentenceId(first), std::min(kBlock, m_sentences - first)));
            NS_TRY(work(first, texts));
        }
        return {};
    }

    store::Database& m_database;
    Keyphrases& m_keyphrases;
    std::uint32_t m_sentences;
    std::stop_token m_stop;
};

} // namespace

Status describeLexically(store::Project& project, std::uint32_t topics, std::stop_token stop, ProgressSink& progress,
                         const std::string& wordnetFolder) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    if (topics == 0 || topics > kMostTopics)
        return Error{ErrorCode::InvalidArgument, "topics", "it is a number from 1 to " + std::to_string(kMostTopics),
                     ""};
    store::Database& database = project.writer();
    NS_ASSIGN(const auto index, corpus::loadIndex(database));
    if (index.size() == 0)
        return Error{ErrorCode::MissingInput, "corpus", "the study has no sentences", "Run import first"};
    NS_ASSIGN(const Hash128 corpus, corpus::corpusHash(database));
    NS_ASSIGN(const auto classes, text::WordClasses::open(wordnetFolder));
    NS_ASSIGN(const EngineId engine,
              joinUnion(database, {.task = llm::Task::Topics,
                                   .spec = "lexical",
                                   .identity = "lexical",
                                   .promptHash = promptHash(topics, classes.hasWordNet(), corpus),
                                   .parameters = "{\"topics\":" + std::to_string(topics) + "}"}));
    NS_TRY(forgetOthers(database, engine));
    Keyphrases keyphrases(classes);
    LexicalDescriber describer(database, keyphrases, static_cast<std::uint32_t>(index.size()), std::move(stop));
    ProgressMeter meter(progress, "describe", 2 * std::uint64_t{index.size()}); // learning, describing
    NS_TRY(describer.learn(meter));
    return describer.describe(engine, topics, meter);
}

} // namespace neuroscribe::descriptors
