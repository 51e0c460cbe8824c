#include "core/tagging/row_sums.h"

#include <cstddef>

#if defined(__x86_64__) && defined(__GNUC__)
#define NEUROSCRIBE_AVX2 1
#include <immintrin.h>
#else
#define NEUROSCRIBE_AVX2 0
#endif

namespace neuroscribe::tagging {

void addRowsPlain(const std::uint8_t* rows, std::uint32_t stride, std::span<const std::uint32_t> positions,
                  std::uint32_t* sums) {
    for (const std::uint32_t position : positions) {
        const std::uint8_t* row = rows + static_cast<std::size_t>(position) * stride;
        for (std::uint32_t c = 0; c < stride; ++c)
            sums[c] += row[c];
    }
}

#if NEUROSCRIBE_AVX2
namespace {

/// Adds 32 byte sums to 32 counts.
__attribute__((target("avx2"))) void widen(__m256i bytes, std::uint32_t* sums) {
    alignas(32) std::uint8_t parts[32];
    _mm256_store_si256(reinterpret_cast<__m256i*>(parts), bytes);
    for (int i = 0; i < 4; ++i) {
        auto* place = reinterpret_cast<__m256i*>(sums + 8 * i);
        const __m128i eight = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(parts + 8 * i));
        _mm256_storeu_si256(place, _mm256_add_epi32(_mm256_loadu_si256(place), _mm256_cvtepu8_epi32(eight)));
    }
}

/// Registers * 32 columns in one pass over the positions: sums stay in registers, a row's cache line is used whole.
template <int Registers>
__attribute__((target("avx2"))) void pass(const std::uint8_t* rows, std::uint32_t stride,
                                          std::span<const std::uint32_t> positions, std::uint32_t* sums) {
    __m256i total[Registers];
    for (auto& sum : total)
        sum = _mm256_setzero_si256();
    for (const std::uint32_t position : positions) {
        const std::uint8_t* row = rows + static_cast<std::size_t>(position) * stride;
        for (int r = 0; r < Registers; ++r)
            total[r] = _mm256_add_epi8(total[r], _mm256_loadu_si256(reinterpret_cast<const __m256i*>(row + 32 * r)));
    }
    for (int r = 0; r < Registers; ++r)
        widen(total[r], sums + 32 * r);
}

__attribute__((target("avx2"))) void addRowsAvx2(const std::uint8_t* rows, std::uint32_t stride,
                                                 std::span<const std::uint32_t> positions, std::uint32_t* sums) {
    std::uint32_t c = 0;
    for (; c + 128 <= stride; c += 128)
        pass<4>(rows + c, stride, positions, sums + c);
    for (; c + 64 <= stride; c += 64)
        pass<2>(rows + c, stride, positions, sums + c);
    for (; c < stride; c += 32)
        pass<1>(rows + c, stride, positions, sums + c);
}

} // namespace
#endif

AddRows fastestAddRows() {
#if NEUROSCRIBE_AVX2
    static const bool kHasAvx2 = __builtin_cpu_supports("avx2");
    if (kHasAvx2)
        return addRowsAvx2;
#endif
    return addRowsPlain;
}

} // namespace neuroscribe::tagging
