#include "core/base/float16.h"
#include "tests/support/catch.h"

#include <bit>
#include <cmath>
#include <limits>
#include <vector>

using namespace neuroscribe;

TEST_CASE("every half survives the way to float and back, in the scalar and the vector path") {
    std::vector<std::uint16_t> halves(65536);
    for (std::uint32_t i = 0; i < 65536; ++i)
        halves[i] = static_cast<std::uint16_t>(i);
    std::vector<float> floats(65536);
    halfToFloat(halves, floats);
    for (std::uint32_t i = 0; i < 65536; ++i) {
        const auto bits = static_cast<std::uint16_t>(i);
        if (std::isnan(halfToFloat(bits))) {
            CHECK(std::isnan(floats[i]));
            continue;
        }
        REQUIRE(std::bit_cast<std::uint32_t>(floats[i]) == std::bit_cast<std::uint32_t>(halfToFloat(bits)));
        REQUIRE(floatToHalf(floats[i]) == bits);
    }
}

TEST_CASE("rounding to half is to nearest even") {
    CHECK(floatToHalf(1.0F + 0x1.0p-11F) == floatToHalf(1.0F));             // tie, even below
    CHECK(floatToHalf(1.0F + 0x3.0p-11F) == floatToHalf(1.0F + 0x1.0p-9F)); // tie, even above
    CHECK(floatToHalf(65519.0F) == 0x7BFF);                                 // the largest half
    CHECK(floatToHalf(65520.0F) == 0x7C00);                                 // infinity
    CHECK(floatToHalf(0x1.0p-25F) == 0);                                    // tie with zero
    CHECK(floatToHalf(0x1.8p-25F) == 1);
}

TEST_CASE("conversion names the first value that does not fit") {
    std::vector<float> values(20, 1.0F);
    std::vector<std::uint16_t> out(20);
    CHECK_FALSE(floatToHalf(values, out));
    values[17] = 1e6F;
    CHECK(floatToHalf(values, out) == std::size_t{17});
    values[3] = std::numeric_limits<float>::quiet_NaN();
    CHECK(floatToHalf(values, out) == std::size_t{3});
}

TEST_CASE("order keys sort like the numbers they stand for") {
    for (const auto& [a, b] :
         {std::pair{-2.0F, -1.0F}, {-1.0F, -0.0F}, {-0.0F, 0.0F}, {0.0F, 0x1.0p-24F}, {1.0F, 2.0F}}) {
        CHECK(halfOrderKey(floatToHalf(a)) < halfOrderKey(floatToHalf(b)));
        CHECK(floatOrderKey(std::bit_cast<std::uint32_t>(a)) < floatOrderKey(std::bit_cast<std::uint32_t>(b)));
    }
}
