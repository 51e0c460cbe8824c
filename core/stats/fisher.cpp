#include "core/stats/fisher.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/stats/hypergeometric.h"

namespace neuroscribe::stats {
namespace {

constexpr long double kSlack = 1 + 1e-7L;
constexpr double kNegligible = 1e-18; ///< of the sum so far

/// Of the number of rows that are yes in both, given the margins.
struct Law : Hypergeometric {
    const LogFactorials& factorials;

    Law(std::int64_t rows, std::int64_t inFirst, std::int64_t inSecond, const LogFactorials& upToRows)
        : Hypergeometric{rows, inFirst, inSecond}, factorials(upToRows) {}
    long double logOf(std::int64_t n) const { return factorials(static_cast<std::uint64_t>(n)); }
    /// Logarithm of the probability, but for what all x share.
    long double weight(std::int64_t x) const {
        return -logOf(x) - logOf(successes - x) - logOf(draws - x) - logOf(population - successes - draws + x);
    }
    long double shared() const {
        return logOf(successes) + logOf(population - successes) + logOf(draws) + logOf(population - draws) -
               logOf(population);
    }
    double probability(std::int64_t x) const { return static_cast<double>(std::exp(weight(x) + shared())); }
};

/// P(X <= x), x at or below the mode: the terms fall from x downwards.
double lowerTail(const Law& law, std::int64_t x) {
    double term = law.probability(x), sum = term;
    for (; x > law.lowest() && term > sum * kNegligible; --x)
        sum += term /= law.up<double>(x - 1);
    return sum;
}

double upperTail(const Law& law, std::int64_t x) {
    double term = law.probability(x), sum = term;
    for (; x < law.highest() && term > sum * kNegligible; ++x)
        sum += term *= law.up<double>(x);
    return sum;
}

/// The first x above the mode that is no more probable than `weight` allows; one beyond the highest if none is.
std::int64_t firstAbove(const Law& law, long double weight) {
    std::int64_t low = law.mode(), high = law.highest() + 1;
    while (low + 1 < high) {
        const std::int64_t middle = low + (high - low) / 2;
        (law.weight(middle) <= weight ? high : low) = middle;
    }
    return high;
}

std::int64_t lastBelow(const Law& law, long double weight) {
    std::int64_t low = law.lowest() - 1, high = law.mode();
    while (low + 1 < high) {
        const std::int64_t middle = low + (high - low) / 2;
        (law.weight(middle) <= weight ? low : high) = middle;
    }
    return low;
}

} // namespace

LogFactorials::LogFactorials(std::uint64_t most) : m_values(most + 1, 0) {
    long double sum = 0, lost = 0;
    for (std::uint64_t n = 2; n <= most; ++n) {
        const long double term = std::log(static_cast<long double>(n)) - lost;
        const long double next = sum + term;
        lost = (next - sum) - term;
        sum = next;
        m_values[n] = sum;
    }
}

double fisherTwoSided(const FourFold& table, const LogFactorials& factorials) {
    const std::uint64_t rows = table.both + table.first + table.second + table.neither;
    assert(rows <= factorials.most());
    const Law law{static_cast<std::int64_t>(rows), static_cast<std::int64_t>(table.both + table.first),
                  static_cast<std::int64_t>(table.both + table.second), factorials};
    const auto x = static_cast<std::int64_t>(table.both);
    const std::int64_t mode = law.mode();
    const long double allowed = law.weight(x) + std::log(kSlack);
    if (law.weight(mode) <= allowed)
        return 1; // nothing is more probable
    const std::int64_t low = x < mode ? x : lastBelow(law, allowed);
    const std::int64_t high = x < mode ? firstAbove(law, allowed) : x;
    double sum = 0;
    if (low >= law.lowest())
        sum += lowerTail(law, low);
    if (high <= law.highest())
        sum += upperTail(law, high);
    return std::min(sum, 1.0);
}

} // namespace neuroscribe::stats
