#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "core/stats/enrichment.h"

namespace neuroscribe::stats {
namespace {

/// p values are not negative, so their bits order as they do.
struct Key {
    std::uint64_t bits;
    std::uint32_t index;
};

constexpr int kDigit = 11;
constexpr int kPasses = (64 + kDigit - 1) / kDigit;
constexpr std::size_t kBuckets = std::size_t{1} << kDigit;

std::size_t digit(const Key& key, int pass) {
    return key.bits >> (pass * kDigit) & (kBuckets - 1);
}

/// Least significant digit first; a comparison sort of a quarter of a million p values would take half of the budget
/// that a slider step has for q.
void radixSort(std::vector<Key>& keys) {
    std::vector<std::array<std::uint32_t, kBuckets>> starts(kPasses);
    for (const Key& key : keys)
        for (int pass = 0; pass < kPasses; ++pass)
            ++starts[pass][digit(key, pass)];
    std::vector<Key> other(keys.size());
    for (int pass = 0; pass < kPasses; ++pass) {
        auto& start = starts[pass];
        if (start[digit(keys[0], pass)] == keys.size())
            continue; // all alike in this digit
        std::uint32_t sum = 0;
        for (std::uint32_t& s : start)
            sum += std::exchange(s, sum);
        for (const Key& key : keys)
            other[start[digit(key, pass)]++] = key;
        keys.swap(other);
    }
}

std::vector<Key> sortedKeys(std::span<const double> p) {
    std::vector<Key> keys;
    keys.reserve(p.size());
    for (std::uint32_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i]))
            keys.push_back({std::bit_cast<std::uint64_t>(std::abs(p[i])), i});
    constexpr std::size_t kSmall = 4096;
    if (keys.size() < kSmall)
        std::ranges::sort(keys, {}, &Key::bits);
    else
        radixSort(keys);
    return keys;
}

} // namespace

void benjaminiHochberg(std::span<double> pToQ) {
    assert(pToQ.size() <= std::numeric_limits<std::uint32_t>::max());
    const std::vector<Key> keys = sortedKeys(pToQ);
    const double family = static_cast<double>(keys.size());
    double smallest = 1.0;
    for (std::size_t rank = keys.size(); rank > 0; --rank) {
        double& value = pToQ[keys[rank - 1].index];
        smallest = std::min(smallest, value * family / static_cast<double>(rank));
        value = smallest;
    }
}

} // namespace neuroscribe::stats
