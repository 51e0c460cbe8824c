#include "ui/plots/heat_map_painter.h"

#include "ui/plots/heat_map_axes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace neuroscribe::ui {
namespace {

/// Excluded columns stand out by their pattern too, not by colour alone.
void paintExcluded(QPainter& painter, const HeatMapPainting& p) {
    const auto columns = static_cast<double>(p.figure.columns.size());
    if (p.figure.activeColumns >= columns || p.window.lastColumn <= p.figure.activeColumns)
        return;
    const double left = p.layout.x(p.window, std::max<double>(p.figure.activeColumns, p.window.firstColumn));
    const QRectF area(left, p.layout.cells.top(), p.layout.cells.right() + 1 - left, p.layout.cells.height());
    QColor lines = p.theme.textMuted;
    lines.setAlphaF(0.45F);
    painter.fillRect(area, p.theme.undefinedCell);
    painter.fillRect(area, QBrush(lines, Qt::BDiagPattern));
}

/// Where the lines between columns are, in device pixels.
std::vector<int> separatorsOf(const HeatMapPainting& p) {
    constexpr double kNarrowest = 6; // narrower columns would be mostly line
    std::vector<int> places;
    if (p.layout.cells.width() / p.window.columnsShown() < kNarrowest * p.layout.ratio)
        return places;
    for (double column = std::floor(p.window.firstColumn) + 1; column < p.window.lastColumn; ++column)
        places.push_back(static_cast<int>(p.layout.x(p.window, column)));
    return places;
}

QColor separatorColor(const Theme& theme) {
    QColor line = theme.pane;
    line.setAlphaF(theme.isDark() ? 0.55F : 0.45F);
    return line;
}

void paintSeparators(QPainter& painter, const HeatMapPainting& p) {
    for (const int x : separatorsOf(p))
        painter.fillRect(QRect(x, p.layout.cells.top(), 1, p.layout.cells.height()), separatorColor(p.theme));
}

/// The same in an image, without a painter: that would hand each line to the thread pool and wait for it, which takes
/// longer than the whole picture while an extraction keeps the cores busy.
void blendSeparators(QImage& image, const HeatMapPainting& p) {
    const std::vector<int> places = separatorsOf(p);
    const QColor line = separatorColor(p.theme);
    const auto mixed = [alpha = line.alpha()](int over, int under) {
        return (over * alpha + under * (255 - alpha) + 127) / 255;
    };
    for (int y = p.layout.cells.top(); y <= p.layout.cells.bottom(); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (const int x : places)
            pixels[x] = qRgb(mixed(line.red(), qRed(pixels[x])), mixed(line.green(), qGreen(pixels[x])),
                             mixed(line.blue(), qBlue(pixels[x])));
    }
}

void copyInto(QImage& target, const QImage& cells, QPoint at) {
    const auto bytes = static_cast<std::size_t>(cells.width()) * sizeof(QRgb);
    for (int y = 0; y < cells.height(); ++y)
        std::memcpy(target.scanLine(at.y() + y) + static_cast<std::size_t>(at.x()) * sizeof(QRgb),
                    cells.constScanLine(y), bytes);
}

void paintAxes(QPainter& painter, const HeatMapPainting& p) {
    painter.setFont(deviceFont(p.font, p.layout.ratio));
    paintColumnLabels(painter, p);
    paintLayerStrip(painter, p);
    paintRowCaption(painter, p);
    paintColorBar(painter, p);
}

} // namespace

QFont deviceFont(const QFont& font, double ratio) {
    QFont scaled = font;
    if (font.pixelSize() > 0)
        scaled.setPixelSize(qRound(font.pixelSize() * ratio));
    else
        scaled.setPointSizeF(font.pointSizeF() * ratio);
    return scaled;
}

QImage rasterCells(const HeatMapFigure& figure, const HeatMapWindow& window, QSize size, const Theme& theme) {
    heat::RasterRequest request;
    request.values = figure.shown;
    request.columns = figure.descriptors;
    request.rowOrder = figure.rows;
    request.columnOrder = figure.columns;
    request.firstRow = window.firstRow;
    request.lastRow = window.lastRow;
    request.firstColumn = window.firstColumn;
    request.lastColumn = window.lastColumn;
    request.width = static_cast<std::uint32_t>(size.width());
    request.height = static_cast<std::uint32_t>(size.height());
    request.scale = figure.scale;
    request.scale.undefinedColor = theme.undefinedCell.rgba();
    const std::vector<std::uint32_t> pixels = heat::rasterize(request);
    QImage image(size, QImage::Format_RGB32);
    const auto width = static_cast<std::size_t>(size.width());
    for (int y = 0; y < size.height(); ++y)
        std::memcpy(image.scanLine(y), pixels.data() + static_cast<std::size_t>(y) * width, width * sizeof(QRgb));
    return image;
}

QImage drawHeatMap(const HeatMapPainting& p) {
    QImage image(p.layout.size, QImage::Format_RGB32);
    image.fill(p.theme.pane);
    if (p.figure.isEmpty() || !p.layout.isUsable())
        return image;
    copyInto(image, rasterCells(p.figure, p.window, p.layout.cells.size(), p.theme), p.layout.cells.topLeft());
    QPainter painter(&image);
    paintExcluded(painter, p);
    painter.end();
    blendSeparators(image, p);
    painter.begin(&image);
    paintAxes(painter, p);
    return image;
}

void paintHeatMap(QPainter& painter, const HeatMapPainting& p) {
    painter.fillRect(QRect(QPoint(0, 0), p.layout.size), p.theme.pane);
    if (p.figure.isEmpty() || !p.layout.isUsable())
        return;
    constexpr int kLargestSide = 16384;
    const int rows = static_cast<int>(std::min<double>(std::ceil(p.window.rowsShown()), kLargestSide));
    const QSize size(p.layout.cells.width() * 2, std::max(p.layout.cells.height() * 2, rows));
    painter.drawImage(QRectF(p.layout.cells), rasterCells(p.figure, p.window, size, p.theme));
    paintExcluded(painter, p);
    paintSeparators(painter, p);
    paintAxes(painter, p);
    paintTags(painter, p, MarkDrawing::Vector);
}

} // namespace neuroscribe::ui
