// The first m of many keys in rank order, both tails, in time linear in the number of keys: a counting selection on
// 16-bit digits, then a stable radix sort of what was selected. Private to core/tagging.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace neuroscribe::tagging {

/// Keeps its work space between neurons; one per thread.
class RankSelector {
public:
    RankSelector();
    /// top: positions of the highest keys, highest first; bottom: of the lowest, lowest first; ties: lower position
    /// first. Sizes of top and bottom <= keys.size(), and equal.
    void select(std::span<const std::uint32_t> keys, std::span<std::uint32_t> top, std::span<std::uint32_t> bottom);

private:
    struct Entry {
        std::uint32_t key;
        std::uint32_t position;
    };
    void countHighDigits(std::span<const std::uint32_t> keys);
    std::uint32_t thresholdKey(std::span<const std::uint32_t> keys, std::size_t count, bool highest);
    void fill(std::span<const std::uint32_t> keys, std::span<std::uint32_t> positions, bool highest);
    void sortEntries();

    std::uint32_t m_shift = 0; ///< 0: all keys have 16 bits, one digit is enough
    std::vector<std::uint32_t> m_high, m_low;
    std::vector<Entry> m_entries, m_scratch;
};

} // namespace neuroscribe::tagging
