#include "core/base/float16.h"

#include <bit>
#include <cassert>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace neuroscribe {
namespace {

constexpr std::uint16_t kHalfInfinity = 0x7C00U;

bool isFiniteHalf(std::uint16_t bits) {
    return (bits & kHalfInfinity) != kHalfInfinity;
}

#if defined(__x86_64__)
/// Asked by hand: Clang 14 does not know "f16c" in __builtin_cpu_supports. With AVX2 the system keeps the registers.
bool askForF16c() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
}

bool hasF16c() {
    static const bool kHas = __builtin_cpu_supports("avx2") && askForF16c();
    return kHas;
}

__attribute__((target("avx2,f16c"))) std::size_t halfToFloatF16c(std::span<const std::uint16_t> from, float* to) {
    std::size_t i = 0;
    for (; i + 8 <= from.size(); i += 8)
        _mm256_storeu_ps(to + i, _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from.data() + i))));
    return i;
}

__attribute__((target("avx2,f16c"))) std::size_t floatToHalfF16c(std::span<const float> from, std::uint16_t* to) {
    std::size_t i = 0;
    for (; i + 8 <= from.size(); i += 8)
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + i),
                         _mm256_cvtps_ph(_mm256_loadu_ps(from.data() + i), _MM_FROUND_TO_NEAREST_INT));
    return i;
}
#endif

} // namespace

float halfToFloat(std::uint16_t bits) {
    const std::uint32_t sign = static_cast<std::uint32_t>(bits & 0x8000U) << 16;
    const std::uint32_t exponent = (bits >> 10) & 0x1FU;
    const std::uint32_t mantissa = bits & 0x3FFU;
    if (exponent == 0x1F)
        return std::bit_cast<float>(sign | 0x7F800000U | (mantissa << 13));
    if (exponent != 0)
        return std::bit_cast<float>(sign | ((exponent + 112U) << 23) | (mantissa << 13));
    const float magnitude = static_cast<float>(mantissa) * 0x1.0p-24F;
    return sign ? -magnitude : magnitude;
}

std::uint16_t floatToHalf(float value) {
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits >> 16) & 0x8000U);
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    if (magnitude > 0x7F800000U)
        return sign | 0x7E00U;
    if (magnitude >= 0x477FF000U) // rounds to 65536 or more
        return sign | kHalfInfinity;
    if (magnitude < 0x38800000U) { // subnormal: let float addition round to the 2^-24 grid
        const float shifted = std::bit_cast<float>(magnitude) + 0.5F;
        return static_cast<std::uint16_t>(sign | (std::bit_cast<std::uint32_t>(shifted) - 0x3F000000U));
    }
    const std::uint32_t rounded = magnitude + 0xFFFU + ((magnitude >> 13) & 1U);
    return static_cast<std::uint16_t>(sign | ((rounded - 0x38000000U) >> 13));
}

float bfloat16ToFloat(std::uint16_t bits) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

void halfToFloat(std::span<const std::uint16_t> from, std::span<float> to) {
    assert(from.size() == to.size());
    std::size_t i = 0;
#if defined(__x86_64__)
    if (hasF16c())
        i = halfToFloatF16c(from, to.data());
#endif
    for (; i < from.size(); ++i)
        to[i] = halfToFloat(from[i]);
}

std::optional<std::size_t> floatToHalf(std::span<const float> from, std::span<std::uint16_t> to) {
    assert(from.size() == to.size());
    std::size_t i = 0;
#if defined(__x86_64__)
    if (hasF16c())
        i = floatToHalfF16c(from, to.data());
#endif
    for (; i < from.size(); ++i)
        to[i] = floatToHalf(from[i]);
    for (i = 0; i < to.size(); ++i)
        if (!isFiniteHalf(to[i]))
            return i;
    return std::nullopt;
}

} // namespace neuroscribe
