// A tag is f > t with whole numbers on both sides, so each cell has one number that says at which t it is tagged: its
// level. Evaluation and consistency over a grid of t are sums over levels.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/matrix_view.h"

namespace neuroscribe::stats {

/// 0 .. 1,000. f > t, t in units of 0.001, exactly where t < level.
using Level = std::uint16_t;

/// ceil(1000 * numerator / denominator): f > t <=> 1000 * numerator > t * denominator <=> t < level. 0 where the
/// denominator is 0: an undefined cell is never tagged. numerator <= denominator.
constexpr Level tagLevel(std::uint64_t numerator, std::uint64_t denominator) {
    return denominator == 0 ? Level{0} : static_cast<Level>((numerator * 1000 + denominator - 1) / denominator);
}

/// Levels of some neurons at some descriptors, row-major.
struct LevelMatrix {
    std::uint32_t neurons = 0;
    std::uint32_t descriptors = 0;
    std::vector<Level> cells;
    std::span<const Level> row(std::size_t neuron) const { return {cells.data() + neuron * descriptors, descriptors}; }
    bool operator==(const LevelMatrix&) const = default;
};

/// Ascending thresholds in units of 0.001.
class ThresholdGrid {
public:
    /// tMilli: 0 .. 1,000, in any order; equal ones count once.
    explicit ThresholdGrid(std::vector<std::uint32_t> tMilli);
    std::size_t size() const { return m_tMilli.size(); }
    std::uint32_t at(std::size_t point) const { return m_tMilli[point]; }
    std::span<const std::uint32_t> tMilli() const { return m_tMilli; }
    /// A cell of this level is tagged at the grid's points 0 .. reach - 1.
    std::uint16_t reach(Level level) const { return m_reach[level]; }

private:
    std::vector<std::uint32_t> m_tMilli;
    std::array<std::uint16_t, 1001> m_reach{};
};

/// Sets of tags at one t as bits.
struct TagSets {
    std::uint32_t words = 0; ///< a set
    std::vector<std::uint64_t> bits;
    std::span<const std::uint64_t> set(std::size_t i) const { return {bits.data() + i * words, words}; }
    std::size_t size() const { return words ? bits.size() / words : 0; }
};
/// One set per neuron.
TagSets tagSets(const LevelMatrix& levels, std::uint32_t tMilli);

} // namespace neuroscribe::stats
