// From counts to tags: f, base rate, lift, rule and threshold (SCIENCE rows "f(c)", "tag"; paper 3.3).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/corpus/sentence.h"
#include "core/stats/enrichment.h"
#include "core/tagging/counts.h"
#include "core/tagging/row_rules.h"
#include "core/tagging/rule.h"
#include "core/tagging/rule_values.h"

namespace neuroscribe::tagging {

struct Thresholds {
    std::uint32_t kMilli = 1000; ///< k in units of 0.001 %: 100 .. 10,000
    std::uint32_t tMilli = 350;  ///< t in units of 0.001: 0 .. maxTMilli(rule)
    Rule rule = Rule::Share;
    /// Keep the K first of what passes everything else, by the rule, then lift, then descriptor order; 0: all.
    std::uint32_t topK = 0;
    std::uint32_t minLiftMilli = 0;    ///< lift at least, units of 0.001; 0: off
    std::uint32_t maxQMicro = 0;       ///< q below, units of 1e-6; 0: off
    std::uint32_t alphaMicro = 10'000; ///< solid below this q; units of 1e-6
    corpus::Split split = corpus::Split::Calibration;
    Tail tail = Tail::Top;

    bool operator==(const Thresholds&) const = default;
    Status validate() const;
};

/// f > t strictly, in integers: numerator * 1000 > tMilli * denominator.
constexpr bool exceeds(std::uint64_t numerator, std::uint64_t denominator, std::uint32_t tMilli) {
    return numerator * 1000 > denominator * tMilli;
}

/// Everything known about one cell; undefined values are nothing. Lift compares x_c/m_c with the base rate under every
/// rule: like with like (a share of occurrences has no base rate among sentences).
struct Cell {
    std::uint32_t yes = 0;         ///< x_c
    std::uint32_t answered = 0;    ///< m_c
    std::uint64_t denominator = 0; ///< of f
    /// f: the share of occurrences under that rule, the share of sentences under every other.
    std::optional<double> f, baseRate, lift, p, q;
    /// What t is compared with under the rule in force: for AUPRC in multiples of the base rate.
    std::optional<double> score;
    std::optional<stats::Interval> interval; ///< Wilson on x_c/m_c; nothing under occurrence
    bool tagged = false;
};

/// One cell under every rule, with what bounds IoU at these sizes.
struct RuleValues {
    std::optional<double> share, occurrence, lift, r, f1, iou, iouCeiling, auroc, auprc;
    std::optional<double> of(Rule rule) const; ///< AUPRC as it is, not as a multiple
};

/// Tags of all neurons. [neurons][words] bit masks over descriptor columns.
struct TagTable {
    std::uint32_t neurons = 0;
    std::uint32_t descriptors = 0;
    std::uint32_t words = 0; ///< ceil(descriptors / 64)
    std::vector<std::uint64_t> bits;
    bool tagged(NeuronId neuron, std::uint32_t descriptor) const {
        return bits[static_cast<std::size_t>(neuron.value) * words + descriptor / 64] >> (descriptor % 64) & 1U;
    }
    bool operator==(const TagTable&) const = default;
};

struct TagSummary {
    std::uint32_t neuronsTagged = 0;
    std::uint32_t tags = 0;
    std::uint32_t solidTags = 0;                     ///< with q < alpha
    std::uint32_t solidNeurons = 0;                  ///< neurons with at least one solid tag
    std::vector<std::uint32_t> neuronsByDescriptor;  ///< inverse map sizes
    std::vector<std::uint32_t> taggedNeuronsByLayer; ///< [layers]
};

/// One study at one split and tail; keeps counts, p, q and tags for the current thresholds.
/// Lives on one thread; a copy shares the inputs and may be moved elsewhere on another one.
class Tagger {
public:
    /// ranks and labels of the same split (apply() is a Mismatch otherwise); active: a flag per descriptor.
    Tagger(std::shared_ptr<const RankTable> ranks, std::shared_ptr<const SplitLabels> labels,
           std::vector<std::uint8_t> active, std::uint32_t unitsPerLayer, Tail tail);

    /// What a change of thresholds altered; views update from it.
    struct Change {
        bool counts = false; ///< k moved: f, lift, p, q of every cell
        bool tags = false;   ///< some tag came or went
    };
    /// Counts (if k changed), tags (if anything changed); q lazily unless the thresholds need it. Errors:
    /// InvalidArgument, Mismatch (another tail), MissingInput (a rule of whole rows without setRowRules()), Io,
    /// Corrupt, Cancelled; after each of them everything is as it was.
    Result<Change> apply(const Thresholds& thresholds, std::stop_token stop = {});
    /// Ranks apply() would have to touch.
    std::uint32_t distance(const Thresholds& thresholds) const;
    void setActive(std::vector<std::uint8_t> active); ///< excluded descriptors leave tags, occurrence, BH

    /// Of these labels and the activations that the ranks are of; null: none. Tags follow where they depend on it.
    /// Errors: Mismatch (of another shape).
    Status setRowRules(std::shared_ptr<const RowRules> rules);
    const RowRules* rowRules() const { return m_rowRules.get(); }

    const Thresholds& thresholds() const { return m_thresholds; }
    const Counts& counts() const;
    const SplitLabels& labels() const { return *m_labels; }
    const TagTable& tags() const { return m_tags; }
    const stats::Enrichment::Table& enrichment(); ///< computed at first use after a change of k
    /// p and q belong to the present counts: enrichment() would return at once.
    bool enrichmentFresh() const { return m_enrichmentFresh; }
    /// For a window that must not wait for q: cell(), summary() and values() then leave p and q undefined (0 solid)
    /// until adoptEnrichment(); apply() still computes them when the thresholds need q.
    void deferEnrichment(bool deferred) { m_deferred = deferred; }
    /// p and q computed elsewhere, from these very counts and active descriptors.
    void adoptEnrichment(stats::Enrichment::Table table) {
        m_enrichment = std::move(table);
        m_enrichmentFresh = true;
        m_summaryFresh = false;
    }
    const TagSummary& summary();
    std::span<const std::uint8_t> active() const { return m_active; }
    Cell cell(NeuronId neuron, std::uint32_t descriptor);
    RuleValues ruleValues(NeuronId neuron, std::uint32_t descriptor) const;
    /// Tagged neurons of a descriptor, by the rule's value descending, then id: the inverse map.
    std::vector<NeuronId> inverse(std::uint32_t descriptor) const;

    enum class Value : std::uint8_t { F, Lift, P, Q, X };
    /// [neurons][descriptors] as float for the heat map; NaN where undefined or inactive.
    void values(Value value, std::span<float> out);
    /// The same of any rule; all NaN for one of whole rows that is not there.
    void ruleValues(Rule rule, std::span<float> out) const;
    /// Histogram of f over all defined active cells, `bins` equal bins over [0, 1].
    std::vector<std::uint32_t> histogramOfF(std::uint32_t bins) const;
    /// The same of what t is compared with. place: of a score on the slider, 0 .. 1; clamped.
    std::vector<std::uint32_t> histogramOfScore(std::uint32_t bins, const std::function<double(double)>& place) const;

private:
    TagTable makeTags(const Thresholds& thresholds);
    CellCounts countsOf(std::size_t cell, std::uint64_t occurrences) const;
    bool hasEnrichment(); ///< p and q can be shown: fresh, or allowed to be computed now

    std::shared_ptr<const SplitLabels> m_labels;
    Counter m_counter;
    std::vector<std::uint8_t> m_active;
    std::uint32_t m_unitsPerLayer;
    std::shared_ptr<const RowRules> m_rowRules;
    Thresholds m_thresholds;
    TagTable m_tags;
    stats::Enrichment m_enrichmentTables;
    stats::Enrichment::Table m_enrichment;
    bool m_enrichmentFresh = false;
    bool m_deferred = false;
    TagSummary m_summary;
    bool m_summaryFresh = false;
    bool m_applied = false;
};

} // namespace neuroscribe::tagging
