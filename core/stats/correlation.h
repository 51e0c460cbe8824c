// How two three-valued columns go together: phi, Pearson's r on 0/1, over the rows where both are known (SCIENCE row
// "correlation").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace neuroscribe::stats {

/// Rows where both columns are known, by what they say; below 2^31 in all.
struct FourFold {
    std::uint64_t both = 0;
    std::uint64_t first = 0;  ///< yes in the first column alone
    std::uint64_t second = 0; ///< yes in the second alone
    std::uint64_t neither = 0;

    bool operator==(const FourFold&) const = default;
};
/// -1 .. 1; nothing where a column says the same in every row, or where there is no row.
std::optional<double> phi(const FourFold& table);

/// A three-valued column as two bits a row, so that a pair of columns is counted 64 rows at a time.
class TernaryBits {
public:
    /// values: 0 unknown, 1 no, 2 yes.
    explicit TernaryBits(std::span<const std::uint8_t> values);
    std::size_t rows() const { return m_rows; }
    std::span<const std::uint64_t> yes() const { return m_yes; }
    std::span<const std::uint64_t> known() const { return m_known; } ///< no or yes
    std::uint64_t yesCount() const { return m_yesCount; }
    bool isComplete() const { return m_complete; } ///< known in every row

private:
    std::size_t m_rows;
    std::uint64_t m_yesCount = 0;
    bool m_complete = false;
    std::vector<std::uint64_t> m_yes, m_known;
};

/// Of two columns over the same rows.
FourFold crossTable(const TernaryBits& first, const TernaryBits& second);

} // namespace neuroscribe::stats
