#include "ui/models/neuron_profile.h"

#include "core/extraction/extractor.h"
#include "ui/models/neuron_bands.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr std::uint32_t kBins = 60;

std::size_t indexOf(corpus::Split split) {
    return static_cast<std::size_t>(split);
}

/// The ranks of one neuron as a table of one, so that the tagger's own rules apply to it.
class OneNeuronRanks : public tagging::RankTable {
public:
    OneNeuronRanks(const NeuronProfile& profile, std::uint32_t members)
        : m_members(members),
          m_depth(static_cast<std::uint32_t>(profile.top.size())), m_blocks{padded(profile.top),
                                                                            padded(profile.bottom)} {}

    std::uint32_t neurons() const override { return 1; }
    std::uint32_t members() const override { return m_members; }
    std::uint32_t depth() const override { return m_depth; }
    Result<std::span<const std::uint32_t>> block(tagging::Tail tail, std::uint32_t b) const override {
        const auto& all = m_blocks[static_cast<std::size_t>(tail)];
        return std::span(all).subspan(static_cast<std::size_t>(b) * tagging::kRankBlock, tagging::kRankBlock);
    }
    Status neuron(tagging::Tail tail, NeuronId, std::span<std::uint32_t> positions) const override {
        std::copy_n(m_blocks[static_cast<std::size_t>(tail)].begin(), positions.size(), positions.begin());
        return {};
    }

private:
    static std::vector<std::uint32_t> padded(std::vector<std::uint32_t> ranks) {
        const std::size_t blocks = (ranks.size() + tagging::kRankBlock - 1) / tagging::kRankBlock;
        ranks.resize(blocks * tagging::kRankBlock, UINT32_MAX);
        return ranks;
    }

    std::uint32_t m_members;
    std::uint32_t m_depth;
    std::vector<std::uint32_t> m_blocks[2];
};

} // namespace

Histogram makeHistogram(const std::vector<float>& values, const std::vector<SentenceId>& members, std::uint32_t bins) {
    Histogram histogram;
    if (members.empty())
        return histogram;
    float low = values[members.front().value], high = low;
    for (const SentenceId id : members) {
        low = std::min(low, values[id.value]);
        high = std::max(high, values[id.value]);
    }
    histogram.low = low;
    histogram.high = high > low ? high : low + 1.0; // a constant neuron: one bin, at the left
    histogram.counts.assign(bins, 0);
    const double perUnit = bins / (histogram.high - histogram.low);
    for (const SentenceId id : members) {
        const auto bin = static_cast<std::uint32_t>((values[id.value] - histogram.low) * perUnit);
        ++histogram.counts[std::min(bin, bins - 1)];
    }
    return histogram;
}

Result<NeuronProfile> readNeuronProfile(const pipeline::StudyData& study, NeuronId neuron, corpus::Split split,
                                        std::stop_token stop) {
    const auto& ranks = study.ranks[indexOf(split)];
    if (!study.run || !study.corpus || !ranks)
        return Error{ErrorCode::MissingInput, "activations", "no activations have been extracted yet", ""};
    if (neuron.value >= study.run->neurons())
        return Error{ErrorCode::InvalidArgument, "neuron", "there is no such neuron in this run", ""};
    NeuronProfile profile;
    profile.neuron = neuron;
    profile.split = split;
    profile.values.resize(study.run->sentences);
    NS_TRY(extraction::readNeuron(study.folder + "/activations", *study.run, neuron, profile.values));
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "neuron", "another neuron was asked for", ""};
    profile.top.resize(ranks->depth());
    profile.bottom.resize(ranks->depth());
    NS_TRY(ranks->neuron(tagging::Tail::Top, neuron, profile.top));
    NS_TRY(ranks->neuron(tagging::Tail::Bottom, neuron, profile.bottom));
    const std::vector<SentenceId>& members = study.corpus->members[indexOf(split)];
    if (!members.empty() && members.back().value >= profile.values.size())
        return Error{ErrorCode::Stale, "activations", "the corpus has grown since the activations were extracted",
                     "Extract again to cover the new sentences"};
    profile.histogram = makeHistogram(profile.values, members, kBins);
    std::vector<float> own;
    for (const SentenceId id : members)
        own.push_back(profile.values[id.value]);
    profile.order = orderByValue(own);
    return profile;
}

Result<std::vector<tagging::Cell>> profileCells(const pipeline::StudyData& study, const NeuronProfile& profile,
                                                const tagging::Thresholds& thresholds) {
    const auto& labels = study.splitLabels[indexOf(profile.split)];
    if (!labels)
        return Error{ErrorCode::MissingInput, "labels", "no sentence has been labelled yet", ""};
    tagging::Thresholds own = thresholds;
    own.split = profile.split;
    own.maxQMicro = 0; // q needs the family of all neurons
    // Rules of whole rows are known on the half that tags are made from: here f is shown, and no tag is claimed.
    const bool undecided = tagging::isOfWholeRows(own.rule);
    if (undecided) {
        own.rule = tagging::Rule::Share;
        own.tMilli = tagging::maxTMilli(own.rule);
    }
    tagging::Tagger tagger(std::make_shared<OneNeuronRanks>(profile, labels->members()), labels, study.active(), 1,
                           thresholds.tail);
    tagger.deferEnrichment(true);
    NS_ASSIGN([[maybe_unused]] const auto change, tagger.apply(own));
    std::vector<tagging::Cell> cells;
    for (std::uint32_t descriptor = 0; descriptor < labels->descriptors(); ++descriptor) {
        cells.push_back(tagger.cell(NeuronId{0}, descriptor));
        if (undecided)
            cells.back().score.reset();
    }
    return cells;
}

} // namespace neuroscribe::ui
