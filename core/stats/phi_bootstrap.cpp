// The interval of phi: the table drawn anew, many times, each row of it as often as chance has it.
#include "core/stats/binomial_draw.h"
#include "core/stats/bootstrap.h"
#include "core/stats/correlation_matrix.h"

namespace neuroscribe::stats {
namespace {

constexpr double kLow = 0.025, kHigh = 0.975;

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// A multinomial draw as three binomial ones: first who is in the first column, then who of those is in the second.
FourFold drawTable(const FourFold& table, Random& random) {
    const std::uint64_t inFirst = table.both + table.first, outside = table.second + table.neither;
    const std::uint64_t rows = inFirst + outside;
    const std::uint64_t drawnFirst = drawBinomial(rows, share(inFirst, rows), random);
    FourFold drawn;
    drawn.both = drawBinomial(drawnFirst, share(table.both, inFirst), random);
    drawn.first = drawnFirst - drawn.both;
    drawn.second = drawBinomial(rows - drawnFirst, share(table.second, outside), random);
    drawn.neither = rows - drawnFirst - drawn.second;
    return drawn;
}

} // namespace

std::uint64_t pairSeed(std::uint64_t seed, std::size_t pair) {
    return Random(seed ^ (0x9E3779B97F4A7C15ULL * (pair + 1))).next();
}

std::optional<Interval> phiInterval(const FourFold& table, std::uint32_t resamples, std::uint64_t seed) {
    if (!phi(table))
        return std::nullopt;
    Random random(seed);
    std::vector<double> values;
    values.reserve(resamples);
    for (std::uint32_t i = 0; i < resamples; ++i)
        if (const auto value = phi(drawTable(table, random)))
            values.push_back(*value);
    if (values.empty() || values.size() * 2 < resamples)
        return std::nullopt;
    return Interval{quantile(values, kLow), quantile(values, kHigh)};
}

} // namespace neuroscribe::stats
