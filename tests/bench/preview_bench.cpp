// The preview of consequences at the paper's size: 2 x 43,474 sentences, 26 descriptors, 9,216 neurons.
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/descriptors/curation_edits.h"
#include "core/pipeline/curation_preview.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;

namespace {

constexpr std::uint32_t kMembers = 43'474; ///< of each half
constexpr std::uint32_t kNeurons = 9'216;
constexpr std::uint32_t kUnits = 768;

/// Ranks in memory, drawn at random: counting reads them as it reads real ones.
class RandomRanks final : public tagging::RankTable {
public:
    RandomRanks() : m_depth(tagging::exemplarCount(tagging::kMaxKMilli, kMembers)) {
        const std::size_t blocks = (m_depth + tagging::kRankBlock - 1) / tagging::kRankBlock;
        m_values.resize(blocks * kNeurons * tagging::kRankBlock);
        Random random(1);
        for (auto& value : m_values)
            value = static_cast<std::uint32_t>(random.below(kMembers));
    }
    std::uint32_t neurons() const override { return kNeurons; }
    std::uint32_t members() const override { return kMembers; }
    std::uint32_t depth() const override { return m_depth; }
    Result<std::span<const std::uint32_t>> block(tagging::Tail, std::uint32_t b) const override {
        constexpr std::size_t kValues = std::size_t{kNeurons} * tagging::kRankBlock;
        return std::span(m_values).subspan(b * kValues, kValues);
    }
    Status neuron(tagging::Tail, NeuronId, std::span<std::uint32_t>) const override { return {}; }

private:
    std::uint32_t m_depth;
    std::vector<std::uint32_t> m_values;
};

std::string nameOf(std::uint32_t descriptor) {
    return "descriptor " + std::to_string(descriptor);
}

pipeline::StudyData makeStudy(const std::shared_ptr<const tagging::RankTable>& ranks, std::uint32_t descriptors,
                              double answered) {
    Random random(2);
    pipeline::StudyData study;
    auto corpus = std::make_shared<corpus::CorpusIndex>();
    labels::LabelMatrix labels(2 * kMembers, descriptors);
    corpus->category.resize(labels.sentences());
    for (SentenceId id{0}; id.value < labels.sentences(); ++id.value) {
        corpus->members[id.value % 2].push_back(id);
        for (std::uint32_t c = 0; c < descriptors; ++c)
            if (random.uniform() < answered)
                labels.set(id, c, random.uniform() < 0.4 / (c % 26 + 1) ? labels::Answer::Yes : labels::Answer::No);
    }
    for (std::uint32_t c = 0; c < descriptors; ++c)
        study.descriptors.push_back(
            {.id = DescriptorId(c + 1), .name = nameOf(c), .question = nameOf(c), .cluster = ClusterId(c + 1)});
    study.corpus = corpus;
    study.labels = std::make_shared<const labels::LabelMatrix>(std::move(labels));
    for (int half = 0; half < 2; ++half) {
        study.splitLabels[half] = tagging::SplitLabels::make(*study.labels, corpus->members[half]);
        study.ranks[half] = ranks;
    }
    return study;
}

/// One cluster of ten members for each descriptor.
descriptors::Curation makeCuration(std::uint32_t descriptors) {
    descriptors::CurationDelta content;
    for (std::uint32_t c = 0; c < descriptors; ++c) {
        const descriptors::ClusterFacts facts{nameOf(c), descriptors::NameSource::Person, false, {nameOf(c)}, {}};
        content.clusters.push_back({ClusterId(c + 1), std::nullopt, facts});
        for (std::uint32_t i = 0; i < 10; ++i)
            content.moves.push_back({RawDescriptorId(10 * c + i + 1), descriptors::kUnclustered, ClusterId(c + 1)});
    }
    descriptors::Curation curation;
    if (!curation.apply(content))
        std::abort();
    return curation;
}

void benchEdits(const char* title, const std::shared_ptr<const tagging::RankTable>& ranks, std::uint32_t descriptors,
                double answered, std::uint32_t kMilli) {
    std::printf("%s\n", title);
    const pipeline::StudyData study = makeStudy(ranks, descriptors, answered);
    const descriptors::Curation curation = makeCuration(descriptors);
    tagging::Tagger tagger(ranks, study.splitLabels[0], std::vector<std::uint8_t>(descriptors, 1), kUnits,
                           tagging::Tail::Top);
    tagging::Thresholds thresholds;
    thresholds.kMilli = kMilli;
    thresholds.tMilli = 100;
    if (!tagger.apply(thresholds))
        std::abort();
    bench::Rounds rounds;
    const auto add = [&](const char* name, const std::function<Result<descriptors::CurationEdit>()>& make) {
        rounds.add(name, [&, make] {
            const auto edit = make();
            if (!edit)
                std::abort();
            const auto plan = pipeline::planLabels(study, edit->delta, {});
            const auto consequences = pipeline::previewConsequences(study, &tagger, plan, {});
            if (!consequences)
                std::abort();
            bench::keep(*consequences);
        });
    };
    const std::vector<ClusterId> from{ClusterId(3)};
    const std::vector<ClusterId> five{ClusterId(3), ClusterId(4), ClusterId(5), ClusterId(6), ClusterId(7)};
    const std::vector<RawDescriptorId> members{RawDescriptorId(1), RawDescriptorId(2)};
    add("  rename", [&] { return descriptors::rename(curation, ClusterId(1), "another name", false); });
    add("  merge two", [&] { return descriptors::merge(curation, from, ClusterId(1)); });
    add("  merge six", [&] { return descriptors::merge(curation, five, ClusterId(1)); });
    add("  move members", [&] { return descriptors::moveMembers(curation, members, ClusterId(2)); });
    add("  exclude", [&] { return descriptors::setExcluded(curation, from, true); });
    rounds.run(15);
    rounds.print();
}

} // namespace

int main() {
    const NoHelpers alone; // as on the window's thread
    std::printf("%u neurons, 2 x %u sentences, one thread\n", kNeurons, kMembers);
    const auto ranks = std::make_shared<RandomRanks>();
    benchEdits("26 descriptors, all answered, k = 1 %", ranks, 26, 1.0, 1'000);
    benchEdits("26 descriptors, 90 % answered, k = 1 %", ranks, 26, 0.9, 1'000);
    benchEdits("26 descriptors, all answered, k = 10 %", ranks, 26, 1.0, 10'000);
    benchEdits("500 descriptors, all answered, k = 1 %", ranks, 500, 1.0, 1'000);
    return 0;
}
