#include "core/tagging/tag_bits.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <vector>

#include "core/tagging/cell_order.h"

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
/// Up to so many sentences the products of lift fit 64 bits: t < 2^20, m and B < 2^20, x * n * 1000 < 2^50.
constexpr std::uint32_t kFewSentences = 1U << 20;

void compareShare(const TagInputs& in, std::size_t first, std::uint8_t* flags) {
    const Counts& counts = in.counts;
    const std::uint32_t* yes = counts.yes.data() + first;
    const std::uint32_t* answered = counts.answered.data() + first;
    if (counts.exemplars <= kNarrow)
        compareRow<std::uint32_t>(yes, answered, counts.descriptors, in.thresholds.tMilli, flags);
    else
        compareRow<std::uint64_t>(yes, answered, counts.descriptors, in.thresholds.tMilli, flags);
}

void compareOccurrence(const TagInputs& in, std::size_t first, std::uint8_t* flags) {
    const Counts& counts = in.counts;
    const std::uint32_t* yes = counts.yes.data() + first;
    const std::uint32_t t = in.thresholds.tMilli;
    const std::uint64_t sum = occurrences({yes, counts.descriptors}, in.active);
    if (sum <= kNarrow)
        compareRow<std::uint32_t>(yes, static_cast<std::uint32_t>(sum), counts.descriptors, t, flags);
    else
        compareRow<std::uint64_t>(yes, sum, counts.descriptors, t, flags);
}

template <class Number>
void compareLift(const TagInputs& in, std::size_t first, std::uint8_t* flags) {
    for (std::uint32_t c = 0; c < in.counts.descriptors; ++c)
        flags[c] = static_cast<Number>(in.counts.yes[first + c]) * in.answered[c] * 1000 >
                   static_cast<Number>(in.counts.answered[first + c]) * in.yes[c] * in.thresholds.tMilli;
}

/// F1 = 2x / (m + B), IoU = x / (m + B - x). Where nobody is answered x is 0, and nothing exceeds.
void compareOverlap(const TagInputs& in, std::size_t first, std::uint8_t* flags) {
    const bool f1 = in.thresholds.rule == Rule::F1;
    for (std::uint32_t c = 0; c < in.counts.descriptors; ++c) {
        const std::uint64_t x = in.counts.yes[first + c];
        const std::uint64_t sizes = std::uint64_t{in.counts.answered[first + c]} + in.yes[c];
        flags[c] = exceeds(f1 ? 2 * x : x, f1 ? sizes : sizes - x, in.thresholds.tMilli);
    }
}

void compareRows(const TagInputs& in, std::size_t first, std::uint8_t* flags) {
    const double t = in.thresholds.tMilli / 1000.0;
    for (std::uint32_t c = 0; c < in.counts.descriptors; ++c)
        flags[c] = in.rows && scoreOf(in, first + c, 0) > t; // NaN exceeds nothing
}

void compareNeuron(const TagInputs& in, std::size_t first, std::uint8_t* flags) {
    switch (in.thresholds.rule) {
    case Rule::Share:
        return compareShare(in, first, flags);
    case Rule::Occurrence:
        return compareOccurrence(in, first, flags);
    case Rule::Lift: {
        const bool few = std::ranges::all_of(in.answered, [](std::uint32_t n) { return n < kFewSentences; });
        return few ? compareLift<std::uint64_t>(in, first, flags) : compareLift<Wide>(in, first, flags);
    }
    case Rule::F1:
    case Rule::Iou:
        return compareOverlap(in, first, flags);
    case Rule::R:
    case Rule::Auroc:
    case Rule::Auprc:
        return compareRows(in, first, flags);
    }
}

} // namespace

std::uint64_t occurrences(std::span<const std::uint32_t> yes, std::span<const std::uint8_t> active) {
    std::uint64_t sum = 0;
    for (std::size_t c = 0; c < yes.size(); ++c)
        sum += active[c] ? yes[c] : 0;
    return sum;
}

double scoreOf(const TagInputs& in, std::size_t cell, std::uint64_t occurrences) {
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    const std::size_t c = cell % in.counts.descriptors;
    const Rule rule = in.thresholds.rule;
    if (isOfWholeRows(rule)) {
        if (!in.rows)
            return kNan;
        const double value = in.rows->value(rule, in.thresholds.tail, cell);
        return rule == Rule::Auprc ? value / (static_cast<double>(in.yes[c]) / in.answered[c]) : value;
    }
    const Fraction value =
        countRule(rule, {in.counts.yes[cell], in.counts.answered[cell], in.yes[c], in.answered[c], occurrences});
    return value.denominator == 0 ? kNan
                                  : static_cast<double>(value.numerator) / static_cast<double>(value.denominator);
}

TagTable exceedingTags(const TagInputs& inputs) {
    const Counts& counts = inputs.counts;
    TagTable tags;
    tags.neurons = counts.neurons;
    tags.descriptors = counts.descriptors;
    tags.words = (counts.descriptors + 63) / 64;
    tags.bits.resize(static_cast<std::size_t>(tags.neurons) * tags.words);
    std::vector<std::uint8_t> flags(static_cast<std::size_t>(tags.words) * 64, 0);
    for (std::uint32_t c = 0; c < counts.descriptors; ++c)
        flags[c] = inputs.active[c] ? 1 : 0;
    std::vector<std::uint64_t> mask(tags.words);
    for (std::uint32_t word = 0; word < tags.words; ++word)
        mask[word] = pack64(flags.data() + std::size_t{64} * word);
    for (std::uint32_t neuron = 0; neuron < tags.neurons; ++neuron) {
        compareNeuron(inputs, static_cast<std::size_t>(neuron) * counts.descriptors, flags.data());
        for (std::uint32_t word = 0; word < tags.words; ++word)
            tags.bits[static_cast<std::size_t>(neuron) * tags.words + word] =
                pack64(flags.data() + std::size_t{64} * word) & mask[word];
    }
    return tags;
}

} // namespace neuroscribe::tagging
