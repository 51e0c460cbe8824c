#include "core/io/figure_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace neuroscribe::io {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

std::vector<double> everyX(const Figure& figure) {
    std::vector<double> all;
    for (const FigureSeries& series : figure.series)
        all.insert(all.end(), series.x.begin(), series.x.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// One column of the twin: a list of values of a series, by its x.
struct Part {
    std::string name;
    const FigureSeries* series;
    const std::vector<double>* values;
};

std::vector<Part> partsOf(const Figure& figure) {
    std::vector<Part> parts;
    for (const FigureSeries& series : figure.series) {
        const std::string& name = series.name.empty() ? figure.y.label : series.name;
        if (!series.y.empty())
            parts.push_back({name, &series, &series.y});
        if (!series.low.empty()) {
            parts.push_back({name + " low", &series, &series.low});
            parts.push_back({name + " high", &series, &series.high});
        }
    }
    return parts;
}

double valueAt(const Part& part, double x) {
    const auto& xs = part.series->x;
    const auto found = std::lower_bound(xs.begin(), xs.end(), x);
    if (found == xs.end() || *found != x)
        return kUndefined;
    return (*part.values)[static_cast<std::size_t>(found - xs.begin())];
}

FigureTable seriesTable(const Figure& figure) {
    const std::vector<Part> parts = partsOf(figure);
    FigureTable table;
    table.columns.push_back(figure.x.label.empty() ? "x" : figure.x.label);
    for (const Part& part : parts)
        table.columns.push_back(part.name);
    for (const double x : everyX(figure)) {
        std::vector<FigureCell> row{x};
        for (const Part& part : parts)
            row.emplace_back(valueAt(part, x));
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable matrixTable(const FigureMatrix& matrix) {
    FigureTable table;
    table.columns.push_back(matrix.valueName);
    table.columns.insert(table.columns.end(), matrix.columnNames.begin(), matrix.columnNames.end());
    for (std::size_t r = 0; r < matrix.rows(); ++r) {
        std::vector<FigureCell> row{matrix.rowNames[r]};
        for (std::size_t c = 0; c < matrix.columns(); ++c)
            row.emplace_back(static_cast<double>(matrix.at(r, c)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable landscapeTable(const Figure& figure) {
    const FigureMatrix& matrix = *figure.matrix;
    FigureTable table{{figure.x.label, figure.y.label, matrix.valueName}, {}};
    for (std::size_t r = 0; r < matrix.rows(); ++r)
        for (std::size_t c = 0; c < matrix.columns(); ++c)
            table.rows.push_back({matrix.columnValues[c], matrix.rowValues[r], static_cast<double>(matrix.at(r, c))});
    return table;
}

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos && !text.starts_with('#'))
        return text;
    std::string safe = "\"";
    for (const char c : text)
        safe += c == '"' ? std::string("\"\"") : std::string(1, c);
    return safe + '"';
}

std::string cellText(const FigureCell& cell) {
    if (const auto* number = std::get_if<double>(&cell))
        return plainNumber(*number);
    return quoted(std::get<std::string>(cell));
}

std::string comment(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text.empty() ? text : "# " + text + "\n";
}

} // namespace

FigureTable figureTable(const Figure& figure) {
    if (figure.table)
        return *figure.table;
    if (!figure.matrix)
        return seriesTable(figure);
    return figure.matrix->isLandscape() ? landscapeTable(figure) : matrixTable(*figure.matrix);
}

std::string plainNumber(double value) {
    if (std::isnan(value))
        return {};
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string figureCsv(const Figure& figure) {
    std::string csv = comment(figure.title) + comment(figure.caption) + comment(parameterText(figure));
    for (const std::string& note : figure.notes)
        csv += comment(note);
    const FigureTable table = figureTable(figure);
    for (std::size_t c = 0; c < table.columns.size(); ++c)
        csv += (c == 0 ? "" : ",") + quoted(table.columns[c]);
    csv += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c)
            csv += (c == 0 ? "" : ",") + cellText(row[c]);
        csv += '\n';
    }
    return csv;
}

} // namespace neuroscribe::io
