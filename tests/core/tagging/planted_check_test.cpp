// What the statistics say where every tie is known: its strength, and whether it is one of its own.
#include <algorithm>
#include <map>
#include <optional>

#include "core/tagging/confounds.h"
#include "core/tagging/consistency_bootstrap.h"
#include "core/tagging/tagger.h"
#include "tests/core/tagging/planted_study.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using test::PlantedSize;
using test::PlantedStudy;
using test::PlantedTie;

namespace {

constexpr std::uint32_t kTopMilli = 5000; // 5 %: 150 of 3,000
constexpr double kStrong = 1;             // SD: far from 0 at this size
constexpr std::uint64_t kSeeds[] = {1, 2, 3};

Tagger taggerOf(const PlantedStudy& study, Rule rule) {
    Tagger tagger(study.ranks(), study.split(), std::vector<std::uint8_t>(study.descriptors(), 1), study.neurons(),
                  Tail::Top);
    NullProgress silent;
    const auto rules = computeRowRules(memorySource(study.activations(), study.members(), study.neurons()),
                                       *study.split(), {}, silent);
    REQUIRE(tagger.setRowRules(rules.value()).ok());
    Thresholds thresholds;
    thresholds.kMilli = kTopMilli;
    thresholds.rule = rule;
    thresholds.tMilli = defaultTMilli(rule);
    REQUIRE(tagger.apply(thresholds).ok());
    return tagger;
}

/// The share of pairs of ties of different strength that the values order as the strengths do; ties count one half.
struct Concordance {
    double right = 0;
    int pairs = 0;
    double share() const { return right / pairs; }
};

/// The genuine ties of one descriptor: strength and value.
using Ranked = std::vector<std::pair<double, double>>;

void addPairs(const Ranked& ties, Concordance& all, Concordance& ofNone) {
    for (const auto& [weak, low] : ties)
        for (const auto& [strong, high] : ties)
            if (weak < strong) {
                const double right = low < high ? 1 : low == high ? 0.5 : 0;
                all.right += right;
                ++all.pairs;
                if (weak == 0 && strong >= 0.5) {
                    ofNone.right += right;
                    ++ofNone.pairs;
                }
            }
}

Ranked genuineTies(const PlantedStudy& study, const Tagger& tagger, Rule rule, std::uint32_t c) {
    Ranked ties;
    for (std::uint32_t i = 0; i < study.neurons(); ++i)
        if (const PlantedTie& tie = study.tie(NeuronId(i)); tie.isGenuine && tie.descriptor == c)
            ties.emplace_back(tie.strength, tagger.ruleValues(NeuronId(i), c).of(rule).value());
    return ties;
}

/// Mean value by strength.
std::vector<double> meansOf(const Ranked& ties) {
    std::map<double, std::pair<double, int>> sums;
    for (const auto& [strength, value] : ties) {
        sums[strength].first += value;
        ++sums[strength].second;
    }
    std::vector<double> means;
    for (const auto& [strength, sum] : sums)
        means.push_back(sum.first / sum.second);
    return means;
}

/// The cells of ties of one kind, at `kStrong` or more, before and after category and length are accounted for.
struct Confounding {
    int cells = 0, plainFires = 0, adjustedFires = 0;
    double plainLift = 0, adjustedLift = 0; ///< sums

    void add(const Cell& cell, const stats::Stratified& adjusted, double alpha) {
        ++cells;
        plainFires += *cell.p < alpha;
        adjustedFires += adjusted.p < alpha;
        plainLift += *cell.lift;
        adjustedLift += *adjusted.lift;
    }
};

/// Confounded, genuine; and the other descriptors of every neuron, which it has no tie of its own to.
struct ByKind {
    Confounding confounded, genuine, bystanders;
};

void addCells(const PlantedStudy& study, double alpha, ByKind& found) {
    Tagger tagger = taggerOf(study, Rule::Lift);
    const Strata strata = makeStrata(study.index(), corpus::Split::Calibration);
    std::vector<std::uint32_t> exemplars(exemplarCount(kTopMilli, study.members()));
    for (std::uint32_t i = 0; i < study.neurons(); ++i) {
        const PlantedTie& tie = study.tie(NeuronId(i));
        REQUIRE(study.ranks()->neuron(Tail::Top, NeuronId(i), exemplars).ok());
        const auto adjusted = adjustedEnrichment(*study.split(), exemplars, strata).value();
        for (std::uint32_t c = 0; c < study.descriptors(); ++c) {
            const bool own = c == tie.descriptor;
            if (own && tie.strength < kStrong)
                continue;
            Confounding& kind = !own ? found.bystanders : tie.isGenuine ? found.genuine : found.confounded;
            kind.add(tagger.cell(NeuronId(i), c), adjusted[c].value(), alpha);
        }
    }
}

/// The corrected consistency of two halves of a made study, and its interval.
struct Consistent {
    double estimate = 0;
    stats::Interval interval;
};

Consistent consistencyOf(std::uint64_t seed, const PlantedSize& size, stats::ConsistencyBy by) {
    const PlantedStudy first(2 * seed, size), second(2 * seed + 1, size);
    const auto half = [](const PlantedStudy& study) {
        return HalfData{study.ranks(), study.split(), study.index().category};
    };
    ConsistencyInput input{
        half(first), half(second), {}, activeColumns(std::vector<std::uint8_t>(size.descriptors, 1))};
    for (std::uint32_t i = 0; i < first.neurons(); ++i)
        input.neurons.emplace_back(i);
    input.kMilli = kTopMilli;
    input.by = by;
    const stats::ThresholdGrid grid({300});
    NullProgress silent;
    const auto point = stats::consistency(halvesOf(input).value(), by, grid).value()[0];
    const auto spread = bootstrapConsistency(input, grid, {100, seed}, {}, silent).value().points[0];
    return {point.corrected.value(), normalInterval(point.corrected, spread.corrected, -1).value()};
}

} // namespace

TEST_CASE("every rule ranks planted ties by their strength, and ties of no strength last") {
    for (const Rule rule : allRules()) {
        Concordance all, ofNone;
        for (const std::uint64_t seed : kSeeds) {
            const PlantedStudy study(seed, {});
            const Tagger tagger = taggerOf(study, rule);
            for (std::uint32_t c = 0; c < study.descriptors(); ++c) {
                const Ranked ties = genuineTies(study, tagger, rule, c);
                addPairs(ties, all, ofNone);
                INFO(ruleName(rule) << ", seed " << seed << ", descriptor " << c);
                CHECK(std::ranges::is_sorted(meansOf(ties)));
            }
        }
        INFO(ruleName(rule) << ": " << all.share() << " of " << all.pairs << " pairs, " << ofNone.share() << " of "
                            << ofNone.pairs << " with a tie of no strength");
        CHECK(all.share() > 0.97);
        CHECK(ofNone.share() > 0.99);
    }
}

TEST_CASE("at its default t every rule tags the strongest planted ties and hardly any of no strength") {
    const PlantedStudy study(1, {});
    for (const Rule rule : allRules()) {
        const Tagger tagger = taggerOf(study, rule);
        int strong = 0, strongTags = 0, nulls = 0, nullTags = 0;
        for (std::uint32_t i = 0; i < study.neurons(); ++i) {
            const PlantedTie& tie = study.tie(NeuronId(i));
            const bool tagged = tagger.tags().tagged(NeuronId(i), tie.descriptor);
            if (tie.strength == 0) {
                ++nulls;
                nullTags += tagged;
            } else if (tie.strength == test::kPlantedStrengths.back() && tie.isGenuine) {
                ++strong;
                strongTags += tagged;
            }
        }
        INFO(ruleName(rule) << ": " << strongTags << " of " << strong << ", " << nullTags << " of " << nulls);
        CHECK(strongTags == strong);
        if (rule == Rule::Occurrence)
            continue; // a share of few occurrences is no small number: it says nothing about chance
        CHECK(nullTags <= nulls / 20);
    }
}

TEST_CASE("the intervals of planted ties hold what the population has in 95 of 100 cells") {
    int cells = 0, held = 0;
    for (const std::uint64_t seed : {11U, 12U, 13U, 14U, 15U, 16U, 17U, 18U, 19U, 20U}) {
        const PlantedStudy study(seed, {3000, 6, 1, 10});
        Tagger tagger = taggerOf(study, Rule::Share);
        for (std::uint32_t i = 0; i < study.neurons(); ++i)
            for (std::uint32_t c = 0; c < study.descriptors(); ++c) {
                const auto interval = tagger.cell(NeuronId(i), c).interval.value();
                const double truth = study.populationShare(NeuronId(i), c, kTopMilli / 100'000.0);
                ++cells;
                held += interval.low <= truth && truth <= interval.high;
            }
    }
    INFO(held << " of " << cells);
    CHECK(cells == 3600);
    // 95 % of 3,600 independent cells +/- four SD is 93.5 to 96.5 %; those of one seed share their sentences.
    CHECK(held >= cells * 93 / 100);
    CHECK(held <= cells * 97 / 100);
}

TEST_CASE("the adjusted lift removes the planted ties that a category makes, and leaves those of their own") {
    constexpr double kAlpha = 0.01;
    ByKind found;
    for (const std::uint64_t seed : kSeeds)
        addCells(PlantedStudy(seed, {}), kAlpha, found);
    const auto& [confounded, genuine, bystanders] = found;
    INFO("confounded " << confounded.cells << " plain " << confounded.plainFires << " adjusted "
                       << confounded.adjustedFires << " lift " << confounded.plainLift / confounded.cells << " adj "
                       << confounded.adjustedLift / confounded.cells);
    INFO("genuine " << genuine.cells << " plain " << genuine.plainFires << " adjusted " << genuine.adjustedFires
                    << " lift " << genuine.plainLift / genuine.cells << " adj "
                    << genuine.adjustedLift / genuine.cells);
    INFO("bystanders " << bystanders.cells << " plain " << bystanders.plainFires << " adjusted "
                       << bystanders.adjustedFires << " adj " << bystanders.adjustedLift / bystanders.cells);
    // 144 of each kind: at alpha, 5 or more happen in 2 of 100; 7 or more in 1 of 1,000.
    CHECK(confounded.cells == 144);
    CHECK(confounded.plainFires >= 140);
    CHECK(confounded.plainLift / confounded.cells > 1.5);
    CHECK(confounded.adjustedFires <= 6);
    CHECK(std::abs(confounded.adjustedLift / confounded.cells - 1) < 0.05);
    CHECK(genuine.adjustedFires == genuine.cells);
    CHECK(genuine.adjustedLift / genuine.cells > 1.5);
    // 3,600 at 1 % are 36 and four SD 24 more.
    CHECK(bystanders.cells == 3600);
    CHECK(bystanders.plainFires > 2 * 60); // those of the tie's category go along
    CHECK(bystanders.adjustedFires <= 60);
    CHECK(std::abs(bystanders.adjustedLift / bystanders.cells - 1) < 0.02);
}

TEST_CASE("the interval of the corrected consistency holds what other sentences of the planted study say") {
    for (const auto by : {stats::ConsistencyBy::Neuron, stats::ConsistencyBy::Descriptor}) {
        std::vector<Consistent> draws;
        double mean = 0;
        for (std::uint64_t draw = 0; draw < 12; ++draw) {
            draws.push_back(consistencyOf(100 + draw, {1200, 6, 1, 10}, by));
            mean += draws.back().estimate / 12;
            CHECK(draws.back().interval.low > 0.1); // the ties are there, beyond chance
        }
        const auto held = std::ranges::count_if(
            draws, [mean](const Consistent& one) { return one.interval.low <= mean && mean <= one.interval.high; });
        INFO(held << " of 12 hold " << mean);
        CHECK(held >= 9); // at 89 % fewer happen in 4 of 100
    }
}
