// The part of tagging that runs while a slider is dragged: integer comparisons of all cells, packed into bits.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

/// What tags are decided from; borrowed.
struct TagInputs {
    const Counts& counts;
    std::span<const std::uint32_t> answered; ///< n_c
    std::span<const std::uint32_t> yes;      ///< B_c
    std::span<const std::uint8_t> active;
    const Thresholds& thresholds;
    const RowRules* rows = nullptr; ///< needed by rules of whole rows: without them nothing is tagged
};
/// The rule's value above t, of all active descriptors; filters are not applied.
TagTable exceedingTags(const TagInputs& inputs);
/// What t is compared with (Cell::score); NaN where undefined. occurrences: of the neuron, where that is the rule.
double scoreOf(const TagInputs& inputs, std::size_t cell, std::uint64_t occurrences);
/// f > t and, where the thresholds ask for it, enough lift, q below the limit and a place among the first K.
/// enrichment: p and q of these very counts; called only when q is needed.
TagTable decideTags(const TagInputs& inputs, const std::function<const stats::Enrichment::Table&()>& enrichment);

/// x_c summed over the active descriptors: the denominator of a share of occurrences.
std::uint64_t occurrences(std::span<const std::uint32_t> yes, std::span<const std::uint8_t> active);

/// Calls visit(descriptor) for each tag of one neuron's words, ascending.
template <class Visit>
void forEachTag(std::span<const std::uint64_t> words, Visit visit) {
    for (std::uint32_t word = 0; word < words.size(); ++word)
        for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1)
            visit(word * 64 + static_cast<std::uint32_t>(__builtin_ctzll(bits)));
}

} // namespace neuroscribe::tagging
