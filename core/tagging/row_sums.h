// The inner loop of counting: sums of byte rows picked by position. AVX2 where the processor has it, else plain C++;
// both give the same integers.
#pragma once

#include <cstdint>
#include <span>

namespace neuroscribe::tagging {

/// rows: [..][stride] bytes 0/1, stride a multiple of 32. Adds the rows at `positions` (each within rows; at most 255
/// of them, so that a byte holds a sum) to sums[0 .. stride-1].
using AddRows = void (*)(const std::uint8_t* rows, std::uint32_t stride, std::span<const std::uint32_t> positions,
                         std::uint32_t* sums);

void addRowsPlain(const std::uint8_t* rows, std::uint32_t stride, std::span<const std::uint32_t> positions,
                  std::uint32_t* sums);
/// The fastest that runs here.
AddRows fastestAddRows();

} // namespace neuroscribe::tagging
