// Tags under every rule against the definitions, cell by cell.
#include <cmath>

#include "core/tagging/tagger.h"
#include "tests/core/tagging/naive_rules.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

struct Naive {
    double value; ///< of the rule; NaN undefined
    double score; ///< what t is compared with
};

Naive naiveValue(const TinyStudy& study, const Counts& counts, const std::vector<std::uint8_t>& active, Rule rule,
                 Tail tail, std::uint32_t i, std::uint32_t c) {
    const auto row = test::naiveRow(study, i, c, tail == Tail::Bottom);
    const double n = study.answeredInSplit(c), b = study.yesInSplit(c);
    const double x = counts.yes[i * study.descriptors + c], m = counts.answered[i * study.descriptors + c];
    double all = 0;
    for (std::uint32_t other = 0; other < study.descriptors; ++other)
        all += active[other] ? counts.yes[i * study.descriptors + other] : 0;
    const auto counted = [&](double numerator, double denominator) {
        const double value = m > 0 && denominator > 0 ? numerator / denominator : test::kUndefined;
        return Naive{value, value};
    };
    switch (rule) {
    case Rule::Share:
        return counted(x, m);
    case Rule::Occurrence:
        return counted(x, all);
    case Rule::Lift:
        return counted(x * n, m * b);
    case Rule::F1:
        return counted(2 * x, m + b);
    case Rule::Iou:
        return counted(x, m + b - x);
    case Rule::R:
        return {test::naiveR(row), test::naiveR(row)};
    case Rule::Auroc:
        return {test::naiveAuroc(row), test::naiveAuroc(row)};
    case Rule::Auprc:
        return {test::naiveAuprc(row), test::naiveAuprc(row) / (b / n)};
    }
    return {};
}

Tagger taggerOf(const TinyStudy& study, Tail tail) {
    Tagger tagger = study.tagger(tail);
    NullProgress silent;
    auto rules =
        computeRowRules(memorySource(study.activations, study.sentences, study.neurons), *study.split, {}, silent);
    REQUIRE(tagger.setRowRules(std::move(rules).value()).ok());
    return tagger;
}

bool agree(std::optional<double> found, double expected) {
    if (std::isnan(expected))
        return !found;
    return found && std::abs(*found - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
}

void requireCells(const TinyStudy& study, Tagger& tagger, const std::vector<std::uint8_t>& active) {
    const Thresholds& now = tagger.thresholds();
    const Counts counts = study.counts(exemplarCount(now.kMilli, study.sentences), now.tail);
    std::vector<float> values(std::size_t{study.neurons} * study.descriptors);
    tagger.ruleValues(now.rule, values);
    for (std::uint32_t i = 0; i < study.neurons; ++i)
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            if (!active[c])
                continue;
            const Naive naive = naiveValue(study, counts, active, now.rule, now.tail, i, c);
            INFO(ruleName(now.rule) << " neuron " << i << " descriptor " << c << " " << naive.value);
            REQUIRE(agree(tagger.ruleValues(NeuronId(i), c).of(now.rule), naive.value));
            REQUIRE(agree(tagger.cell(NeuronId(i), c).score, naive.score));
            const float shown = values[std::size_t{i} * study.descriptors + c];
            REQUIRE((std::isnan(naive.value) ? std::isnan(shown) : shown == Approx(naive.value).epsilon(1e-6)));
            // Where rounding could decide, the exact comparison is tested by the fractions below.
            const double t = now.tMilli / 1000.0;
            if (std::isnan(naive.score) || std::abs(naive.score - t) > 1e-9)
                REQUIRE(tagger.tags().tagged(NeuronId(i), c) == (naive.score > t));
        }
}

} // namespace

TEST_CASE("values and tags of every rule equal their definitions on both tails") {
    for (const unsigned unanswered : {0U, 40U, 100U})
        for (const std::uint32_t n : {1U, 60U, 700U}) {
            const TinyStudy study(unanswered + n, n, 6, 34, unanswered);
            std::vector<std::uint8_t> active(study.descriptors, 1);
            active[3] = 0;
            for (const Tail tail : {Tail::Top, Tail::Bottom}) {
                Tagger tagger = taggerOf(study, tail);
                tagger.setActive(active);
                for (const Rule rule : allRules())
                    for (const std::uint32_t k : {100U, 1000U, 10'000U}) { // 100: one exemplar
                        Thresholds thresholds{.kMilli = k, .tMilli = defaultTMilli(rule), .rule = rule, .tail = tail};
                        REQUIRE(tagger.apply(thresholds).ok());
                        requireCells(study, tagger, active);
                        thresholds.tMilli = 1;
                        REQUIRE(tagger.apply(thresholds).ok());
                        requireCells(study, tagger, active);
                    }
            }
        }
}

TEST_CASE("a value equal to t is no tag, exactly, under every rule of counts") {
    // 100 sentences, 10 exemplars, x = 4, B = 20: share 0.4, lift 2, F1 8/30, IoU 4/26.
    labels::LabelMatrix labels(100, 1);
    std::vector<float> activations;
    std::vector<SentenceId> members;
    for (std::uint32_t s = 0; s < 100; ++s) {
        labels.set(SentenceId(s), 0, s < 4 || s >= 84 ? labels::Answer::Yes : labels::Answer::No);
        activations.push_back(-static_cast<float>(s));
        members.push_back(SentenceId(s));
    }
    Tagger tagger(makeRanks(activations, 100, 1).value(), SplitLabels::make(labels, members), {1}, 1, Tail::Top);
    const auto tagged = [&](Rule rule, std::uint32_t t) {
        REQUIRE(tagger.apply({.kMilli = 10'000, .tMilli = t, .rule = rule}).ok());
        return tagger.tags().tagged(NeuronId(0), 0);
    };
    CHECK(tagged(Rule::Share, 399));
    CHECK(!tagged(Rule::Share, 400));
    CHECK(tagged(Rule::Lift, 1999));
    CHECK(!tagged(Rule::Lift, 2000));
    CHECK(tagged(Rule::F1, 266)); // 0.26666
    CHECK(!tagged(Rule::F1, 267));
    CHECK(tagged(Rule::Iou, 153)); // 0.15384
    CHECK(!tagged(Rule::Iou, 154));
    CHECK(*tagger.ruleValues(NeuronId(0), 0).iouCeiling == 0.5);
}

TEST_CASE("a rule of whole rows needs the rows, and refuses those of another study") {
    const TinyStudy study(3, 100, 4, 5, 0);
    Tagger tagger = study.tagger();
    const Thresholds thresholds{.tMilli = 0, .rule = Rule::R};
    REQUIRE(tagger.apply(thresholds).error().code == ErrorCode::MissingInput);
    CHECK(tagger.thresholds().rule == Rule::Share);
    REQUIRE(tagger.apply({}).ok());
    const TinyStudy other(3, 100, 5, 5, 0);
    NullProgress silent;
    const auto rules = computeRowRules(memorySource(other.activations, 100, 5), *other.split, {}, silent).value();
    CHECK(tagger.setRowRules(rules).error().code == ErrorCode::Mismatch);
    CHECK(!tagger.ruleValues(NeuronId(0), 1).r);
    CHECK(tagger.ruleValues(NeuronId(0), 1).f1);
}

TEST_CASE("rules of whole rows stay what they are when k moves, and AUROC of one tail mirrors that of the other") {
    const TinyStudy study(17, 300, 5, 6, 10);
    Tagger top = taggerOf(study, Tail::Top);
    Tagger bottom = taggerOf(study, Tail::Bottom);
    REQUIRE(top.apply({.kMilli = 500, .tMilli = 500, .rule = Rule::Auroc}).ok());
    REQUIRE(bottom.apply({.tMilli = 500, .rule = Rule::Auroc, .tail = Tail::Bottom}).ok());
    const TagTable before = top.tags();
    REQUIRE(top.apply({.kMilli = 9000, .tMilli = 500, .rule = Rule::Auroc}).ok());
    CHECK(top.tags() == before);
    for (std::uint32_t i = 0; i < study.neurons; ++i)
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            const auto a = top.ruleValues(NeuronId(i), c), b = bottom.ruleValues(NeuronId(i), c);
            CHECK(*a.auroc + *b.auroc == Approx(1.0));
            CHECK(*a.r == -*b.r);
        }
}

TEST_CASE("top K and the inverse map follow the rule's own value") {
    const TinyStudy study(29, 400, 8, 12, 15);
    for (const Rule rule : allRules()) {
        Tagger tagger = taggerOf(study, Tail::Top);
        REQUIRE(tagger.apply({.kMilli = 5000, .tMilli = 1, .rule = rule, .topK = 3}).ok());
        Tagger all = taggerOf(study, Tail::Top);
        REQUIRE(all.apply({.kMilli = 5000, .tMilli = 1, .rule = rule}).ok());
        for (std::uint32_t i = 0; i < study.neurons; ++i) {
            double least = 1e300, dropped = -1;
            for (std::uint32_t c = 0; c < study.descriptors; ++c) {
                const double score = all.cell(NeuronId(i), c).score.value_or(-1);
                if (tagger.tags().tagged(NeuronId(i), c))
                    least = std::min(least, score);
                else if (all.tags().tagged(NeuronId(i), c))
                    dropped = std::max(dropped, score);
            }
            CHECK(dropped <= least);
        }
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            double last = 1e300;
            for (const NeuronId neuron : all.inverse(c)) {
                const double score = *all.cell(neuron, c).score;
                CHECK(score <= last);
                last = score;
            }
        }
    }
}
