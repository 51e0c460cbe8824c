#include "core/stats/noise_correction.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::stats {
namespace {

/// Nothing where Se + Sp <= 1. Not clipped.
std::optional<double> corrected(double f, double sensitivity, double specificity) {
    const double informed = sensitivity + specificity - 1;
    return informed > 0 ? std::optional((f + specificity - 1) / informed) : std::nullopt;
}

} // namespace

std::optional<CorrectedShare> noiseCorrected(double f, const Interval& range, const LabelQuality& quality) {
    const double se = quality.sensitivity, sp = quality.specificity;
    const auto value = corrected(f, se, sp);
    if (!value)
        return std::nullopt;
    double down = 0, up = 0;
    bool isOpen = false; // an end at which the answers say nothing leaves everything open
    const auto reach = [&](const std::optional<double>& end) {
        isOpen |= !end;
        const double distance = end.value_or(*value) - *value;
        (distance < 0 ? down : up) += distance * distance;
    };
    reach(corrected(range.low, se, sp));
    reach(corrected(range.high, se, sp));
    reach(corrected(f, quality.sensitivityRange.low, sp));
    reach(corrected(f, quality.sensitivityRange.high, sp));
    reach(corrected(f, se, quality.specificityRange.low));
    reach(corrected(f, se, quality.specificityRange.high));
    const auto clip = [](double share) { return std::clamp(share, 0.0, 1.0); };
    if (isOpen)
        return CorrectedShare{clip(*value), {0, 1}};
    return CorrectedShare{clip(*value), {clip(*value - std::sqrt(down)), clip(*value + std::sqrt(up))}};
}

std::optional<double> noiseCorrectedLift(double f, double baseRate, const LabelQuality& quality) {
    const auto share = corrected(f, quality.sensitivity, quality.specificity);
    const auto base = corrected(baseRate, quality.sensitivity, quality.specificity);
    if (!share || !base || std::clamp(*base, 0.0, 1.0) <= 0)
        return std::nullopt;
    return std::clamp(*share, 0.0, 1.0) / std::clamp(*base, 0.0, 1.0);
}

} // namespace neuroscribe::stats
