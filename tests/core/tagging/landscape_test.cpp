#include "core/tagging/landscape.h"

#include "core/base/parallel.h"
#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

LandscapeInput inputOf(const TinyStudy& first, const TinyStudy& second, const TinyStudy& truth) {
    LandscapeInput input{{first.ranks, first.split, {}},
                         {second.ranks, second.split, {}},
                         SplitLabels::make(truth.labels, first.members),
                         {NeuronId(1), NeuronId(4), NeuronId(5)},
                         activeColumns(std::vector<std::uint8_t>(first.descriptors, 1))};
    input.kMilli = {1000, 3000, 10'000};
    input.tMilli = {0, 150, 300, 500};
    return input;
}

void requireEqual(const std::optional<double>& a, const std::optional<double>& b) {
    REQUIRE(a.has_value() == b.has_value());
    if (a)
        REQUIRE(*a == Approx(*b).margin(1e-10));
}

void requireNaiveLandscape(const TinyStudy& first, const TinyStudy& second, const LandscapeInput& input) {
    NullProgress progress;
    const Landscape found = landscape(input, {}, progress).value();
    REQUIRE_FALSE(found.approximate); // as many shifts as there are other neurons are all pairs
    const stats::ThresholdGrid grid(input.tMilli);
    for (std::size_t k = 0; k < input.kMilli.size(); ++k) {
        const Counts a = first.counts(exemplarCount(input.kMilli[k], first.sentences), Tail::Top);
        const Counts b = second.counts(exemplarCount(input.kMilli[k], second.sentences), Tail::Top);
        const auto levels = tagLevels(a, input.columns, input.rule);
        const auto points =
            stats::consistency({levels, tagLevels(b, input.columns, input.rule)}, stats::ConsistencyBy::Neuron, grid)
                .value();
        const Counts mine = countSome(*first.ranks, *first.split, Tail::Top, input.judged, a.exemplars).value();
        const Counts theirs = countSome(*first.ranks, *input.reference, Tail::Top, input.judged, a.exemplars).value();
        const auto judged =
            stats::precisionRecall({tagLevels(mine, input.columns, input.rule),
                                    tagLevels(theirs, input.columns, input.rule), definedTruth(theirs, input.columns)},
                                   grid, {0, 1})
                .value();
        for (std::size_t t = 0; t < grid.size(); ++t) {
            const LandscapePoint& at = found.at(k, t);
            std::uint64_t tags = 0;
            for (const stats::Level level : levels.cells)
                tags += grid.at(t) < level;
            REQUIRE(at.tags == tags);
            requireEqual(at.corrected, points[t].corrected);
            requireEqual(at.precision, judged.precision[t].mean);
            requireEqual(at.recall, judged.recall[t].mean);
        }
    }
}

} // namespace

TEST_CASE("every point of the landscape is what evaluation and consistency say there, under both readings of f") {
    const TinyStudy first(61, 600, 9, 6, 0), second(62, 580, 9, 6, 4), truth(63, 600, 9, 6, 0);
    LandscapeInput input = inputOf(first, second, truth);
    for (const Rule rule : {Rule::Share, Rule::Occurrence}) {
        input.rule = rule;
        requireNaiveLandscape(first, second, input);
    }
}

TEST_CASE("the landscape of one exemplar, and of labels that nobody has answered, is what the definitions say") {
    for (const unsigned unanswered : {0U, 50U, 100U}) {
        const TinyStudy first(71, 90, 9, 6, unanswered), second(72, 80, 9, 6, unanswered), truth(73, 90, 9, 6, 0);
        LandscapeInput input = inputOf(first, second, truth);
        input.kMilli = {100, 1000, 3000}; // 1, 1 and 3 exemplars
        for (const Rule rule : {Rule::Share, Rule::Occurrence}) {
            input.rule = rule;
            requireNaiveLandscape(first, second, input);
        }
    }
}

TEST_CASE("a landscape of many neurons is marked approximate, keeps its shifts and does not depend on threads") {
    const TinyStudy first(64, 300, 600, 5, 0), second(65, 300, 600, 5, 0);
    LandscapeInput input = inputOf(first, second, first);
    input.reference = nullptr;
    NullProgress progress;
    setThreadCount(1);
    const Landscape one = landscape(input, {}, progress).value();
    setThreadCount(3);
    const Landscape three = landscape(input, {}, progress).value();
    setThreadCount(0);
    REQUIRE(one.approximate);
    REQUIRE(one.shifts.size() == 16);
    REQUIRE(one.shifts == three.shifts);
    for (std::size_t i = 0; i < one.points.size(); ++i) {
        REQUIRE(one.points[i].corrected == three.points[i].corrected);
        REQUIRE_FALSE(one.points[i].precision.has_value());
    }
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(landscape(input, stop.get_token(), progress).error().code == ErrorCode::Cancelled);
    input.kMilli = {20'000};
    REQUIRE(landscape(input, {}, progress).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("the truth of a cell is defined from nine tenths of the exemplars on") {
    REQUIRE(truthDefined(9, 10));
    REQUIRE_FALSE(truthDefined(8, 10));
    REQUIRE(truthDefined(392, 435));
    REQUIRE_FALSE(truthDefined(391, 435));
    REQUIRE_FALSE(truthDefined(0, 1));
}
