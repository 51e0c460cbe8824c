#include "core/heat/pixel_axis.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::heat {
namespace {

/// Borders this close to a whole number lie on it: rounding must not let a cell bleed into its neighbour's pixel.
constexpr double kSnapPixel = 1e-6;
constexpr double kSnapCell = 1e-9;

double snapped(double value, double distance) {
    const double whole = std::round(value);
    return std::abs(value - whole) < distance ? whole : value;
}

} // namespace

std::vector<CellRange> pixelAxis(double from, double to, std::uint32_t cells, std::uint32_t pixels) {
    std::vector<CellRange> ranges(pixels);
    from = snapped(from, kSnapCell);
    to = snapped(to, kSnapCell);
    if (!(to > from) || !std::isfinite(from) || !std::isfinite(to) || cells == 0 || pixels == 0)
        return ranges;
    const double perCell = pixels / (to - from);
    const double lastPixel = pixels - 1;
    const auto begin = static_cast<std::uint32_t>(std::clamp(std::floor(from), 0.0, static_cast<double>(cells)));
    const auto end = static_cast<std::uint32_t>(std::clamp(std::ceil(to), 0.0, static_cast<double>(cells)));
    for (std::uint32_t cell = begin; cell < end; ++cell) {
        const double top = std::floor(snapped((cell - from) * perCell, kSnapPixel));
        const double bottom = std::ceil(snapped((cell + 1.0 - from) * perCell, kSnapPixel)) - 1;
        const auto first = static_cast<std::uint32_t>(std::clamp(top, 0.0, lastPixel));
        const auto last = static_cast<std::uint32_t>(std::clamp(bottom, static_cast<double>(first), lastPixel));
        for (std::uint32_t pixel = first; pixel <= last; ++pixel) {
            CellRange& range = ranges[pixel];
            if (range.first == range.last)
                range.first = cell;
            range.last = cell + 1;
        }
    }
    return ranges;
}

} // namespace neuroscribe::heat
