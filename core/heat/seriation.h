// An order in which neighbours are alike: optimal leaf order (Bar-Joseph, Gifford, Jaakkola 2001) of the tree that
// average linkage makes.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::heat {

/// distances: [size][size], symmetric, not negative, finite; the diagonal is not read. Of all orders that the tree
/// allows, one with the least sum of distances between neighbours; of equals always the same, and of the two directions
/// the one whose first item is lower than its last. Time grows with the third power of size, memory with the second.
/// Errors: Cancelled (within 100 ms).
Result<std::vector<std::uint32_t>> optimalLeafOrder(std::span<const double> distances, std::uint32_t size,
                                                    std::stop_token stop);

} // namespace neuroscribe::heat
