// IEEE half precision and bfloat16, bit-exact with round to nearest even, and fast where the processor has F16C.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace neuroscribe {

float halfToFloat(std::uint16_t bits);
/// Round to nearest even; too large becomes infinity.
std::uint16_t floatToHalf(float value);
float bfloat16ToFloat(std::uint16_t bits);

/// to.size() == from.size().
void halfToFloat(std::span<const std::uint16_t> from, std::span<float> to);
/// Returns the index of the first value that is not finite after rounding (NaN, infinity, above 65504), else nothing.
std::optional<std::size_t> floatToHalf(std::span<const float> from, std::span<std::uint16_t> to);

/// Order-preserving key: a < b as numbers <=> key(a) < key(b) (with -0 < +0). For ranking and radix sort.
constexpr std::uint16_t halfOrderKey(std::uint16_t bits) {
    return bits & 0x8000U ? static_cast<std::uint16_t>(~bits) : static_cast<std::uint16_t>(bits | 0x8000U);
}
constexpr std::uint32_t floatOrderKey(std::uint32_t bits) {
    return bits & 0x80000000U ? ~bits : bits | 0x80000000U;
}

} // namespace neuroscribe
