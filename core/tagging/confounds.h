// What else could make a tag: the category and length of the sentences, or another tag of the neuron (SCIENCE, "What
// the paper leaves out" 6). One neuron at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/corpus/sentence.h"
#include "core/stats/stratified.h"
#include "core/tagging/counts.h"

namespace neuroscribe::tagging {

/// Which stratum each member of a split is in.
struct Strata {
    std::vector<std::uint32_t> of; ///< [members]
    std::uint32_t count = 0;
};
/// Category x length quintile. The quintile of a sentence is five times the share of the split's members that are
/// shorter, so that equal lengths stay together.
Strata makeStrata(const corpus::CorpusIndex& index, corpus::Split split);

/// exemplars: positions of E_i; each below labels.members(). By descriptor; nothing where no exemplar is answered.
/// Errors: Cancelled.
Result<std::vector<std::optional<stats::Stratified>>> adjustedEnrichment(const SplitLabels& labels,
                                                                         std::span<const std::uint32_t> exemplars,
                                                                         const Strata& strata,
                                                                         std::stop_token stop = {});

/// A tag within the sentences with and without the neuron's strongest one.
struct GivenStrongest {
    std::uint32_t descriptor = 0;
    std::optional<double> oddsRatio; ///< Mantel-Haenszel
    std::optional<double> p;         ///< exact, one-sided; nothing where no exemplar is answered for both
    /// Less than `alpha` speaks for the tag once the strongest one is known: it may be no more than its shadow.
    bool explained = false;
};
/// tags: strongest first; the result is of the others, in their order. alpha: 0 .. 1. Errors: Cancelled.
Result<std::vector<GivenStrongest>> explainTags(const SplitLabels& labels, std::span<const std::uint32_t> exemplars,
                                                std::span<const std::uint32_t> tags, double alpha,
                                                std::stop_token stop = {});

} // namespace neuroscribe::tagging
