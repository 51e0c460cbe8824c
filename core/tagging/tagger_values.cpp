// What views read from a Tagger: cells, matrices of values, the distribution of f, the summary.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/tagging/rule_values.h"
#include "core/tagging/tag_bits.h"

namespace neuroscribe::tagging {
namespace {

constexpr double kMillion = 1e6;
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

double ratio(std::uint64_t numerator, std::uint64_t denominator) {
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

std::optional<double> defined(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// Calls visit(cell, denominator) for every cell of an active descriptor; the denominator is that of f.
template <class Visit>
void forEachActive(const Counts& counts, std::span<const std::uint8_t> active, Rule rule, Visit visit) {
    for (std::size_t row = 0; row < counts.yes.size(); row += counts.descriptors) {
        const std::uint64_t sum =
            rule == Rule::Occurrence ? occurrences({counts.yes.data() + row, counts.descriptors}, active) : 0;
        for (std::size_t c = 0; c < counts.descriptors; ++c)
            if (active[c])
                visit(row + c, rule == Rule::Occurrence ? sum : counts.answered[row + c]);
    }
}

} // namespace

Cell Tagger::cell(NeuronId neuron, std::uint32_t descriptor) {
    const Counts& now = counts();
    const std::size_t row = static_cast<std::size_t>(neuron.value) * now.descriptors;
    const std::size_t index = row + descriptor;
    const std::uint32_t population = m_labels->answered()[descriptor];
    const std::uint32_t successes = m_labels->yes()[descriptor];
    Cell cell;
    cell.yes = now.yes[index];
    cell.answered = now.answered[index];
    const bool share = m_thresholds.rule != Rule::Occurrence;
    if (share)
        cell.denominator = cell.answered;
    else if (m_active[descriptor]) // an excluded descriptor has no share of the active ones' occurrences
        cell.denominator = occurrences({now.yes.data() + row, now.descriptors}, m_active);
    if (cell.denominator > 0 && cell.answered > 0)
        cell.f = ratio(cell.yes, cell.denominator);
    if (population > 0)
        cell.baseRate = ratio(successes, population);
    if (cell.answered > 0 && successes > 0)
        cell.lift = ratio(cell.yes, cell.answered) / *cell.baseRate;
    if (share && cell.answered > 0)
        cell.interval = stats::wilson(cell.yes, cell.answered);
    if (hasEnrichment()) {
        cell.p = defined(m_enrichment.p[index]);
        cell.q = defined(m_enrichment.q[index]);
    }
    cell.tagged = m_tags.tagged(neuron, descriptor);
    const TagInputs inputs{now, m_labels->answered(), m_labels->yes(), m_active, m_thresholds, m_rowRules.get()};
    cell.score = defined(scoreOf(inputs, index, share ? 0 : cell.denominator));
    return cell;
}

CellCounts Tagger::countsOf(std::size_t cell, std::uint64_t occurrences) const {
    const std::size_t c = cell % counts().descriptors;
    return {counts().yes[cell], counts().answered[cell], m_labels->yes()[c], m_labels->answered()[c], occurrences};
}

RuleValues Tagger::ruleValues(NeuronId neuron, std::uint32_t descriptor) const {
    const Counts& now = counts();
    const std::size_t row = static_cast<std::size_t>(neuron.value) * now.descriptors;
    const std::size_t index = row + descriptor;
    const std::uint64_t sum = m_active[descriptor] ? occurrences({now.yes.data() + row, now.descriptors}, m_active) : 0;
    const CellCounts counts = countsOf(index, sum);
    const auto ratioOf = [](const Fraction& value) {
        return value.denominator ? std::optional(ratio(value.numerator, value.denominator)) : std::nullopt;
    };
    const auto counted = [&](Rule rule) { return ratioOf(countRule(rule, counts)); };
    const auto ofRow = [&](Rule rule) {
        return m_rowRules ? defined(m_rowRules->value(rule, m_thresholds.tail, index)) : std::nullopt;
    };
    return {counted(Rule::Share), counted(Rule::Occurrence), counted(Rule::Lift),         ofRow(Rule::R),
            counted(Rule::F1),    counted(Rule::Iou),        ratioOf(iouCeiling(counts)), ofRow(Rule::Auroc),
            ofRow(Rule::Auprc)};
}

std::optional<double> RuleValues::of(Rule rule) const {
    const std::optional<double> values[] = {share, occurrence, lift, r, f1, iou, auroc, auprc};
    return values[static_cast<std::size_t>(rule)];
}

void Tagger::ruleValues(Rule rule, std::span<float> out) const {
    const Counts& now = counts();
    assert(out.size() == now.yes.size());
    std::ranges::fill(out, kNan);
    if (isOfWholeRows(rule) && !m_rowRules)
        return;
    forEachActive(now, m_active, rule, [&](std::size_t cell, std::uint64_t denominator) {
        if (isOfWholeRows(rule)) {
            out[cell] = static_cast<float>(m_rowRules->value(rule, m_thresholds.tail, cell));
            return;
        }
        const Fraction value = countRule(rule, countsOf(cell, denominator));
        if (value.denominator)
            out[cell] = static_cast<float>(ratio(value.numerator, value.denominator));
    });
}

std::vector<std::uint32_t> Tagger::histogramOfScore(std::uint32_t bins,
                                                    const std::function<double(double)>& place) const {
    std::vector<std::uint32_t> histogram(bins, 0);
    if (bins == 0)
        return histogram;
    const TagInputs inputs{counts(), m_labels->answered(), m_labels->yes(), m_active, m_thresholds, m_rowRules.get()};
    forEachActive(counts(), m_active, m_thresholds.rule, [&](std::size_t cell, std::uint64_t denominator) {
        const double score = scoreOf(inputs, cell, denominator);
        if (std::isnan(score))
            return;
        const double at = std::clamp(place(score), 0.0, 1.0) * bins;
        ++histogram[std::min(static_cast<std::uint32_t>(at), bins - 1)];
    });
    return histogram;
}

void Tagger::values(Value value, std::span<float> out) {
    const Counts& now = counts();
    assert(out.size() == now.yes.size());
    std::ranges::fill(out, kNan);
    if ((value == Value::P || value == Value::Q) && !hasEnrichment())
        return;
    forEachActive(now, m_active, m_thresholds.rule, [&](std::size_t cell, std::uint64_t denominator) {
        if (now.answered[cell] == 0)
            return;
        const std::size_t c = cell % now.descriptors;
        const std::uint32_t successes = m_labels->yes()[c];
        switch (value) {
        case Value::F:
            out[cell] = denominator > 0 ? static_cast<float>(ratio(now.yes[cell], denominator)) : kNan;
            break;
        case Value::Lift:
            if (successes > 0)
                out[cell] = static_cast<float>(ratio(now.yes[cell], now.answered[cell]) /
                                               ratio(successes, m_labels->answered()[c]));
            break;
        case Value::P:
            out[cell] = static_cast<float>(m_enrichment.p[cell]);
            break;
        case Value::Q:
            out[cell] = static_cast<float>(m_enrichment.q[cell]);
            break;
        case Value::X:
            out[cell] = static_cast<float>(now.yes[cell]);
            break;
        }
    });
}

std::vector<std::uint32_t> Tagger::histogramOfF(std::uint32_t bins) const {
    std::vector<std::uint32_t> histogram(bins, 0);
    const Counts& now = counts();
    if (bins == 0)
        return histogram;
    forEachActive(now, m_active, m_thresholds.rule, [&](std::size_t cell, std::uint64_t denominator) {
        if (now.answered[cell] == 0 || denominator == 0)
            return;
        const std::uint64_t bin = static_cast<std::uint64_t>(now.yes[cell]) * bins / denominator;
        ++histogram[std::min<std::uint64_t>(bin, bins - 1)]; // f = 1 belongs to the last bin
    });
    return histogram;
}

const TagSummary& Tagger::summary() {
    const bool withQ = hasEnrichment();
    if (m_summaryFresh)
        return m_summary;
    TagSummary summary;
    summary.neuronsByDescriptor.assign(m_tags.descriptors, 0);
    summary.taggedNeuronsByLayer.assign((m_tags.neurons + m_unitsPerLayer - 1) / m_unitsPerLayer, 0);
    const double alpha = m_thresholds.alphaMicro / kMillion;
    for (std::size_t neuron = 0; neuron < m_tags.neurons; ++neuron) {
        const std::uint32_t tagsBefore = summary.tags;
        const std::uint32_t solidBefore = summary.solidTags;
        forEachTag(std::span(m_tags.bits).subspan(neuron * m_tags.words, m_tags.words), [&](std::uint32_t c) {
            ++summary.tags;
            ++summary.neuronsByDescriptor[c];
            summary.solidTags += withQ && m_enrichment.q[neuron * m_tags.descriptors + c] < alpha;
        });
        summary.neuronsTagged += summary.tags > tagsBefore;
        summary.taggedNeuronsByLayer[neuron / m_unitsPerLayer] += summary.tags > tagsBefore;
        summary.solidNeurons += summary.solidTags > solidBefore;
    }
    m_summary = std::move(summary);
    m_summaryFresh = true;
    return m_summary;
}

} // namespace neuroscribe::tagging
