// What the statistics say where nothing is to be found, and where what is to be found is known.
#include <cmath>
#include <cstdlib>
#include <iostream>

#include "core/base/random.h"
#include "core/stats/enrichment.h"
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
    labels::LabelMatrix labels;
    std::vector<float> activations; ///< [members][neurons]
    std::vector<SentenceId> members;
    std::shared_ptr<const RankTable> ranks;

    /// strength: of the tie of neuron i to descriptor i % descriptors. categoryTie: of the tie of neuron i, and half of
    /// that of descriptor i, to category i % 4. Rows shuffled within a category keep what neurons and descriptors have
    /// in common through it, which is a finding, if a confounded one: a null check has to leave it out.
    MadeHalf(std::uint64_t seed, const Size& made, double strength, double categoryTie)
        : size(made), labels(made.members, made.descriptors) {
        Random random(seed);
        for (std::uint32_t s = 0; s < size.members; ++s) {
            const auto category = static_cast<std::uint16_t>(random.below(4));
            categories.push_back(category);
            members.push_back(SentenceId(s));
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
    }

    /// Rows of labels change places, whole, within a category.
    labels::LabelMatrix shuffledLabels(std::uint64_t seed) const {
        Random random(seed);
        labels::LabelMatrix mixed(size.members, size.descriptors);
        for (std::uint16_t category = 0; category < 4; ++category) {
            std::vector<std::uint32_t> there;
            for (std::uint32_t s = 0; s < size.members; ++s)
                if (categories[s] == category)
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

bool anyBelow(const ConsistencyInput& input, double q) {
    const HalfData& half = input.calibration;
    const std::uint32_t exemplars = exemplarCount(input.kMilli, half.labels->members());
    const Counts counts = countSome(*half.ranks, *half.labels, input.tail, input.neurons, exemplars).value();
    stats::Enrichment enrichment;
    stats::Enrichment::Table table;
    const std::vector<std::uint8_t> active(half.labels->descriptors(), 1);
    enrichment.compute(counts.yes, counts.answered, half.labels->answered(), half.labels->yes(), active, table);
    return std::ranges::any_of(table.q, [q](double value) { return value < q; });
}

struct NullOutcome {
    int shuffles = 0, falseAlarms = 0;
    int points = 0, covered = 0; ///< with J0 below 0.95
    double plain = 0;            ///< least mean Jaccard among them
};

NullOutcome runNull(const Size& size, int shuffles, std::uint32_t resamples, double strength) {
    const MadeHalf first(101, size, strength, 0), second(102, size, strength, 0);
    const stats::ThresholdGrid grid({100, 200, 300, 400, 500});
    NullProgress progress;
    NullOutcome outcome{shuffles, 0, 0, 0, 1};
    for (int round = 0; round < shuffles; ++round) {
        const auto seed = static_cast<std::uint64_t>(1000 + 2 * round);
        const ConsistencyInput input =
            inputOf(first.data(first.shuffledLabels(seed)), second.data(second.shuffledLabels(seed + 1)), size);
        outcome.falseAlarms += anyBelow(input, 0.05);
        const auto points = stats::consistency(halvesOf(input).value(), input.by, grid).value();
        const auto spreads = bootstrapConsistency(input, grid, {resamples, seed}, {}, progress).value();
        for (std::size_t at = 0; at < grid.size(); ++at) {
            if (!points[at].chance || *points[at].chance >= 0.95)
                continue;
            const auto interval = normalInterval(points[at].corrected, spreads.points[at].corrected, -20);
            ++outcome.points;
            outcome.covered += interval && interval->low <= 0 && interval->high >= 0;
            outcome.plain = std::min(outcome.plain, *points[at].jaccard);
        }
    }
    return outcome;
}

} // namespace

TEST_CASE(
    "shuffled labels show no enrichment, and the corrected consistency lies around 0 where the plain one does not") {
    const NullOutcome found = runNull({800, 60, 8}, 8, 120, 3);
    CHECK(found.falseAlarms <= 2);
    CHECK(found.points >= 24);
    CHECK(found.covered >= found.points * 8 / 10);
    CHECK(found.plain > 0.2);
}

TEST_CASE("the whole null check: 50 shuffles of two halves of 4,000 sentences", "[.whole]") {
    const NullOutcome found = runNull({4000, 300, 12}, 50, 300, 3);
    std::cout << "q < 0.05 somewhere in " << found.falseAlarms << " of " << found.shuffles << " shuffles; 0 covered at "
              << found.covered << " of " << found.points << " points; least plain Jaccard " << found.plain << '\n';
    CHECK(found.falseAlarms <= 6);
    CHECK(found.covered >= found.points * 8 / 10);
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
