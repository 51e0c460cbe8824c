#include "core/stats/correlation.h"

#include <cmath>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

using Column = std::vector<std::uint8_t>;
constexpr std::uint8_t kUnknown = 0, kNo = 1, kYes = 2;

std::optional<double> phiOf(const Column& a, const Column& b) {
    return stats::phi(stats::crossTable(stats::TernaryBits(a), stats::TernaryBits(b)));
}

/// Pearson's r from means and deviations over the rows where both are known.
std::optional<double> naivePearson(const Column& a, const Column& b) {
    std::vector<long double> x, y;
    for (std::size_t row = 0; row < a.size(); ++row)
        if (a[row] != kUnknown && b[row] != kUnknown) {
            x.push_back(a[row] == kYes ? 1 : 0);
            y.push_back(b[row] == kYes ? 1 : 0);
        }
    long double meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        meanX += x[i] / static_cast<long double>(x.size());
        meanY += y[i] / static_cast<long double>(x.size());
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
        xy += (x[i] - meanX) * (y[i] - meanY);
    }
    constexpr long double kConstant = 1e-12L; // one differing row of thousands leaves far more
    if (xx < kConstant || yy < kConstant)
        return std::nullopt;
    return static_cast<double>(xy / std::sqrt(xx * yy));
}

Column drawn(Random& random, std::size_t rows, double known, double yes) {
    Column column;
    for (std::size_t row = 0; row < rows; ++row)
        column.push_back(random.uniform() >= known ? kUnknown : random.uniform() < yes ? kYes : kNo);
    return column;
}

} // namespace

TEST_CASE("phi equals Pearson's r of the rows where both are known") {
    Random random(11);
    int undefined = 0;
    for (int round = 0; round < 400; ++round) {
        const std::size_t rows = 1 + random.below(round % 4 == 0 ? 5'000 : 150);
        const double known = round % 3 == 0 ? 1.0 : random.uniform();
        Column a = drawn(random, rows, known, random.uniform());
        Column b = drawn(random, rows, 1 - random.uniform() / 2, random.uniform());
        if (round % 5 == 0) // strongly correlated, both ways
            for (std::size_t row = 0; row < rows; ++row)
                if (a[row] != kUnknown && random.uniform() < 0.95)
                    b[row] = round % 2 ? a[row] : static_cast<std::uint8_t>(3 - a[row]);
        const auto expected = naivePearson(a, b);
        const auto actual = phiOf(a, b);
        REQUIRE(actual.has_value() == expected.has_value());
        undefined += !expected;
        if (expected) {
            REQUIRE(std::abs(*actual - *expected) < 1e-12);
            REQUIRE(phiOf(b, a) == actual);
        }
    }
    REQUIRE(undefined > 0);
    REQUIRE(undefined < 200);
}

TEST_CASE("phi of columns that say nothing is undefined, not 0") {
    const Column mixed{kYes, kNo, kYes, kNo};
    CHECK(!phiOf(mixed, Column(4, kYes)));
    CHECK(!phiOf(Column(4, kNo), mixed));
    CHECK(!phiOf(mixed, Column(4, kUnknown)));
    CHECK(!phiOf({kYes}, {kYes}));
    CHECK(!phiOf({}, {}));
    // Constant among the rows that both know, though not by itself.
    CHECK(!phiOf(mixed, {kYes, kUnknown, kNo, kUnknown}));
}

TEST_CASE("phi of equal and of opposite columns is exactly 1 and -1") {
    Random random(2);
    for (const std::size_t rows : {2U, 63U, 64U, 65U, 4'000U}) {
        Column a = drawn(random, rows, 1, 0.3);
        a[0] = kYes;
        a[1] = kNo;
        Column opposite;
        for (const std::uint8_t value : a)
            opposite.push_back(static_cast<std::uint8_t>(3 - value));
        CHECK(phiOf(a, a) == 1.0);
        CHECK(phiOf(a, opposite) == -1.0);
    }
}

TEST_CASE("phi of a worked example") {
    // 2x2 table 30 10 / 5 55: (30*55 - 10*5) / sqrt(40 * 60 * 35 * 65)
    const auto value = stats::phi({30, 10, 5, 55});
    REQUIRE(value);
    CHECK(std::abs(*value - 1600.0 / std::sqrt(40.0 * 60.0 * 35.0 * 65.0)) < 1e-15);
}

TEST_CASE("phi of many rows loses no digit") {
    // Products of four counts of this size do not fit 64 bits.
    const auto value = stats::phi({500'000'000, 400'000'000, 400'000'000, 500'000'000});
    REQUIRE(value);
    CHECK(std::abs(*value - 1.0 / 9.0) < 1e-15);
}
