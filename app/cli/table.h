// A table for people: aligned columns, numbers to the right.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace neuroscribe::cli {

enum class Align { Left, Right };

struct Column {
    std::string header;
    Align align = Align::Left;
};

class Table {
public:
    explicit Table(std::vector<Column> columns);
    /// One cell per column.
    void add(std::vector<std::string> cells);
    bool empty() const { return m_rows.empty(); }
    std::string text() const;
    void print() const; ///< to stdout

private:
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace neuroscribe::cli
