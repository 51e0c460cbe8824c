#include "app/session/tagging_controller.h"
#include "core/base/random.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <QObject>

#include <cmath>

using namespace neuroscribe;
using namespace neuroscribe::app;
using tagging::Thresholds;

namespace {

constexpr std::uint32_t kSentences = 2000;

/// neurons x 8 units, random values and labels: only the arithmetic matters here.
std::shared_ptr<const pipeline::StudyData> randomStudy(std::uint32_t neurons, std::uint32_t descriptors) {
    Random random(11);
    auto study = std::make_shared<pipeline::StudyData>();
    auto corpus = std::make_shared<corpus::CorpusIndex>();
    corpus->categories = {"all"};
    for (std::uint32_t s = 0; s < kSentences; ++s) {
        corpus->category.push_back(0);
        corpus->words.push_back(10);
        corpus->split.push_back(static_cast<corpus::Split>(s % 2));
        corpus->members[s % 2].push_back(SentenceId(s));
    }
    study->corpus = corpus;
    auto labels = std::make_shared<labels::LabelMatrix>(kSentences, descriptors);
    for (std::uint32_t c = 0; c < descriptors; ++c) {
        study->descriptors.push_back({DescriptorId(c + 1), std::string("d").append(std::to_string(c)), "", {}, false});
        for (std::uint32_t s = 0; s < kSentences; ++s)
            labels->set(SentenceId(s), c, random.below(c + 2) == 0 ? labels::Answer::Yes : labels::Answer::No);
    }
    study->labels = labels;
    study->run = extraction::RunInfo{.layers = neurons / 8, .units = 8, .sentences = kSentences, .finished = true};
    for (int half = 0; half < 2; ++half) {
        study->splitLabels[half] = tagging::SplitLabels::make(*labels, corpus->members[half]);
        std::vector<float> values(static_cast<std::size_t>(kSentences / 2) * neurons);
        for (float& value : values)
            value = static_cast<float>(random.uniform());
        study->ranks[half] = *tagging::makeRanks(values, kSentences / 2, neurons);
    }
    return study;
}

struct Watched {
    TaggingController controller;
    std::vector<ChangeSet> changes;
    Watched() {
        QObject::connect(&controller, &TaggingController::changed, &controller,
                         [this](const ChangeSet& change) { changes.push_back(change); });
    }
    void start(const std::shared_ptr<const pipeline::StudyData>& study, const Thresholds& thresholds = {}) {
        controller.setStudy(study, thresholds);
        settle();
        changes.clear();
    }
    void settle() {
        REQUIRE(test::waitFor([this] { return controller.isSettled(); }));
    }
    /// The same thresholds, computed from nothing on this thread.
    void checkAgainst(const pipeline::StudyData& study, const Thresholds& thresholds) {
        auto expected = pipeline::makeTagger(study, thresholds.split, thresholds.tail);
        REQUIRE(expected);
        REQUIRE(expected->apply(thresholds));
        tagging::Tagger& tagger = *controller.tagger();
        CHECK(tagger.thresholds() == thresholds);
        CHECK(tagger.counts().yes == expected->counts().yes);
        CHECK(tagger.tags() == expected->tags());
        REQUIRE(controller.enrichment() != nullptr);
        CHECK(controller.enrichment()->q == expected->enrichment().q);
    }
};

} // namespace

TEST_CASE("A move of t is made at once, and tells that tags changed but no counts") {
    const auto study = randomStudy(64, 6);
    Watched watched;
    watched.start(study);
    watched.controller.setThresholds({.tMilli = 200});
    REQUIRE(watched.changes.size() == 1);
    CHECK(watched.changes[0] == ChangeSet{.thresholds = true, .tags = true});
    CHECK(watched.controller.isSettled());
    watched.checkAgainst(*study, {.tMilli = 200});
}

TEST_CASE("A small step of k is made at once, with q in a small study") {
    const auto study = randomStudy(64, 6);
    Watched watched;
    watched.start(study);
    watched.controller.setThresholds({.kMilli = 1100});
    CHECK(watched.controller.isSettled());
    REQUIRE(watched.changes.size() == 1);
    CHECK(watched.changes[0].counts);
    CHECK(watched.changes[0].enrichment);
    watched.checkAgainst(*study, {.kMilli = 1100});
}

TEST_CASE("q of a big study comes later and belongs to the newest counts") {
    const auto study = randomStudy(8008, 8);
    Watched watched;
    watched.start(study);
    watched.controller.setThresholds({.kMilli = 1100});
    CHECK(watched.controller.enrichment() == nullptr);
    CHECK_FALSE(watched.controller.isSettled());
    watched.controller.setThresholds({.kMilli = 1300});
    watched.settle();
    watched.checkAgainst(*study, {.kMilli = 1300});
}

TEST_CASE("A jump leaves the last state in view until it arrives, and the last wish wins") {
    const auto study = randomStudy(16016, 8);
    Watched watched;
    watched.start(study);
    watched.controller.setThresholds({.kMilli = 9000});
    CHECK(watched.controller.tagger()->thresholds().kMilli == 1000);
    watched.controller.setThresholds({.kMilli = 200});
    watched.controller.setThresholds({.kMilli = 8000, .tMilli = 300});
    watched.settle();
    watched.checkAgainst(*study, {.kMilli = 8000, .tMilli = 300});
}

TEST_CASE("A jump tells that counts and tags changed when it arrives") {
    const auto study = randomStudy(16016, 8);
    Watched watched;
    watched.start(study);
    watched.controller.setThresholds({.kMilli = 9000});
    REQUIRE(watched.changes == std::vector{ChangeSet{.thresholds = true}});
    watched.settle();
    REQUIRE(watched.changes.size() >= 2);
    CHECK(watched.changes[1].thresholds); // those of the tagger: half and tail have moved with it
    CHECK(watched.changes[1].counts);
    CHECK(watched.changes[1].tags);
}

TEST_CASE("Another half or tail is another tagger") {
    const auto study = randomStudy(64, 6);
    Watched watched;
    watched.start(study);
    const Thresholds wanted{.split = corpus::Split::Validation, .tail = tagging::Tail::Bottom};
    watched.controller.setThresholds(wanted);
    watched.settle();
    watched.checkAgainst(*study, wanted);
}

TEST_CASE("An excluded descriptor leaves the tags, also when it is excluded during a jump") {
    const auto study = randomStudy(16016, 8);
    Watched watched;
    watched.start(study, {.tMilli = 100});
    std::vector<std::uint8_t> active(8, 1);
    active[0] = 0;
    watched.controller.setThresholds({.kMilli = 9000, .tMilli = 100});
    watched.controller.setActive(active);
    watched.settle();
    REQUIRE(watched.controller.tagger()->active()[0] == 0);
    CHECK(watched.controller.tagger()->summary().neuronsByDescriptor[0] == 0);
    CHECK(watched.controller.tagger()->summary().neuronsByDescriptor[1] > 0);
    CHECK(std::isnan(watched.controller.enrichment()->q[0]));
}

TEST_CASE("A limit on q holds after jumps too") {
    const auto study = randomStudy(16016, 8);
    Watched watched;
    watched.start(study);
    const Thresholds wanted{.kMilli = 3000, .tMilli = 100, .maxQMicro = 50'000};
    watched.controller.setThresholds(wanted);
    watched.settle();
    watched.checkAgainst(*study, wanted);
}

TEST_CASE("Answers about a study that is gone change nothing") {
    const auto study = randomStudy(16016, 8);
    Watched watched;
    watched.start(study);
    watched.controller.setThresholds({.kMilli = 9000});
    watched.controller.setStudy(nullptr, {});
    watched.changes.clear();
    const auto small = randomStudy(64, 6);
    watched.start(small);
    watched.checkAgainst(*small, {});
}

TEST_CASE("A study without activations has no tagger") {
    Watched watched;
    watched.start(std::make_shared<pipeline::StudyData>());
    CHECK(watched.controller.tagger() == nullptr);
    CHECK(watched.controller.enrichment() == nullptr);
}
