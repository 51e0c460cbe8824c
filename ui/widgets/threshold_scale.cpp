#include "ui/widgets/threshold_scale.h"

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {

double ThresholdScale::position(std::uint32_t value) const {
    const double v = std::clamp(value, minimum, maximum);
    if (logarithmic)
        return std::log(v / minimum) / std::log(static_cast<double>(maximum) / minimum);
    return (v - minimum) / (static_cast<double>(maximum) - minimum);
}

std::uint32_t ThresholdScale::gridValue(std::int64_t step) const {
    const double at = static_cast<double>(std::clamp<std::int64_t>(step, 0, steps)) / steps;
    const double value = logarithmic ? minimum * std::pow(static_cast<double>(maximum) / minimum, at)
                                     : minimum + at * (static_cast<double>(maximum) - minimum);
    return static_cast<std::uint32_t>(std::lround(value));
}

std::uint32_t ThresholdScale::valueAt(double at) const {
    return gridValue(std::lround(std::clamp(at, 0.0, 1.0) * steps));
}

std::uint32_t ThresholdScale::stepped(std::uint32_t value, int count) const {
    const auto nearest = std::lround(position(value) * steps);
    std::int64_t target = nearest + count;
    // Off the grid (typed into the spin box): rounding may already have moved the way asked for.
    if (count > 0 && gridValue(nearest) > value)
        --target;
    if (count < 0 && gridValue(nearest) < value)
        ++target;
    return gridValue(target);
}

} // namespace neuroscribe::ui
