#include "core/pipeline/validation_queue.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace neuroscribe::pipeline {
namespace {

using labels::Answer;
using labels::Descriptor;
using labels::Drawn;
using labels::LabelMatrix;

constexpr std::uint64_t kOrderSeed = 0x6f72646572; // apart from the seed that draws

/// Round by round: one pair of each descriptor that has any left, descriptors in an order that changes.
ValidationQueue interleaved(std::vector<ValidationQueue> byDescriptor, std::uint64_t seed) {
    struct Place {
        std::size_t round;
        std::uint64_t order;
        ValidationPair pair;
    };
    std::vector<Place> places;
    for (const ValidationQueue& pairs : byDescriptor)
        for (std::size_t round = 0; round < pairs.size(); ++round)
            places.push_back(
                {round,
                 labels::drawOrder(seed ^ kOrderSeed ^ round, DescriptorId(pairs[round].descriptor), SentenceId(0)),
                 pairs[round]});
    std::ranges::sort(places, {}, [](const Place& place) { return std::tuple(place.round, place.order); });
    ValidationQueue queue;
    for (const Place& place : places)
        queue.push_back(place.pair);
    return queue;
}

std::size_t indexOf(Answer answer) {
    return static_cast<std::size_t>(answer);
}

ValidationQueue balancedOf(const labels::PairSet& pairs, std::uint32_t column, std::span<const std::uint8_t> answers) {
    double drawn[3] = {}, there[3] = {};
    ValidationQueue queue;
    for (std::uint32_t i = 0; i < pairs.sentences(); ++i) {
        const auto answer = static_cast<Answer>(answers[i]);
        there[indexOf(answer)] += 1;
        if (!pairs.wants(i, column))
            continue;
        drawn[indexOf(answer)] += 1;
        queue.push_back({column, SentenceId(i), Drawn::Balanced, answer, 0});
    }
    for (ValidationPair& pair : queue)
        pair.weight = there[indexOf(pair.model)] / drawn[indexOf(pair.model)];
    return queue;
}

ValidationQueue disagreementOf(const labels::Disagreement& disagreement, const LabelMatrix& labels,
                               std::uint32_t column, DescriptorId descriptor, std::uint32_t each, std::uint64_t seed) {
    using Rank = std::tuple<float, std::uint64_t, std::uint32_t>; // margin, draw, sentence
    std::vector<Rank> ranks;
    for (std::uint32_t i = 0; i < labels.sentences(); ++i) {
        const SentenceId sentence(i);
        const float margin = disagreement.margin(column, sentence);
        if (disagreement.differs(column, sentence))
            ranks.emplace_back(-1.0F, labels::drawOrder(seed, descriptor, sentence), i);
        else if (!std::isnan(margin))
            ranks.emplace_back(margin, 0, i);
    }
    const std::size_t count = std::min<std::size_t>(each, ranks.size());
    std::ranges::partial_sort(ranks, ranks.begin() + static_cast<std::ptrdiff_t>(count));
    ValidationQueue queue;
    for (std::size_t i = 0; i < count; ++i) {
        const SentenceId sentence(std::get<2>(ranks[i]));
        queue.push_back({column, sentence, Drawn::Disagreement, labels.at(sentence, column), 0});
    }
    return queue;
}

} // namespace

ValidationQueue balancedQueue(const LabelMatrix& labels, const std::vector<Descriptor>& descriptors, std::uint32_t each,
                              std::uint64_t seed) {
    const labels::PairSet pairs = labels::balancedPairs(labels, descriptors, each, seed);
    std::vector<ValidationQueue> byDescriptor;
    for (std::uint32_t c = 0; c < descriptors.size(); ++c) {
        ValidationQueue& queue = byDescriptor.emplace_back(balancedOf(pairs, c, labels.column(c)));
        std::ranges::sort(queue, {}, [&](const ValidationPair& pair) {
            return labels::drawOrder(seed ^ kOrderSeed, descriptors[c].id, pair.sentence);
        });
    }
    return interleaved(std::move(byDescriptor), seed);
}

ValidationQueue disagreementQueue(const labels::Disagreement& disagreement, const LabelMatrix& labels,
                                  const std::vector<Descriptor>& descriptors, std::uint32_t each, std::uint64_t seed) {
    std::vector<ValidationQueue> byDescriptor;
    for (std::uint32_t c = 0; c < descriptors.size(); ++c)
        if (!descriptors[c].excluded)
            byDescriptor.push_back(disagreementOf(disagreement, labels, c, descriptors[c].id, each, seed));
    return interleaved(std::move(byDescriptor), seed);
}

} // namespace neuroscribe::pipeline
