#include "core/heat/order.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace neuroscribe::heat {
namespace {

/// Larger first, undefined last; false for ties.
bool before(float a, float b) {
    if (std::isnan(a) || std::isnan(b))
        return !std::isnan(a) && std::isnan(b);
    return a > b;
}

constexpr std::uint32_t kNone = UINT32_MAX;

/// Column of the largest value, ties: lower column; kNone for a row without any number.
std::uint32_t strongest(std::span<const float> row) {
    std::uint32_t best = kNone;
    for (std::uint32_t c = 0; c < row.size(); ++c)
        if (!std::isnan(row[c]) && (best == kNone || row[c] > row[best]))
            best = c;
    return best;
}

std::vector<NeuronId> keptRows(std::uint32_t rows, std::span<const std::uint8_t> keep) {
    assert(keep.empty() || keep.size() == rows);
    std::vector<NeuronId> kept;
    for (std::uint32_t row = 0; row < rows; ++row)
        if (keep.empty() || keep[row])
            kept.push_back(NeuronId(row));
    return kept;
}

void sortByColumn(std::vector<NeuronId>& order, std::span<const float> values, std::uint32_t columns,
                  std::uint32_t column) {
    assert(column < columns);
    std::ranges::stable_sort(order, [&](NeuronId a, NeuronId b) {
        return before(values[static_cast<std::size_t>(a.value) * columns + column],
                      values[static_cast<std::size_t>(b.value) * columns + column]);
    });
}

/// The rows of one strongest column follow each other; the largest group comes first.
void seriate(std::vector<NeuronId>& order, std::span<const float> values, std::uint32_t rows, std::uint32_t columns) {
    std::vector<std::uint32_t> group(rows, kNone);
    std::vector<std::uint32_t> sizes(columns, 0);
    for (const NeuronId id : order) {
        group[id.value] = strongest(values.subspan(static_cast<std::size_t>(id.value) * columns, columns));
        if (group[id.value] != kNone)
            ++sizes[group[id.value]];
    }
    std::ranges::stable_sort(order, [&](NeuronId a, NeuronId b) {
        const std::uint32_t ga = group[a.value];
        const std::uint32_t gb = group[b.value];
        if (ga == kNone || gb == kNone)
            return ga != kNone && gb == kNone;
        if (ga != gb)
            return sizes[ga] != sizes[gb] ? sizes[ga] > sizes[gb] : ga < gb;
        return values[static_cast<std::size_t>(a.value) * columns + ga] >
               values[static_cast<std::size_t>(b.value) * columns + ga];
    });
}

} // namespace

std::vector<NeuronId> orderRows(std::span<const float> values, std::uint32_t rows, std::uint32_t columns,
                                RowOrder order, std::uint32_t descriptor, std::span<const std::uint8_t> keep) {
    assert(values.size() == static_cast<std::size_t>(rows) * columns);
    std::vector<NeuronId> result = keptRows(rows, keep); // ascending: stable sorts leave ties to the lower id
    switch (order) {
    case RowOrder::Layer:
        break;
    case RowOrder::Seriated:
        seriate(result, values, rows, columns);
        break;
    case RowOrder::ByDescriptor:
        sortByColumn(result, values, columns, descriptor);
        break;
    }
    return result;
}

std::vector<std::uint32_t> orderColumns(std::span<const float> values, std::uint32_t rows, std::uint32_t columns) {
    assert(values.size() == static_cast<std::size_t>(rows) * columns);
    std::vector<std::uint32_t> wins(columns, 0);
    for (std::size_t row = 0; row < rows; ++row)
        if (const std::uint32_t column = strongest(values.subspan(row * columns, columns)); column != kNone)
            ++wins[column];
    std::vector<std::uint32_t> order(columns);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return wins[a] > wins[b]; });
    return order;
}

} // namespace neuroscribe::heat
