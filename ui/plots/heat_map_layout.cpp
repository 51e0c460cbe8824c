#include "ui/plots/heat_map_layout.h"

#include <QFontMetrics>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

// Logical pixels.
constexpr int kMargin = 8;
constexpr int kStripWidth = 6;
constexpr int kGap = 4;
constexpr int kColorBarWidth = 12;
constexpr int kColorBarHeight = 160;
constexpr int kCountsHeight = 40;
constexpr int kLongestLabel = 130;

int longestLabel(const HeatMapFigure& figure, const QFontMetrics& metrics, int limit) {
    int longest = metrics.horizontalAdvance(QLatin1Char('m')) * 3;
    for (const QString& name : figure.names)
        longest = std::max(longest, metrics.horizontalAdvance(name));
    return std::min(longest, limit);
}

/// How far the slanted labels reach beyond the right edge of `width` pixels of columns.
int overhangOf(const HeatMapFigure& figure, const QFontMetrics& metrics, int longest, int width) {
    const double cosine = std::cos(qDegreesToRadians(kLabelSlant));
    const auto columns = static_cast<double>(figure.columns.size());
    double overhang = 0;
    for (std::size_t column = 0; column < figure.columns.size(); ++column) {
        const int length = std::min(metrics.horizontalAdvance(figure.names[figure.columns[column]]), longest);
        const double fromRight = (columns - static_cast<double>(column) - 0.5) * width / columns;
        overhang = std::max(overhang, length * cosine + metrics.height() / 2.0 - fromRight);
    }
    return static_cast<int>(std::ceil(overhang));
}

} // namespace

int HeatMapLayout::toDevice(double logical) const {
    return static_cast<int>(std::lround(logical * ratio));
}

double HeatMapLayout::x(const HeatMapWindow& window, double column) const {
    return cells.left() + (column - window.firstColumn) / window.columnsShown() * cells.width();
}

double HeatMapLayout::y(const HeatMapWindow& window, double row) const {
    return cells.top() + (row - window.firstRow) / window.rowsShown() * cells.height();
}

std::optional<HeatCell> HeatMapLayout::cellAt(const HeatMapFigure& figure, const HeatMapWindow& window,
                                              QPoint device) const {
    if (figure.isEmpty() || !cells.contains(device))
        return std::nullopt;
    const double row = window.firstRow + (device.y() - cells.top() + 0.5) / cells.height() * window.rowsShown();
    const double column =
        window.firstColumn + (device.x() - cells.left() + 0.5) / cells.width() * window.columnsShown();
    const auto at = [](double value, std::size_t count) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(value), 0.0, static_cast<double>(count) - 1));
    };
    return HeatCell{at(row, figure.rows.size()), at(column, figure.columns.size())};
}

std::uint32_t HeatMapLayout::labelStep(const HeatMapWindow& window, int lineHeight) const {
    const double columnWidth = cells.width() / std::max(window.columnsShown(), 1.0);
    const double needed = lineHeight / std::sin(qDegreesToRadians(kLabelSlant));
    return static_cast<std::uint32_t>(std::max(1.0, std::ceil(needed / columnWidth)));
}

HeatMapLayout layoutHeatMap(const HeatMapFigure& figure, QSize size, double ratio, const QFont& font) {
    const QFontMetrics metrics(font);
    const int line = metrics.height();
    HeatMapLayout layout;
    layout.ratio = ratio;
    layout.size = {layout.toDevice(size.width()), layout.toDevice(size.height())};

    const int limit = std::min(kLongestLabel, size.height() / 4);
    const int longest = longestLabel(figure, metrics, limit);
    const double slant = qDegreesToRadians(kLabelSlant);
    const int labelHeight = static_cast<int>(std::ceil(longest * std::sin(slant) + line * std::cos(slant)));
    const int markerWidth = metrics.horizontalAdvance(QStringLiteral(" 88/888 "));
    const int numbersWidth = metrics.horizontalAdvance(QStringLiteral(" ×88.8"));
    const bool roomForCounts = size.height() > 260;
    const int below = roomForCounts ? kCountsHeight + 2 * line + kGap : 0;

    const int left = kMargin + line + kGap + kStripWidth + kGap;
    const int top = kMargin + labelHeight;
    const int least = markerWidth + kColorBarWidth + numbersWidth;
    const int room = size.width() - left - kMargin;
    const int overhang = overhangOf(figure, metrics, longest, room - least);
    const int rightWidth = std::max(least, overhang);
    const auto rect = [&layout](int x, int y, int w, int h) {
        return QRect(QPoint(layout.toDevice(x), layout.toDevice(y)),
                     QPoint(layout.toDevice(x + w) - 1, layout.toDevice(y + h) - 1));
    };
    const int width = room - rightWidth;
    const int height = size.height() - top - below - kMargin;
    layout.labelLength = layout.toDevice(longest);
    layout.cells = rect(left, top, width, height);
    layout.strip = rect(left - kGap - kStripWidth, top, kStripWidth, height);
    layout.caption = rect(kMargin, top, line, height);
    layout.labels = rect(left, kMargin, width + overhang, labelHeight);
    layout.marker = rect(left + width + kGap, top, markerWidth, height);
    layout.colorBar = rect(left + width + kGap + markerWidth, top + line / 2, kColorBarWidth,
                           std::min(kColorBarHeight, height - line));
    if (roomForCounts) {
        layout.counts = rect(left, top + height + kGap, width, kCountsHeight + line);
        layout.countCaption = rect(left, top + height + kGap + kCountsHeight + line, width, line);
    }
    return layout;
}

} // namespace neuroscribe::ui
