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
    m_tags = exceedingTags(counts(), m_active, m_thresholds.rule, m_thresholds.tMilli);
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
    TagTable tags = makeTags();
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
    m_tags = makeTags();
}

TagTable Tagger::makeTags() {
    return decideTags({counts(), m_labels->answered(), m_labels->yes(), m_active, m_thresholds},
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
    struct Entry {
        NeuronId neuron;
        Fraction f;
    };
    std::vector<Entry> entries;
    for (NeuronId neuron{0}; neuron.value < m_tags.neurons; ++neuron.value) {
        if (!m_tags.tagged(neuron, descriptor))
            continue;
        const std::size_t row = static_cast<std::size_t>(neuron.value) * now.descriptors;
        const std::uint64_t denominator = m_thresholds.rule == Rule::Share
                                              ? now.answered[row + descriptor]
                                              : occurrences({now.yes.data() + row, now.descriptors}, m_active);
        entries.push_back({neuron, {now.yes[row + descriptor], denominator}});
    }
    std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) { return a.f > b.f; });
    std::vector<NeuronId> neurons;
    for (const Entry& entry : entries)
        neurons.push_back(entry.neuron);
    return neurons;
}

} // namespace neuroscribe::tagging
