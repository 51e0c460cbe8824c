#include "core/stats/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace neuroscribe::stats {
namespace {

constexpr std::uint64_t kMostPairs = 500'000;

/// Shares of the four cells: yes-yes, yes-no, no-yes, no-no.
using Cells = std::array<double, 4>;

struct Agreement {
    double pairs = 0;
    double observed = 0; ///< Po
    double chance = 0;   ///< Pe
    double designEffect = 1;

    double corrected(double observedAgreement) const { return (observedAgreement - chance) / (1 - chance); }
    Interval interval(double ofPairs) const {
        const Interval agreed = wilsonOfShare(observed, ofPairs / designEffect);
        return {std::max(-1.0, corrected(agreed.low)), std::min(1.0, corrected(agreed.high))};
    }
};

Cells cellsOf(const FourFold& table, double pairs) {
    const auto share = [pairs](std::uint64_t count) { return static_cast<double>(count) / pairs; };
    return {share(table.both), share(table.first), share(table.second), share(table.neither)};
}

std::uint64_t pairsOf(const FourFold& table) {
    return table.both + table.first + table.second + table.neither;
}

/// chanceSlope: how Pe grows with each cell.
double designEffect(const Agreement& agreement, const Cells& cells, const Cells& chanceSlope) {
    const double known = agreement.observed * (1 - agreement.observed);
    if (known <= 0)
        return 1;
    constexpr Cells kAgrees{1, 0, 0, 1};
    double mean = 0, square = 0;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        const double slope = kAgrees[cell] - (1 - agreement.observed) / (1 - agreement.chance) * chanceSlope[cell];
        mean += cells[cell] * slope;
        square += cells[cell] * slope * slope;
    }
    return std::max(1.0, (square - mean * mean) / known);
}

std::optional<Agreement> kappaOf(const FourFold& table) {
    const double pairs = static_cast<double>(pairsOf(table));
    if (pairs == 0)
        return std::nullopt;
    const Cells cells = cellsOf(table, pairs);
    const double first = cells[0] + cells[1];
    const double second = cells[0] + cells[2];
    Agreement agreement{pairs, cells[0] + cells[3], first * second + (1 - first) * (1 - second), 1};
    const bool sayTheSame = (table.first == 0 && table.second == 0) && (table.both == 0 || table.neither == 0);
    if (sayTheSame)
        return std::nullopt; // Pe = 1
    agreement.designEffect =
        designEffect(agreement, cells, {first + second, 1 - first + second, first + 1 - second, 2 - first - second});
    return agreement;
}

std::optional<Agreement> ac1Of(const FourFold& table) {
    const double pairs = static_cast<double>(pairsOf(table));
    if (pairs == 0)
        return std::nullopt;
    const Cells cells = cellsOf(table, pairs);
    const double mean = cells[0] + (cells[1] + cells[2]) / 2;
    Agreement agreement{pairs, cells[0] + cells[3], 2 * mean * (1 - mean), 1};
    const double slope = 2 * (1 - 2 * mean); // of Pe with q
    agreement.designEffect = designEffect(agreement, cells, {slope, slope / 2, slope / 2, 0});
    return agreement;
}

IntervalEstimate estimateOf(const std::optional<Agreement>& agreement) {
    if (!agreement)
        return {};
    return {agreement->corrected(agreement->observed), agreement->interval(agreement->pairs)};
}

/// 95 % limits of p / q from those of p and q, independent (Donner and Zou 2012, as roots without a difference of
/// close numbers). Without an upper limit: infinity.
Interval ratioLimits(const IntervalEstimate& p, const IntervalEstimate& q) {
    const auto [lowP, highP] = p.interval;
    const auto [lowQ, highQ] = q.interval;
    const double product = *p.value * *q.value;
    const double least = lowP * (2 * *p.value - lowP);
    const double most = highP * (2 * *p.value - highP);
    const double leastBelow = lowQ * (2 * *q.value - lowQ);
    const double mostBelow = highQ * (2 * *q.value - highQ);
    const double low =
        least <= 0 ? 0.0 : least / (product + std::sqrt(std::max(0.0, product * product - least * mostBelow)));
    const double high = leastBelow <= 0
                            ? std::numeric_limits<double>::infinity()
                            : (product + std::sqrt(std::max(0.0, product * product - most * leastBelow))) / leastBelow;
    return {low, high};
}

double oddsToShare(double odds) {
    return std::isinf(odds) ? 1.0 : odds / (1 + odds);
}

IntervalEstimate complement(const IntervalEstimate& share) {
    if (!share.value)
        return {};
    return {1 - *share.value, {1 - share.interval.high, 1 - share.interval.low}};
}

/// a p / (a p + b q): what is found, of what there is.
IntervalEstimate found(double a, const IntervalEstimate& p, double b, const IntervalEstimate& q) {
    if (!p.value || !q.value)
        return {};
    const double there = a * *p.value + b * *q.value;
    if (there <= 0)
        return {};
    const Interval odds = ratioLimits(p, q);
    const double scale = a / b;
    return {a * *p.value / there, {oddsToShare(scale * odds.low), oddsToShare(scale * odds.high)}};
}

} // namespace

IntervalEstimate cohensKappa(const FourFold& table) {
    return estimateOf(kappaOf(table));
}

IntervalEstimate gwetsAc1(const FourFold& table) {
    return estimateOf(ac1Of(table));
}

IntervalEstimate shareOf(std::uint64_t successes, std::uint64_t trials) {
    if (trials == 0)
        return {};
    const double share = static_cast<double>(successes) / static_cast<double>(trials);
    return {share, wilsonOfShare(share, static_cast<double>(trials))};
}

IntervalEstimate precision(const FourFold& table) {
    return shareOf(table.both, table.both + table.first);
}

IntervalEstimate recall(const FourFold& table) {
    return shareOf(table.both, table.both + table.second);
}

std::optional<std::uint64_t> pairsStillNeeded(const FourFold& table, double halfWidth) {
    const auto agreement = kappaOf(table);
    if (!agreement)
        return std::nullopt;
    const auto isEnough = [&](std::uint64_t pairs) {
        const Interval interval = agreement->interval(static_cast<double>(pairs));
        return (interval.high - interval.low) / 2 <= halfWidth;
    };
    std::uint64_t present = pairsOf(table);
    if (isEnough(present))
        return 0;
    std::uint64_t enough = kMostPairs;
    if (present >= enough || !isEnough(enough))
        return std::nullopt;
    std::uint64_t less = present;
    while (enough - less > 1) {
        const std::uint64_t middle = less + (enough - less) / 2;
        (isEnough(middle) ? enough : less) = middle;
    }
    return enough - present;
}

IntervalEstimate WeightedShare::estimate() const {
    if (m_weight <= 0)
        return {};
    const double share = std::clamp(m_successes / m_weight, 0.0, 1.0);
    return {share, wilsonOfShare(share, m_weight * m_weight / m_squares)};
}

PopulationScores populationScores(const WeightedShare& confirmedYes, const WeightedShare& confirmedNo, double yesRate) {
    PopulationScores scores;
    scores.precision = confirmedYes.estimate();
    scores.negative = confirmedNo.estimate();
    if (!(yesRate > 0 && yesRate < 1))
        return scores;
    scores.recall = found(yesRate, scores.precision, 1 - yesRate, complement(scores.negative));
    scores.specificity = found(1 - yesRate, scores.negative, yesRate, complement(scores.precision));
    return scores;
}

} // namespace neuroscribe::stats
