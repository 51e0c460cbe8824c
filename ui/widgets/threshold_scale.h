// Where a stored integer threshold lies on its slider. Stateless; linear or logarithmic, on a fixed grid of steps.
#pragma once

#include <cstdint>

namespace neuroscribe::ui {

struct ThresholdScale {
    std::uint32_t minimum = 0;
    std::uint32_t maximum = 1000;
    std::uint32_t steps = 200;
    bool logarithmic = false; ///< needs minimum > 0

    bool operator==(const ThresholdScale&) const = default;

    /// 0 at the minimum, 1 at the maximum; values outside are clamped.
    double position(std::uint32_t value) const;
    /// Grid value nearest to a position of 0 .. 1.
    std::uint32_t valueAt(double position) const;
    /// `count` grid steps up (down when negative). A value between two steps first goes to the next one that way.
    std::uint32_t stepped(std::uint32_t value, int count) const;

private:
    std::uint32_t gridValue(std::int64_t step) const;
};

} // namespace neuroscribe::ui
