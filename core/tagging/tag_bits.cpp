#include "core/tagging/tag_bits.h"

#include <bit>
#include <cstring>
#include <vector>

namespace neuroscribe::tagging {
namespace {

static_assert(std::endian::native == std::endian::little, "eight flags are packed as one little-endian word");

/// Flags 0/1 to bits: eight bytes become eight bits by one multiplication.
std::uint64_t pack64(const std::uint8_t* flags) {
    std::uint64_t word = 0;
    for (int i = 0; i < 8; ++i) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, flags + 8 * i, sizeof eight);
        word |= (eight * 0x0102040810204080ULL >> 56) << (8 * i);
    }
    return word;
}

/// x * 1000 > m * t in the given width. Narrow is exact while no count exceeds kNarrow.
template <class Number>
void compareRow(const std::uint32_t* yes, const std::uint32_t* denominators, std::uint32_t count, std::uint32_t tMilli,
                std::uint8_t* flags) {
    for (std::uint32_t c = 0; c < count; ++c)
        flags[c] = static_cast<Number>(yes[c]) * 1000 > static_cast<Number>(denominators[c]) * tMilli;
}

template <class Number>
void compareRow(const std::uint32_t* yes, Number denominator, std::uint32_t count, std::uint32_t tMilli,
                std::uint8_t* flags) {
    const Number limit = denominator * tMilli;
    for (std::uint32_t c = 0; c < count; ++c)
        flags[c] = static_cast<Number>(yes[c]) * 1000 > limit;
}

constexpr std::uint32_t kNarrow = UINT32_MAX / 1000; ///< the largest count whose thousandfold fits 32 bits

void compareNeuron(const Counts& counts, std::size_t first, std::span<const std::uint8_t> active, Rule rule,
                   std::uint32_t tMilli, std::uint8_t* flags) {
    const std::uint32_t* yes = counts.yes.data() + first;
    const std::uint32_t descriptors = counts.descriptors;
    if (rule == Rule::Share) {
        const std::uint32_t* answered = counts.answered.data() + first;
        if (counts.exemplars <= kNarrow)
            compareRow<std::uint32_t>(yes, answered, descriptors, tMilli, flags);
        else
            compareRow<std::uint64_t>(yes, answered, descriptors, tMilli, flags);
        return;
    }
    const std::uint64_t sum = occurrences({yes, descriptors}, active);
    if (sum <= kNarrow)
        compareRow<std::uint32_t>(yes, static_cast<std::uint32_t>(sum), descriptors, tMilli, flags);
    else
        compareRow<std::uint64_t>(yes, sum, descriptors, tMilli, flags);
}

} // namespace

std::uint64_t occurrences(std::span<const std::uint32_t> yes, std::span<const std::uint8_t> active) {
    std::uint64_t sum = 0;
    for (std::size_t c = 0; c < yes.size(); ++c)
        sum += active[c] ? yes[c] : 0;
    return sum;
}

TagTable exceedingTags(const Counts& counts, std::span<const std::uint8_t> active, Rule rule, std::uint32_t tMilli) {
    TagTable tags;
    tags.neurons = counts.neurons;
    tags.descriptors = counts.descriptors;
    tags.words = (counts.descriptors + 63) / 64;
    tags.bits.resize(static_cast<std::size_t>(tags.neurons) * tags.words);
    std::vector<std::uint8_t> flags(static_cast<std::size_t>(tags.words) * 64, 0);
    for (std::uint32_t c = 0; c < counts.descriptors; ++c)
        flags[c] = active[c] ? 1 : 0;
    std::vector<std::uint64_t> mask(tags.words);
    for (std::uint32_t word = 0; word < tags.words; ++word)
        mask[word] = pack64(flags.data() + std::size_t{64} * word);
    for (std::uint32_t neuron = 0; neuron < tags.neurons; ++neuron) {
        compareNeuron(counts, static_cast<std::size_t>(neuron) * counts.descriptors, active, rule, tMilli,
                      flags.data());
        for (std::uint32_t word = 0; word < tags.words; ++word)
            tags.bits[static_cast<std::size_t>(neuron) * tags.words + word] =
                pack64(flags.data() + std::size_t{64} * word) & mask[word];
    }
    return tags;
}

} // namespace neuroscribe::tagging
