#include "core/pipeline/neuron_insight.h"

#include <algorithm>

namespace neuroscribe::pipeline {
namespace {

Result<std::vector<std::uint32_t>> ranksOf(const StudyData& study, NeuronId neuron, std::size_t half,
                                           tagging::Tail tail) {
    std::vector<std::uint32_t> positions(study.ranks[half]->depth());
    NS_TRY(study.ranks[half]->neuron(tail, neuron, positions));
    return positions;
}

std::vector<NeuronInsight::Other> countsOf(const tagging::SplitLabels& labels,
                                           std::span<const std::uint32_t> exemplars) {
    std::vector<NeuronInsight::Other> counts(labels.descriptors());
    for (const std::uint32_t member : exemplars)
        for (std::size_t c = 0; c < counts.size(); ++c) {
            const std::size_t place = std::size_t{member} * labels.stride() + c;
            counts[c].yes += labels.yesBytes()[place];
            counts[c].answered += labels.allAnswered() ? 1 : labels.answeredBytes()[place];
        }
    return counts;
}

} // namespace

const tagging::GivenStrongest* NeuronInsight::givenOf(std::uint32_t descriptor) const {
    const auto found = std::ranges::find(given, descriptor, &tagging::GivenStrongest::descriptor);
    return found == given.end() ? nullptr : &*found;
}

Result<NeuronInsight> neuronInsight(const StudyData& study, NeuronId neuron, std::span<const std::uint8_t> active,
                                    const tagging::Thresholds& thresholds, std::span<const std::uint32_t> tags,
                                    std::stop_token stop) {
    NS_TRY(requireTaggable(study));
    if (neuron.value >= study.run->neurons())
        return Error{ErrorCode::InvalidArgument, "neuron", "there is no such neuron in this run", ""};
    std::vector<std::uint32_t> ranks[2];
    for (const std::size_t half : {0U, 1U}) {
        NS_ASSIGN(ranks[half], ranksOf(study, neuron, half, thresholds.tail));
    }
    const auto shown = static_cast<std::size_t>(thresholds.split);
    const tagging::SplitLabels& labels = *study.splitLabels[shown];
    const auto exemplars =
        std::span<const std::uint32_t>(ranks[shown]).first(tagging::exemplarCount(thresholds.kMilli, labels.members()));
    NeuronInsight insight;
    insight.neuron = neuron;
    NS_ASSIGN(insight.adjusted, tagging::adjustedEnrichment(
                                    labels, exemplars, tagging::makeStrata(*study.corpus, thresholds.split), stop));
    const tagging::SplitLabels& others = *study.splitLabels[1 - shown];
    insight.other = countsOf(others, std::span<const std::uint32_t>(ranks[1 - shown])
                                         .first(tagging::exemplarCount(thresholds.kMilli, others.members())));
    if (!tags.empty())
        insight.strongest = tags.front();
    NS_ASSIGN(insight.given, tagging::explainTags(labels, exemplars, tags, thresholds.alphaMicro / 1e6, stop));
    if (tagging::isOfWholeRows(thresholds.rule))
        return insight;
    NS_ASSIGN(insight.persistence,
              tagging::persistenceOf({study.splitLabels[0].get(), ranks[0]}, {study.splitLabels[1].get(), ranks[1]},
                                     active, thresholds, stop));
    return insight;
}

Result<std::vector<std::optional<stats::Stratified>>> adjustedNeurons(const StudyData& study, std::uint32_t descriptor,
                                                                      std::span<const NeuronId> neurons,
                                                                      const tagging::Thresholds& thresholds,
                                                                      std::stop_token stop) {
    NS_TRY(requireTaggable(study));
    const auto half = static_cast<std::size_t>(thresholds.split);
    const tagging::SplitLabels& labels = *study.splitLabels[half];
    const tagging::Strata strata = tagging::makeStrata(*study.corpus, thresholds.split);
    return tagging::adjustedOf({*study.ranks[half], labels, strata, thresholds.tail,
                                tagging::exemplarCount(thresholds.kMilli, labels.members())},
                               neurons, descriptor, std::move(stop));
}

} // namespace neuroscribe::pipeline
