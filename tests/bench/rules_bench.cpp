// All rules of whole rows at BERT-base's size: 9,216 neurons, 26 descriptors, 43,474 sentences, streamed from made
// values; tags of every rule as the slider moves.
#include <cmath>

#include "core/base/float16.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/tagging/tagger.h"
#include "tests/bench/bench.h"
#include "tests/bench/drawn_labels.h"

#include <sys/resource.h>

using namespace neuroscribe;
using namespace neuroscribe::tagging;

namespace {

constexpr std::uint32_t kMembers = 43'474;
constexpr std::uint32_t kNeurons = 9'216;

/// Values of one bell-shaped row; each neuron reads them from another place, so that making them costs nothing.
RankSource source(bool halves) {
    static std::vector<float> row;
    if (row.empty()) {
        Random random(3);
        for (std::uint32_t i = 0; i < kMembers + kNeurons; ++i)
            row.push_back(static_cast<float>(random.uniform() + random.uniform() + random.uniform() - 1.5));
    }
    RankSource made;
    made.neurons = kNeurons;
    made.members = kMembers;
    made.readKeys = [halves](std::uint32_t first, std::uint32_t count, std::span<std::uint32_t> keys) -> Status {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t s = 0; s < kMembers; ++s) {
                const float value = row[first + n + s];
                keys[n * kMembers + s] = halves ? rankKeyOfHalf(floatToHalf(value)) : rankKey(value);
            }
        return {};
    };
    return made;
}

/// On a machine that others use, too, this tells more than the clock.
double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

std::shared_ptr<const RowRules> benchRows(const char* title, bool halves, const SplitLabels& labels) {
    NullProgress silent;
    std::shared_ptr<const RowRules> rules;
    const double before = processorSeconds();
    const double seconds =
        bench::secondsOf([&] { rules = computeRowRules(source(halves), labels, {}, silent).value(); });
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-40s %8.2f s, %6.2f s of the processors, peak memory %.0f MB\n", title, seconds,
                processorSeconds() - before, static_cast<double>(usage.ru_maxrss) / 1024);
    return rules;
}

/// Top exemplars drawn at random: tags cost the same.
std::shared_ptr<const RankTable> someRanks() {
    constexpr std::uint32_t kFew = 2000;
    Random random(5);
    std::vector<float> values(std::size_t{kFew} * kNeurons);
    for (float& value : values)
        value = static_cast<float>(random.uniform());
    return makeRanks(values, kFew, kNeurons).value();
}

void benchTags(const std::shared_ptr<const RowRules>& rules) {
    const auto ranks = someRanks();
    Random random(6);
    labels::LabelMatrix matrix(ranks->members(), rules->descriptors);
    std::vector<SentenceId> members;
    for (std::uint32_t s = 0; s < ranks->members(); ++s) {
        members.push_back(SentenceId(s));
        for (std::uint32_t c = 0; c < rules->descriptors; ++c)
            matrix.set(SentenceId(s), c, random.below(10) == 0 ? labels::Answer::Yes : labels::Answer::No);
    }
    Tagger tagger(ranks, SplitLabels::make(matrix, members), std::vector<std::uint8_t>(rules->descriptors, 1), 768,
                  Tail::Top);
    if (!tagger.setRowRules(rules))
        std::abort();
    bench::Rounds rounds;
    for (const Rule rule : allRules())
        rounds.add(std::string("  change of t under ") + ruleName(rule), [&tagger, rule] {
            Thresholds thresholds{.rule = rule};
            thresholds.tMilli = tagger.thresholds().tMilli == 100 ? 101 : 100;
            if (!tagger.apply(thresholds))
                std::abort();
        });
    rounds.add("  histogram of the scores",
               [&] { bench::keep(tagger.histogramOfScore(50, [](double score) { return score; })); });
    rounds.run(11);
    rounds.print();
}

} // namespace

int main() {
    std::printf("%u neurons, %u sentences, %u threads\n", kNeurons, kMembers, threadCount());
    const auto all = bench::drawLabels(kMembers, 26, 1.0);
    benchTags(benchRows("26 descriptors, halves, all answered", true, *all));
    benchRows("26 descriptors, halves, 90 % answered", true, *bench::drawLabels(kMembers, 26, 0.9));
    benchRows("26 descriptors, floats, all answered", false, *all);
    return 0;
}
