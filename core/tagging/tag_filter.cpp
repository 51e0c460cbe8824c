// What a tag needs beyond f > t: lift, q, a place among the first K of its neuron.
#include <algorithm>

#include "core/tagging/cell_order.h"
#include "core/tagging/tag_bits.h"

namespace neuroscribe::tagging {
namespace {

constexpr double kMillion = 1e6;

void removeTag(TagTable& tags, std::size_t neuron, std::uint32_t descriptor) {
    tags.bits[neuron * tags.words + descriptor / 64] &= ~(std::uint64_t{1} << (descriptor % 64));
}

std::vector<std::uint32_t> tagsOf(const TagTable& tags, std::size_t neuron) {
    std::vector<std::uint32_t> found;
    forEachTag(std::span(tags.bits).subspan(neuron * tags.words, tags.words),
               [&](std::uint32_t descriptor) { found.push_back(descriptor); });
    return found;
}

void restrictTags(TagTable& tags, const TagInputs& inputs, const stats::Enrichment::Table* enrichment) {
    const Counts& now = inputs.counts;
    const Thresholds& thresholds = inputs.thresholds;
    const auto lacksLift = [&](std::size_t cell, std::uint32_t c) {
        // A tagged cell has x > 0, so that m_c and B_c are not 0 and the lift is defined.
        const Fraction lift = liftFraction(now.yes[cell], now.answered[cell], inputs.yes[c], inputs.answered[c]);
        return lift < Fraction{thresholds.minLiftMilli, 1000};
    };
    const double maxQ = thresholds.maxQMicro / kMillion;
    for (std::size_t neuron = 0; neuron < tags.neurons; ++neuron)
        for (const std::uint32_t c : tagsOf(tags, neuron)) {
            const std::size_t cell = neuron * tags.descriptors + c;
            if ((thresholds.minLiftMilli > 0 && lacksLift(cell, c)) || (enrichment && !(enrichment->q[cell] < maxQ)))
                removeTag(tags, neuron, c);
        }
}

void keepTop(TagTable& tags, const TagInputs& inputs) {
    const Counts& now = inputs.counts;
    struct Ranked {
        std::uint32_t descriptor;
        Fraction f, lift;
    };
    std::vector<Ranked> ranked;
    for (std::size_t neuron = 0; neuron < tags.neurons; ++neuron) {
        ranked.clear();
        for (const std::uint32_t c : tagsOf(tags, neuron)) {
            const std::size_t cell = neuron * tags.descriptors + c;
            // A share of occurrences has the same denominator in the whole row.
            const std::uint64_t denominator = inputs.thresholds.rule == Rule::Share ? now.answered[cell] : 1;
            ranked.push_back({c,
                              {now.yes[cell], denominator},
                              liftFraction(now.yes[cell], now.answered[cell], inputs.yes[c], inputs.answered[c])});
        }
        const std::uint32_t most = inputs.thresholds.topK;
        if (ranked.size() <= most)
            continue;
        std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
            return a.f != b.f ? a.f > b.f : a.lift > b.lift; // stable: then the descriptor order
        });
        for (std::size_t i = most; i < ranked.size(); ++i)
            removeTag(tags, neuron, ranked[i].descriptor);
    }
}

} // namespace

TagTable decideTags(const TagInputs& inputs, const std::function<const stats::Enrichment::Table&()>& enrichment) {
    const Thresholds& thresholds = inputs.thresholds;
    TagTable tags = exceedingTags(inputs.counts, inputs.active, thresholds.rule, thresholds.tMilli);
    const bool needsQ = thresholds.maxQMicro > 0;
    if (thresholds.minLiftMilli > 0 || needsQ)
        restrictTags(tags, inputs, needsQ ? &enrichment() : nullptr);
    if (thresholds.topK > 0)
        keepTop(tags, inputs);
    return tags;
}

} // namespace neuroscribe::tagging
