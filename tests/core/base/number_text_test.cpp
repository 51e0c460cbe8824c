#include "core/base/number_text.h"

#include <limits>

#include "tests/support/catch.h"

using neuroscribe::coveragePercent;
using neuroscribe::fixedNumber;
using neuroscribe::groupedCount;

TEST_CASE("What rounds to nothing has no sign, everything else keeps its own") {
    CHECK(fixedNumber(-0.0, 2) == "0.00");
    CHECK(fixedNumber(-0.004, 2) == "0.00");
    CHECK(fixedNumber(-0.004, 3) == "-0.004");
    CHECK(fixedNumber(-0.4, 0) == "0");
    CHECK(fixedNumber(-0.006, 2) == "-0.01");
    CHECK(fixedNumber(-1, 2) == "-1.00");
    CHECK(fixedNumber(-10, 0) == "-10");
    CHECK(fixedNumber(0.72, 2) == "0.72");
    CHECK(fixedNumber(std::numeric_limits<double>::quiet_NaN(), 2).find("nan") != std::string::npos);
    CHECK(fixedNumber(-std::numeric_limits<double>::max(), 2).size() == 1 + 309 + 3);
}

TEST_CASE("Counts are grouped by three digits, with the separator given") {
    CHECK(groupedCount(0, ",") == "0");
    CHECK(groupedCount(999, ",") == "999");
    CHECK(groupedCount(166'320, ",") == "166,320");
    CHECK(groupedCount(18'446'744'073'709'551'615ULL, "\u202f") ==
          "18\u202f446\u202f744\u202f073\u202f709\u202f551\u202f615");
}

TEST_CASE("Only complete coverage reads as 100 percent") {
    CHECK(coveragePercent(0, 0) == 0);
    CHECK(coveragePercent(0, 7) == 0);
    CHECK(coveragePercent(7, 7) == 100);
    CHECK(coveragePercent(99'999, 100'000) == 99.9);
    CHECK(coveragePercent(579, 1000) == 57.9); // floor(1000 * 0.579) is 578 in floating point
    CHECK(coveragePercent(71'352, 249'480) == 28.6);
    CHECK(coveragePercent(71'326, 249'480) == 28.5);
    const auto most = std::numeric_limits<std::uint64_t>::max();
    CHECK(coveragePercent(most - 1, most) == 99.9);
}
