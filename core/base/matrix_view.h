// A borrowed row-major matrix.
#pragma once

#include <cassert>
#include <cstddef>
#include <span>

namespace neuroscribe {

template <class T>
class MatrixView {
public:
    MatrixView() = default;
    /// data: rows * columns values, row-major, outlives the view.
    MatrixView(std::span<T> data, std::size_t rows, std::size_t columns)
        : m_data(data), m_rows(rows), m_columns(columns) {
        assert(data.size() == rows * columns);
    }

    std::size_t rows() const { return m_rows; }
    std::size_t columns() const { return m_columns; }
    std::span<T> data() const { return m_data; }
    std::span<T> row(std::size_t r) const { return m_data.subspan(r * m_columns, m_columns); }
    T& operator()(std::size_t r, std::size_t c) const { return m_data[r * m_columns + c]; }

private:
    std::span<T> m_data;
    std::size_t m_rows = 0;
    std::size_t m_columns = 0;
};

} // namespace neuroscribe
