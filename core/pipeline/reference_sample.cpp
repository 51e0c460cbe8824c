#include "core/pipeline/reference_sample.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/random.h"

namespace neuroscribe::pipeline {
namespace {

Status keep(store::Project& project, const std::string& annotator, const nlohmann::ordered_json& sample) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    return project.setValue("sample:" + annotator, sample.dump());
}

std::set<SentenceId> exemplarsOf(const std::vector<std::uint32_t>& positions, const corpus::CorpusIndex& index) {
    std::set<SentenceId> sentences;
    for (const std::uint32_t position : positions)
        sentences.insert(index.members[0][position]);
    return sentences;
}

std::vector<std::uint32_t> numbersOf(const std::vector<NeuronId>& neurons) {
    std::vector<std::uint32_t> numbers;
    for (const NeuronId neuron : neurons)
        numbers.push_back(neuron.value);
    return numbers;
}

} // namespace

std::vector<NeuronId> drawNeurons(std::uint32_t count, std::uint32_t neurons, std::uint64_t seed) {
    std::vector<std::uint32_t> numbers(neurons);
    std::iota(numbers.begin(), numbers.end(), 0U);
    Random random(seed);
    shuffle(std::span(numbers), random);
    numbers.resize(std::min(count, neurons));
    std::ranges::sort(numbers);
    std::vector<NeuronId> drawn;
    for (const std::uint32_t number : numbers)
        drawn.emplace_back(number);
    return drawn;
}

Result<labels::PairSet> balancedSample(store::Project& project, const std::string& annotator, std::uint64_t seed) {
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(project.connection()));
    NS_ASSIGN(const auto matrix, labels::loadLabels(project.connection(), descriptors));
    labels::PairSet pairs = labels::balancedPairs(matrix, descriptors, kBalancedEach, seed);
    if (pairs.count() == 0)
        return Error{ErrorCode::MissingInput, "labels", "there are no answers to draw a sample from",
                     "Run label first"};
    NS_TRY(keep(project, annotator, {{"sentences", "balanced"}, {"each", kBalancedEach}, {"seed", seed}}));
    return pairs;
}

Result<labels::PairSet> exemplarSample(store::Project& project, const std::string& annotator,
                                       const std::vector<NeuronId>& neurons, std::optional<std::uint32_t> kMilli,
                                       std::uint64_t seed) {
    NS_ASSIGN(const auto study, loadStudy(project));
    NS_TRY(requireTaggable(*study));
    tagging::Thresholds thresholds = study->thresholds;
    thresholds.kMilli = kMilli.value_or(thresholds.kMilli);
    NS_TRY(thresholds.validate());
    const tagging::RankTable& ranks = *study->ranks[0];
    std::vector<std::uint32_t> positions(tagging::exemplarCount(thresholds.kMilli, ranks.members()));
    std::set<SentenceId> sentences;
    for (const NeuronId neuron : neurons) {
        if (neuron.value >= ranks.neurons())
            return Error{ErrorCode::InvalidArgument, "neuron " + std::to_string(neuron.value),
                         "the model has no such neuron", ""};
        NS_TRY(ranks.neuron(thresholds.tail, neuron, positions));
        sentences.merge(exemplarsOf(positions, *study->corpus));
    }
    NS_TRY(keep(project, annotator,
                {{"sentences", "exemplars"},
                 {"neurons", numbersOf(neurons)},
                 {"k_milli", thresholds.kMilli},
                 {"tail", tailName(thresholds.tail)},
                 {"seed", seed}}));
    const std::vector<SentenceId> list(sentences.begin(), sentences.end());
    return labels::pairsOf(list, static_cast<std::uint32_t>(study->corpus->size()), study->descriptors);
}

} // namespace neuroscribe::pipeline
