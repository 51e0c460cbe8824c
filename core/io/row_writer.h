// Rows of named columns as CSV, JSON or JSON lines, into a file that appears whole or not at all.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/json_text.h"
#include "core/store/file.h"

namespace neuroscribe::io {

enum class RowFormat { Csv, List, Lines }; ///< List: one JSON array of objects; Lines: JSON lines

/// A text as a file that appears whole or not at all. Errors: Io, DiskFull, ReadOnly.
Status writeWhole(const std::string& path, const std::string& text);

class RowWriter {
public:
    /// Errors: Io, DiskFull, ReadOnly.
    static Result<RowWriter> create(const std::string& path, RowFormat format, std::vector<std::string> columns);
    /// One value a column; null is undefined: empty in CSV. Errors: Io, DiskFull.
    Status add(const std::vector<Json>& values);
    Status finish();
    std::size_t rows() const { return m_rows; }

private:
    RowWriter(store::PartFile file, RowFormat format, std::vector<std::string> columns)
        : m_file(std::move(file)), m_format(format), m_columns(std::move(columns)) {}
    Status flush();

    store::PartFile m_file;
    RowFormat m_format;
    std::vector<std::string> m_columns;
    std::string m_buffer;
    std::uint64_t m_offset = 0;
    std::size_t m_rows = 0;
};

} // namespace neuroscribe::io
