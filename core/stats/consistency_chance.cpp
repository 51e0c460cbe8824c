// J0: what consistency is by chance.
#include <algorithm>
#include <atomic>
#include <bit>
#include <numeric>

#include "core/base/parallel.h"
#include "core/stats/consistency.h"
#include "core/stats/hypergeometric.h"

namespace neuroscribe::stats {
namespace {

/// Distinct sets with how often each occurs.
struct GroupedSets {
    std::uint32_t words = 0;
    std::vector<std::uint64_t> bits;
    std::vector<std::uint32_t> sizes; ///< tags in the set
    std::vector<double> counts;
    double empty = 0;

    explicit GroupedSets(const TagSets& sets) : words(sets.words) {
        if (words == 1)
            groupWords(sets.bits);
        else
            groupSets(sets);
        for (std::size_t g = 0; g < counts.size(); ++g) {
            std::uint32_t size = 0;
            for (std::uint32_t w = 0; w < words; ++w)
                size += static_cast<std::uint32_t>(std::popcount(bits[g * words + w]));
            sizes.push_back(size);
            if (size == 0)
                empty = counts[g];
        }
    }
    std::size_t size() const { return sizes.size(); }

private:
    /// Up to 64 descriptors a set is a number. Most sets of a high t are empty: they need no sorting.
    void groupWords(std::vector<std::uint64_t> sorted) {
        if (const auto none = std::erase(sorted, std::uint64_t{0}); none > 0) {
            bits.push_back(0);
            counts.push_back(static_cast<double>(none));
        }
        std::ranges::sort(sorted);
        for (const std::uint64_t set : sorted) {
            if (!bits.empty() && bits.back() == set) {
                ++counts.back();
                continue;
            }
            bits.push_back(set);
            counts.push_back(1);
        }
    }

    void groupSets(const TagSets& sets) {
        std::vector<std::uint32_t> order(sets.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto less = [&](std::uint32_t a, std::uint32_t b) {
            return std::ranges::lexicographical_compare(sets.set(a), sets.set(b));
        };
        std::ranges::sort(order, less);
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i > 0 && !less(order[i - 1], order[i])) {
                ++counts.back();
                continue;
            }
            const auto set = sets.set(order[i]);
            bits.insert(bits.end(), set.begin(), set.end());
            counts.push_back(1);
        }
    }
};

// Counting bits is one instruction where the processor has it; the plain build has to do without.
#if defined(__x86_64__) && defined(__GNUC__)
#define NEUROSCRIBE_POPCNT 1
#else
#define NEUROSCRIBE_POPCNT 0
#endif

/// The Jaccards of one set with all sets of the other half, weighted by how often those occur. Wherever both are empty
/// the quotient is taken as 0 and the pair not counted.
template <std::uint32_t kWords>
[[gnu::always_inline]] inline double sumOver(const std::uint64_t* set, std::uint32_t size, const GroupedSets& others,
                                             std::uint32_t words) {
    const std::uint32_t width = kWords ? kWords : words;
    double sum = 0;
    const std::uint64_t* other = others.bits.data();
    for (std::size_t g = 0; g < others.size(); ++g, other += width) {
        std::uint32_t common = 0;
        for (std::uint32_t w = 0; w < width; ++w)
            common += static_cast<std::uint32_t>(std::popcount(set[w] & other[w]));
        const std::uint32_t either = size + others.sizes[g] - common;
        sum += others.counts[g] * common / (either ? either : 1);
    }
    return sum;
}

template <std::uint32_t kWords>
double sumPlain(const std::uint64_t* set, std::uint32_t size, const GroupedSets& others, std::uint32_t words) {
    return sumOver<kWords>(set, size, others, words);
}
using SumOfOne = double (*)(const std::uint64_t*, std::uint32_t, const GroupedSets&, std::uint32_t);

#if NEUROSCRIBE_POPCNT
template <std::uint32_t kWords>
__attribute__((target("popcnt"))) double sumPopcnt(const std::uint64_t* set, std::uint32_t size,
                                                   const GroupedSets& others, std::uint32_t words) {
    return sumOver<kWords>(set, size, others, words);
}
#endif

SumOfOne sumOfOne(std::uint32_t words) {
#if NEUROSCRIBE_POPCNT
    static const bool kHasPopcnt = __builtin_cpu_supports("popcnt");
    if (kHasPopcnt)
        return words == 1 ? sumPopcnt<1> : sumPopcnt<0>;
#endif
    return words == 1 ? sumPlain<1> : sumPlain<0>;
}

/// What neurons have with themselves: a part of all pairs that is not wanted.
struct OwnPairs {
    double sum = 0;
    double bothEmpty = 0;

    OwnPairs(const TagSets& first, const TagSets& second) {
        for (std::size_t neuron = 0; neuron < first.size(); ++neuron) {
            std::uint32_t common = 0, either = 0;
            for (std::uint32_t w = 0; w < first.words; ++w) {
                const std::uint64_t a = first.set(neuron)[w], b = second.set(neuron)[w];
                common += static_cast<std::uint32_t>(std::popcount(a & b));
                either += static_cast<std::uint32_t>(std::popcount(a | b));
            }
            if (either == 0)
                ++bothEmpty;
            else
                sum += static_cast<double>(common) / either;
        }
    }
};

} // namespace

Result<std::optional<double>> chanceByNeuron(const TagSets& first, const TagSets& second, std::stop_token stop) {
    const GroupedSets a(first), b(second);
    std::vector<double> sums(a.size(), 0);
    std::atomic<bool> cancelled{false};
    const SumOfOne add = sumOfOne(a.words);
    constexpr std::size_t kSetsAtOnce = 64;
    parallelFor(a.size(), kSetsAtOnce, [&](std::size_t begin, std::size_t end) {
        if (stop.stop_requested())
            cancelled = true;
        for (std::size_t g = begin; g < end && !cancelled; ++g)
            sums[g] = a.counts[g] * add(a.bits.data() + g * a.words, a.sizes[g], b, a.words);
    });
    if (cancelled)
        return Error{ErrorCode::Cancelled, "chance level", "stopped", ""};
    const OwnPairs own(first, second);
    const auto neurons = static_cast<double>(first.size());
    const double pairs = neurons * (neurons - 1) - (a.empty * b.empty - own.bothEmpty);
    if (pairs < 1)
        return std::optional<double>();
    const double sum = std::accumulate(sums.begin(), sums.end(), 0.0) - own.sum;
    return std::optional(std::clamp(sum / pairs, 0.0, 1.0)); // the difference of two sums leaves a dust
}

double expectedJaccard(std::uint32_t neurons, std::uint32_t a, std::uint32_t b) {
    const Hypergeometric common{neurons, a, b};
    const std::int64_t from = common.mode();
    const auto jaccard = [&](std::int64_t h) {
        return static_cast<double>(h) / static_cast<double>(std::int64_t{a} + b - h);
    };
    constexpr double kNegligible = 1e-18;
    double total = 1, sum = jaccard(from);
    double term = 1;
    for (std::int64_t h = from; h < common.highest() && term > kNegligible; ++h) {
        total += term *= common.up<double>(h);
        sum += term * jaccard(h + 1);
    }
    term = 1;
    for (std::int64_t h = from; h > common.lowest() && term > kNegligible; --h) {
        total += term /= common.up<double>(h - 1);
        sum += term * jaccard(h - 1);
    }
    return sum / total;
}

} // namespace neuroscribe::stats
