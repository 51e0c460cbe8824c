#include "ui/plots/heat_map_export.h"

#include "ui/models/format.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr double kPngRatio = 2;
constexpr double kPixelsPerInch = 96;

QByteArray quoted(const QString& text) {
    QByteArray bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

Error pictureError(const char* why) {
    return Error{ErrorCode::Io, "heat map", why, "Choose a smaller window or another format"};
}

Result<QByteArray> png(const HeatMapPainting& painting) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage image = drawHeatMap(painting);
    QPainter painter(&image);
    paintTags(painter, painting, MarkDrawing::Raster);
    painter.end();
    if (!image.save(&buffer, "PNG"))
        return pictureError("the picture could not be encoded");
    return bytes;
}

Result<QByteArray> svg(const HeatMapPainting& painting, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(painting.layout.size);
    generator.setViewBox(QRect(QPoint(0, 0), painting.layout.size));
    generator.setResolution(static_cast<int>(kPixelsPerInch));
    generator.setTitle(title);
    QPainter painter;
    if (!painter.begin(&generator))
        return pictureError("the drawing could not be begun");
    paintHeatMap(painter, painting);
    painter.end();
    return bytes;
}

Result<QByteArray> pdf(const HeatMapPainting& painting, const QString& title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setResolution(static_cast<int>(kPixelsPerInch));
    const QSizeF inches = QSizeF(painting.layout.size) / kPixelsPerInch;
    writer.setPageSize(QPageSize(inches, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return pictureError("the page could not be begun");
    paintHeatMap(painter, painting);
    painter.end();
    return bytes;
}

} // namespace

QByteArray heatMapCsv(const HeatMapFigure& figure) {
    QByteArray csv = "neuron";
    for (const std::uint32_t column : figure.columns)
        csv += ',' + quoted(figure.names[column]);
    csv += '\n';
    for (const NeuronId neuron : figure.rows) {
        csv += neuronName(neuron, figure.unitsPerLayer).toLatin1();
        for (const std::uint32_t column : figure.columns) {
            csv += ',';
            if (const double value = figure.valueAt(neuron, column); !std::isnan(value))
                csv += QByteArray::number(value, 'g', 6);
        }
        csv += '\n';
    }
    return csv;
}

Result<QByteArray> heatMapPicture(const HeatMapFigure& figure, const HeatTags& tags, const HeatMapWindow& window,
                                  QSize size, const Theme& theme, const QFont& font, const QString& title,
                                  FigureFormat format) {
    const double ratio = format == FigureFormat::Png ? kPngRatio : 1;
    const HeatMapPainting painting{figure, tags, window, layoutHeatMap(figure, size, ratio, font), theme, font};
    switch (format) {
    case FigureFormat::Svg:
        return svg(painting, title);
    case FigureFormat::Pdf:
        return pdf(painting, title);
    case FigureFormat::Png:
        return png(painting);
    case FigureFormat::Csv:
        break;
    }
    return heatMapCsv(figure);
}

} // namespace neuroscribe::ui
