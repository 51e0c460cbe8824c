#include "core/descriptors/row_products.h"

#include <algorithm>
#include <vector>

#include "core/base/parallel.h"
#include "core/nn/kernels/kernels.h"

namespace neuroscribe::descriptors {
namespace {

constexpr std::size_t kPackGrain = 16; // panels

} // namespace

PackedRows::PackedRows(const UnitRows& rows) : m_dimension(rows.dimension()), m_size(rows.size()) {
    const std::size_t panel = nn::kernels().panel;
    m_packed.reserve(nn::roundUp(m_size, panel) * m_dimension);
    parallelFor(m_size, kPackGrain * panel, [&](std::size_t begin, std::size_t end) {
        const auto first = static_cast<std::uint32_t>(begin);
        pack(first, static_cast<std::uint32_t>(end - begin), rows.row(first));
    });
}

PackedRows::PackedRows(const UnitRows& rows, std::span<const std::uint32_t> which)
    : m_dimension(rows.dimension()), m_size(static_cast<std::uint32_t>(which.size())) {
    const std::size_t panel = nn::kernels().panel;
    m_packed.reserve(nn::roundUp(m_size, panel) * m_dimension);
    std::vector<float> gathered(panel * m_dimension);
    for (std::uint32_t first = 0; first < m_size; first += static_cast<std::uint32_t>(panel)) {
        const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(panel, m_size - first));
        for (std::uint32_t i = 0; i < count; ++i)
            std::copy_n(rows.row(which[first + i]), m_dimension, gathered.data() + i * m_dimension);
        pack(first, count, gathered.data());
    }
}

void PackedRows::pack(std::uint32_t first, std::uint32_t count, const float* rows) {
    nn::packWeights(rows, count, m_dimension, nn::kernels().panel, m_packed.data() + first * m_dimension);
}

ProductBlock PackedRows::multiply(const float* left, std::uint32_t rows, std::uint32_t from, ProductRoom& room) const {
    const nn::Kernels& set = nn::kernels();
    const std::uint32_t columns = std::min(kSpanColumns, m_size - from);
    const std::size_t padded = nn::roundUp(columns, set.panel);
    room.products.reserve(nn::roundUp(kStripRows, set.tileRows) * kSpanColumns);
    room.scratch.reserve(nn::productScratch());
    set.product({left, m_dimension, rows, m_dimension, m_packed.data() + from * m_dimension, padded,
                 room.products.data(), padded, nullptr, nn::Activation::Relu, room.scratch.data()});
    return {room.products.data(), padded, columns};
}

} // namespace neuroscribe::descriptors
