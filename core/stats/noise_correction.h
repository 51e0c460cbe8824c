// A frequency as it would be without the labeller's errors, for display only: never for tags, p or q (SCIENCE, "What
// the paper leaves out" 4; Rogan and Gladen 1978).
#pragma once

#include <optional>

#include "core/stats/enrichment.h"

namespace neuroscribe::stats {

/// How good a labeller is at one descriptor, each with its interval. 0 .. 1.
struct LabelQuality {
    double sensitivity = 1;
    double specificity = 1;
    Interval sensitivityRange{1, 1};
    Interval specificityRange{1, 1};
};

struct CorrectedShare {
    double value = 0;  ///< (f + Sp - 1) / (Se + Sp - 1), clipped to 0 .. 1
    Interval interval; ///< of f, Se and Sp together, clipped
};
/// f with its interval. The interval of f* adds the three errors in quadrature, each side for itself: f*'s distance to
/// where it comes when one of the three goes to its end (MOVER); 0 .. 1 where at such an end Se + Sp <= 1. Nothing
/// where Se + Sp <= 1: such answers say nothing.
std::optional<CorrectedShare> noiseCorrected(double f, const Interval& range, const LabelQuality& quality);
/// f* over p* of the same labeller; nothing where either is undefined or p* is 0.
std::optional<double> noiseCorrectedLift(double f, double baseRate, const LabelQuality& quality);

} // namespace neuroscribe::stats
