// What views read from a tagger.
#include <cmath>

#include "tests/core/stats/naive_stats.h"
#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {
Thresholds at(std::uint32_t kMilli, std::uint32_t tMilli, Rule rule = Rule::Share) {
    Thresholds thresholds;
    thresholds.kMilli = kMilli;
    thresholds.tMilli = tMilli;
    thresholds.rule = rule;
    return thresholds;
}
/// 60 sentences, so that exact binomials fit; column 4 is never answered, column 5 never yes.
TinyStudy edgeStudy() {
    TinyStudy study(31, 60, 6, 6, 30);
    for (std::uint32_t s = 0; s < 60; ++s) {
        study.labels.set(SentenceId(s), 4, labels::Answer::Unanswered);
        study.labels.set(SentenceId(s), 5, labels::Answer::No);
    }
    study.finish();
    return study;
}
} // namespace

TEST_CASE("every number of a cell equals its definition, what is undefined is nothing") {
    const TinyStudy study = edgeStudy();
    Tagger tagger = study.tagger();
    REQUIRE(tagger.apply(at(10'000, 300)).ok());
    const Counts counts = study.counts(6, Tail::Top);
    for (std::uint32_t i = 0; i < study.neurons; ++i)
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            const Cell cell = tagger.cell(NeuronId(i), c);
            const std::uint32_t x = counts.yes[i * 6 + c], m = counts.answered[i * 6 + c];
            const std::uint32_t n = study.answeredInSplit(c), b = study.yesInSplit(c);
            REQUIRE(cell.yes == x);
            REQUIRE(cell.answered == m);
            REQUIRE(cell.f.has_value() == (m > 0));
            REQUIRE(cell.interval.has_value() == (m > 0));
            REQUIRE(cell.p.has_value() == (m > 0));
            REQUIRE(cell.q.has_value() == (m > 0));
            REQUIRE(cell.baseRate.has_value() == (n > 0));
            REQUIRE(cell.lift.has_value() == (m > 0 && b > 0));
            if (m == 0)
                continue;
            REQUIRE(*cell.f == static_cast<double>(x) / m);
            REQUIRE(*cell.p == Approx(static_cast<double>(test::naiveTail(n, b, m, x))).epsilon(1e-12));
            REQUIRE(*cell.q >= *cell.p);
            REQUIRE(cell.interval->low <= *cell.f);
            REQUIRE(cell.interval->high >= *cell.f);
            if (b > 0)
                REQUIRE(*cell.lift == Approx(*cell.f / (static_cast<double>(b) / n)));
        }
    REQUIRE(!tagger.cell(NeuronId(0), 4).baseRate);
    REQUIRE(*tagger.cell(NeuronId(0), 5).baseRate == 0.0);
}

TEST_CASE("under occurrence f is a share of what occurred, without interval, lift stays that of sentences") {
    const TinyStudy study = edgeStudy();
    Tagger share = study.tagger();
    Tagger occurrence = study.tagger();
    REQUIRE(share.apply(at(10'000, 0)).ok());
    REQUIRE(occurrence.apply(at(10'000, 0, Rule::Occurrence)).ok());
    for (std::uint32_t i = 0; i < study.neurons; ++i) {
        double sum = 0;
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            const Cell cell = occurrence.cell(NeuronId(i), c);
            sum += cell.f.value_or(0);
            REQUIRE(!cell.interval);
            REQUIRE(cell.lift == share.cell(NeuronId(i), c).lift);
        }
        REQUIRE(sum == Approx(1.0));
    }
}

TEST_CASE("values for the heat map are those of the cells, undefined and excluded ones are not a number") {
    const TinyStudy study = edgeStudy();
    for (const Rule rule : {Rule::Share, Rule::Occurrence}) {
        Tagger tagger = study.tagger();
        tagger.setActive({1, 1, 0, 1, 1, 1});
        REQUIRE(tagger.apply(at(10'000, 100, rule)).ok());
        for (const auto value :
             {Tagger::Value::F, Tagger::Value::Lift, Tagger::Value::P, Tagger::Value::Q, Tagger::Value::X}) {
            std::vector<float> out(36, -1.0F);
            tagger.values(value, out);
            for (std::uint32_t cell = 0; cell < 36; ++cell) {
                const Cell known = tagger.cell(NeuronId(cell / 6), cell % 6);
                std::optional<double> expected;
                if (cell % 6 != 2) {
                    if (value == Tagger::Value::X)
                        expected = known.answered > 0 ? std::optional<double>(known.yes) : std::nullopt;
                    else
                        expected = value == Tagger::Value::F      ? known.f
                                   : value == Tagger::Value::Lift ? known.lift
                                   : value == Tagger::Value::P    ? known.p
                                                                  : known.q;
                }
                REQUIRE(std::isnan(out[cell]) == !expected.has_value());
                if (expected)
                    REQUIRE(out[cell] == static_cast<float>(*expected));
            }
        }
    }
}

TEST_CASE("the summary counts tags, neurons, layers and the inverse map") {
    const TinyStudy study(41, 1000, 10, 5, 10); // four units a layer: the last layer is short
    Tagger tagger = study.tagger();
    Thresholds thresholds = at(2000, 250);
    thresholds.alphaMicro = 300'000;
    REQUIRE(tagger.apply(thresholds).ok());
    for (const std::uint32_t alpha : {300'000U, 900'000U, 0U}) {
        thresholds.alphaMicro = alpha;
        REQUIRE(tagger.apply(thresholds).ok());
        TagSummary expected;
        expected.neuronsByDescriptor.assign(5, 0);
        expected.taggedNeuronsByLayer.assign(3, 0);
        for (std::uint32_t i = 0; i < 10; ++i) {
            std::uint32_t tags = 0, solid = 0;
            for (std::uint32_t c = 0; c < 5; ++c) {
                const Cell cell = tagger.cell(NeuronId(i), c);
                tags += cell.tagged;
                solid += cell.tagged && *cell.q < alpha / 1e6;
                expected.neuronsByDescriptor[c] += cell.tagged;
            }
            expected.tags += tags;
            expected.solidTags += solid;
            expected.neuronsTagged += tags > 0;
            expected.solidNeurons += solid > 0;
            expected.taggedNeuronsByLayer[i / 4] += tags > 0;
        }
        const TagSummary& summary = tagger.summary();
        REQUIRE(summary.tags == expected.tags);
        REQUIRE(summary.tags > 0);
        REQUIRE(summary.solidTags == expected.solidTags);
        REQUIRE(summary.neuronsTagged == expected.neuronsTagged);
        REQUIRE(summary.solidNeurons == expected.solidNeurons);
        REQUIRE(summary.neuronsByDescriptor == expected.neuronsByDescriptor);
        REQUIRE(summary.taggedNeuronsByLayer == expected.taggedNeuronsByLayer);
    }
}

TEST_CASE("the inverse map holds the tagged neurons by f, then id") {
    const TinyStudy study(51, 700, 30, 4, 25);
    for (const Rule rule : {Rule::Share, Rule::Occurrence}) {
        Tagger tagger = study.tagger();
        REQUIRE(tagger.apply(at(2000, 200, rule)).ok());
        for (std::uint32_t c = 0; c < 4; ++c) {
            const auto neurons = tagger.inverse(c);
            REQUIRE(neurons.size() == tagger.summary().neuronsByDescriptor[c]);
            for (std::size_t i = 0; i < neurons.size(); ++i) {
                REQUIRE(tagger.tags().tagged(neurons[i], c));
                if (i == 0)
                    continue;
                const double before = *tagger.cell(neurons[i - 1], c).f;
                const double now = *tagger.cell(neurons[i], c).f;
                REQUIRE(before >= now);
                if (before == now)
                    REQUIRE(neurons[i - 1] < neurons[i]);
            }
        }
    }
}

TEST_CASE("the histogram counts every defined active cell once") {
    const TinyStudy study = edgeStudy();
    Tagger tagger = study.tagger();
    tagger.setActive({1, 1, 0, 1, 1, 1});
    REQUIRE(tagger.apply(at(10'000, 100)).ok());
    std::vector<std::uint32_t> expected(8, 0);
    for (std::uint32_t cell = 0; cell < 36; ++cell)
        if (const Cell known = tagger.cell(NeuronId(cell / 6), cell % 6); known.f && cell % 6 != 2)
            ++expected[std::min(7, static_cast<int>(*known.f * 8))];
    REQUIRE(tagger.histogramOfF(8) == expected);
    REQUIRE(tagger.histogramOfF(0).empty());
}

TEST_CASE("a tagger that defers q shows none until it is adopted") {
    const TinyStudy study(61, 500, 6, 4, 10);
    Tagger eager = study.tagger();
    Tagger tagger = study.tagger();
    tagger.deferEnrichment(true);
    Thresholds thresholds = at(3000, 100);
    thresholds.alphaMicro = 1'000'000;
    REQUIRE(eager.apply(thresholds).ok());
    REQUIRE(tagger.apply(thresholds).ok());
    REQUIRE(!tagger.cell(NeuronId(0), 0).q);
    REQUIRE(tagger.summary().solidTags == 0);
    std::vector<float> q(24);
    tagger.values(Tagger::Value::Q, q);
    REQUIRE(std::isnan(q[0]));
    tagger.adoptEnrichment(eager.enrichment());
    REQUIRE(tagger.cell(NeuronId(0), 0).q == eager.cell(NeuronId(0), 0).q);
    REQUIRE(tagger.summary().solidTags == eager.summary().solidTags);
    REQUIRE(tagger.summary().solidTags > 0);
    thresholds.kMilli = 5000; // another k: what was adopted is no longer true
    REQUIRE(tagger.apply(thresholds).ok());
    REQUIRE(!tagger.cell(NeuronId(0), 0).q);
}
