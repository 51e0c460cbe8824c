#include "core/io/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/base/number_text.h"
#include "core/io/figure_svg.h"
#include "core/io/figure_table.h"
#include "core/io/report_style.h"
#include "core/io/xml_text.h"

namespace neuroscribe::io {
namespace {

using Kind = ReportColumn::Kind;

constexpr double kFigureWidth = 1000, kFigureHeight = 460;
constexpr double kNamedCell = 17; ///< of a matrix whose rows have names

std::string element(const char* name, const std::string& text, const char* attributes = "") {
    return std::string("<") + name + attributes + ">" + xmlText(text) + "</" + name + ">";
}

std::string formatted(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string numberText(Kind kind, double value) {
    if (std::isnan(value))
        return "undefined";
    switch (kind) {
    case Kind::Count:
        return groupedCount(static_cast<std::uint64_t>(value), ",");
    case Kind::Share:
        return fixedNumber(value, 2);
    case Kind::Rate:
        return fixedNumber(value, 3);
    case Kind::Factor:
        return fixedNumber(value, 1);
    case Kind::Small:
        return value == 0 ? "< 1e-300" : formatted("%.2g", value);
    case Kind::Text: // a twin's numbers are of any kind
        break;
    }
    return std::abs(value) < 1e15 && value == std::floor(value) ? fixedNumber(value, 0) : formatted("%.4g", value);
}

std::string cellHtml(Kind kind, const FigureCell& cell) {
    if (const auto* number = std::get_if<double>(&cell))
        return element("td", numberText(kind, *number), " class=\"n\"");
    return element("td", std::get<std::string>(cell));
}

std::string tableHtml(const std::vector<ReportColumn>& columns, const std::vector<std::vector<FigureCell>>& rows,
                      std::size_t most) {
    std::string html = "<div class=\"scroll\"><table><thead><tr>";
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const bool number = !rows.empty() && std::holds_alternative<double>(rows[0][c]);
        html += element("th", columns[c].name, number ? " class=\"n\" scope=\"col\"" : " scope=\"col\"");
    }
    html += "</tr></thead><tbody>\n";
    for (std::size_t r = 0; r < std::min(rows.size(), most); ++r) {
        html += "<tr>";
        for (std::size_t c = 0; c < columns.size(); ++c)
            html += cellHtml(columns[c].kind, rows[r][c]);
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
}

std::string twinHtml(const Figure& figure) {
    const FigureTable table = figureTable(figure);
    std::vector<ReportColumn> columns;
    for (const std::string& name : table.columns)
        columns.push_back({name, Kind::Text});
    std::string html = "<details><summary>Values as a table</summary>\n" + tableHtml(columns, table.rows, kTwinRows);
    if (table.rows.size() > kTwinRows)
        html += element("p", std::to_string(table.rows.size() - kTwinRows) + " more rows are in the CSV of this figure",
                        " class=\"muted\"");
    return html + "</details>\n";
}

SceneStyle styleOf(const Figure& figure) {
    SceneStyle style = paperStyle();
    style.width = kFigureWidth;
    style.height = kFigureHeight;
    if (figure.matrix && !figure.matrix->isLandscape()) // every name is to be read, as far as a page goes
        style.height = std::clamp(static_cast<double>(figure.matrix->rows()) * kNamedCell + 260, kFigureHeight, 900.0);
    return style;
}

std::string sectionHtml(const ReportSection& section, std::size_t number) {
    std::string html = "<section id=\"s" + std::to_string(number) + "\">\n" + element("h2", section.title) + "\n";
    for (const std::string& text : section.paragraphs)
        html += element("p", text) + "\n";
    if (!section.facts.empty()) {
        html += "<dl>\n";
        for (const auto& [name, value] : section.facts)
            html += element("dt", name) + element("dd", value) + "\n";
        html += "</dl>\n";
    }
    for (const Figure& figure : section.figures)
        html += "<figure>\n" + figureSvg(figure, styleOf(figure)) + "</figure>\n" + twinHtml(figure);
    for (const ReportTable& table : section.tables) {
        html += element("h3", table.title) + "\n" + tableHtml(table.columns, table.rows, table.rows.size());
        if (!table.note.empty())
            html += element("p", table.note, " class=\"muted\"") + "\n";
    }
    return html + "</section>\n";
}

} // namespace

std::string reportHtml(const Report& report) {
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
        element("title", report.title) + "\n<style>" + kReportStyle + "</style>\n</head>\n<body>\n<main>\n" +
        element("h1", report.title) + "\n" + element("p", report.subtitle, " class=\"muted\"") + "\n<nav>";
    for (std::size_t i = 0; i < report.sections.size(); ++i)
        html += "<a href=\"#s" + std::to_string(i) + "\">" + xmlText(report.sections[i].title) + "</a>\n";
    html += "</nav>\n";
    for (std::size_t i = 0; i < report.sections.size(); ++i)
        html += sectionHtml(report.sections[i], i);
    return html + element("footer", report.footer) + "\n</main>\n</body>\n</html>\n";
}

} // namespace neuroscribe::io
