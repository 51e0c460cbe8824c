#include "app/cli/table.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <utility>

namespace neuroscribe::cli {
namespace {

/// Code points, which is near enough to columns for names in Latin script.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

Table::Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

void Table::add(std::vector<std::string> cells) {
    assert(cells.size() == m_columns.size());
    m_rows.push_back(std::move(cells));
}

std::string Table::text() const {
    std::vector<std::size_t> widths;
    std::vector<std::string> headers;
    for (const Column& column : m_columns) {
        headers.push_back(column.header);
        widths.push_back(widthOf(column.header));
    }
    for (const auto& row : m_rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], widthOf(row[c]));
    std::string text = line(headers, widths);
    for (const auto& row : m_rows)
        text += line(row, widths);
    return text;
}

void Table::print() const {
    std::fputs(text().c_str(), stdout);
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::string text;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::string padding(widths[c] - widthOf(cells[c]), ' ');
        text += c ? "  " : "";
        text += m_columns[c].align == Align::Right ? padding + cells[c] : cells[c] + padding;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
}

} // namespace neuroscribe::cli
