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
        // Under a rule of counts a tagged cell has x > 0, so that its lift is defined; under one of whole rows nobody
        // among the exemplars may be answered, and what has no lift has not enough of it.
        if (now.answered[cell] == 0)
            return true;
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

/// By the rule, then lift; of equal ones the lower descriptor.
struct Ranked {
    std::uint32_t descriptor;
    Fraction value; ///< of a rule of counts; a share of occurrences has the same denominator in the whole row
    double row;     ///< of a rule of whole rows
    Fraction lift;
    bool before(const Ranked& other) const {
        if (row != other.row)
            return row > other.row;
        return value != other.value ? value > other.value : lift > other.lift;
    }
};

Ranked rankedOf(const TagInputs& inputs, std::size_t cell, std::uint32_t c) {
    const Counts& now = inputs.counts;
    const Rule rule = inputs.thresholds.rule;
    const CellCounts counts{now.yes[cell], now.answered[cell], inputs.yes[c], inputs.answered[c], 1};
    // A rule of whole rows may tag a descriptor of which no exemplar is answered: it has no lift.
    const Fraction lift = counts.answered > 0 ? countRule(Rule::Lift, counts) : Fraction{0, 1};
    if (isOfWholeRows(rule))
        return {c, {0, 1}, scoreOf(inputs, cell, 0), lift};
    return {c, countRule(rule, counts), 0.0, lift};
}

void keepTop(TagTable& tags, const TagInputs& inputs) {
    std::vector<Ranked> ranked;
    for (std::size_t neuron = 0; neuron < tags.neurons; ++neuron) {
        ranked.clear();
        for (const std::uint32_t c : tagsOf(tags, neuron))
            ranked.push_back(rankedOf(inputs, neuron * tags.descriptors + c, c));
        const std::uint32_t most = inputs.thresholds.topK;
        if (ranked.size() <= most)
            continue;
        std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) { return a.before(b); });
        for (std::size_t i = most; i < ranked.size(); ++i)
            removeTag(tags, neuron, ranked[i].descriptor);
    }
}

} // namespace

TagTable decideTags(const TagInputs& inputs, const std::function<const stats::Enrichment::Table&()>& enrichment) {
    const Thresholds& thresholds = inputs.thresholds;
    TagTable tags = exceedingTags(inputs);
    const bool needsQ = thresholds.maxQMicro > 0;
    if (thresholds.minLiftMilli > 0 || needsQ)
        restrictTags(tags, inputs, needsQ ? &enrichment() : nullptr);
    if (thresholds.topK > 0)
        keepTop(tags, inputs);
    return tags;
}

} // namespace neuroscribe::tagging
