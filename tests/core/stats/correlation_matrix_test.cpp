#include "core/stats/correlation_matrix.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/stats/binomial_draw.h"
#include "core/stats/fisher.h"
#include "tests/core/stats/naive_stats.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

std::vector<stats::TernaryBits> drawnColumns(Random& random, std::size_t size, std::size_t rows, double known) {
    std::vector<stats::TernaryBits> columns;
    std::vector<std::uint8_t> topic(rows);
    for (auto& value : topic)
        value = static_cast<std::uint8_t>(random.below(4));
    for (std::size_t c = 0; c < size; ++c) {
        std::vector<std::uint8_t> column;
        const double yes = c == 1 ? 1.0 : random.uniform() * 0.5; // column 1 is constant
        for (std::size_t row = 0; row < rows; ++row)
            column.push_back(random.uniform() >= known                                  ? 0
                             : random.uniform() < yes * (topic[row] == c % 4 ? 2.0 : 1) ? 2
                                                                                        : 1);
        columns.emplace_back(column);
    }
    return columns;
}

bool same(double a, double b) {
    return std::isnan(a) ? std::isnan(b) : a == b;
}

/// Pearson's r straight from the definition, in extended precision.
double naivePearson(const std::vector<float>& values, std::size_t size, std::size_t a, std::size_t b) {
    std::vector<long double> x, y;
    for (std::size_t row = 0; row < values.size() / size; ++row)
        if (!std::isnan(values[row * size + a]) && !std::isnan(values[row * size + b])) {
            x.push_back(values[row * size + a]);
            y.push_back(values[row * size + b]);
        }
    const auto mean = [](const std::vector<long double>& list) {
        long double sum = 0;
        for (const long double value : list)
            sum += value;
        return sum / static_cast<long double>(list.size());
    };
    if (x.size() < 2 || std::ranges::count(x, x[0]) == std::ssize(x) || std::ranges::count(y, y[0]) == std::ssize(y))
        return std::nan("");
    const long double meanX = mean(x), meanY = mean(y);
    long double xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - meanX) * (y[i] - meanY);
        xx += (x[i] - meanX) * (x[i] - meanX);
        yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return static_cast<double>(xy / std::sqrt(xx * yy));
}

} // namespace

TEST_CASE("every pair of descriptors has its phi, its Fisher p and a q over the defined pairs") {
    Random random(3);
    for (const double known : {1.0, 0.8}) {
        const auto columns = drawnColumns(random, 12, 500, known);
        const auto result = stats::correlate(columns, {});
        REQUIRE(result);
        const stats::Correlations& all = result.value();
        const stats::LogFactorials factorials(500);
        std::vector<double> p;
        for (std::size_t a = 0; a < 12; ++a)
            for (std::size_t b = a + 1; b < 12; ++b) {
                const stats::FourFold table = stats::crossTable(columns[a], columns[b]);
                REQUIRE(all.tables[all.phi.index(a, b)] == table);
                REQUIRE(all.phi.index(a, b) == all.phi.index(b, a));
                const auto phi = stats::phi(table);
                REQUIRE(same(all.phi.at(b, a), phi.value_or(std::nan(""))));
                p.push_back(phi ? stats::fisherTwoSided(table, factorials) : std::nan(""));
                REQUIRE(same(all.p.at(a, b), p.back()));
            }
        const std::vector<double> q = test::naiveBenjaminiHochberg(p);
        for (std::size_t pair = 0; pair < p.size(); ++pair)
            REQUIRE((std::isnan(q[pair]) ? std::isnan(all.q.values[pair])
                                         : std::abs(q[pair] - all.q.values[pair]) < 1e-12));
        REQUIRE(std::isnan(all.phi.at(0, 1)));
        REQUIRE(all.constant[1] == 1);
        REQUIRE(all.constant[0] == 0);
    }
}

TEST_CASE("correlations of none, of one and of unknown columns are undefined, not an error") {
    REQUIRE(stats::correlate({}, {}).value().phi.values.empty());
    const std::vector<std::uint8_t> unknown(10, 0);
    const std::vector<stats::TernaryBits> columns{stats::TernaryBits(unknown), stats::TernaryBits(unknown)};
    REQUIRE(stats::correlate(std::span(columns).first(1), {}).value().q.values.empty());
    const auto both = stats::correlate(columns, {});
    REQUIRE(std::isnan(both.value().phi.at(0, 1)));
    REQUIRE(std::isnan(both.value().q.at(0, 1)));
    REQUIRE(both.value().constant[0] == 1);
}

TEST_CASE("correlation stops when asked to") {
    Random random(1);
    const auto columns = drawnColumns(random, 20, 100, 1);
    std::stop_source source;
    source.request_stop();
    REQUIRE(stats::correlate(columns, source.get_token()).error().code == ErrorCode::Cancelled);
    const auto all = stats::correlate(columns, {}).value();
    REQUIRE(stats::phiIntervals(all, 100, 1, source.get_token()).error().code == ErrorCode::Cancelled);
    REQUIRE(stats::profileCorrelation(std::vector<float>(20, 0.5F), 4, source.get_token()).error().code ==
            ErrorCode::Cancelled);
}

TEST_CASE("the interval of phi covers the true value about as often as it says") {
    // Two columns with phi 0.3 between them, drawn 300 times from the same population.
    Random random(17);
    const double both = 0.11, first = 0.09, second = 0.19; // phi = (0.11 * 0.61 - 0.09 * 0.19) / sqrt(0.2 0.8 0.3 0.7)
    const double truth = (both * (1 - both - first - second) - first * second) / std::sqrt(0.2 * 0.8 * 0.3 * 0.7);
    int covered = 0;
    constexpr int kRounds = 300;
    for (int round = 0; round < kRounds; ++round) {
        stats::FourFold table;
        for (int row = 0; row < 400; ++row) {
            const double u = random.uniform();
            ++(u < both                    ? table.both
               : u < both + first          ? table.first
               : u < both + first + second ? table.second
                                           : table.neither);
        }
        const auto interval = stats::phiInterval(table, 400, static_cast<std::uint64_t>(round));
        REQUIRE(interval);
        REQUIRE(interval->low <= *stats::phi(table));
        REQUIRE(interval->high >= *stats::phi(table));
        covered += interval->low <= truth && truth <= interval->high;
    }
    CHECK(covered > kRounds * 90 / 100);
    CHECK(covered < kRounds * 99 / 100);
}

TEST_CASE("the interval of phi agrees with a bootstrap that draws row by row") {
    const stats::FourFold table{30, 20, 15, 135};
    std::vector<int> rows;
    for (std::uint64_t i = 0; i < 200; ++i)
        rows.push_back(i < 30 ? 0 : i < 50 ? 1 : i < 65 ? 2 : 3);
    Random random(4);
    std::vector<double> values;
    for (int resample = 0; resample < 20'000; ++resample) {
        stats::FourFold drawn;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::uint64_t* const cells[] = {&drawn.both, &drawn.first, &drawn.second, &drawn.neither};
            ++*cells[rows[random.below(rows.size())]];
        }
        values.push_back(*stats::phi(drawn));
    }
    std::sort(values.begin(), values.end());
    const auto interval = stats::phiInterval(table, 20'000, 9);
    REQUIRE(interval);
    CHECK(std::abs(interval->low - values[500]) < 0.01);
    CHECK(std::abs(interval->high - values[19'500]) < 0.01);
}

TEST_CASE("the interval of a pair is the same alone, among all pairs and with any number of threads") {
    Random random(6);
    const auto all = stats::correlate(drawnColumns(random, 9, 300, 0.9), {}).value();
    const auto once = stats::phiIntervals(all, 200, 42, {}).value();
    for (std::size_t pair = 0; pair < all.tables.size(); ++pair) {
        const auto alone = stats::phiInterval(all.tables[pair], 200, stats::pairSeed(42, pair));
        REQUIRE(same(once.low.values[pair], alone ? alone->low : std::nan("")));
        REQUIRE(same(once.high.values[pair], alone ? alone->high : std::nan("")));
    }
    const NoHelpers alone;
    const auto again = stats::phiIntervals(all, 200, 42, {}).value();
    REQUIRE(std::equal(once.low.values.begin(), once.low.values.end(), again.low.values.begin(), same));
}

TEST_CASE("the interval of an undefined phi is undefined, that of a perfect one is a point") {
    REQUIRE_FALSE(stats::phiInterval({0, 0, 10, 10}, 100, 1));
    REQUIRE_FALSE(stats::phiInterval({}, 100, 1));
    REQUIRE_FALSE(stats::phiInterval({1, 0, 0, 1}, 0, 1));
    const auto perfect = stats::phiInterval({50, 0, 0, 50}, 100, 1);
    REQUIRE(perfect);
    REQUIRE(perfect->low == 1);
    REQUIRE(perfect->high == 1);
}

TEST_CASE("binomial draws have the distribution they claim") {
    struct Case {
        std::uint64_t n;
        double p;
    };
    for (const Case& c : {Case{1, 0.3}, Case{12, 0.5}, Case{40, 0.1}, Case{60, 0.4}, Case{60, 0.9}, Case{400, 0.2}}) {
        Random random(c.n);
        constexpr int kDraws = 200'000;
        std::vector<double> seen(c.n + 1, 0);
        for (int i = 0; i < kDraws; ++i)
            seen[stats::drawBinomial(c.n, c.p, random)] += 1.0 / kDraws;
        double term = std::exp(static_cast<double>(c.n) * std::log1p(-c.p)), seenSum = 0, sum = 0;
        for (std::uint64_t k = 0; k <= c.n; ++k) {
            sum += term;
            seenSum += seen[k];
            INFO("n " << c.n << " p " << c.p << " k " << k);
            REQUIRE(std::abs(seenSum - sum) < 0.005); // more than four standard errors
            term *= c.p / (1 - c.p) * static_cast<double>(c.n - k) / static_cast<double>(k + 1);
        }
    }
    Random random(1);
    CHECK(stats::drawBinomial(0, 0.5, random) == 0);
    CHECK(stats::drawBinomial(9, 0, random) == 0);
    CHECK(stats::drawBinomial(9, 1, random) == 9);
}

TEST_CASE("correlation of profiles is Pearson's r over the neurons that have both") {
    Random random(12);
    for (const double missing : {0.0, 0.1, 0.97}) {
        constexpr std::size_t kSize = 8;
        std::vector<float> values;
        for (int neuron = 0; neuron < 120; ++neuron)
            for (std::size_t c = 0; c < kSize; ++c)
                values.push_back(random.uniform() < missing ? std::nanf("")
                                 : c == 2                   ? 0.25F                     // constant
                                 : c == 3                   ? values[values.size() - 3] // as column 0
                                                            : static_cast<float>(random.below(30)) / 29.0F);
        const auto result = stats::profileCorrelation(values, kSize, {});
        REQUIRE(result);
        for (std::size_t a = 0; a < kSize; ++a)
            for (std::size_t b = a + 1; b < kSize; ++b) {
                const double expected = naivePearson(values, kSize, a, b);
                const double actual = result.value().at(a, b);
                INFO(missing << ": " << a << " " << b);
                REQUIRE(std::isnan(actual) == std::isnan(expected));
                if (!std::isnan(expected))
                    REQUIRE(std::abs(actual - expected) < 1e-9);
            }
        REQUIRE(std::isnan(result.value().at(0, 2)));
    }
    REQUIRE(std::isnan(stats::profileCorrelation(std::vector<float>{0.1F, 0.2F}, 2, {}).value().at(0, 1)));
    REQUIRE(stats::profileCorrelation({}, 0, {}).value().values.empty());
}

TEST_CASE("the difference of two views is undefined where one of them is") {
    stats::PairValues a(3), b(3);
    a.values = {0.5, std::nan(""), 0.25};
    b.values = {0.75, 0.5, std::nan("")};
    const stats::PairValues between = stats::difference(a, b);
    CHECK(between.at(0, 1) == -0.25);
    CHECK(std::isnan(between.at(0, 2)));
    CHECK(std::isnan(between.at(1, 2)));
}
