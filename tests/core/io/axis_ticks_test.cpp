#include "core/io/axis_ticks.h"

#include "core/io/figure_scene.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

std::string ticks(double low, double high, int wanted, bool logarithmic = false) {
    std::string text;
    for (const io::FigureTick& tick : io::ticksOf({"", low, high, logarithmic, {}}, wanted, io::paperStyle().number))
        text += (text.empty() ? "" : " ") + tick.text;
    return text;
}

} // namespace

TEST_CASE("an axis has round numbers, both ends included") {
    REQUIRE(ticks(0, 1, 4) == "0.00 0.25 0.50 0.75 1.00");
    REQUIRE(ticks(0, 1, 5) == "0.0 0.2 0.4 0.6 0.8 1.0");
    REQUIRE(ticks(0, 0.6, 6) == "0.0 0.1 0.2 0.3 0.4 0.5 0.6");
    REQUIRE(ticks(-1, 1, 2) == "-1 0 1");
    REQUIRE(ticks(0, 20000, 4) == "0 5000 10000 15000 20000");
    REQUIRE(ticks(0, 0.004, 4) == "0.000 0.001 0.002 0.003 0.004");
    REQUIRE(ticks(0.13, 0.47, 3) == "0.2 0.4");
}

TEST_CASE("a logarithmic axis has ones and threes") {
    REQUIRE(ticks(0.1, 10, 5, true) == "0.1 0.3 1 3 10");
}
