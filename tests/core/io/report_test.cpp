#include "core/io/report.h"

#include "tests/core/io/made_figures.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::test;

namespace {

io::Report made(const std::string& text) {
    io::Report report;
    report.title = report.subtitle = report.footer = text;
    io::ReportSection section;
    section.title = text;
    section.paragraphs = {text};
    section.facts = {{text, text}};
    section.figures = {matrix(), gappedLines()};
    section.figures[0].title = section.figures[0].caption = text;
    section.figures[0].matrix->rowNames[0] = section.figures[0].matrix->columnNames[0] = text;
    using Kind = io::ReportColumn::Kind;
    section.tables = {
        {text, {{text, Kind::Text}, {"f", Kind::Share}, {"q", Kind::Small}}, {{text, 0.256, kGap}}, text}};
    report.sections = {section, section};
    return report;
}

bool has(const std::string& html, const std::string& text) {
    return html.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("no text of a report can become markup, a script or a request") {
    const std::string html = io::reportHtml(made("</td><script>alert(1)</script><img src='http://x/y'>\" onload=\"z"));
    for (const char* part : {"<script", "<img", "\" onload", " src=\"", "href=\"http", "url(", "@import", "<link"})
        REQUIRE_FALSE(has(html, part));
    REQUIRE(has(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    REQUIRE(has(html, "default-src 'none'"));
}

TEST_CASE("a report has each section once, reachable from the top, with its figures, their twins and its tables") {
    const std::string html = io::reportHtml(made("Tags"));
    REQUIRE(html.starts_with("<!DOCTYPE html>"));
    REQUIRE(html.ends_with("</html>\n"));
    for (const char* part : {"<a href=\"#s1\">Tags</a>", "<section id=\"s1\">", "<summary>Values as a table</summary>",
                             "<td class=\"n\">0.26</td><td class=\"n\">undefined</td>", "prefers-color-scheme: dark"})
        REQUIRE(has(html, part));
    std::size_t drawings = 0;
    for (std::size_t at = html.find("<svg xmlns"); at != std::string::npos; at = html.find("<svg xmlns", at + 1))
        ++drawings;
    REQUIRE(drawings == 4);
    REQUIRE(has(html, "<dt>Tags</dt><dd>Tags</dd>"));
}

TEST_CASE("a long table twin is cut in the page, and the page says by how much") {
    io::Report report = made("x");
    io::FigureTable table{{"a"}, {}};
    for (std::size_t row = 0; row < io::kTwinRows + 7; ++row)
        table.rows.push_back({static_cast<double>(row)});
    report.sections[0].figures[0].table = table;
    REQUIRE(has(io::reportHtml(report), "7 more rows are in the CSV of this figure"));
}

TEST_CASE("a table twin tells counts to the last digit") {
    io::Report report = made("x");
    report.sections[0].figures[0].table = io::FigureTable{{"neither", "phi"}, {{81234.0, -0.123456}}};
    REQUIRE(has(io::reportHtml(report), "<td class=\"n\">81234</td><td class=\"n\">-0.1235</td>"));
}

TEST_CASE("an empty report is a document") {
    REQUIRE(io::reportHtml({}).ends_with("</html>\n"));
}
