// The most similar pairs of rows, as many as fit in a limit.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/descriptors/unit_rows.h"

namespace neuroscribe::descriptors {

struct SimilarPair {
    std::uint32_t row;    ///< the lower of the two
    std::uint32_t column; ///< the higher
    float product;
};

struct SimilarPairs {
    double floor;                   ///< every pair that is at least so similar is there
    std::vector<SimilarPair> pairs; ///< in no particular order; some just below the floor
};

/// The floor is the lowest hundredth, from `floor` up to 1, whose pairs are at most `limit`; it does not depend on the
/// number of threads. Holds 1.5 * limit pairs at a time. Errors: Cancelled, OutOfMemory (more than `limit` at 1).
/// Throws std::bad_alloc.
Result<SimilarPairs> findSimilarPairs(const UnitRows& rows, double floor, std::uint64_t limit,
                                      const std::stop_token& stop, ProgressMeter& meter);

} // namespace neuroscribe::descriptors
