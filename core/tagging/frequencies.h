// From counts to what evaluation and consistency work on: levels of t and the order of a neuron's descriptors. Both are
// of f alone, share or occurrence: what further narrows tags (lift, q, the first K) has no part in them.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/stats/tag_levels.h"
#include "core/tagging/counts.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

/// Columns of active descriptors, ascending.
std::vector<std::uint32_t> activeColumns(std::span<const std::uint8_t> active);

/// Errors: Unsupported for a rule that is no reading of f.
Status requireFrequency(Rule rule);

/// At what t each cell is tagged: [neurons of the counts][columns]. A share of occurrences is one of the columns' sum.
stats::LevelMatrix tagLevels(const Counts& counts, std::span<const std::uint32_t> columns, Rule rule);

/// The columns of one neuron by f, then lift, then place, those with x = 0 left out: places in `columns`. yes,
/// answered: of all descriptors in the split, for the lift.
std::vector<std::uint32_t> descriptorsInOrder(const Counts& counts, std::size_t neuron,
                                              std::span<const std::uint32_t> columns, Rule rule,
                                              const SplitLabels& labels);

/// The first `depth` positions of some neurons, [neurons][depth]. depth <= ranks.depth(). Errors: InvalidArgument, Io,
/// Corrupt, Cancelled.
Result<std::vector<std::uint32_t>> firstPositions(const RankTable& ranks, Tail tail, std::span<const NeuronId> neurons,
                                                  std::uint32_t depth, std::stop_token stop = {});

/// x and m of some neurons, in their order. Errors: those of firstPositions, Mismatch.
Result<Counts> countSome(const RankTable& ranks, const SplitLabels& labels, Tail tail,
                         std::span<const NeuronId> neurons, std::uint32_t exemplars, std::stop_token stop = {});

} // namespace neuroscribe::tagging
