// NumPy arrays (format 1.0 and 2.0, C order): float32, int8, int64.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::io {

template <class T>
struct Array2d {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<T> values; ///< row-major
};

/// Errors: NotFound, Parse, Truncated, Unsupported (dtype, order, rank); sizes are checked before allocating.
Result<Array2d<float>> readFloatNpy(const std::string& path);      ///< f4 or f8
Result<Array2d<std::int8_t>> readInt8Npy(const std::string& path); ///< i1, also i2/i4/i8/bool with values in range
Status writeNpy(const std::string& path, std::size_t rows, std::size_t columns, const float* values);

} // namespace neuroscribe::io
