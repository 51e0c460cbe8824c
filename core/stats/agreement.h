// How well two raters agree about yes and no, and how well one is judged by the other (SCIENCE, "What the paper leaves
// out" 4, 5). Of a FourFold the first rater is the one that is judged (the model), the second the reference.
//
// Intervals, 95 %. Shares: Wilson. Kappa and AC1: Wilson on the observed agreement Po, carried through (Po - Pe) / (1 -
// Pe), with n divided by the design effect, the variance of the delta method (Fleiss, Cohen and Everitt 1969; Gwet
// 2008) over the one that takes Pe as known, where it is above 1: agreement without exception has an interval too.
// Sensitivity and specificity: odds of two independent shares, MOVER of their Wilson limits (Donner and Zou 2012). No
// random numbers are drawn.
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/correlation.h"
#include "core/stats/enrichment.h"

namespace neuroscribe::stats {

/// Undefined without a value; the interval is there where the value is.
struct IntervalEstimate {
    std::optional<double> value;
    Interval interval;

    double halfWidth() const { return (interval.high - interval.low) / 2; }
};

/// (Po - Pe) / (1 - Pe), Pe from each rater's own shares of yes and no. Undefined without pairs, and where Pe = 1.
IntervalEstimate cohensKappa(const FourFold& table);
/// The same with Pe = 2q(1 - q), q the mean of both raters' shares of yes. Undefined without pairs.
IntervalEstimate gwetsAc1(const FourFold& table);
/// Undefined without trials.
IntervalEstimate shareOf(std::uint64_t successes, std::uint64_t trials);
/// Of what the first says yes to, what the second does (paper: 0.76); of what the second says yes to, what the first
/// does (0.94).
IntervalEstimate precision(const FourFold& table);
IntervalEstimate recall(const FourFold& table);

/// Further pairs, in the shares of these, until kappa's interval is at most `halfWidth` to each side; 0: it is.
/// Nothing: kappa is undefined, or half a million pairs would not do.
std::optional<std::uint64_t> pairsStillNeeded(const FourFold& table, double halfWidth);

/// A weighted share; the squares tell how many pairs of equal weight would know as much (Kish).
class WeightedShare {
public:
    void add(bool success, double weight) {
        m_successes += success ? weight : 0;
        m_weight += weight;
        m_squares += weight * weight;
    }
    /// Another stratum, whose weights are multiplied by `scale`.
    void add(const WeightedShare& other, double scale) {
        m_successes += other.m_successes * scale;
        m_weight += other.m_weight * scale;
        m_squares += other.m_squares * scale * scale;
    }
    double weight() const { return m_weight; }
    IntervalEstimate estimate() const; ///< undefined without weight

private:
    double m_successes = 0;
    double m_weight = 0;
    double m_squares = 0;
};

/// In the population, from a sample of what the model says yes to and one of what it says no to.
struct PopulationScores {
    IntervalEstimate precision;   ///< PPV
    IntervalEstimate negative;    ///< NPV
    IntervalEstimate recall;      ///< Se = pi PPV / (pi PPV + (1 - pi)(1 - NPV))
    IntervalEstimate specificity; ///< Sp = (1 - pi) NPV / ((1 - pi) NPV + pi (1 - PPV))
};
/// confirmedYes, confirmedNo: the share of either that the reference confirms. yesRate: pi, of the model's answers in
/// the population. Recall and specificity are undefined where a share is, or a denominator is 0.
PopulationScores populationScores(const WeightedShare& confirmedYes, const WeightedShare& confirmedNo, double yesRate);

} // namespace neuroscribe::stats
