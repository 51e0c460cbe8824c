// Colour maps as values: what colour a part of the way from cold (0) to hot (1) has.
#pragma once

#include <cstdint>

#include "core/heat/raster.h"

namespace neuroscribe::heat {

/// 0xFFRRGGBB at position 0 .. 1 (clamped) of a map. Viridis and Cividis: even in lightness, also for colour-blind
/// readers; BlueRed: light in the middle; BlueRedDark: dark there, for dark paper.
std::uint32_t mapColor(ColorScale::Map map, double position);

/// A scale ready for many values: a table of kLevels colours. colorOf() gives the very same colours.
class ColorTable {
public:
    static constexpr std::uint32_t kLevels = 2048;
    explicit ColorTable(const ColorScale& scale);
    std::uint32_t operator()(float value) const;

private:
    const std::uint32_t* m_colors; ///< [kLevels], shared by all tables of the map
    double m_low;
    double m_sign;   ///< -1 where low is above high: small values are then at the hot end of the map
    double m_factor; ///< kLevels - 1 over the range; 0 for an empty range: everything is low
    bool m_squareRoot;
    std::uint32_t m_undefined;
};

} // namespace neuroscribe::heat
