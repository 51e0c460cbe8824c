// Rules of whole rows: how well a neuron's activations over all sentences of a split go with a descriptor, whatever k
// (SCIENCE, "What the paper leaves out" 2). Computed once for all cells and kept beside the ranks.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/tagging/counts.h"
#include "core/tagging/rule.h"

namespace neuroscribe::tagging {

/// Of one split, over the answered sentences of each descriptor. Immutable once made. For the bottom tail everything
/// is taken of -activation: r changes its sign, AUROC is counted from the other side, and AUPRC walks from the lowest.
struct RowRules {
    std::uint32_t neurons = 0;
    std::uint32_t descriptors = 0;
    Hash128 sourceHash; ///< of activations and labels (rowRulesHash)
    // Each [neurons][descriptors]; NaN: undefined.
    std::vector<double> r;    ///< point-biserial, population SD; undefined for a constant neuron or descriptor
    std::vector<double> wins; ///< pairs (yes, no) with the yes above, ties one half, times 2: whole numbers
    std::vector<double> auprcTop, auprcBottom; ///< average precision, tied activations are one step
    std::vector<double> pairs;                 ///< [descriptors] 2 * yes * no, what `wins` is out of

    /// rule: of whole rows. NaN where undefined.
    double value(Rule rule, Tail tail, std::size_t cell) const;
};

/// What the rules come from: the activations (RankSource::sourceHash) and the answers of the split's members.
Hash128 rowRulesHash(const Hash128& activations, const SplitLabels& labels);

/// Streams the neurons: work space is about 32 rows of keys a thread, beside the result. Progress step "rules" counts
/// neurons. The same values whatever the number of threads. Errors: Mismatch, those of readKeys, Cancelled,
/// OutOfMemory.
Result<std::shared_ptr<const RowRules>> computeRowRules(const RankSource& source, const SplitLabels& labels,
                                                        std::stop_token stop, ProgressSink& progress);

/// Whole or not at all. Errors: DiskFull, Io.
Status writeRowRules(const std::string& path, const RowRules& rules);
/// Errors: NotFound, Corrupt, Truncated, NewerVersion, Stale (of other activations or labels).
Result<std::shared_ptr<const RowRules>> readRowRules(const std::string& path, const Hash128& sourceHash);

/// Source of activations in memory, [members][neurons]; finite; they outlive it.
RankSource memorySource(std::span<const float> values, std::uint32_t members, std::uint32_t neurons);

} // namespace neuroscribe::tagging
