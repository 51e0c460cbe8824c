#include "core/tagging/tagger.h"

#include <cmath>
#include <limits>

#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

/// f of every cell as numerator and denominator, straight from the definitions.
struct NaiveCell {
    std::uint32_t x, m;
    std::uint64_t denominator;
    double f, lift;
};
NaiveCell naiveCell(const TinyStudy& study, const Counts& counts, const std::vector<std::uint8_t>& active, Rule rule,
                    std::uint32_t i, std::uint32_t c) {
    NaiveCell cell{};
    cell.x = counts.yes[i * study.descriptors + c];
    cell.m = counts.answered[i * study.descriptors + c];
    cell.denominator = cell.m;
    if (rule == Rule::Occurrence) {
        cell.denominator = 0;
        for (std::uint32_t other = 0; other < study.descriptors; ++other)
            if (active[other])
                cell.denominator += counts.yes[i * study.descriptors + other];
    }
    cell.f = static_cast<double>(cell.x) / static_cast<double>(cell.denominator);
    cell.lift =
        static_cast<double>(cell.x) / cell.m / (static_cast<double>(study.yesInSplit(c)) / study.answeredInSplit(c));
    return cell;
}

Thresholds at(std::uint32_t kMilli, std::uint32_t tMilli, Rule rule = Rule::Share) {
    Thresholds thresholds;
    thresholds.kMilli = kMilli;
    thresholds.tMilli = tMilli;
    thresholds.rule = rule;
    return thresholds;
}

void requireTags(const TinyStudy& study, const Tagger& tagger, const std::vector<std::uint8_t>& active) {
    const Thresholds& now = tagger.thresholds();
    const Counts counts = study.counts(exemplarCount(now.kMilli, study.sentences), now.tail);
    for (std::uint32_t i = 0; i < study.neurons; ++i)
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            const NaiveCell cell = naiveCell(study, counts, active, now.rule, i, c);
            const bool expected = active[c] && std::uint64_t{cell.x} * 1000 > cell.denominator * now.tMilli;
            REQUIRE(tagger.tags().tagged(NeuronId(i), c) == expected);
        }
}

/// One neuron whose m exemplars are the first sentences; yes[c] of them are yes, all others no.
Tagger taggerOf(std::uint32_t sentences, const std::vector<std::uint32_t>& yes, labels::LabelMatrix* out = nullptr) {
    labels::LabelMatrix labels(sentences, static_cast<std::uint32_t>(yes.size()));
    std::vector<float> activations;
    std::vector<SentenceId> members;
    for (std::uint32_t s = 0; s < sentences; ++s) {
        activations.push_back(-static_cast<float>(s));
        members.push_back(SentenceId(s));
        for (std::uint32_t c = 0; c < yes.size(); ++c)
            labels.set(SentenceId(s), c, s < yes[c] ? labels::Answer::Yes : labels::Answer::No);
    }
    if (out)
        *out = labels;
    return Tagger(makeRanks(activations, sentences, 1).value(), SplitLabels::make(labels, members),
                  std::vector<std::uint8_t>(yes.size(), 1), 1, Tail::Top);
}

} // namespace

TEST_CASE("a tag needs f strictly above t") {
    Tagger tagger = taggerOf(200, {7, 8, 20}); // m = 20 at k = 10 %
    REQUIRE(tagger.apply(at(10'000, 350)).ok());
    REQUIRE(!tagger.tags().tagged(NeuronId(0), 0)); // 7/20 = 0.35 is not above 0.35
    REQUIRE(tagger.tags().tagged(NeuronId(0), 1));
    REQUIRE(tagger.apply(at(10'000, 349)).ok());
    REQUIRE(tagger.tags().tagged(NeuronId(0), 0));
    REQUIRE(tagger.apply(at(10'000, 1000)).ok());
    REQUIRE(!tagger.tags().tagged(NeuronId(0), 2)); // f = 1 is not above 1
    REQUIRE(tagger.apply(at(10'000, 999)).ok());
    REQUIRE(tagger.tags().tagged(NeuronId(0), 2));
}

TEST_CASE("at t = 0 a descriptor that never occurs is no tag") {
    Tagger tagger = taggerOf(100, {0, 1});
    REQUIRE(tagger.apply(at(10'000, 0)).ok());
    REQUIRE(!tagger.tags().tagged(NeuronId(0), 0));
    REQUIRE(tagger.tags().tagged(NeuronId(0), 1));
}

TEST_CASE("tags equal the definition under both rules, any t and excluded descriptors") {
    for (const unsigned unanswered : {0U, 40U}) {
        const TinyStudy study(5 + unanswered, 1500, 12, 70, unanswered); // 70: more than one word of bits
        Tagger tagger = study.tagger();
        std::vector<std::uint8_t> active(study.descriptors, 1);
        for (const bool exclude : {false, true}) {
            if (exclude)
                active[3] = active[65] = 0;
            tagger.setActive(active);
            for (const Rule rule : {Rule::Share, Rule::Occurrence})
                for (const std::uint32_t k : {100U, 1000U, 10'000U})
                    for (const std::uint32_t t : {0U, 10U, 100U, 350U, 1000U}) {
                        REQUIRE(tagger.apply(at(k, t, rule)).ok());
                        requireTags(study, tagger, active);
                    }
        }
    }
}

TEST_CASE("the bottom tail is tagged from the lowest activations") {
    const TinyStudy study(3, 800, 6, 8, 5);
    Tagger tagger = study.tagger(Tail::Bottom);
    Thresholds thresholds = at(2000, 200);
    REQUIRE(tagger.apply(thresholds).error().code == ErrorCode::Mismatch);
    thresholds.tail = Tail::Bottom;
    REQUIRE(tagger.apply(thresholds).ok());
    requireTags(study, tagger, std::vector<std::uint8_t>(8, 1));
}

TEST_CASE("occurrence at t = 0.5 gives at most one tag") {
    const TinyStudy study(11, 900, 20, 6, 0);
    Tagger tagger = study.tagger();
    REQUIRE(tagger.apply(at(1000, 500, Rule::Occurrence)).ok());
    for (std::uint32_t i = 0; i < study.neurons; ++i)
        REQUIRE(__builtin_popcountll(tagger.tags().bits[i]) <= 1);
}

TEST_CASE("top K keeps the first by f, then lift, then descriptor order") {
    // f: 0.5, 0.8, 0.8, 0.8, 0.2. Columns 1 to 3 tie in f; column 2 is rarer in the split, so that its lift is higher.
    labels::LabelMatrix labels;
    taggerOf(100, {5, 8, 8, 8, 2}, &labels);
    labels.set(SentenceId(50), 1, labels::Answer::Yes);
    labels.set(SentenceId(51), 3, labels::Answer::Yes);
    std::vector<float> activations;
    std::vector<SentenceId> members;
    for (std::uint32_t s = 0; s < 100; ++s) {
        activations.push_back(-static_cast<float>(s));
        members.push_back(SentenceId(s));
    }
    Tagger tagger(makeRanks(activations, 100, 1).value(), SplitLabels::make(labels, members),
                  std::vector<std::uint8_t>(5, 1), 1, Tail::Top);
    Thresholds thresholds = at(10'000, 100);
    const std::vector<std::uint64_t> expected{0b11111, 0b00100, 0b00110, 0b01110, 0b01111, 0b11111, 0b11111};
    for (const Rule rule : {Rule::Share, Rule::Occurrence})
        for (thresholds.topK = 0; thresholds.topK < expected.size(); ++thresholds.topK) {
            thresholds.rule = rule;
            thresholds.tMilli = rule == Rule::Share ? 100 : 10;
            REQUIRE(tagger.apply(thresholds).ok());
            REQUIRE(tagger.tags().bits[0] == expected[thresholds.topK]);
        }
}

TEST_CASE("top K takes from what passes the other filters") {
    Tagger tagger = taggerOf(100, {10, 90, 5}); // lifts: 10, 1.11, 10
    Thresholds thresholds = at(10'000, 100);
    thresholds.topK = 2;
    REQUIRE(tagger.apply(thresholds).ok());
    REQUIRE(tagger.tags().bits[0] == 0b011); // f: 1, 1, 0.5
    thresholds.minLiftMilli = 2000;
    REQUIRE(tagger.apply(thresholds).ok());
    REQUIRE(tagger.tags().bits[0] == 0b101);
}

TEST_CASE("minimum lift includes its limit") {
    Tagger tagger = taggerOf(100, {10, 20});
    Thresholds thresholds = at(10'000, 100);
    for (const auto& [limit, expected] : {std::pair{5000U, 0b11U}, {5001U, 0b01U}, {10'000U, 0b01U}, {10'001U, 0U}}) {
        thresholds.minLiftMilli = limit;
        REQUIRE(tagger.apply(thresholds).ok());
        REQUIRE(tagger.tags().bits[0] == expected);
    }
}

TEST_CASE("a limit on q keeps only tags below it, and follows k") {
    const TinyStudy study(21, 1000, 15, 6, 20);
    Tagger tagger = study.tagger();
    Thresholds thresholds = at(1000, 0);
    thresholds.maxQMicro = 500'000;
    for (const std::uint32_t k : {1000U, 4000U}) {
        thresholds.kMilli = k;
        REQUIRE(tagger.apply(thresholds).ok());
        Tagger fresh = study.tagger();
        REQUIRE(fresh.apply(at(k, 0)).ok());
        std::uint32_t kept = 0, all = 0;
        for (std::uint32_t i = 0; i < study.neurons; ++i)
            for (std::uint32_t c = 0; c < study.descriptors; ++c) {
                const Cell cell = fresh.cell(NeuronId(i), c);
                const bool expected = cell.tagged && *cell.q < 0.5;
                REQUIRE(tagger.tags().tagged(NeuronId(i), c) == expected);
                kept += expected;
                all += cell.tagged;
            }
        REQUIRE(kept < all);
    }
}

TEST_CASE("a change of thresholds tells what it altered") {
    const TinyStudy study(2, 1000, 10, 5, 0);
    Tagger tagger = study.tagger();
    REQUIRE(tagger.apply(at(1000, 1000))->counts); // from no exemplars to ten
    const auto again = tagger.apply(at(1000, 1000));
    REQUIRE(!again->counts);
    REQUIRE(!again->tags);
    const auto lower = tagger.apply(at(1000, 0));
    REQUIRE(!lower->counts);
    REQUIRE(lower->tags);
    REQUIRE(tagger.apply(at(2000, 0))->counts);
}

TEST_CASE("refused or cancelled thresholds change nothing") {
    const TinyStudy study(2, 1000, 10, 5, 0);
    Tagger tagger = study.tagger();
    REQUIRE(tagger.apply(at(1000, 200)).ok());
    const TagTable tags = tagger.tags();
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(tagger.apply(at(5000, 0), stop.get_token()).error().code == ErrorCode::Cancelled);
    REQUIRE(tagger.apply(at(10'001, 0)).error().code == ErrorCode::InvalidArgument);
    REQUIRE(tagger.apply(at(99, 0)).error().code == ErrorCode::InvalidArgument);
    REQUIRE(tagger.apply(at(1000, 1001)).error().code == ErrorCode::InvalidArgument);
    REQUIRE(tagger.tags() == tags);
    REQUIRE(tagger.thresholds() == at(1000, 200));
    REQUIRE(tagger.counts().exemplars == 10);
}

TEST_CASE("rules are found by name and have their default thresholds") {
    REQUIRE(*parseRule("share") == Rule::Share);
    REQUIRE(*parseRule("occurrence") == Rule::Occurrence);
    REQUIRE(!parseRule("cosine").ok());
    std::vector<std::uint32_t> defaults;
    for (const Rule rule : allRules()) {
        REQUIRE(*parseRule(ruleName(rule)) == rule);
        REQUIRE(defaultTMilli(rule) <= maxTMilli(rule));
        defaults.push_back(defaultTMilli(rule));
    }
    REQUIRE(defaults == std::vector<std::uint32_t>{350, 100, 2000, 100, 100, 50, 650, 2000});
}

TEST_CASE("t of a rule that is a multiple of a base rate may be above 1, that of the others may not") {
    for (const Rule rule : allRules()) {
        REQUIRE(at(1000, maxTMilli(rule), rule).validate().ok());
        REQUIRE(!at(1000, maxTMilli(rule) + 1, rule).validate().ok());
    }
    REQUIRE(at(1000, 100'000, Rule::Lift).validate().ok());
}
