#include "core/io/heat_svg.h"

#include <algorithm>
#include <cstdio>

#include "core/io/xml_text.h"

namespace neuroscribe::io {
namespace {

constexpr double kCellWidth = 24;
constexpr double kMargin = 16;
constexpr double kTitleHeight = 28;
constexpr double kLetterWidth = 6.5;
constexpr double kScaleWidth = 160;
constexpr double kScaleHeight = 12;
constexpr int kScaleSteps = 64;
constexpr double kLegendHeight = 16;
constexpr double kLegendStep = 110; ///< from one mark to the next

struct Layout {
    double left = 0, top = 0; ///< of the cells
    double cellHeight = 1;
    std::uint32_t bands = 0;
    bool namedRows = false;
    bool marked = false;
    double width = 0, height = 0;
};

std::string color(std::uint32_t argb) {
    char text[16];
    std::snprintf(text, sizeof text, "#%06x", argb & 0xFFFFFFU);
    return text;
}

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

std::string rectangle(double x, double y, double width, double height, std::uint32_t argb) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\"" +
           number(height) + "\" fill=\"" + color(argb) + "\"/>\n";
}

std::string label(double x, double y, const std::string& text, const std::string& attributes) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + attributes + ">" + xmlText(text) + "</text>\n";
}

std::size_t longest(const std::vector<std::string>& names) {
    std::size_t length = 0;
    for (const std::string& name : names)
        length = std::max(length, name.size());
    return length;
}

Layout layOut(const HeatDrawing& drawing) {
    Layout layout;
    const std::size_t rows = drawing.rowOrder.size();
    layout.namedRows = rows <= kNamedRows;
    layout.marked = layout.namedRows && !drawing.marks.empty();
    layout.bands = static_cast<std::uint32_t>(std::min<std::size_t>(rows, kMaxBands));
    layout.cellHeight = layout.namedRows ? 11 : 1;
    const double rowNames = layout.namedRows ? static_cast<double>(longest(drawing.rowNames)) * kLetterWidth : 0.0;
    layout.left = kMargin + rowNames;
    layout.top = kMargin + kTitleHeight + static_cast<double>(longest(drawing.columnNames)) * kLetterWidth;
    layout.width = layout.left + kMargin +
                   std::max(static_cast<double>(drawing.columnOrder.size()) * kCellWidth, kScaleWidth + 80);
    layout.height = layout.top + layout.bands * layout.cellHeight + 2 * kMargin + 2 * kScaleHeight +
                    (layout.marked ? kLegendHeight : 0.0);
    return layout;
}

std::vector<std::uint32_t> bandColors(const HeatDrawing& drawing, const Layout& layout) {
    heat::RasterRequest request;
    request.values = drawing.values;
    request.columns = static_cast<std::uint32_t>(drawing.columnNames.size());
    request.rowOrder = drawing.rowOrder;
    request.columnOrder = drawing.columnOrder;
    request.lastRow = static_cast<double>(drawing.rowOrder.size());
    request.lastColumn = static_cast<double>(drawing.columnOrder.size());
    request.width = static_cast<std::uint32_t>(drawing.columnOrder.size());
    request.height = layout.bands;
    request.keepMinimum = drawing.keepMinimum;
    request.scale = drawing.scale;
    return heat::rasterize(request);
}

/// One rectangle for a run of bands of one colour: keeps large drawings small.
std::string cells(const HeatDrawing& drawing, const Layout& layout) {
    const std::vector<std::uint32_t> colors = bandColors(drawing, layout);
    const std::size_t columns = drawing.columnOrder.size();
    std::string text;
    for (std::size_t c = 0; c < columns; ++c)
        for (std::uint32_t band = 0; band < layout.bands;) {
            const std::uint32_t argb = colors[band * columns + c];
            std::uint32_t end = band + 1;
            while (end < layout.bands && colors[end * columns + c] == argb)
                ++end;
            text += rectangle(layout.left + static_cast<double>(c) * kCellWidth, layout.top + band * layout.cellHeight,
                              kCellWidth, (end - band) * layout.cellHeight, argb);
            band = end;
        }
    return text;
}

/// A black disc in a white ring is solid, a white one in a black ring hollow: seen on every colour.
std::string markAt(double x, double y, tagging::TagMark mark) {
    const bool solid = mark == tagging::TagMark::Solid;
    const char* look = solid ? "fill=\"black\" stroke=\"white\"" : "fill=\"white\" stroke=\"black\"";
    const std::string place = "cx=\"" + number(x) + "\" cy=\"" + number(y) + "\"";
    std::string text;
    if (!solid) // the ring has an edge of the other tone
        text = "<circle " + place + " r=\"4.2\" fill=\"white\"/>\n";
    return text + "<circle class=\"" + (solid ? "solid" : "hollow") + "\" " + place + " r=\"3\" " + look + "/>\n";
}

std::string marks(const HeatDrawing& drawing, const Layout& layout) {
    std::string text;
    const std::size_t columns = drawing.columnNames.size();
    for (std::size_t r = 0; r < drawing.rowOrder.size(); ++r)
        for (std::size_t c = 0; c < drawing.columnOrder.size(); ++c) {
            const auto mark = drawing.marks[drawing.rowOrder[r].value * columns + drawing.columnOrder[c]];
            if (mark != tagging::TagMark::None)
                text += markAt(layout.left + (static_cast<double>(c) + 0.5) * kCellWidth,
                               layout.top + (static_cast<double>(r) + 0.5) * layout.cellHeight, mark);
        }
    return text;
}

/// What the two marks mean, under the cells.
std::string legend(const HeatDrawing& drawing, const Layout& layout) {
    const double y = layout.height - kMargin - kLegendHeight / 2;
    return markAt(layout.left + 5, y, tagging::TagMark::Solid) +
           label(layout.left + 14, y + 3, "tag, q < " + number(drawing.alpha), "") +
           markAt(layout.left + kLegendStep + 5, y, tagging::TagMark::Hollow) +
           label(layout.left + kLegendStep + 14, y + 3, "tag, q not below", "");
}

std::string names(const HeatDrawing& drawing, const Layout& layout) {
    std::string text;
    for (std::size_t c = 0; c < drawing.columnOrder.size(); ++c) {
        const double x = layout.left + (static_cast<double>(c) + 0.6) * kCellWidth;
        text += label(x, layout.top - 4, drawing.columnNames[drawing.columnOrder[c]],
                      "transform=\"rotate(-90 " + number(x) + " " + number(layout.top - 4) + ")\"");
    }
    if (!layout.namedRows)
        return text;
    for (std::size_t r = 0; r < drawing.rowOrder.size(); ++r)
        text += label(layout.left - 4, layout.top + (static_cast<double>(r) + 0.85) * layout.cellHeight,
                      drawing.rowNames[drawing.rowOrder[r].value], "text-anchor=\"end\"");
    return text;
}

std::string scale(const HeatDrawing& drawing, const Layout& layout) {
    const double y = layout.height - kMargin - kScaleHeight - (layout.marked ? kLegendHeight : 0.0);
    std::string text;
    for (int i = 0; i < kScaleSteps; ++i) {
        const double share = (i + 0.5) / kScaleSteps;
        const double value = drawing.scale.low + share * (drawing.scale.high - drawing.scale.low);
        text += rectangle(layout.left + i * kScaleWidth / kScaleSteps, y, kScaleWidth / kScaleSteps, kScaleHeight,
                          heat::colorOf(drawing.scale, static_cast<float>(value)));
    }
    text += label(layout.left, y - 3, number(drawing.scale.low), "");
    text += label(layout.left + kScaleWidth, y - 3, number(drawing.scale.high), "text-anchor=\"end\"");
    return text + label(layout.left + kScaleWidth + 8, y + kScaleHeight - 2, drawing.valueName, "");
}

} // namespace

std::string heatMapSvg(const HeatDrawing& drawing) {
    const Layout layout = layOut(drawing);
    const std::string size = "width=\"" + number(layout.width) + "\" height=\"" + number(layout.height) + "\"";
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" " +
                       size + " font-family=\"sans-serif\" font-size=\"10\">\n<title>" + xmlText(drawing.title) +
                       "</title>\n<rect " + size + " fill=\"white\"/>\n";
    text += label(kMargin, kMargin + 10, drawing.title, "font-size=\"13\"");
    if (layout.bands != 0 && !drawing.columnOrder.empty())
        text += cells(drawing, layout) + names(drawing, layout);
    if (layout.marked)
        text += marks(drawing, layout) + legend(drawing, layout);
    return text + scale(drawing, layout) + "</svg>\n";
}

} // namespace neuroscribe::io
