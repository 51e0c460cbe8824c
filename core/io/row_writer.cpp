#include "core/io/row_writer.h"

#include <cassert>
#include <span>

namespace neuroscribe::io {
namespace {

constexpr std::size_t kFlushBytes = std::size_t{1} << 20;

std::string csvText(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvCell(const Json& value) {
    if (value.is_null())
        return "";
    return value.is_string() ? csvText(value.get<std::string>()) : jsonText(value);
}

template <class Cells, class Text>
std::string csvLine(const Cells& cells, Text text) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i ? "," : "") + text(cells[i]);
    return line + '\n';
}

} // namespace

Status writeWhole(const std::string& path, const std::string& text) {
    NS_ASSIGN(store::PartFile file, store::PartFile::create(path));
    NS_TRY(file.file().writeAt(0, std::as_bytes(std::span(text))));
    return file.commit();
}

Result<RowWriter> RowWriter::create(const std::string& path, RowFormat format, std::vector<std::string> columns) {
    NS_ASSIGN(store::PartFile file, store::PartFile::create(path));
    RowWriter writer(std::move(file), format, std::move(columns));
    if (format == RowFormat::Csv)
        writer.m_buffer = csvLine(writer.m_columns, csvText);
    else if (format == RowFormat::List)
        writer.m_buffer = "[";
    return writer;
}

Status RowWriter::add(const std::vector<Json>& values) {
    assert(values.size() == m_columns.size());
    if (m_format == RowFormat::Csv) {
        m_buffer += csvLine(values, csvCell);
    } else {
        Json row = Json::object();
        for (std::size_t i = 0; i < values.size(); ++i)
            row[m_columns[i]] = values[i];
        const bool list = m_format == RowFormat::List;
        m_buffer += (list && m_rows ? ",\n" : "") + jsonText(row) + (list ? "" : "\n");
    }
    ++m_rows;
    return m_buffer.size() < kFlushBytes ? Status() : flush();
}

Status RowWriter::finish() {
    if (m_format == RowFormat::List)
        m_buffer += "]\n";
    NS_TRY(flush());
    return m_file.commit();
}

Status RowWriter::flush() {
    NS_TRY(m_file.file().writeAt(m_offset, std::as_bytes(std::span(m_buffer))));
    m_offset += m_buffer.size();
    m_buffer.clear();
    return {};
}

} // namespace neuroscribe::io
