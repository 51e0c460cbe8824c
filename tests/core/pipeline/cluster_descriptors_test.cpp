// Topics become clusters and, named, descriptors; a new clustering keeps what a person made.
#include "core/pipeline/cluster_descriptors.h"

#include "core/descriptors/cluster_counts.h"
#include "core/descriptors/cluster_names.h"
#include "core/descriptors/review.h"
#include "core/pipeline/embed_descriptors.h"
#include "tests/core/pipeline/curated_study.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;
using descriptors::ClusterNamer;
using descriptors::EmbeddingModel;
using descriptors::NameKind;
using descriptors::NameSource;

namespace {

const std::vector<std::string> kTopics{"cat", "cats", "old cat", "dog", "dogs", "big dog", "apple pie", "house cat"};

/// Topics 1 2 3 8 lie together, 4 5 6 at 37 degrees (cosine 0.8) from them, 7 by itself.
struct EmbeddedStudy : test::CuratedStudy {
    EmbeddingModel model;
    test::ScratchFolder wordnet;
    ClusterNamer namer;

    EmbeddedStudy() : CuratedStudy(kTopics) {
        REQUIRE(database()
                    .execute("INSERT INTO engine(id, task, annotator, spec, identity, prompt_hash, prompt, wrapper,"
                             " device, parameters, created_at)"
                             " VALUES (9, 'topics', '', 'lexical', 'lexical', '', '', '', '', '{}', '');"
                             "INSERT INTO description VALUES (9, 0, '', 0, '', 0);"
                             "INSERT INTO description_descriptor SELECT 9, 0, id, id FROM raw_descriptor;")
                    .ok());
        auto registered = descriptors::registerEmbeddingModel(database(), "hash", "/models/a", 3);
        REQUIRE(registered.ok());
        model = *registered;
        std::vector<float> values;
        for (int i = 0; i < 3; ++i)
            values.insert(values.end(), {1, 0, 0});
        for (int i = 0; i < 3; ++i)
            values.insert(values.end(), {0.8F, 0.6F, 0});
        values.insert(values.end(), {0, 0, 1, 1, 0, 0});
        REQUIRE(descriptors::storeEmbeddings(database(), model, ids({1, 2, 3, 4, 5, 6, 7, 8}),
                                             MatrixView<const float>(values, 8, 3))
                    .ok());
        auto opened = ClusterNamer::open(test::writeWordNetNouns(wordnet));
        REQUIRE(opened.ok());
        namer = std::move(opened).value();
    }

    Clustered cluster(double threshold, std::optional<NameKind> name = std::nullopt) {
        const auto embeddings = descriptors::loadEmbeddings(database(), model);
        REQUIRE(embeddings.ok());
        NullProgress progress;
        auto clustered = clusterDescriptors(project, *embeddings, model, namer,
                                            {.threshold = threshold, .minSize = 2, .name = name}, {}, progress);
        REQUIRE(clustered.ok());
        curation = clustered->curation;
        checkEqualOnDisk();
        return std::move(clustered).value();
    }
    std::string nameOf(std::uint32_t id) const { return curation.find(ClusterId(id))->name; }
};

bool nnBuilt() {
    return std::filesystem::exists(test::programFolder() / "neuroscribe_nn.so");
}

std::string encoder() {
    return (test::sourceFolder() / "resources/demo/reviews-sbert-mini").string();
}

/// Asks to stop when the first commit is reported.
struct StopAtOnce final : ProgressSink {
    void progress(const Progress&) override { stop.request_stop(); }
    std::stop_source stop;
};

} // namespace

TEST_CASE("clusters are suggested and nothing is a descriptor before somebody says so") {
    EmbeddedStudy study;
    study.cluster(0.9);
    REQUIRE(study.curation.clusters().size() == 2);
    CHECK(study.curation.find(ClusterId(1))->members == study.ids({1, 2, 3, 8}));
    CHECK(study.curation.find(ClusterId(2))->members == study.ids({4, 5, 6}));
    CHECK(study.nameOf(1) == "cat"); // of three alike the first by name
    CHECK(study.curation.find(ClusterId(1))->source == NameSource::Suggested);
    CHECK(study.curation.placeOf(RawDescriptorId(7)) == descriptors::kUnclustered);
    CHECK(study.shown().empty());
    const auto counts = descriptors::countClusters(study.database());
    REQUIRE(counts.ok());
    CHECK(counts->topics == 8);
    CHECK(counts->embedded == 8);
    CHECK(counts->clusters == 2);
    CHECK(counts->named == 0);
    CHECK(counts->unclustered == 1);
}

TEST_CASE("named at once, clusters are descriptors with their members as terms") {
    EmbeddedStudy study;
    study.cluster(0.9, NameKind::HeadWord);
    CHECK(study.nameOf(1) == "cat");
    CHECK(study.nameOf(2) == "dog");
    const auto shown = study.shown();
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].find("cats") != std::string::npos);
    CHECK(descriptors::countClusters(study.database())->named == 2);
    const auto record = descriptors::loadClustering(study.database());
    REQUIRE(record.ok());
    CHECK((*record)->threshold == 0.9);
    CHECK((*record)->model == "hash");
}

TEST_CASE("a kind of name that a cluster lacks is the centroid's, a second one of the same name gets it behind") {
    using descriptors::NameSuggestion;
    const std::vector<NameSuggestion> both{{NameKind::Centroid, "old cat", 1}, {NameKind::HeadWord, "cat", 1}};
    std::set<std::string> used;
    CHECK(descriptors::chooseName(both, NameKind::WordNet, used) == "old cat");
    CHECK(descriptors::chooseName(both, NameKind::HeadWord, used) == "cat");
    CHECK(descriptors::chooseName(both, NameKind::HeadWord, used) == "cat (old cat)");
    CHECK(descriptors::chooseName({}, NameKind::Centroid, used).empty());
}

TEST_CASE("a person's name survives another threshold, and undo brings everything back") {
    EmbeddedStudy study;
    study.cluster(0.9);
    study.make(descriptors::rename(study.curation, ClusterId(2), "Dogs", true));
    const descriptors::Curation before = study.curation;
    const Clustered again = study.cluster(0.9);
    CHECK(again.plan.reattachment.sure.size() == 1);
    CHECK(study.nameOf(2) == "Dogs");
    study.undo();
    CHECK(study.curation.clusters() == before.clusters());
    const Clustered wider = study.cluster(0.7); // one community of seven
    CHECK(wider.plan.reattachment.doubtful.size() == 1);
    CHECK(study.curation.find(ClusterId(2))->members == study.ids({4, 5, 6}));
    const auto review = descriptors::loadReview(study.database(), study.curation);
    REQUIRE(review.ok());
    REQUIRE(review->size() == 1);
    study.make(descriptors::takeCommunity(study.curation, review->front()));
    CHECK(study.curation.find(ClusterId(2))->members == study.ids({1, 2, 3, 4, 5, 6, 8}));
    CHECK(study.nameOf(2) == "Dogs");
    CHECK(descriptors::loadReview(study.database(), study.curation)->empty());
}

TEST_CASE("what a clustering left to decide is undone with it, and so is each decision") {
    EmbeddedStudy study;
    const auto open = [&study] {
        const auto review = descriptors::loadReview(study.database(), study.curation);
        REQUIRE(review.ok());
        return *review;
    };
    study.cluster(0.9);
    study.make(descriptors::rename(study.curation, ClusterId(2), "Dogs", true));
    CHECK(open().empty());
    study.cluster(0.7);
    const auto doubtful = open();
    REQUIRE(doubtful.size() == 1);
    study.make(descriptors::leaveCluster(study.curation, doubtful.front()));
    CHECK(open().empty());
    study.undo();
    CHECK(open() == doubtful); // the decision is taken back
    study.redo();
    CHECK(open().empty());
    study.undo();
    study.undo();
    CHECK(open().empty()); // the clustering is: nothing of it is left to decide
    study.redo();
    CHECK(open() == doubtful);
    study.cluster(0.95); // another one has decisions of its own
    CHECK(open().empty());
    study.undo();
    CHECK(open() == doubtful);
}

TEST_CASE("average linkage cuts by the mean cosine, or into so many clusters") {
    EmbeddedStudy study;
    const auto embeddings = descriptors::loadEmbeddings(study.database(), study.model);
    REQUIRE(embeddings.ok());
    NullProgress progress;
    ClusterOptions options{.method = descriptors::ClusterMethod::Agglomerative, .threshold = 0.9, .minSize = 2};
    CHECK(findCommunities(*embeddings, options, {}, progress)->size() == 2);
    options.threshold = 0.7;
    CHECK(findCommunities(*embeddings, options, {}, progress)->front().members.size() == 7);
    options.count = 3;
    CHECK(findCommunities(*embeddings, options, {}, progress)->size() == 2); // the third has one member
}

TEST_CASE("without embeddings there is nothing to cluster, and options are checked") {
    EmbeddedStudy study;
    NullProgress progress;
    CHECK(clusterDescriptors(study.project, {}, study.model, study.namer, {}, {}, progress).error().code ==
          ErrorCode::MissingInput);
    CHECK(!ClusterOptions{.threshold = 1.5}.validate().ok());
    CHECK(!ClusterOptions{.minSize = 0}.validate().ok());
    CHECK(!ClusterOptions{.count = 4}.validate().ok());
}

TEST_CASE("an encoder embeds each topic once") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    EmbeddedStudy study;
    NullProgress progress;
    const EmbedOptions options{.encoder = encoder(), .device = "cpu"};
    const auto first = embedDescriptors(study.project, options, {}, progress);
    REQUIRE(first.ok());
    CHECK(first->embedded == 8);
    const auto vectors = descriptors::loadEmbeddings(study.database(), first->model);
    REQUIRE(vectors.ok());
    REQUIRE(study.database()
                .execute("INSERT INTO raw_descriptor(id, name) VALUES (9, 'speed');"
                         "INSERT INTO description_descriptor VALUES (9, 0, 9, 9);")
                .ok());
    const auto second = embedDescriptors(study.project, options, {}, progress);
    REQUIRE(second.ok());
    CHECK(second->model.id == first->model.id);
    CHECK(second->embedded == 1);
    CHECK(second->descriptors == 9);
    const auto all = descriptors::loadEmbeddings(study.database(), first->model);
    REQUIRE(all.ok());
    CHECK(all->descriptors.size() == 9);
    CHECK(std::equal(vectors->values.begin(), vectors->values.end(), all->values.begin()));
    const auto rows = all->rows();
    const auto cosine = [&](std::size_t a, std::size_t b) {
        double sum = 0;
        for (std::size_t d = 0; d < rows.columns(); ++d)
            sum += static_cast<double>(rows(a, d)) * static_cast<double>(rows(b, d));
        return sum;
    };
    CHECK(cosine(3, 4) > cosine(3, 6)); // dog: dogs, apple pie
}

TEST_CASE("embedding stops when asked, and another run embeds the rest") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    EmbeddedStudy study;
    REQUIRE(study.database()
                .execute("WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 1599)"
                         "INSERT INTO raw_descriptor(id, name) SELECT i, 'topic ' || i FROM n;"
                         "INSERT INTO description_descriptor SELECT 9, 0, id, id FROM raw_descriptor WHERE id >= 100;")
                .ok());
    const EmbedOptions options{.encoder = encoder(), .device = "cpu"};
    StopAtOnce stopper;
    stopper.stop.request_stop();
    CHECK(embedDescriptors(study.project, options, stopper.stop.get_token(), stopper).error().code ==
          ErrorCode::Cancelled);
    NullProgress progress;
    const auto embedded = embedDescriptors(study.project, options, {}, progress);
    REQUIRE(embedded.ok());
    CHECK(embedded->embedded == 1508);
    CHECK(descriptors::loadWithoutEmbedding(study.database(), embedded->model)->empty());
}

TEST_CASE("what nobody named can't be embedded") {
    test::CuratedStudy study({"cat"});
    NullProgress progress;
    CHECK(embedDescriptors(study.project, {.encoder = encoder()}, {}, progress).error().code ==
          ErrorCode::MissingInput);
}
