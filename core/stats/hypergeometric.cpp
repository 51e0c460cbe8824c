#include "core/stats/hypergeometric.h"

#include <cassert>

#include "core/stats/enrichment.h"

namespace neuroscribe::stats {
namespace {

/// Below this part of the mode a term changes no double between 1 and 1 - epsilon, whatever follows it.
constexpr long double kNegligible = 1e-26L;
/// Below this part of the mode even the whole tail is 0 as a double.
constexpr long double kUnderflow = 1e-330L;

} // namespace

TailTable hypergeometricTailTable(std::uint32_t population, std::uint32_t successes, std::uint32_t draws) {
    assert(successes <= population && draws <= population);
    const Hypergeometric law{population, successes, draws};
    const std::int64_t mode = law.mode();
    std::vector<long double> below; // pmf / pmf(mode), at mode - 1, mode - 2, ...
    long double term = 1;
    for (std::int64_t x = mode; x > law.lowest() && term > kNegligible; --x)
        below.push_back(term /= law.up<long double>(x - 1));
    std::vector<long double> sums{1}; // becomes the tail at mode, mode + 1, ...
    term = 1;
    for (std::int64_t x = mode; x < law.highest() && term > kUnderflow; ++x)
        sums.push_back(term *= law.up<long double>(x));
    for (std::size_t i = sums.size() - 1; i > 0; --i)
        sums[i - 1] += sums[i];
    long double total = 0;
    for (std::size_t i = below.size(); i > 0; --i)
        total += below[i - 1];
    total += sums[0];

    TailTable table;
    table.first = static_cast<std::uint32_t>(mode - static_cast<std::int64_t>(below.size()));
    table.tail.resize(below.size() + sums.size());
    long double sum = sums[0];
    for (std::size_t i = 0; i < below.size(); ++i) {
        sum += below[i];
        table.tail[below.size() - 1 - i] = static_cast<double>(std::min(1.0L, sum / total));
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        table.tail[below.size() + i] = static_cast<double>(sums[i] / total);
    if (!table.tail.empty())
        table.tail[0] = 1.0; // everything below is impossible or smaller than a double can tell from 1
    return table;
}

std::vector<double> hypergeometricTails(std::uint32_t population, std::uint32_t successes, std::uint32_t draws) {
    const TailTable table = hypergeometricTailTable(population, successes, draws);
    std::vector<double> tails(static_cast<std::size_t>(draws) + 1);
    for (std::uint32_t x = 0; x <= draws; ++x)
        tails[x] = table.at(x);
    return tails;
}

} // namespace neuroscribe::stats
