// Evaluation and consistency at BERT-base's size: 9,216 neurons, 26 descriptors, 43,474 sentences a split.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/tagging/adjusted.h"
#include "core/tagging/landscape.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;

namespace {

constexpr std::uint32_t kMembers = 43'474;
constexpr std::uint32_t kNeurons = 9'216;
constexpr std::uint32_t kDescriptors = 26;
constexpr std::uint16_t kCategories = 20;

std::uint32_t topicOf(std::uint32_t neuron) {
    return neuron % 3 ? kDescriptors : neuron / 3 % kDescriptors; ///< two of three neurons have none
}

labels::LabelMatrix makeLabels(std::uint64_t seed) {
    Random random(seed);
    labels::LabelMatrix labels(kMembers, kDescriptors);
    for (std::uint32_t s = 0; s < kMembers; ++s)
        for (std::uint32_t c = 0; c < kDescriptors; ++c)
            labels.set(SentenceId(s), c, random.uniform() < 0.4 / (c + 1) ? labels::Answer::Yes : labels::Answer::No);
    return labels;
}

/// Ranks without activations: different sentences in random order, of a third of the neurons many with their topic.
class MadeRanks final : public RankTable {
public:
    MadeRanks(const labels::LabelMatrix& labels, std::uint64_t seed) : m_depth(exemplarCount(kMaxKMilli, kMembers)) {
        const std::size_t blocks = (m_depth + kRankBlock - 1) / kRankBlock;
        m_values.resize(blocks * kValues, UINT32_MAX);
        std::vector<std::vector<std::uint32_t>> withTopic(kDescriptors + 1);
        for (std::uint32_t c = 0; c < kDescriptors; ++c)
            for (std::uint32_t s = 0; s < kMembers; ++s)
                if (labels.at(SentenceId(s), c) == labels::Answer::Yes)
                    withTopic[c].push_back(s);
        parallelFor(kNeurons, 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t neuron = begin; neuron < end; ++neuron)
                fill(static_cast<std::uint32_t>(neuron), withTopic[topicOf(static_cast<std::uint32_t>(neuron))], seed);
        });
    }
    std::uint32_t neurons() const override { return kNeurons; }
    std::uint32_t members() const override { return kMembers; }
    std::uint32_t depth() const override { return m_depth; }
    Result<std::span<const std::uint32_t>> block(Tail, std::uint32_t b) const override {
        return std::span(m_values).subspan(b * kValues, kValues);
    }
    Status neuron(Tail, NeuronId, std::span<std::uint32_t>) const override {
        return Error{ErrorCode::Unsupported, "made ranks", "they are read by blocks", ""};
    }

private:
    static constexpr std::size_t kValues = std::size_t{kNeurons} * kRankBlock;

    void fill(std::uint32_t neuron, const std::vector<std::uint32_t>& withTopic, std::uint64_t seed) {
        Random random(seed * kNeurons + neuron);
        std::vector<bool> taken(kMembers, false);
        for (std::uint32_t rank = 0; rank < m_depth;) {
            const bool fromTopic = !withTopic.empty() && rank * 2 < withTopic.size() && random.below(100) < 45;
            const auto position = fromTopic ? withTopic[random.below(withTopic.size())]
                                            : static_cast<std::uint32_t>(random.below(kMembers));
            if (taken[position])
                continue;
            taken[position] = true;
            m_values[rank / kRankBlock * kValues + std::size_t{neuron} * kRankBlock + rank % kRankBlock] = position;
            ++rank;
        }
    }

    std::uint32_t m_depth;
    std::vector<std::uint32_t> m_values;
};

HalfData makeHalf(std::uint64_t seed) {
    const auto labels = makeLabels(seed);
    std::vector<SentenceId> members;
    HalfData half;
    for (std::uint32_t s = 0; s < kMembers; ++s) {
        members.push_back(SentenceId(s));
        half.categories.push_back(static_cast<std::uint16_t>(s % kCategories));
    }
    half.ranks = std::make_shared<MadeRanks>(labels, seed);
    half.labels = SplitLabels::make(labels, members);
    return half;
}

std::vector<NeuronId> firstNeurons(std::uint32_t count) {
    std::vector<NeuronId> neurons;
    for (std::uint32_t i = 0; i < count; ++i)
        neurons.emplace_back(i * (kNeurons / count));
    return neurons;
}

std::vector<std::uint32_t> steps(std::uint32_t from, std::uint32_t to, std::uint32_t by) {
    std::vector<std::uint32_t> values;
    for (std::uint32_t t = from; t <= to; t += by)
        values.push_back(t);
    return values;
}

void report(const char* what, double seconds) {
    std::printf("%-78s %9.1f ms\n", what, 1e3 * seconds);
    std::fflush(stdout);
}

void benchConsistency(const ConsistencyInput& all, const stats::ThresholdGrid& grid) {
    const stats::Halves halves = halvesOf(all).value();
    report("levels of all neurons, both halves", bench::secondsOf([&] { bench::keep(halvesOf(all).value()); }));
    for (const std::uint32_t t : {50U, 350U}) {
        const stats::TagSets a = tagSets(halves.calibration, t), b = tagSets(halves.validation, t);
        report(("J0 exact at t = " + std::to_string(t) + "/1000").c_str(),
               bench::secondsOf([&] { bench::keep(stats::chanceByNeuron(a, b).value()); }));
    }
    stats::Halves drawn = halves; // every set of tags different from every other: nothing to group
    Random random(9);
    for (auto* levels : {&drawn.calibration, &drawn.validation})
        for (auto& level : levels->cells)
            level = static_cast<stats::Level>(random.below(1001));
    report("J0 exact, all sets of tags different", bench::secondsOf([&] {
               bench::keep(
                   stats::chanceByNeuron(tagSets(drawn.calibration, 500), tagSets(drawn.validation, 500)).value());
           }));
    for (const auto by : {stats::ConsistencyBy::Neuron, stats::ConsistencyBy::Descriptor})
        report(by == stats::ConsistencyBy::Neuron ? "consistency by neuron, whole grid, all neurons"
                                                  : "consistency by descriptor, whole grid, all neurons",
               bench::secondsOf([&] { bench::keep(stats::consistency(halves, by, grid).value()); }));
    ConsistencyInput some = all;
    some.neurons = firstNeurons(500);
    NullProgress progress;
    for (const auto by : {stats::ConsistencyBy::Neuron, stats::ConsistencyBy::Descriptor}) {
        some.by = by;
        report(by == stats::ConsistencyBy::Neuron
                   ? "bootstrap by neuron, 1,000 resamples x 500 neurons, whole grid"
                   : "bootstrap by descriptor, 1,000 resamples x 500 neurons, whole grid",
               bench::secondsOf([&] {
                   bench::keep(bootstrapConsistency(some, grid, {1000, 1}, {}, progress).value());
               }));
    }
}

void benchEvaluation(const HalfData& half, const SplitLabels& reference, const stats::ThresholdGrid& grid,
                     const std::vector<std::uint32_t>& columns, std::uint32_t neuronCount) {
    const auto neurons = firstNeurons(neuronCount);
    const auto once = [&] {
        const Counts mine = countSome(*half.ranks, *half.labels, Tail::Top, neurons, 435).value();
        const Counts theirs = countSome(*half.ranks, reference, Tail::Top, neurons, 435).value();
        const stats::JudgedTags tags{tagLevels(mine, columns, Rule::Share), tagLevels(theirs, columns, Rule::Share),
                                     definedTruth(theirs, columns)};
        bench::keep(stats::precisionRecall(tags, grid, {1000, 1}).value());
        stats::JudgedOrder order{{}, {}, kDescriptors, tags.defined, 3};
        for (std::size_t i = 0; i < neurons.size(); ++i) {
            order.predicted.push_back(descriptorsInOrder(mine, i, columns, Rule::Share, *half.labels));
            order.truth.push_back(descriptorsInOrder(theirs, i, columns, Rule::Share, reference));
        }
        bench::keep(stats::precisionRecallAt(order, 6, {1000, 1}).value());
    };
    report(("P, R, P@K, R@K with 1,000 resamples on " + std::to_string(neuronCount) + " neurons").c_str(),
           bench::secondsOf(once));
}

/// Of all cells and of one descriptor, over 20 categories x 5 lengths.
void benchAdjusted(const HalfData& half) {
    Random random(11);
    Strata strata{{}, 5U * kCategories};
    for (const std::uint16_t category : half.categories)
        strata.of.push_back(5U * category + static_cast<std::uint32_t>(random.below(5)));
    const std::vector<std::uint8_t> active(kDescriptors, 1);
    NullProgress progress;
    for (const std::uint32_t exemplars : {435U, 4348U}) {
        const AdjustedSource source{*half.ranks, *half.labels, strata, Tail::Top, exemplars};
        const std::string at = " at " + std::to_string(exemplars) + " exemplars";
        report(("adjusted lift of one descriptor, all neurons" + at).c_str(),
               bench::secondsOf([&] { bench::keep(adjustedOf(source, firstNeurons(kNeurons), 0).value()); }));
        report(("adjusted q of all cells" + at).c_str(),
               bench::secondsOf([&] { bench::keep(adjustedTable(source, active, {}, progress).value()); }));
    }
}

} // namespace

/// With the argument "adjusted": that part alone.
int main(int argc, char** argv) {
    std::printf("%u neurons, %u sentences a half, %u descriptors, %u threads\n", kNeurons, kMembers, kDescriptors,
                threadCount());
    const HalfData calibration = makeHalf(1), validation = makeHalf(2);
    benchAdjusted(calibration);
    if (argc > 1 && std::string_view(argv[1]) == "adjusted")
        return 0;
    std::vector<std::uint32_t> columns(kDescriptors);
    std::iota(columns.begin(), columns.end(), 0U);
    const stats::ThresholdGrid grid(steps(50, 600, 10));
    benchConsistency({calibration, validation, firstNeurons(kNeurons), columns}, grid);
    std::vector<SentenceId> members;
    for (std::uint32_t s = 0; s < kMembers; ++s)
        members.push_back(SentenceId(s));
    const auto reference = SplitLabels::make(makeLabels(3), members);
    benchEvaluation(calibration, *reference, grid, columns, 10);
    benchEvaluation(calibration, *reference, grid, columns, kNeurons);
    LandscapeInput input{calibration, validation, reference, firstNeurons(10), columns};
    for (int i = 0; i < 25; ++i)
        input.kMilli.push_back(static_cast<std::uint32_t>(std::lround(100 * std::pow(100.0, i / 24.0))));
    input.tMilli = steps(0, 600, 10);
    NullProgress progress;
    report("landscape of 25 k x 61 t, all neurons, 16 shifts",
           bench::secondsOf([&] { bench::keep(landscape(input, {}, progress).value()); }));
    return 0;
}
