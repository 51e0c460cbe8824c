#include "core/stats/stratified.h"

#include <algorithm>
#include <cassert>

#include "core/stats/hypergeometric.h"

namespace neuroscribe::stats {
namespace {

/// The law of the sum of two independent counts.
std::vector<double> convolve(const std::vector<double>& a, const std::vector<double>& b) {
    std::vector<double> sum(a.size() + b.size() - 1, 0.0);
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] > 0)
            for (std::size_t j = 0; j < b.size(); ++j)
                sum[i + j] += a[i] * b[j];
    return sum;
}

/// Counts that can't occur, or so seldom that a double holds no trace of them, end the walk of the next stratum early.
void trim(std::vector<double>& law) {
    while (law.size() > 1 && law.back() == 0)
        law.pop_back();
}

} // namespace

std::vector<double> hypergeometricLaw(const Stratum& stratum) {
    assert(stratum.yes <= stratum.population && stratum.drawn <= stratum.population);
    const Hypergeometric hits{stratum.population, stratum.yes, stratum.drawn};
    const std::int64_t mode = hits.mode();
    std::vector<long double> parts(std::size_t{stratum.drawn} + 1, 0.0L);
    long double total = 1, term = 1;
    parts[static_cast<std::size_t>(mode)] = 1;
    for (std::int64_t x = mode; x < hits.highest(); ++x)
        total += parts[static_cast<std::size_t>(x) + 1] = term *= hits.up<long double>(x);
    term = 1;
    for (std::int64_t x = mode; x > hits.lowest(); --x)
        total += parts[static_cast<std::size_t>(x) - 1] = term /= hits.up<long double>(x - 1);
    std::vector<double> law;
    for (const long double part : parts)
        law.push_back(static_cast<double>(part / total));
    return law;
}

std::optional<Stratified> stratifiedEnrichment(std::span<const Stratum> strata) {
    std::uint32_t drawn = 0, hits = 0;
    Stratified result;
    std::vector<double> law{1.0};
    for (const Stratum& stratum : strata) {
        if (stratum.drawn == 0)
            continue;
        drawn += stratum.drawn;
        hits += stratum.hits;
        result.expected += static_cast<double>(stratum.drawn) * stratum.yes / stratum.population;
        law = convolve(law, hypergeometricLaw(stratum));
        trim(law);
    }
    if (drawn == 0)
        return std::nullopt;
    if (result.expected > 0)
        result.lift = hits / result.expected;
    double tail = 0;
    for (std::size_t x = law.size(); x > hits; --x) // from the small end
        tail += law[x - 1];
    result.p = hits == 0 ? 1.0 : std::min(tail, 1.0);
    return result;
}

std::optional<double> mantelHaenszel(std::span<const Stratum> strata) {
    double with = 0, against = 0;
    for (const Stratum& s : strata) {
        if (s.population == 0)
            continue;
        const double drawnYes = s.hits, drawnNo = s.drawn - s.hits, otherYes = s.yes - s.hits;
        const double otherNo = static_cast<double>(s.population) - s.drawn - otherYes;
        with += drawnYes * otherNo / s.population;
        against += drawnNo * otherYes / s.population;
    }
    return against > 0 ? std::optional(with / against) : std::nullopt;
}

} // namespace neuroscribe::stats
