// A NumPy file written row by row: arrays larger than memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/store/file.h"

namespace neuroscribe::io {

enum class NpyType : std::uint8_t { Float32, Int8, Int64 };

/// Format 1.0, C order, little-endian. The file appears whole at finish() or not at all.
class NpyWriter {
public:
    /// Errors: Io, DiskFull, ReadOnly.
    static Result<NpyWriter> create(const std::string& path, NpyType type, std::size_t rows, std::size_t columns);
    /// The next values in row-major order, as their bytes. Errors: Io, DiskFull.
    Status append(std::span<const std::byte> values);
    /// Errors: Mismatch when more or fewer values were appended than rows * columns; Io, DiskFull.
    Status finish();

private:
    NpyWriter(store::PartFile file, std::uint64_t offset, std::uint64_t end)
        : m_file(std::move(file)), m_offset(offset), m_end(end) {}

    store::PartFile m_file;
    std::uint64_t m_offset;
    std::uint64_t m_end;
};

} // namespace neuroscribe::io
