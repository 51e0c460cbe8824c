// Random numbers of the binomial distribution.
#pragma once

#include <cstdint>

#include "core/base/random.h"

namespace neuroscribe::stats {

/// One draw of Bin(trials, probability), exact: by inversion where few are expected, else by transformed rejection
/// (Hoermann 1993, "BTRS"). probability is clamped to 0 .. 1.
std::uint64_t drawBinomial(std::uint64_t trials, double probability, Random& random);

} // namespace neuroscribe::stats
