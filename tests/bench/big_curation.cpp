#include "tests/bench/big_curation.h"

#include "core/base/random.h"
#include "core/descriptors/embedding_store.h"
#include "core/extraction/extractor.h"
#include "core/pipeline/curate.h"
#include "tests/bench/made_study.h"
#include "tests/bench/must.h"
#include "tests/support/synthetic_model.h"

#include <cmath>

namespace neuroscribe::bench {
namespace {

constexpr std::uint32_t kLayers = 12;
constexpr std::uint32_t kUnits = 768;
constexpr std::uint32_t kDimension = 384;
constexpr std::uint32_t kInCluster = 50;    ///< topics of a cluster
constexpr std::uint32_t kClusteredPart = 5; ///< of each so many topics one is in no cluster
constexpr std::uint32_t kTopicsOfSentence = 5;
constexpr std::int64_t kEngine = 90;

std::string topicName(std::uint32_t topic) {
    static constexpr const char* kFirst[] = {"good", "cheap", "strong", "missing", "second", "bright", "heavy"};
    static constexpr const char* kThen[] = {"smell", "battery", "box", "price", "color", "taste", "cable", "lid"};
    return std::string(kFirst[topic % std::size(kFirst)]) + " " + kThen[topic / 7 % std::size(kThen)] + " " +
           std::to_string(topic);
}

/// Each topic is said at least once.
void addTopics(store::Database& database, std::uint32_t topics, std::uint32_t sentences) {
    must(database.execute(
        "INSERT INTO engine (id, task, annotator, spec, identity, prompt_hash, prompt, wrapper, device, "
        "parameters, created_at) VALUES (90, 'topics', '', 'made', 'made', '', '', '', '', '{}', '')"));
    auto name = must(database.prepare("INSERT INTO raw_descriptor VALUES (?, ?)"));
    for (std::uint32_t t = 0; t < topics; ++t)
        must(name.bind(1, std::int64_t{t + 1}).bind(2, topicName(t)).run());
    auto answer = must(database.prepare("INSERT INTO description VALUES (?, ?, '', 0, '', 0)"));
    auto said = must(database.prepare("INSERT INTO description_descriptor VALUES (?, ?, ?, ?)"));
    Random random(5);
    for (std::uint32_t s = 0; s < sentences; ++s) {
        must(answer.bind(1, kEngine).bind(2, std::int64_t{s}).run());
        for (std::uint32_t i = 0; i < kTopicsOfSentence; ++i) {
            const std::uint64_t turn = std::uint64_t{s} * kTopicsOfSentence + i;
            const std::uint64_t topic = turn < topics ? turn : random.below(topics);
            must(said.bind(1, kEngine)
                     .bind(2, std::int64_t{s})
                     .bind(3, std::int64_t{i})
                     .bind(4, static_cast<std::int64_t>(topic) + 1)
                     .run());
        }
    }
}

std::uint32_t clusterOf(std::uint32_t topic) {
    return topic / kInCluster;
}

/// Topics of a cluster lie around a direction of their own.
void addEmbeddings(store::Database& database, std::uint32_t topics) {
    const auto model = must(descriptors::registerEmbeddingModel(database, "made", "made", kDimension));
    std::vector<RawDescriptorId> members;
    std::vector<float> rows(std::size_t{topics} * kDimension);
    for (std::uint32_t t = 0; t < topics; ++t) {
        members.emplace_back(t + 1);
        Random centre(clusterOf(t)), own(1'000'000 + t);
        float* row = &rows[std::size_t{t} * kDimension];
        double length = 0;
        for (std::uint32_t d = 0; d < kDimension; ++d) {
            row[d] = static_cast<float>(centre.uniform() - 0.5 + 0.6 * (own.uniform() - 0.5));
            length += row[d] * row[d];
        }
        for (std::uint32_t d = 0; d < kDimension; ++d)
            row[d] /= static_cast<float>(std::sqrt(length));
    }
    must(descriptors::storeEmbeddings(database, model, members, MatrixView<const float>(rows, topics, kDimension)));
}

/// The first clusters are the labelled descriptors.
void addClusters(store::Database& database, std::uint32_t topics) {
    descriptors::CurationDelta delta;
    for (std::uint32_t t = 0; t < topics; ++t) {
        const ClusterId id(clusterOf(t) + 1);
        if (t % kInCluster == 0) {
            descriptors::ClusterFacts facts{.name = topicName(t), .centre = RawDescriptorId(t + 1)};
            if (id.value <= kNamedClusters) {
                facts.name = descriptorName(id.value - 1);
                facts.source = descriptors::NameSource::Person;
                facts.questions = {facts.name};
            }
            delta.clusters.push_back({id, std::nullopt, facts});
        }
        if (t % kInCluster == 0 || t % kClusteredPart != 0)
            delta.moves.push_back({RawDescriptorId(t + 1), descriptors::kUnclustered, id});
    }
    descriptors::Curation curation;
    must(pipeline::applyCurationEdit(database, curation, {"cluster.recluster", {}, delta}));
}

} // namespace

void makeBigCuration(const std::string& folder, std::uint32_t topics, std::uint32_t sentences) {
    auto project = must(store::Project::create(folder));
    addSentences(project, folder, sentences, 50);
    store::Database& database = project.writer();
    {
        auto transaction = must(store::Transaction::begin(database));
        addLabels(database, sentences, kNamedClusters);
        addTopics(database, topics, sentences);
        must(transaction.commit());
    }
    addEmbeddings(database, topics);
    addClusters(database, topics);
    test::SyntheticEncoder encoder(kLayers, kUnits);
    extraction::ExtractOptions options;
    options.model = "synthetic";
    NullProgress progress;
    must(extraction::extract(project, encoder, test::SyntheticTokenizer(), options, {}, progress));
}

} // namespace neuroscribe::bench
