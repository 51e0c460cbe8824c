// Which cells fall on which pixels along one axis.
#pragma once

#include <cstdint>
#include <vector>

namespace neuroscribe::heat {

/// Cells first .. last-1 fall on a pixel; none where first == last.
struct CellRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool operator==(const CellRange&) const = default;
};

/// For each of `pixels` pixels the cells that it covers or is covered by, when cells from .. to (fractions of a cell
/// allowed) fill the pixels. Every cell in view has at least one pixel. Pixels outside 0 .. cells have none.
std::vector<CellRange> pixelAxis(double from, double to, std::uint32_t cells, std::uint32_t pixels);

} // namespace neuroscribe::heat
