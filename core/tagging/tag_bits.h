// The part of tagging that runs while a slider is dragged: integer comparisons of all cells, packed into bits.
#pragma once

#include <cstdint>
#include <span>

#include "core/tagging/tagger.h"

namespace neuroscribe::tagging {

/// f > t of all active descriptors; filters are not applied.
TagTable exceedingTags(const Counts& counts, std::span<const std::uint8_t> active, Rule rule, std::uint32_t tMilli);

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
