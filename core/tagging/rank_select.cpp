#include "core/tagging/rank_select.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace neuroscribe::tagging {
namespace {

constexpr std::uint32_t kDigits = 1U << 16;

struct Digit {
    std::uint32_t value = 0;
    std::size_t before = 0; ///< keys in the digits passed on the way
};

/// Walks a histogram from its high or low end until `count` keys are passed.
Digit walk(std::span<const std::uint32_t> histogram, std::size_t count, bool highest) {
    std::size_t passed = 0;
    for (std::uint32_t i = 0; i < kDigits; ++i) {
        const std::uint32_t digit = highest ? kDigits - 1 - i : i;
        if (passed + histogram[digit] >= count)
            return {digit, passed};
        passed += histogram[digit];
    }
    assert(false && "more keys asked for than counted");
    return {};
}

} // namespace

RankSelector::RankSelector() : m_high(kDigits), m_low(kDigits) {}

void RankSelector::countHighDigits(std::span<const std::uint32_t> keys) {
    std::uint32_t all = 0;
    for (const std::uint32_t key : keys)
        all |= key;
    m_shift = all < kDigits ? 0 : 16;
    std::fill(m_high.begin(), m_high.end(), 0);
    for (const std::uint32_t key : keys)
        ++m_high[key >> m_shift];
}

/// The key of rank `count` (1-based) from the chosen end.
std::uint32_t RankSelector::thresholdKey(std::span<const std::uint32_t> keys, std::size_t count, bool highest) {
    const Digit high = walk(m_high, count, highest);
    if (m_shift == 0)
        return high.value;
    std::fill(m_low.begin(), m_low.end(), 0);
    for (const std::uint32_t key : keys)
        if (key >> 16 == high.value)
            ++m_low[key & 0xFFFFU];
    return high.value << 16 | walk(m_low, count - high.before, highest).value;
}

/// Stable by key, least significant byte first.
void RankSelector::sortEntries() {
    m_scratch.resize(m_entries.size());
    for (std::uint32_t shift = 0; shift < 16 + m_shift; shift += 8) {
        std::array<std::uint32_t, 257> starts{};
        for (const Entry& entry : m_entries)
            ++starts[(entry.key >> shift & 0xFFU) + 1];
        for (std::size_t i = 1; i < starts.size(); ++i)
            starts[i] += starts[i - 1];
        for (const Entry& entry : m_entries)
            m_scratch[starts[entry.key >> shift & 0xFFU]++] = entry;
        m_entries.swap(m_scratch);
    }
}

void RankSelector::fill(std::span<const std::uint32_t> keys, std::span<std::uint32_t> positions, bool highest) {
    if (positions.empty())
        return;
    const std::uint32_t threshold = thresholdKey(keys, positions.size(), highest);
    // Sorting ascending serves both tails: for the top tail the keys are turned round.
    const std::uint32_t turn = !highest ? 0 : m_shift ? 0xFFFFFFFFU : 0xFFFFU;
    std::size_t ties = positions.size();
    for (const std::uint32_t key : keys)
        ties -= highest ? key > threshold : key < threshold;
    m_entries.clear();
    for (std::uint32_t p = 0; p < keys.size(); ++p) {
        const std::uint32_t key = keys[p];
        if (highest ? key < threshold : key > threshold)
            continue;
        if (key == threshold) {
            if (ties == 0)
                continue;
            --ties;
        }
        m_entries.push_back({key ^ turn, p});
    }
    sortEntries();
    for (std::size_t i = 0; i < positions.size(); ++i)
        positions[i] = m_entries[i].position;
}

void RankSelector::select(std::span<const std::uint32_t> keys, std::span<std::uint32_t> top,
                          std::span<std::uint32_t> bottom) {
    assert(top.size() <= keys.size() && bottom.size() == top.size());
    countHighDigits(keys);
    fill(keys, top, true);
    fill(keys, bottom, false);
}

} // namespace neuroscribe::tagging
