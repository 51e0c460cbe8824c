#include "core/heat/colormap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace neuroscribe::heat {
namespace {

struct Rgb {
    double red, green, blue; ///< 0 .. 255
};

// Control points at equal distances; between them straight lines. Within 3 of 255 of the published maps.
constexpr std::array<Rgb, 9> kViridis{{{68, 1, 84},
                                       {71, 45, 123},
                                       {59, 82, 139},
                                       {44, 114, 142},
                                       {33, 145, 140},
                                       {40, 174, 128},
                                       {94, 201, 98},
                                       {173, 220, 48},
                                       {253, 231, 37}}};
constexpr std::array<Rgb, 10> kCividis{{{0, 34, 78},
                                        {18, 53, 112},
                                        {59, 73, 108},
                                        {87, 93, 109},
                                        {112, 113, 115},
                                        {138, 134, 120},
                                        {165, 156, 116},
                                        {195, 179, 105},
                                        {225, 204, 85},
                                        {254, 232, 56}}};
constexpr std::array<Rgb, 2> kGrey{{{250, 250, 250}, {20, 20, 20}}};
constexpr std::array<Rgb, 5> kBlueRed{
    {{33, 72, 160}, {130, 170, 214}, {242, 242, 242}, {226, 150, 120}, {165, 30, 40}}};
constexpr std::array<Rgb, 5> kBlueRedDark{
    {{122, 182, 255}, {62, 104, 160}, {42, 46, 54}, {164, 82, 66}, {255, 138, 120}}};

std::span<const Rgb> pointsOf(ColorScale::Map map) {
    switch (map) {
    case ColorScale::Map::Viridis:
        return kViridis;
    case ColorScale::Map::Cividis:
        return kCividis;
    case ColorScale::Map::Grey:
        return kGrey;
    case ColorScale::Map::BlueRedDark:
        return kBlueRedDark;
    case ColorScale::Map::BlueRed:
        break;
    }
    return kBlueRed;
}

std::uint32_t channel(double a, double b, double part) {
    return static_cast<std::uint32_t>(std::lround(a + (b - a) * part));
}

using Table = std::array<std::uint32_t, ColorTable::kLevels>;

Table makeTable(ColorScale::Map map) {
    Table table{};
    for (std::uint32_t i = 0; i < table.size(); ++i)
        table[i] = mapColor(map, static_cast<double>(i) / (ColorTable::kLevels - 1));
    return table;
}

const Table& tableOf(ColorScale::Map map) {
    static const std::array<Table, 5> kTables{makeTable(ColorScale::Map::Viridis), makeTable(ColorScale::Map::Cividis),
                                              makeTable(ColorScale::Map::Grey), makeTable(ColorScale::Map::BlueRed),
                                              makeTable(ColorScale::Map::BlueRedDark)};
    return kTables[static_cast<std::size_t>(map)];
}

} // namespace

std::uint32_t mapColor(ColorScale::Map map, double position) {
    const auto points = pointsOf(map);
    const double scaled = std::clamp(position, 0.0, 1.0) * static_cast<double>(points.size() - 1);
    const std::size_t left = std::min(static_cast<std::size_t>(scaled), points.size() - 2);
    const double part = scaled - static_cast<double>(left);
    const Rgb& a = points[left];
    const Rgb& b = points[left + 1];
    return 0xFFU << 24 | channel(a.red, b.red, part) << 16 | channel(a.green, b.green, part) << 8 |
           channel(a.blue, b.blue, part);
}

ColorTable::ColorTable(const ColorScale& scale)
    : m_colors(tableOf(scale.map).data()), m_low(scale.low), m_sign(scale.high < scale.low ? -1.0 : 1.0), m_factor(0),
      m_squareRoot(scale.squareRoot), m_undefined(scale.undefinedColor) {
    const double range = std::abs(scale.high - scale.low);
    if (range > 0)
        m_factor = (kLevels - 1) / (scale.squareRoot ? std::sqrt(range) : range);
}

std::uint32_t ColorTable::operator()(float value) const {
    if (std::isnan(value))
        return m_undefined;
    double above = std::max(0.0, m_sign * (static_cast<double>(value) - m_low));
    if (m_squareRoot)
        above = std::sqrt(above);
    // 0 times infinity is no number: an empty range has one colour whatever the value.
    const double level = m_factor > 0 ? std::min(above * m_factor, static_cast<double>(kLevels - 1)) : 0.0;
    return m_colors[static_cast<std::size_t>(level + 0.5)];
}

std::uint32_t colorOf(const ColorScale& scale, float value) {
    return ColorTable(scale)(value);
}

} // namespace neuroscribe::heat
