// The loop over the strips of a triangle of products: in parallel, stopped, reported, and with room for std::bad_alloc.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include "core/base/progress.h"

namespace neuroscribe::descriptors {

/// Pairs of rows, a row with itself counted too: the unit in which progress is reported.
constexpr std::uint64_t pairsOf(std::uint64_t rows) {
    return rows * (rows + 1) / 2;
}

/// parallelFor whose body may throw std::bad_alloc; it is thrown again on the calling thread.
void parallelThrowing(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body);

/// Calls body(first, rows) for each strip of kStripRows rows, on many threads, and reports pairsOf(rows) in all. After
/// a stop the strips that have not begun are left out. Throws std::bad_alloc when body did.
void forStrips(std::uint32_t rows, const std::stop_token& stop, ProgressMeter& meter,
               const std::function<void(std::uint32_t, std::uint32_t)>& body);

} // namespace neuroscribe::descriptors
