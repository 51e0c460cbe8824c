#include "core/tagging/tagger.h"

#include <algorithm>
#include <cassert>

#include "core/tagging/cell_order.h"
#include "core/tagging/tag_bits.h"

namespace neuroscribe::tagging {
namespace {

/// Whether tags can differ between the two at equal counts.
bool tagsDiffer(const Thresholds& a, const Thresholds& b) {
    return a.tMilli != b.tMilli || a.rule != b.rule || a.topK != b.topK || a.minLiftMilli != b.minLiftMilli ||
           a.maxQMicro != b.maxQMicro;
}

} // namespace

Tagger::Tagger(std::shared_ptr<const RankTable> ranks, std::shared_ptr<const SplitLabels> labels,
               std::vector<std::uint8_t> active, std::uint32_t unitsPerLayer, Tail tail)
    : m_labels(labels), m_counter(std::move(ranks), std::move(labels), tail), m_active(std::move(active)),
      m_unitsPerLayer(std::max(unitsPerLayer, 1U)) {
    assert(m_active.size() == m_labels->descriptors());
    m_thresholds.tail = tail;
    m_tags = makeTags(m_thresholds);
}

const Counts& Tagger::counts() const {
    return m_counter.counts();
}

std::uint32_t Tagger::distance(const Thresholds& thresholds) const {
    return m_counter.distance(exemplarCount(thresholds.kMilli, m_labels->members()));
}

Result<Tagger::Change> Tagger::apply(const Thresholds& thresholds, std::stop_token stop) {
    NS_TRY(thresholds.validate());
    if (thresholds.tail != m_counter.tail())
        return Error{ErrorCode::Mismatch, "tail", "these ranks are of the other tail", ""};
    if (isOfWholeRows(thresholds.rule) && !m_rowRules)
        return Error{ErrorCode::MissingInput, ruleName(thresholds.rule), "the rules of whole rows are not computed yet",
                     ""};
    const std::uint32_t before = counts().exemplars;
    NS_TRY(m_counter.moveTo(exemplarCount(thresholds.kMilli, m_labels->members()), stop));
    Change change;
    change.counts = counts().exemplars != before;
    const bool retag = change.counts || !m_applied || tagsDiffer(thresholds, m_thresholds);
    if (change.counts)
        m_enrichmentFresh = false;
    if (change.counts || thresholds.alphaMicro != m_thresholds.alphaMicro)
        m_summaryFresh = false;
    m_thresholds = thresholds;
    m_applied = true;
    if (!retag)
        return change;
    TagTable tags = makeTags(m_thresholds);
    change.tags = tags != m_tags;
    if (change.tags)
        m_summaryFresh = false;
    m_tags = std::move(tags);
    return change;
}

void Tagger::setActive(std::vector<std::uint8_t> active) {
    assert(active.size() == m_labels->descriptors());
    m_active = std::move(active);
    m_enrichmentFresh = false;
    m_summaryFresh = false;
    m_tags = makeTags(m_thresholds);
}

Status Tagger::setRowRules(std::shared_ptr<const RowRules> rules) {
    if (rules && (rules->neurons != counts().neurons || rules->descriptors != counts().descriptors))
        return Error{ErrorCode::Mismatch, "rules", "the rules of whole rows are of other neurons or descriptors", ""};
    m_rowRules = std::move(rules);
    if (isOfWholeRows(m_thresholds.rule)) {
        m_tags = makeTags(m_thresholds);
        m_summaryFresh = false;
    }
    return {};
}

TagTable Tagger::makeTags(const Thresholds& thresholds) {
    return decideTags({counts(), m_labels->answered(), m_labels->yes(), m_active, thresholds, m_rowRules.get()},
                      [this]() -> const stats::Enrichment::Table& { return enrichment(); });
}

const stats::Enrichment::Table& Tagger::enrichment() {
    if (!m_enrichmentFresh) {
        m_enrichmentTables.compute(counts().yes, counts().answered, m_labels->answered(), m_labels->yes(), m_active,
                                   m_enrichment);
        m_enrichmentFresh = true;
        m_summaryFresh = false;
    }
    return m_enrichment;
}

bool Tagger::hasEnrichment() {
    if (!m_deferred)
        enrichment();
    return m_enrichmentFresh;
}

std::vector<NeuronId> Tagger::inverse(std::uint32_t descriptor) const {
    const Counts& now = counts();
    const TagInputs inputs{now, m_labels->answered(), m_labels->yes(), m_active, m_thresholds, m_rowRules.get()};
    const bool wholeRows = isOfWholeRows(m_thresholds.rule);
    struct Entry {
        NeuronId neuron;
        Fraction value;
        double row;
    };
    std::vector<Entry> entries;
    for (NeuronId neuron{0}; neuron.value < m_tags.neurons; ++neuron.value) {
        if (!m_tags.tagged(neuron, descriptor))
            continue;
        const std::size_t row = static_cast<std::size_t>(neuron.value) * now.descriptors;
        const std::size_t cell = row + descriptor;
        if (wholeRows)
            entries.push_back({neuron, {0, 1}, scoreOf(inputs, cell, 0)});
        else
            entries.push_back(
                {neuron,
                 countRule(m_thresholds.rule,
                           countsOf(cell, occurrences({now.yes.data() + row, now.descriptors}, m_active))),
                 0.0});
    }
    std::ranges::stable_sort(
        entries, [](const Entry& a, const Entry& b) { return a.row != b.row ? a.row > b.row : a.value > b.value; });
    std::vector<NeuronId> neurons;
    for (const Entry& entry : entries)
        neurons.push_back(entry.neuron);
    return neurons;
}

} // namespace neuroscribe::tagging
