// A segment while it is being computed: one row of stored values a sentence, in the stored number format.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/store/segment.h"

namespace neuroscribe::extraction {

struct RowShape {
    store::DType dtype = store::DType::Float16;
    std::uint32_t firstSentence = 0;
    std::uint32_t sentences = 0;
    std::uint32_t layers = 0;
    std::uint32_t units = 0;
    std::uint32_t neurons() const { return layers * units; }
    std::size_t rowBytes() const { return std::size_t{neurons()} * store::sizeOf(dtype); }
};

class SegmentRows {
public:
    explicit SegmentRows(const RowShape& shape);
    const RowShape& shape() const { return m_shape; }

    /// Converts a batch's output, [rows][neurons], and puts it in its places. Errors: NonFinite, Overflow (float16
    /// only), naming layer/unit and sentence.
    Status store(std::span<const std::uint32_t> rows, std::span<const float> values);
    std::span<std::byte> row(std::uint32_t row);
    /// [sentences][neurons] -> [neurons][sentences], in tiles that stay in the cache.
    std::vector<std::byte> neuronMajor() const;

private:
    Status storeRow(std::uint32_t row, std::span<const float> values);
    RowShape m_shape;
    std::vector<std::byte> m_bytes;
};

} // namespace neuroscribe::extraction
