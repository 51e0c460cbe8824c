#include "core/tagging/confounds.h"

#include <cmath>

#include "core/base/random.h"
#include "core/tagging/persistence.h"
#include "core/tagging/rank_table.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;

namespace {

constexpr std::uint32_t kSentences = 6000;
constexpr std::uint32_t kGrocery = 0, kOther = 1;

/// Four descriptors: 0 is what the neuron reacts to; 1 goes with the category Grocery alone; 2 goes with 0 alone;
/// 3 is something of its own that it reacts to, too. The neuron lives in Grocery.
struct Planted {
    corpus::CorpusIndex index;
    labels::LabelMatrix labels{kSentences, 4};
    std::shared_ptr<const SplitLabels> split;
    std::vector<std::uint32_t> exemplars;

    explicit Planted(std::uint64_t seed, unsigned unansweredPercent) {
        Random random(seed);
        index.categories = {"Grocery", "Books"};
        std::vector<std::pair<double, std::uint32_t>> order;
        for (std::uint32_t s = 0; s < kSentences; ++s) {
            const bool grocery = random.below(4) == 0;
            index.category.push_back(grocery ? kGrocery : kOther);
            index.words.push_back(static_cast<std::uint16_t>(10 + random.below(90)));
            index.split.push_back(corpus::Split::Calibration);
            index.members[0].push_back(SentenceId(s));
            const bool taste = random.uniform() < (grocery ? 0.3 : 0.02);
            const bool own = random.uniform() < 0.1;
            const bool yes[] = {taste, random.uniform() < (grocery ? 0.4 : 0.02),
                                random.uniform() < (taste ? 0.5 : 0.01), own};
            for (std::uint32_t c = 0; c < 4; ++c)
                if (random.below(100) >= unansweredPercent)
                    labels.set(SentenceId(s), c, yes[c] ? labels::Answer::Yes : labels::Answer::No);
            order.emplace_back(-(2.0 * taste + 1.5 * own + 1.0 * grocery + random.uniform()), s);
        }
        split = SplitLabels::make(labels, index.members[0]);
        std::ranges::sort(order);
        for (std::size_t i = 0; i < 120; ++i)
            exemplars.push_back(order[i].second);
    }
};

} // namespace

TEST_CASE("a tie that the category makes vanishes when strata are compared, one of its own stays") {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
        const Planted planted(seed, seed % 2 ? 0 : 15);
        const Strata strata = makeStrata(planted.index, corpus::Split::Calibration);
        const auto adjusted = adjustedEnrichment(*planted.split, planted.exemplars, strata).value();
        const Strata one{std::vector<std::uint32_t>(kSentences, 0), 1};
        const auto plain = adjustedEnrichment(*planted.split, planted.exemplars, one).value();
        INFO(seed);
        for (const std::uint32_t c : {0U, 1U, 2U, 3U}) // by its lift alone each is a tag
            CHECK(plain[c]->p < 1e-6);
        CHECK(adjusted[1]->p > 0.01);
        CHECK(*adjusted[1]->lift < 1.4);
        CHECK(*plain[1]->lift > 2);
        for (const std::uint32_t c : {0U, 3U}) {
            CHECK(adjusted[c]->p < 1e-6);
            CHECK(*adjusted[c]->lift > 1.5);
        }
    }
}

TEST_CASE("a tag that is the shadow of the strongest one is explained by it, one of its own is not") {
    for (const std::uint64_t seed : {11U, 12U, 13U, 14U}) {
        const Planted planted(seed, seed % 2 ? 0 : 15);
        const std::vector<std::uint32_t> tags{0, 3, 2};
        const auto given = explainTags(*planted.split, planted.exemplars, tags, 0.01).value();
        REQUIRE(given.size() == 2);
        INFO(seed);
        CHECK(given[0].descriptor == 3);
        CHECK(!given[0].explained);
        CHECK(*given[0].oddsRatio > 2);
        CHECK(given[1].descriptor == 2);
        CHECK(given[1].explained);
    }
    const Planted planted(1, 0);
    CHECK(explainTags(*planted.split, planted.exemplars, {}, 0.01).value().empty());
    const std::vector<std::uint32_t> single{2};
    CHECK(explainTags(*planted.split, planted.exemplars, single, 0.01).value().empty());
}

TEST_CASE("where nobody is answered nothing is expected and nothing explained") {
    const Planted planted(7, 100);
    const Strata strata = makeStrata(planted.index, corpus::Split::Calibration);
    const auto adjusted = adjustedEnrichment(*planted.split, planted.exemplars, strata).value();
    for (const auto& cell : adjusted)
        CHECK(!cell);
    const std::vector<std::uint32_t> tags{0, 1};
    const auto given = explainTags(*planted.split, planted.exemplars, tags, 0.01).value();
    CHECK(!given[0].p);
    CHECK(!given[0].oddsRatio);
    CHECK(!given[0].explained);
}

TEST_CASE("length quintiles keep equal lengths together and follow the share of shorter members") {
    corpus::CorpusIndex index;
    index.categories = {"a"};
    for (const std::uint16_t words : {10, 20, 30, 40, 50, 20, 20, 20, 20, 60}) {
        index.members[1].push_back(SentenceId(static_cast<std::uint32_t>(index.words.size())));
        index.words.push_back(words);
        index.category.push_back(0);
    }
    const Strata strata = makeStrata(index, corpus::Split::Validation);
    // Sorted: 10, five times 20, 30, 40, 50, 60; shorter members: 0, 1, 6, 7, 8, 9 of 10.
    CHECK(strata.of == std::vector<std::uint32_t>{0, 0, 3, 3, 4, 0, 0, 0, 0, 4});
    CHECK(strata.count == 5);
}

TEST_CASE("no two of many categories share a stratum") {
    corpus::CorpusIndex index;
    index.categories.resize(20'000);
    for (const std::uint16_t category : {0, 13'107, 13'108, 19'999}) {
        index.members[0].push_back(SentenceId(static_cast<std::uint32_t>(index.words.size())));
        index.words.push_back(20);
        index.category.push_back(category);
    }
    const Strata strata = makeStrata(index, corpus::Split::Calibration);
    CHECK(strata.of == std::vector<std::uint32_t>{0, 65'535, 65'540, 99'995});
    CHECK(strata.count == 100'000);
}

TEST_CASE("who is asked to stop does not say what stands behind a tag") {
    const Planted planted(1, 0);
    std::stop_source stop;
    stop.request_stop();
    const Strata strata = makeStrata(planted.index, corpus::Split::Calibration);
    const std::vector<std::uint32_t> tags{0, 1};
    CHECK(adjustedEnrichment(*planted.split, planted.exemplars, strata, stop.get_token()).error().code ==
          ErrorCode::Cancelled);
    CHECK(explainTags(*planted.split, planted.exemplars, tags, 0.01, stop.get_token()).error().code ==
          ErrorCode::Cancelled);
    const NeuronHalf half{planted.split.get(), planted.exemplars};
    CHECK(persistenceOf(half, half, std::vector<std::uint8_t>(4, 1), {}, stop.get_token()).error().code ==
          ErrorCode::Cancelled);
}
