#include "core/stats/correlation.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

namespace neuroscribe::stats {
namespace {

constexpr std::size_t kWord = 64;
constexpr std::uint64_t kLowBits = 0x0101010101010101ULL;

static_assert(std::endian::native == std::endian::little, "eight values are read as one little-endian word");

/// The lowest bit of each of eight bytes, the others being 0, as eight bits.
std::uint64_t gather(std::uint64_t bytes) {
    return bytes * 0x0102040810204080ULL >> 56;
}

using Words = std::span<const std::uint64_t>;

inline std::uint64_t countBothPlainly(Words a, Words b) {
    std::uint64_t count = 0;
    for (std::size_t word = 0; word < a.size(); ++word)
        count += static_cast<std::uint64_t>(std::popcount(a[word] & b[word]));
    return count;
}

#ifdef __x86_64__
/// The same loop with the one instruction that every processor of the last fifteen years has.
__attribute__((target("popcnt"))) std::uint64_t countBothFast(Words a, Words b) {
    std::uint64_t count = 0;
    for (std::size_t word = 0; word < a.size(); ++word)
        count += static_cast<std::uint64_t>(__builtin_popcountll(a[word] & b[word]));
    return count;
}
#endif

/// Ones that two columns of bits share.
std::uint64_t countBoth(Words a, Words b) {
#ifdef __x86_64__
    static const bool kFast = __builtin_cpu_supports("popcnt");
    if (kFast)
        return countBothFast(a, b);
#endif
    return countBothPlainly(a, b);
}

} // namespace

std::optional<double> phi(const FourFold& table) {
    const auto product = [](std::uint64_t a, std::uint64_t b) { return static_cast<double>(a * b); };
    const double first = product(table.both + table.first, table.second + table.neither);
    const double second = product(table.both + table.second, table.first + table.neither);
    if (first == 0 || second == 0)
        return std::nullopt;
    // Products of counts fit 64 bits, so their difference is exact before it is rounded once.
    const auto together = static_cast<std::int64_t>(table.both * table.neither);
    const auto apart = static_cast<std::int64_t>(table.first * table.second);
    // One root of the product: of equal columns it is exactly `first`.
    const double value = static_cast<double>(together - apart) / std::sqrt(first * second);
    return std::clamp(value, -1.0, 1.0);
}

TernaryBits::TernaryBits(std::span<const std::uint8_t> values)
    : m_rows(values.size()), m_yes((values.size() + kWord - 1) / kWord, 0), m_known(m_yes.size(), 0) {
    for (std::size_t row = 0; row < values.size(); row += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, values.data() + row, std::min<std::size_t>(8, values.size() - row));
        m_yes[row / kWord] |= gather(eight >> 1 & kLowBits) << row % kWord;
        m_known[row / kWord] |= gather((eight | eight >> 1) & kLowBits) << row % kWord;
    }
    m_yesCount = countBoth(m_yes, m_yes);
    m_complete = countBoth(m_known, m_known) == m_rows;
}

FourFold crossTable(const TernaryBits& first, const TernaryBits& second) {
    assert(first.rows() == second.rows());
    if (first.isComplete() && second.isComplete()) { // the usual case: three of the four counts are known
        const std::uint64_t both = countBoth(first.yes(), second.yes());
        return {both, first.yesCount() - both, second.yesCount() - both,
                first.rows() - first.yesCount() - second.yesCount() + both};
    }
    const std::uint64_t rows = countBoth(first.known(), second.known());
    const std::uint64_t inFirst = countBoth(first.yes(), second.known());
    const std::uint64_t inSecond = countBoth(second.yes(), first.known());
    FourFold table;
    table.both = countBoth(first.yes(), second.yes());
    table.first = inFirst - table.both;
    table.second = inSecond - table.both;
    table.neither = rows - inFirst - table.second;
    return table;
}

} // namespace neuroscribe::stats
