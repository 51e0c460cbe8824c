#include "core/stats/hit_law.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/stats/hypergeometric.h"

namespace neuroscribe::stats {
namespace {

/// What is smaller than this part of a law's largest term is cut off: some hundred strata lose less than 1e-14.
constexpr double kNegligible = 1e-18;
constexpr int kMostSteps = 60;
constexpr double kLongestStep = 3;

/// Where the tilted law is highest; its terms fall to both sides.
std::size_t highest(const HitLaw& law, double ratio) {
    const auto end = std::ranges::partition_point(law.up, [ratio](double up) { return up * ratio > 1; });
    return static_cast<std::size_t>(end - law.up.begin());
}

/// Calls visit(i, term) of the tilted terms that count, relative to the one at `top`.
template <class Visit>
void walk(const HitLaw& law, double ratio, std::size_t top, Visit visit) {
    visit(top, 1.0);
    double term = 1;
    for (std::size_t i = top; i < law.up.size() && term > kNegligible; ++i)
        visit(i + 1, term *= law.up[i] * ratio);
    term = 1;
    const double back = 1 / ratio;
    for (std::size_t i = top; i > 0 && term > kNegligible; --i)
        visit(i - 1, term *= law.down[i - 1] * back);
}

void addLog(HitLaw& law, const Hypergeometric& hits) {
    const auto mode = static_cast<std::size_t>(hits.mode() - hits.lowest());
    std::vector<long double> logs(law.up.size() + 1, 0.0L);
    long double total = 1, term = 1;
    for (std::size_t i = mode; i < law.up.size(); ++i) {
        logs[i + 1] = logs[i] + std::log(hits.up<long double>(hits.lowest() + static_cast<std::int64_t>(i)));
        total += term *= law.up[i];
    }
    term = 1;
    for (std::size_t i = mode; i > 0; --i) {
        logs[i - 1] = logs[i] - std::log(hits.up<long double>(hits.lowest() + static_cast<std::int64_t>(i) - 1));
        total += term *= law.down[i - 1];
    }
    for (const long double log : logs)
        law.logChance.push_back(static_cast<double>(log - std::log(total)));
}

} // namespace

HitLaw hitLaw(std::uint32_t population, std::uint32_t yes, std::uint32_t drawn) {
    assert(yes <= population && drawn <= population);
    const Hypergeometric hits{population, yes, drawn};
    HitLaw law;
    law.first = static_cast<std::uint32_t>(hits.lowest());
    for (std::int64_t x = hits.lowest(); x < hits.highest(); ++x) {
        const auto up = hits.up<long double>(x);
        law.up.push_back(static_cast<double>(up));
        law.down.push_back(static_cast<double>(1 / up));
    }
    addLog(law, hits);
    if (population > 0)
        law.mean = static_cast<double>(drawn) * yes / population;
    if (population > 1)
        law.variance = law.mean * (1 - static_cast<double>(yes) / population) *
                       (static_cast<double>(population - drawn) / (population - 1));
    return law;
}

/// Newton on the derivative of the sum's cumulant function; it need not be exact, only near.
double HitTail::tiltFor(std::span<const HitLaw* const> laws, double hits) const {
    double mean = 0, variance = 0;
    for (const HitLaw* law : laws) {
        mean += law->mean;
        variance += law->variance;
    }
    double tilt = 0;
    for (int step = 0; step < kMostSteps && hits - mean > std::max(0.5, 0.5 * std::sqrt(variance)); ++step) {
        tilt += std::min((hits - mean) / std::max(variance, 1e-9), kLongestStep);
        mean = variance = 0;
        for (const HitLaw* law : laws) {
            const double ratio = std::exp(tilt);
            const std::size_t top = highest(*law, ratio);
            double sum = 0, first = 0, second = 0;
            walk(*law, ratio, top, [&](std::size_t i, double term) {
                const double from = static_cast<double>(i) - static_cast<double>(top);
                sum += term;
                first += term * from;
                second += term * from * from;
            });
            mean += law->first + static_cast<double>(top) + first / sum;
            variance += second / sum - (first / sum) * (first / sum);
        }
    }
    return tilt;
}

/// The logarithm of what the tilted law was divided by to have the sum 1.
double HitTail::addTilted(const HitLaw& law, double tilt) {
    const double ratio = std::exp(tilt);
    const std::size_t top = highest(law, ratio);
    std::size_t low = top, high = top;
    double total = 0;
    m_next.resize(law.up.size() + 1);
    walk(law, ratio, top, [&](std::size_t i, double term) {
        m_next[i] = term;
        low = std::min(low, i);
        high = std::max(high, i);
        total += term;
    });
    m_sum.assign(m_law.size() + (high - low), 0.0);
    for (std::size_t i = low; i <= high; ++i) {
        const double part = m_next[i] / total;
        double* out = m_sum.data() + (i - low);
        for (std::size_t j = 0; j < m_law.size(); ++j)
            out[j] += part * m_law[j];
    }
    const auto counts = [](double chance) { return chance > kNegligible; };
    const auto begin = std::ranges::find_if(m_sum, counts);
    const auto end = std::find_if(m_sum.rbegin(), m_sum.rend(), counts).base();
    m_first += law.first + static_cast<std::uint32_t>(low) + static_cast<std::uint32_t>(begin - m_sum.begin());
    m_law.assign(begin, end);
    return law.logChance[top] + tilt * (law.first + static_cast<double>(top)) + std::log(total);
}

double HitTail::of(std::span<const HitLaw* const> laws, std::uint32_t hits) {
    std::uint64_t least = 0, most = 0;
    for (const HitLaw* law : laws) {
        least += law->first;
        most += law->last();
    }
    if (hits <= least || hits > most)
        return hits <= least ? 1 : 0;
    const double tilt = tiltFor(laws, hits);
    m_first = 0;
    m_law.assign(1, 1.0);
    double scale = -tilt * hits;
    for (const HitLaw* law : laws)
        scale += addTilted(*law, tilt);
    double sum = 0;
    const auto end = m_first + m_law.size();
    for (std::size_t x = end; x > std::max(hits, m_first); --x) // from the small end
        sum += m_law[x - 1 - m_first] * std::exp(-tilt * static_cast<double>(x - 1 - hits));
    return std::min(sum * std::exp(scale), 1.0);
}

} // namespace neuroscribe::stats
