#include "core/tagging/consistency_bootstrap.h"

#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "core/base/parallel.h"
#include "core/tagging/resampled_half.h"
#include "tests/core/tagging/naive_tagging.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::TinyStudy;

namespace {

std::vector<std::uint16_t> drawnStrata(Random& random, std::uint32_t members) {
    std::vector<std::uint16_t> strata;
    for (std::uint32_t i = 0; i < members; ++i)
        strata.push_back(static_cast<std::uint16_t>(random.below(4) * random.below(3)));
    return strata;
}

std::vector<NeuronId> allNeurons(std::uint32_t neurons) {
    std::vector<NeuronId> all;
    for (std::uint32_t i = 0; i < neurons; ++i)
        all.emplace_back(i);
    return all;
}

/// The drawn sentences written out one by one, then ranked and counted.
void requireNaiveCounts(const TinyStudy& study, const ResampledHalf::Work& work, std::uint32_t exemplars, Tail tail) {
    for (std::uint32_t i = 0; i < study.neurons; ++i) {
        std::vector<std::uint32_t> drawn;
        for (const std::uint32_t id : study.exemplars(i, study.sentences, tail))
            drawn.insert(drawn.end(), work.weights[id], id);
        drawn.resize(exemplars);
        for (std::uint32_t c = 0; c < study.descriptors; ++c) {
            std::uint32_t yes = 0, answered = 0;
            for (const std::uint32_t id : drawn) {
                yes += study.labels.at(SentenceId(id), c) == labels::Answer::Yes;
                answered += study.labels.at(SentenceId(id), c) != labels::Answer::Unanswered;
            }
            const std::size_t cell = std::size_t{i} * study.descriptors + c;
            if (work.counts.yes[cell] != yes || work.counts.answered[cell] != answered)
                FAIL("neuron " << i << ", descriptor " << c);
        }
    }
}

HalfData halfOf(const TinyStudy& study, std::vector<std::uint16_t> strata) {
    return {study.ranks, study.split, std::move(strata)};
}

ConsistencyInput inputOf(const TinyStudy& first, const TinyStudy& second, std::uint64_t seed, stats::ConsistencyBy by) {
    Random random(seed);
    ConsistencyInput input{halfOf(first, drawnStrata(random, first.sentences)),
                           halfOf(second, drawnStrata(random, second.sentences)), allNeurons(first.neurons),
                           activeColumns(std::vector<std::uint8_t>(first.descriptors, 1))};
    input.kMilli = 4000;
    input.by = by;
    return input;
}

} // namespace

TEST_CASE("exemplars of resampled sentences are those of the drawn sentences written out") {
    Random random(51);
    for (int round = 0; round < 12; ++round) {
        const auto sentences = static_cast<std::uint32_t>(round % 3 == 0 ? 6000 : 300 + random.below(200));
        const TinyStudy study(random.next(), sentences, 6, round % 2 ? 5 : 37, round % 4 < 2 ? 0 : 25);
        const auto strata = drawnStrata(random, sentences);
        const Tail tail = round % 5 ? Tail::Top : Tail::Bottom;
        const std::uint32_t exemplars = round % 3 == 0 ? 330 : 9;
        const ResampledHalf half =
            ResampledHalf::make({*study.ranks, *study.split, tail, exemplars, strata}, allNeurons(6), {}).value();
        ResampledHalf::Work work;
        half.draw(random, work);
        std::map<std::uint16_t, std::uint32_t> drawn, there;
        for (std::uint32_t member = 0; member < sentences; ++member) {
            drawn[strata[member]] += work.weights[member];
            ++there[strata[member]];
        }
        REQUIRE(drawn == there);
        REQUIRE(half.count(work, {}));
        REQUIRE_FALSE(work.truncated);
        requireNaiveCounts(study, work, exemplars, tail);
    }
}

TEST_CASE("at the deepest k the end of the stored ranks is reported") {
    const TinyStudy study(52, 500, 4, 3, 0);
    Random random(1);
    const std::vector<std::uint16_t> strata(500, 0);
    const ResampledHalf half =
        ResampledHalf::make({*study.ranks, *study.split, Tail::Top, 50, strata}, allNeurons(4), {}).value();
    ResampledHalf::Work work;
    for (int round = 0; round < 20; ++round) {
        half.draw(random, work);
        REQUIRE(half.count(work, {}));
        for (const std::uint32_t answered : work.counts.answered)
            REQUIRE(answered <= 50);
    }
    REQUIRE(work.truncated);
}

TEST_CASE("the spread of consistency is that of its resamples, on any number of threads") {
    const TinyStudy first(53, 900, 30, 8, 5), second(54, 905, 30, 8, 5);
    const stats::ThresholdGrid grid({100, 200, 300});
    const stats::BootstrapOptions options{40, 9};
    NullProgress progress;
    for (const auto by : {stats::ConsistencyBy::Neuron, stats::ConsistencyBy::Descriptor}) {
        const ConsistencyInput input = inputOf(first, second, 3, by);
        setThreadCount(1);
        const auto one = bootstrapConsistency(input, grid, options, {}, progress).value();
        setThreadCount(4);
        const auto four = bootstrapConsistency(input, grid, options, {}, progress).value();
        setThreadCount(0);
        std::vector<std::vector<double>> corrected(grid.size());
        const auto make = [&](const HalfData& half) {
            return ResampledHalf::make({*half.ranks, *half.labels, input.tail,
                                        exemplarCount(input.kMilli, half.ranks->members()), half.categories},
                                       input.neurons, {})
                .value();
        };
        const ResampledHalf a = make(input.calibration), b = make(input.validation);
        for (std::uint32_t r = 0; r < options.resamples; ++r) {
            Random random(stats::resampleSeed(options.seed, r));
            ResampledHalf::Work x, y;
            a.draw(random, x);
            b.draw(random, y);
            REQUIRE((a.count(x, {}) && b.count(y, {})));
            const auto points = stats::consistency({tagLevels(x.counts, input.columns, Rule::Share),
                                                    tagLevels(y.counts, input.columns, Rule::Share)},
                                                   by, grid)
                                    .value();
            for (std::size_t point = 0; point < grid.size(); ++point)
                if (points[point].corrected)
                    corrected[point].push_back(*points[point].corrected);
        }
        for (std::size_t point = 0; point < grid.size(); ++point) {
            REQUIRE(one.points[point].jaccard == four.points[point].jaccard);
            REQUIRE(one.points[point].corrected == four.points[point].corrected);
            REQUIRE(corrected[point].size() == options.resamples);
            double mean = 0, squares = 0;
            for (const double value : corrected[point])
                mean += value / options.resamples;
            for (const double value : corrected[point])
                squares += (value - mean) * (value - mean);
            REQUIRE(*one.points[point].corrected == Approx(std::sqrt(squares / (options.resamples - 1))).epsilon(1e-9));
        }
    }
}

TEST_CASE("one bootstrap seen by neuron and by descriptor gives what each gives alone") {
    const TinyStudy first(55, 700, 20, 6, 5), second(56, 690, 20, 6, 5);
    const stats::ThresholdGrid grid({100, 250});
    const stats::BootstrapOptions options{25, 4};
    NullProgress progress;
    ConsistencyInput input = inputOf(first, second, 5, stats::ConsistencyBy::Neuron);
    const std::array both{stats::ConsistencyBy::Descriptor, stats::ConsistencyBy::Neuron};
    const auto together = bootstrapConsistencies(input, both, grid, options, {}, progress).value();
    REQUIRE(together.size() == both.size());
    for (std::size_t view = 0; view < both.size(); ++view) {
        input.by = both[view];
        const auto alone = bootstrapConsistency(input, grid, options, {}, progress).value();
        REQUIRE(together[view].truncated == alone.truncated);
        for (std::size_t point = 0; point < grid.size(); ++point) {
            REQUIRE(alone.points[point].jaccard);
            REQUIRE(together[view].points[point].jaccard == alone.points[point].jaccard);
            REQUIRE(together[view].points[point].corrected == alone.points[point].corrected);
        }
    }
    REQUIRE(together[0].points[0].jaccard != together[1].points[0].jaccard);
}

TEST_CASE("the bootstrap of consistency stops when asked and refuses halves that do not fit") {
    const TinyStudy first(55, 400, 5, 4, 0), second(56, 400, 5, 4, 0);
    ConsistencyInput input = inputOf(first, second, 4, stats::ConsistencyBy::Neuron);
    NullProgress progress;
    std::stop_source stop;
    stop.request_stop();
    const stats::ThresholdGrid grid({350});
    REQUIRE(bootstrapConsistency(input, grid, {10, 1}, stop.get_token(), progress).error().code ==
            ErrorCode::Cancelled);
    input.validation.categories.pop_back();
    REQUIRE(bootstrapConsistency(input, grid, {10, 1}, {}, progress).error().code == ErrorCode::Mismatch);
}

TEST_CASE("an interval of consistency is clipped to what is possible") {
    const auto interval = normalInterval(0.95, 0.1, 0);
    REQUIRE(interval->low == Approx(0.95 - 0.1959963984540054));
    REQUIRE(interval->high == 1.0);
    REQUIRE(normalInterval(-0.2, 0.5, -0.25)->low == -0.25);
    REQUIRE_FALSE(normalInterval(std::nullopt, 0.1, 0).has_value());
    REQUIRE_FALSE(normalInterval(0.5, std::nullopt, 0).has_value());
}

TEST_CASE("where no category of a half has two sentences there is nothing to draw, and no spread") {
    const TinyStudy first(91, 120, 6, 5, 0), second(92, 120, 6, 5, 0);
    const stats::ThresholdGrid grid({100, 300});
    NullProgress silent;
    ConsistencyInput input = inputOf(first, second, 9, stats::ConsistencyBy::Neuron);
    CHECK_FALSE(bootstrapConsistency(input, grid, {20, 1}, {}, silent)->nothingToDraw);
    std::vector<std::uint16_t> alone(120);
    std::iota(alone.begin(), alone.end(), std::uint16_t{0});
    for (const bool both : {true, false}) {
        input.calibration.categories = alone;
        if (both)
            input.validation.categories = alone;
        const auto spreads = bootstrapConsistency(input, grid, {20, 1}, {}, silent).value();
        CHECK(spreads.nothingToDraw);
        REQUIRE(spreads.points.size() == 2);
        for (const ConsistencySpread& point : spreads.points)
            CHECK((!point.jaccard && !point.corrected));
        input.validation.categories = std::vector<std::uint16_t>(120, 0);
    }
    alone.back() = 0; // one pair is enough, though it can change little
    input.calibration.categories = input.validation.categories = alone;
    CHECK_FALSE(bootstrapConsistency(input, grid, {20, 1}, {}, silent)->nothingToDraw);
}
