// What the statistics say where nothing is to be found, and where what is to be found is known.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/stats/enrichment.h"
#include "core/tagging/adjusted.h"
#include "core/tagging/consistency_bootstrap.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;

namespace {

struct Size {
    std::uint32_t members, neurons, descriptors;
};

double normal(Random& random) {
    double sum = -6;
    for (int i = 0; i < 12; ++i)
        sum += random.uniform();
    return sum;
}

/// One half of a made study: sentences of four categories with labels that depend on them, and neurons each of which
/// reacts to a topic (a mixture, so that neurons share exemplars as those of a network do).
struct MadeHalf {
    Size size;
    std::vector<std::uint16_t> categories;
    corpus::CorpusIndex index; ///< of the calibration half
    labels::LabelMatrix labels;
    std::vector<float> activations; ///< [members][neurons]
    std::vector<SentenceId> members;
    std::shared_ptr<const RankTable> ranks;

    /// strength: of the tie of neuron i to descriptor i % descriptors. categoryTie: of the tie of neuron i, and half of
    /// that of descriptor i, to category i % 4. Lengths say nothing.
    MadeHalf(std::uint64_t seed, const Size& made, double strength, double categoryTie)
        : size(made), labels(made.members, made.descriptors) {
        Random random(seed);
        for (std::uint32_t s = 0; s < size.members; ++s) {
            const auto category = static_cast<std::uint16_t>(random.below(4));
            categories.push_back(category);
            members.push_back(SentenceId(s));
            index.category.push_back(category);
            index.words.push_back(static_cast<std::uint16_t>(10 + s % 90));
            for (std::uint32_t c = 0; c < size.descriptors; ++c) {
                const double share = 0.6 / (1 + 0.7 * c) + (c % 4 == category ? categoryTie / 2 : 0);
                labels.set(members.back(), c, random.uniform() < share ? labels::Answer::Yes : labels::Answer::No);
            }
            const double common = normal(random);
            for (std::uint32_t i = 0; i < size.neurons; ++i) {
                const std::uint32_t c = i % size.descriptors;
                const bool yes = labels.at(members.back(), c) == labels::Answer::Yes;
                const double tie = strength * (1 + i / size.descriptors % 4) / 4.0;
                activations.push_back(
                    static_cast<float>(tie * yes + 0.5 * common + categoryTie * (i % 4 == category) + normal(random)));
            }
        }
        ranks = makeRanks(activations, size.members, size.neurons).value();
        index.categories = {"a", "b", "c", "d"};
        index.members[0] = members;
    }

    /// Rows of labels change places, whole: anywhere in the half, or within their category. The second keeps what
    /// neurons and descriptors have in common through the category, a finding if a confounded one: of plain q and of
    /// consistency it is no null.
    enum class Among { Half, Category };
    labels::LabelMatrix shuffledLabels(std::uint64_t seed, Among among) const {
        Random random(seed);
        labels::LabelMatrix mixed(size.members, size.descriptors);
        for (std::uint16_t category = 0; category < (among == Among::Half ? 1 : 4); ++category) {
            std::vector<std::uint32_t> there;
            for (std::uint32_t s = 0; s < size.members; ++s)
                if (among == Among::Half || categories[s] == category)
                    there.push_back(s);
            std::vector<std::uint32_t> from = there;
            shuffle(std::span(from), random);
            for (std::size_t i = 0; i < there.size(); ++i)
                for (std::uint32_t c = 0; c < size.descriptors; ++c)
                    mixed.set(SentenceId(there[i]), c, labels.at(SentenceId(from[i]), c));
        }
        return mixed;
    }
    HalfData data(const labels::LabelMatrix& with) const {
        return {ranks, SplitLabels::make(with, members), categories};
    }
};

ConsistencyInput inputOf(HalfData calibration, HalfData validation, const Size& size) {
    ConsistencyInput input{std::move(calibration),
                           std::move(validation),
                           {},
                           activeColumns(std::vector<std::uint8_t>(size.descriptors, 1))};
    for (std::uint32_t i = 0; i < size.neurons; ++i)
        input.neurons.emplace_back(i);
    input.kMilli = 4000;
    return input;
}

/// Whether any cell of the half has q below 0.05.
bool plainFires(const MadeHalf& half, const labels::LabelMatrix& labels, std::uint32_t kMilli) {
    const auto split = SplitLabels::make(labels, half.members);
    std::vector<NeuronId> neurons;
    for (std::uint32_t i = 0; i < half.size.neurons; ++i)
        neurons.emplace_back(i);
    const Counts counts =
        countSome(*half.ranks, *split, Tail::Top, neurons, exemplarCount(kMilli, half.size.members)).value();
    stats::Enrichment enrichment;
    stats::Enrichment::Table table;
    const std::vector<std::uint8_t> active(half.size.descriptors, 1);
    enrichment.compute(counts.yes, counts.answered, split->answered(), split->yes(), active, table);
    return std::ranges::any_of(table.q, [](double value) { return value < 0.05; });
}

bool adjustedFires(const MadeHalf& half, const labels::LabelMatrix& labels, std::uint32_t kMilli) {
    const auto split = SplitLabels::make(labels, half.members);
    const Strata strata = makeStrata(half.index, corpus::Split::Calibration);
    const std::vector<std::uint8_t> active(half.size.descriptors, 1);
    NullProgress silent;
    const AdjustedTable table =
        adjustedTable({*half.ranks, *split, strata, Tail::Top, exemplarCount(kMilli, half.size.members)}, active, {},
                      silent)
            .value();
    return std::ranges::any_of(table.q, [](double value) { return value < 0.05; });
}

/// Points with J0 below 0.95, over all shuffles.
struct NullConsistency {
    int points = 0, covered = 0;
    double plain = 1; ///< least mean Jaccard among them
};

NullConsistency shuffledConsistency(const Size& size, int shuffles, std::uint32_t resamples) {
    const MadeHalf first(101, size, 3, 0), second(102, size, 3, 0);
    const stats::ThresholdGrid grid({100, 200, 300, 400, 500});
    NullProgress silent;
    NullConsistency found;
    for (int round = 0; round < shuffles; ++round) {
        const auto seed = static_cast<std::uint64_t>(1000 + 2 * round);
        const ConsistencyInput input =
            inputOf(first.data(first.shuffledLabels(seed, MadeHalf::Among::Half)),
                    second.data(second.shuffledLabels(seed + 1, MadeHalf::Among::Half)), size);
        const auto points = stats::consistency(halvesOf(input).value(), input.by, grid).value();
        const auto spreads = bootstrapConsistency(input, grid, {resamples, seed}, {}, silent).value();
        for (std::size_t at = 0; at < grid.size(); ++at) {
            if (!points[at].chance || *points[at].chance >= 0.95)
                continue;
            const auto interval = normalInterval(points[at].corrected, spreads.points[at].corrected, -20);
            ++found.points;
            found.covered += interval && interval->low <= 0 && interval->high >= 0;
            found.plain = std::min(found.plain, *points[at].jaccard);
        }
    }
    return found;
}

constexpr int kShuffles = 50;
constexpr int kMostAlarms = 6; ///< of 50; at a rate of 5 % more happen in 1 of 100
constexpr std::uint32_t kTopMilli = 4000;

} // namespace

TEST_CASE("labels shuffled 50 times within a half reach q below 0.05 in at most 6 of them") {
    const MadeHalf half(101, {1500, 120, 10}, 3, 1.5);
    CHECK(plainFires(half, half.labels, kTopMilli)); // what is there is found
    int alarms = 0;
    for (std::uint64_t seed = 0; seed < kShuffles; ++seed)
        alarms += plainFires(half, half.shuffledLabels(seed, MadeHalf::Among::Half), kTopMilli);
    INFO(alarms << " of " << kShuffles);
    CHECK(alarms <= kMostAlarms);
}

TEST_CASE("labels shuffled 50 times within a half and its categories reach an adjusted q below 0.05 in at most 6 of "
          "them, though neurons and labels know the category") {
    const MadeHalf half(103, {1500, 120, 10}, 3, 1.5);
    CHECK(adjustedFires(half, half.labels, kTopMilli)); // a tie of its own is found
    int alarms = 0, plainAlarms = 0;
    for (std::uint64_t seed = 0; seed < kShuffles; ++seed) {
        const labels::LabelMatrix mixed = half.shuffledLabels(seed, MadeHalf::Among::Category);
        alarms += adjustedFires(half, mixed, kTopMilli);
        plainAlarms += plainFires(half, mixed, kTopMilli);
    }
    INFO(alarms << " of " << kShuffles << ", unadjusted " << plainAlarms);
    CHECK(alarms <= kMostAlarms);
    CHECK(plainAlarms == kShuffles); // the category alone makes it
}

TEST_CASE("of shuffled labels the corrected consistency lies around 0 where the plain one does not") {
    const NullConsistency found = shuffledConsistency({1500, 120, 10}, kShuffles, 100);
    INFO("0 covered at " << found.covered << " of " << found.points << " points; least plain Jaccard " << found.plain);
    CHECK(found.points >= 200);
    CHECK(found.covered >= found.points * 9 / 10);
    CHECK(found.plain > 0.2);
}

TEST_CASE("planted ties are consistent beyond chance, and the interval holds what other sentences would say") {
    const Size size{1200, 48, 8};
    const stats::ThresholdGrid grid({300});
    NullProgress progress;
    std::vector<double> estimates;
    std::vector<stats::Interval> intervals;
    for (std::uint64_t draw = 0; draw < 12; ++draw) {
        const MadeHalf first(200 + 2 * draw, size, 3, 0.3), second(201 + 2 * draw, size, 3, 0.3);
        const ConsistencyInput input = inputOf(first.data(first.labels), second.data(second.labels), size);
        const auto point = stats::consistency(halvesOf(input).value(), input.by, grid).value()[0];
        const auto spread = bootstrapConsistency(input, grid, {150, draw}, {}, progress).value().points[0];
        estimates.push_back(*point.corrected);
        intervals.push_back(*normalInterval(point.corrected, spread.corrected, -1));
        CHECK(intervals.back().low > 0.1);
    }
    double mean = 0;
    for (const double estimate : estimates)
        mean += estimate / static_cast<double>(estimates.size());
    const auto covered = std::ranges::count_if(
        intervals, [mean](const stats::Interval& interval) { return interval.low <= mean && mean <= interval.high; });
    CHECK(covered >= 9); // of 12; at 89 % fewer happen in 4 of 100
}
