// The heat map as an image: stateless, tested without a widget.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/ids.h"

namespace neuroscribe::heat {

/// low may be above high: the map then runs the other way, for values of which the small ones are hot (p, q).
struct ColorScale {
    double low = 0;
    double high = 1;
    bool squareRoot = false; ///< spreads small values
    enum class Map : std::uint8_t { Viridis, Cividis, Grey, BlueRed, BlueRedDark } map = Map::Viridis;
    std::uint32_t undefinedColor = 0xFF808080; ///< ARGB
};
/// 0xFFRRGGBB of a value; NaN: undefinedColor; clamped to the limits.
std::uint32_t colorOf(const ColorScale& scale, float value);

/// Part of the permuted matrix and the size of the picture in device pixels.
struct RasterRequest {
    std::span<const float> values; ///< [rows][columns], by neuron id and descriptor column
    std::uint32_t columns = 0;
    std::span<const NeuronId> rowOrder;         ///< top to bottom
    std::span<const std::uint32_t> columnOrder; ///< left to right
    double firstRow = 0, lastRow = 0;           ///< visible part of rowOrder, last exclusive
    double firstColumn = 0, lastColumn = 0;
    std::uint32_t width = 0, height = 0; ///< device pixels
    bool keepMinimum = false;            ///< q maps: the smallest value is the hot one
    ColorScale scale;
};
/// ARGB32, width * height, row by row from the top; 0 (transparent) beyond the matrix. Ids and columns of the orders
/// lie within values; values are finite or NaN. Where several cells fall on a pixel the hottest one is drawn: a hot
/// cell is never hidden, also when its share of a pixel is tiny. Every visible cell touches at least one pixel.
std::vector<std::uint32_t> rasterize(const RasterRequest& request);

} // namespace neuroscribe::heat
