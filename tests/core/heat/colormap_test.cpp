#include "core/heat/colormap.h"

#include <cmath>
#include <limits>

#include "tests/support/catch.h"

using namespace neuroscribe::heat;

namespace {
using Map = ColorScale::Map;

/// Relative luminance of sRGB.
double luminance(std::uint32_t argb) {
    const auto linear = [](std::uint32_t channel) {
        const double value = (channel & 0xFFU) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
}
} // namespace

TEST_CASE("sequential maps change lightness in one direction all the way") {
    for (const Map map : {Map::Viridis, Map::Cividis, Map::Grey}) {
        const double direction = map == Map::Grey ? -1 : 1; // grey: hot is dark
        for (int i = 1; i <= 100; ++i)
            REQUIRE(direction * (luminance(mapColor(map, i / 100.0)) - luminance(mapColor(map, (i - 1) / 100.0))) > 0);
    }
}

TEST_CASE("the diverging map is lightest in the middle, blue below and red above") {
    REQUIRE(luminance(mapColor(Map::BlueRed, 0.5)) > luminance(mapColor(Map::BlueRed, 0.2)));
    REQUIRE(luminance(mapColor(Map::BlueRed, 0.5)) > luminance(mapColor(Map::BlueRed, 0.8)));
    const std::uint32_t low = mapColor(Map::BlueRed, 0);
    const std::uint32_t high = mapColor(Map::BlueRed, 1);
    REQUIRE((low & 0xFFU) > (low >> 16 & 0xFFU));
    REQUIRE((high & 0xFFU) < (high >> 16 & 0xFFU));
}

TEST_CASE("values are clamped to the limits and colours are opaque") {
    const ColorScale scale{.low = 1, .high = 3};
    REQUIRE(colorOf(scale, 1) == mapColor(Map::Viridis, 0));
    REQUIRE(colorOf(scale, -9) == mapColor(Map::Viridis, 0));
    REQUIRE(colorOf(scale, 3) == mapColor(Map::Viridis, 1));
    REQUIRE(colorOf(scale, std::numeric_limits<float>::infinity()) == mapColor(Map::Viridis, 1));
    REQUIRE(colorOf(scale, 2) != colorOf(scale, 2.1F));
    REQUIRE(colorOf(scale, 2) >> 24 == 0xFF);
}

TEST_CASE("undefined has its own colour and an empty range one colour") {
    ColorScale scale{.low = 2, .high = 2, .undefinedColor = 0x12345678};
    REQUIRE(colorOf(scale, std::numeric_limits<float>::quiet_NaN()) == 0x12345678);
    REQUIRE(colorOf(scale, 2) == mapColor(Map::Viridis, 0));
    REQUIRE(colorOf(scale, std::numeric_limits<float>::infinity()) == mapColor(Map::Viridis, 0));
    scale.squareRoot = true;
    REQUIRE(colorOf(scale, 7) == mapColor(Map::Viridis, 0));
}

TEST_CASE("the square root spreads small values") {
    const ColorScale plain{.low = 0, .high = 1, .map = Map::Grey};
    const ColorScale root{.low = 0, .high = 1, .squareRoot = true, .map = Map::Grey};
    REQUIRE(colorOf(root, 0.25F) == mapColor(Map::Grey, 0.5 + 0.5 / 2047)); // the nearest of 2,048 levels
    REQUIRE(luminance(colorOf(root, 0.01F)) < luminance(colorOf(plain, 0.01F)));
    REQUIRE(colorOf(root, 1) == colorOf(plain, 1));
    REQUIRE(colorOf(root, 0) == colorOf(plain, 0));
}

TEST_CASE("limits the other way round turn the map round") {
    const ColorScale scale{.low = 1, .high = 0, .map = Map::Grey};
    REQUIRE(colorOf(scale, 1) == mapColor(Map::Grey, 0));
    REQUIRE(colorOf(scale, 2) == mapColor(Map::Grey, 0));
    REQUIRE(colorOf(scale, 0) == mapColor(Map::Grey, 1));
    REQUIRE(colorOf(scale, -1) == mapColor(Map::Grey, 1));
    REQUIRE(luminance(colorOf(scale, 0.1F)) < luminance(colorOf(scale, 0.9F)));
}
