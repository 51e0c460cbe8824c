// A report as a value, and as one HTML file that a person can send: no script, nothing from outside, light and dark.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/io/figure.h"

namespace neuroscribe::io {

struct ReportColumn {
    enum class Kind : std::uint8_t {
        Text,
        Count,  ///< whole, not negative
        Share,  ///< two decimals
        Rate,   ///< three decimals: of rare things
        Factor, ///< one decimal
        Small   ///< two significant digits: p, q
    };
    std::string name;
    Kind kind = Kind::Text;
};

struct ReportTable {
    std::string title;
    std::vector<ReportColumn> columns;
    std::vector<std::vector<FigureCell>> rows; ///< each as long as columns; not a number: "undefined"
    std::string note;                          ///< what was left out
};

struct ReportSection {
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<std::pair<std::string, std::string>> facts; ///< name and value
    std::vector<Figure> figures;                            ///< each with its table twin folded under it
    std::vector<ReportTable> tables;
};

struct Report {
    std::string title;
    std::string subtitle;
    std::vector<ReportSection> sections;
    std::string footer;
};

/// Rows of a folded table twin beyond this are left to the CSV; the page says so.
inline constexpr std::size_t kTwinRows = 1000;

/// HTML 5, UTF-8. Every text is escaped; a content policy forbids scripts and requests besides.
std::string reportHtml(const Report& report);

} // namespace neuroscribe::io
