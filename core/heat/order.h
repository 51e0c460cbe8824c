// Row order of the heat map as a permutation of neurons.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/ids.h"

namespace neuroscribe::heat {

enum class RowOrder : std::uint8_t {
    Layer,       ///< neuron id
    Seriated,    ///< similar rows together: by strongest descriptor (largest group first), then by its value descending
    ByDescriptor ///< by the value of one descriptor, descending
};

/// values: [rows][columns], NaN = undefined (sorts last). Ties: lower id. keep: rows to show (empty = all).
std::vector<NeuronId> orderRows(std::span<const float> values, std::uint32_t rows, std::uint32_t columns,
                                RowOrder order, std::uint32_t descriptor, std::span<const std::uint8_t> keep);
/// Columns by number of rows whose maximum they are, descending; ties: lower index.
std::vector<std::uint32_t> orderColumns(std::span<const float> values, std::uint32_t rows, std::uint32_t columns);

} // namespace neuroscribe::heat
