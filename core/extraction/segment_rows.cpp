#include "core/extraction/segment_rows.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>

#include "core/base/float16.h"

namespace neuroscribe::extraction {
namespace {

template <class Value>
void transpose(const std::byte* fromBytes, std::byte* toBytes, std::size_t rows, std::size_t columns) {
    const auto* from = reinterpret_cast<const Value*>(fromBytes);
    auto* to = reinterpret_cast<Value*>(toBytes);
    constexpr std::size_t kTile = 64;
    for (std::size_t c0 = 0; c0 < columns; c0 += kTile) {
        const std::size_t c1 = std::min(columns, c0 + kTile);
        for (std::size_t r0 = 0; r0 < rows; r0 += kTile) {
            const std::size_t r1 = std::min(rows, r0 + kTile);
            for (std::size_t c = c0; c < c1; ++c)
                for (std::size_t r = r0; r < r1; ++r)
                    to[c * rows + r] = from[r * columns + c];
        }
    }
}

std::optional<std::size_t> copyFinite(std::span<const float> values, std::span<std::byte> bytes) {
    std::memcpy(bytes.data(), values.data(), values.size_bytes());
    bool finite = true;
    for (const float value : values)
        finite &= std::isfinite(value);
    if (finite)
        return std::nullopt;
    const auto bad = std::find_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); });
    return static_cast<std::size_t>(bad - values.begin());
}

} // namespace

SegmentRows::SegmentRows(const RowShape& shape) : m_shape(shape), m_bytes(shape.rowBytes() * shape.sentences) {}

std::span<std::byte> SegmentRows::row(std::uint32_t row) {
    return std::span(m_bytes).subspan(row * m_shape.rowBytes(), m_shape.rowBytes());
}

Status SegmentRows::storeRow(std::uint32_t r, std::span<const float> values) {
    const std::span<std::byte> bytes = row(r);
    const bool half = m_shape.dtype == store::DType::Float16;
    const std::optional<std::size_t> bad =
        half ? floatToHalf(values, {reinterpret_cast<std::uint16_t*>(bytes.data()), values.size()})
             : copyFinite(values, bytes);
    if (!bad)
        return {};
    const std::string where = "neuron " + std::to_string(*bad / m_shape.units) + "/" +
                              std::to_string(*bad % m_shape.units) + ", sentence " +
                              std::to_string(m_shape.firstSentence + r);
    if (!std::isfinite(values[*bad]))
        return Error{ErrorCode::NonFinite, where, "the activation is not a finite number",
                     "The model's weights may be damaged; try float32 arithmetic"};
    return Error{ErrorCode::Overflow, where, "the activation " + std::to_string(values[*bad]) + " does not fit float16",
                 "Store float32 instead"};
}

Status SegmentRows::store(std::span<const std::uint32_t> rows, std::span<const float> values) {
    const std::size_t neurons = m_shape.neurons();
    for (std::size_t i = 0; i < rows.size(); ++i)
        NS_TRY(storeRow(rows[i], values.subspan(i * neurons, neurons)));
    return {};
}

std::vector<std::byte> SegmentRows::neuronMajor() const {
    std::vector<std::byte> turned(m_bytes.size());
    if (m_shape.dtype == store::DType::Float16)
        transpose<std::uint16_t>(m_bytes.data(), turned.data(), m_shape.sentences, m_shape.neurons());
    else
        transpose<std::uint32_t>(m_bytes.data(), turned.data(), m_shape.sentences, m_shape.neurons());
    return turned;
}

} // namespace neuroscribe::extraction
