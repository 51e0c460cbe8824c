// NumPy arrays of two dimensions (format 1.0 to 3.0, C order, little-endian) as values in memory.
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

/// Each side of the array is below 2^32. Errors: NotFound, Io, Parse (header, value out of range, bytes after the end),
/// Truncated, Unsupported (dtype, order, rank), OutOfMemory; sizes are checked before allocating.
Result<Array2d<float>> readFloatNpy(const std::string& path);      ///< f4 or f8
Result<Array2d<std::int8_t>> readInt8Npy(const std::string& path); ///< i1, also u1/i2/i4/i8/bool with values in range
/// float32. The file appears whole or not at all. Errors: Io, DiskFull, ReadOnly.
Status writeNpy(const std::string& path, std::size_t rows, std::size_t columns, const float* values);

} // namespace neuroscribe::io
