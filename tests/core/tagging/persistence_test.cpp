#include "core/tagging/persistence.h"

#include <cmath>
#include <set>

#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

std::vector<std::uint32_t> ranksOf(const TinyStudy& study, std::uint32_t neuron, Tail tail) {
    std::vector<std::uint32_t> ranks(study.ranks->depth());
    REQUIRE(study.ranks->neuron(tail, NeuronId(neuron), ranks).ok());
    return ranks;
}

} // namespace

TEST_CASE(
    "the range of t ends at the smaller score of both halves, the ranges of k are where both halves have the tag") {
    const TinyStudy first(5, 900, 3, 7, 10), second(6, 700, 3, 7, 20);
    std::vector<std::uint8_t> active(7, 1);
    active[2] = 0;
    for (const Rule rule : {Rule::Share, Rule::Occurrence, Rule::Lift, Rule::F1, Rule::Iou})
        for (const Tail tail : {Tail::Top, Tail::Bottom})
            for (std::uint32_t neuron = 0; neuron < 3; ++neuron) {
                Thresholds thresholds{.kMilli = 2500, .rule = rule, .tail = tail};
                thresholds.tMilli = rule == Rule::Lift ? 1050 : rule == Rule::Share ? 400 : 60;
                const auto a = ranksOf(first, neuron, tail), b = ranksOf(second, neuron, tail);
                const auto found =
                    persistenceOf({first.split.get(), a}, {second.split.get(), b}, active, thresholds).value();
                Tagger one = first.tagger(tail), two = second.tagger(tail);
                one.setActive(active);
                two.setActive(active);
                REQUIRE(one.apply(thresholds).ok());
                REQUIRE(two.apply(thresholds).ok());
                std::vector<std::set<std::uint32_t>> lives(7);
                for (std::uint32_t c = 0; c < 7; ++c) {
                    if (!active[c]) {
                        CHECK(!found[c].tEnd);
                        CHECK(found[c].k.empty());
                        continue;
                    }
                    const auto x = one.cell(NeuronId(neuron), c).score, y = two.cell(NeuronId(neuron), c).score;
                    REQUIRE(found[c].tEnd.has_value() == (x && y));
                    if (x && y)
                        CHECK(std::abs(*found[c].tEnd - std::min(*x, *y)) < 1e-12);
                }
                for (std::uint32_t k = 100; k <= 10'000; k += 100) {
                    thresholds.kMilli = k;
                    REQUIRE(one.apply(thresholds).ok());
                    REQUIRE(two.apply(thresholds).ok());
                    for (std::uint32_t c = 0; c < 7; ++c)
                        if (one.tags().tagged(NeuronId(neuron), c) && two.tags().tagged(NeuronId(neuron), c))
                            lives[c].insert(k);
                }
                for (std::uint32_t c = 0; c < 7; ++c) {
                    std::set<std::uint32_t> covered;
                    for (std::size_t i = 0; i < found[c].k.size(); ++i) {
                        const KRange& range = found[c].k[i];
                        CHECK((i == 0 || found[c].k[i - 1].last + 100 < range.first)); // apart, ascending
                        for (std::uint32_t k = range.first; k <= range.last; k += 100)
                            covered.insert(k);
                    }
                    CHECK(covered == lives[c]);
                }
            }
}

TEST_CASE("a rule of whole rows has no range of k") {
    const TinyStudy study(5, 100, 1, 2, 0);
    const auto ranks = ranksOf(study, 0, Tail::Top);
    const NeuronHalf half{study.split.get(), ranks};
    const std::vector<std::uint8_t> active(2, 1);
    CHECK(persistenceOf(half, half, active, {.rule = Rule::Auroc}).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a tag lives nowhere where nobody is answered, or where one half is") {
    const TinyStudy blank(8, 200, 1, 3, 100), full(9, 200, 1, 3, 0);
    const auto ranks = ranksOf(blank, 0, Tail::Top), others = ranksOf(full, 0, Tail::Top);
    const std::vector<std::uint8_t> active(3, 1);
    for (const Rule rule : {Rule::Share, Rule::Occurrence, Rule::Lift, Rule::F1, Rule::Iou})
        for (const bool both : {true, false}) {
            const NeuronHalf first{blank.split.get(), ranks};
            const NeuronHalf second = both ? first : NeuronHalf{full.split.get(), others};
            const auto found = persistenceOf(first, second, active, {.tMilli = 0, .rule = rule}).value();
            for (const Persistence& lives : found) {
                CHECK_FALSE(lives.tEnd);
                CHECK(lives.k.empty());
            }
        }
}
