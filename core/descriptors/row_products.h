// Dot products of many rows with many in float32: blocks small enough for the cache, and the large ones found in them.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/descriptors/unit_rows.h"
#include "core/nn/aligned_buffer.h"

namespace neuroscribe::descriptors {

/// Rows multiplied together: whole tiles and panels of every set of kernels, whole words of 64 bits.
inline constexpr std::uint32_t kStripRows = 192;
/// Columns computed before their products are looked at: with the strip they fit in the L2 cache.
inline constexpr std::uint32_t kSpanColumns = 512;

/// Room for one block; each thread has its own.
struct ProductRoom {
    nn::AlignedBuffer products, scratch;
};

/// Products of the rows of a strip with `columns` packed rows. Lives as long as its room is not used again.
struct ProductBlock {
    const float* values;
    std::size_t stride;
    std::uint32_t columns;
    const float* row(std::uint32_t row) const { return values + row * stride; }
};

/// Rows as the right side of products. The constructors and multiply() throw std::bad_alloc.
class PackedRows {
public:
    explicit PackedRows(const UnitRows& rows);
    PackedRows(const UnitRows& rows, std::span<const std::uint32_t> which);

    std::uint32_t size() const { return m_size; }
    /// left: [rows][dimension], at most kStripRows; from: a multiple of 64. The block ends after kSpanColumns columns
    /// or with the last packed row.
    ProductBlock multiply(const float* left, std::uint32_t rows, std::uint32_t from, ProductRoom& room) const;

private:
    void pack(std::uint32_t first, std::uint32_t count, const float* rows);

    std::size_t m_dimension;
    std::uint32_t m_size;
    nn::AlignedBuffer m_packed;
};

/// Calls visit(index, value) for the values that are at least `lowest`, in index order. Most groups have none.
template <class Visit>
void forValuesAtLeast(std::span<const float> values, float lowest, Visit visit) {
    constexpr std::size_t kGroup = 32;
    for (std::size_t first = 0; first < values.size(); first += kGroup) {
        const float* group = values.data() + first;
        const std::size_t count = std::min(kGroup, values.size() - first);
        if (count == kGroup) {
            int any = 0;
            for (std::size_t i = 0; i < kGroup; ++i)
                any |= group[i] >= lowest;
            if (!any)
                continue;
        }
        std::array<std::uint8_t, kGroup> found; // without a branch that guesses wrong half of the time
        std::size_t finds = 0;
        for (std::size_t i = 0; i < count; ++i) {
            found[finds] = static_cast<std::uint8_t>(i);
            finds += group[i] >= lowest;
        }
        for (std::size_t f = 0; f < finds; ++f)
            visit(static_cast<std::uint32_t>(first + found[f]), group[found[f]]);
    }
}

} // namespace neuroscribe::descriptors
