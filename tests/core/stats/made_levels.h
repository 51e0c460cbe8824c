// Levels drawn at random, with many equal and many empty ones.
#pragma once

#include "core/base/random.h"
#include "core/stats/tag_levels.h"

namespace neuroscribe::test {

/// A quarter of the cells is 0; the others are multiples of `step`.
inline stats::LevelMatrix drawnLevels(Random& random, std::uint32_t neurons, std::uint32_t descriptors,
                                      std::uint32_t step = 50) {
    stats::LevelMatrix levels{neurons, descriptors, {}};
    for (std::uint32_t i = 0; i < neurons * descriptors; ++i)
        levels.cells.push_back(static_cast<stats::Level>(random.below(4) ? random.below(1000 / step + 1) * step : 0));
    return levels;
}

} // namespace neuroscribe::test
