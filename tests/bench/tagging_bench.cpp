// Thresholds of a study of BERT-base's size under the slider: 9,216 neurons, 26 descriptors, 43,474 sentences a split.
#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/tagging/tagger.h"
#include "tests/bench/bench.h"
#include "tests/bench/drawn_labels.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;

namespace {

constexpr std::uint32_t kMembers = 43'474;
constexpr std::uint32_t kNeurons = 9'216;

/// Ranks in memory, drawn at random: counting reads them as it reads real ones, without 1.6 GB of activations.
class RandomRanks final : public RankTable {
public:
    RandomRanks() : m_depth(exemplarCount(kMaxKMilli, kMembers)) {
        const std::size_t blocks = (m_depth + kRankBlock - 1) / kRankBlock;
        m_values.resize(blocks * kNeurons * kRankBlock);
        Random random(1);
        for (auto& value : m_values)
            value = static_cast<std::uint32_t>(random.below(kMembers));
    }
    std::uint32_t neurons() const override { return kNeurons; }
    std::uint32_t members() const override { return kMembers; }
    std::uint32_t depth() const override { return m_depth; }
    Result<std::span<const std::uint32_t>> block(Tail, std::uint32_t b) const override {
        constexpr std::size_t kValues = std::size_t{kNeurons} * kRankBlock;
        return std::span(m_values).subspan(b * kValues, kValues);
    }
    Status neuron(Tail, NeuronId, std::span<std::uint32_t>) const override { return {}; }

private:
    std::uint32_t m_depth;
    std::vector<std::uint32_t> m_values;
};

/// Step `index` of the logarithmic slider with 200 steps from 0.1 to 10 %.
Thresholds sliderStep(int index) {
    Thresholds thresholds;
    thresholds.kMilli = static_cast<std::uint32_t>(std::lround(100 * std::pow(100.0, index / 200.0)));
    thresholds.tMilli = 100;
    return thresholds;
}

void apply(Tagger& tagger, const Thresholds& thresholds) {
    if (!tagger.apply(thresholds))
        std::abort();
}

void benchThresholds(const char* title, const std::shared_ptr<const RankTable>& ranks,
                     const std::shared_ptr<const SplitLabels>& labels) {
    std::printf("%s\n", title);
    Tagger tagger(ranks, labels, std::vector<std::uint8_t>(labels->descriptors(), 1), 768, Tail::Top);
    Thresholds moved = sliderStep(100);
    bench::Rounds rounds;
    rounds.add("  jump of k, 0.1 to 10 %", [&] {
        apply(tagger, sliderStep(0));
        apply(tagger, sliderStep(200));
    });
    rounds.add("  step of k at 10 %: counts, f, tags", [&] { apply(tagger, sliderStep(199)); });
    rounds.add("  q after it", [&] { bench::keep(tagger.enrichment()); });
    rounds.add("  summary", [&] { bench::keep(tagger.summary()); });
    rounds.add("  f of all cells for the heat map",
               [&, out = std::vector<float>(tagger.counts().yes.size())]() mutable {
                   tagger.values(Tagger::Value::F, out);
                   bench::keep(out);
               });
    rounds.add("  histogram of f", [&] { bench::keep(tagger.histogramOfF(100)); });
    rounds.add("  jump of k to the middle", [&] { apply(tagger, moved); });
    rounds.add("  step of k at 1 %: counts, f, tags", [&] { apply(tagger, sliderStep(101)); });
    rounds.add("  change of t", [&] {
        Thresholds thresholds = tagger.thresholds();
        thresholds.tMilli = thresholds.tMilli == 100 ? 101 : 100;
        apply(tagger, thresholds);
    });
    rounds.run(11);
    rounds.print();
}

void benchAllSteps(const std::shared_ptr<const RankTable>& ranks, const std::shared_ptr<const SplitLabels>& labels) {
    Tagger tagger(ranks, labels, std::vector<std::uint8_t>(labels->descriptors(), 1), 768, Tail::Top);
    std::vector<double> steps, q;
    for (int round = 0; round < 3; ++round) {
        apply(tagger, sliderStep(0));
        for (int index = 1; index <= 200; ++index) {
            steps.push_back(bench::secondsOf([&] { apply(tagger, sliderStep(index)); }));
            q.push_back(bench::secondsOf([&] { bench::keep(tagger.enrichment()); }));
        }
    }
    std::printf("every step of k from 0.1 to 10 %%, 3 times: counts, f, tags median %.3f ms, worst %.3f ms; "
                "q median %.3f ms, worst %.3f ms\n",
                1e3 * bench::median(steps), 1e3 * *std::ranges::max_element(steps), 1e3 * bench::median(q),
                1e3 * *std::ranges::max_element(q));
}

} // namespace

int main() {
    std::printf("%u neurons, %u sentences, %u threads\n", kNeurons, kMembers, threadCount());
    const auto ranks = std::make_shared<RandomRanks>();
    const auto all = bench::drawLabels(kMembers, 26, 1.0);
    benchThresholds("26 descriptors, all answered", ranks, all);
    benchAllSteps(ranks, all);
    benchThresholds("26 descriptors, 90 % answered", ranks, bench::drawLabels(kMembers, 26, 0.9));
    benchThresholds("500 descriptors, all answered", ranks, bench::drawLabels(kMembers, 500, 1.0));
    return 0;
}
