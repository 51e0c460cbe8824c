#include "ui/plots/figure_export.h"

#include "core/io/figure_svg.h"
#include "core/io/figure_table.h"
#include "ui/plots/figure_painter.h"

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr double kPixelsPerInch = 96;

QByteArray fromText(const std::string& text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

Error pictureError(const io::Figure& figure, const char* why) {
    return Error{ErrorCode::Io, figure.title, why, "Choose a smaller window or another format"};
}

Result<QByteArray> png(const io::Figure& figure, const io::FigureScene& scene, const QFont& font, double ratio) {
    QImage image(static_cast<int>(std::ceil(scene.width * ratio)), static_cast<int>(std::ceil(scene.height * ratio)),
                 QImage::Format_RGB32);
    if (image.isNull())
        return pictureError(figure, "the picture is too large");
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    paintFigure(painter, scene, font, Theme::of(ThemeMode::Light));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return pictureError(figure, "the picture could not be encoded");
    return bytes;
}

Result<QByteArray> pdf(const io::Figure& figure, const io::FigureScene& scene, const QFont& font) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(QString::fromStdString(figure.title));
    writer.setResolution(static_cast<int>(kPixelsPerInch));
    writer.setPageSize(QPageSize(QSizeF(scene.width, scene.height) / kPixelsPerInch, QPageSize::Inch));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return pictureError(figure, "the page could not be begun");
    paintFigure(painter, scene, font, Theme::of(ThemeMode::Light));
    painter.end();
    return bytes;
}

} // namespace

Result<QByteArray> figureBytes(const io::Figure& figure, FigureFormat format, QSize size, const QFont& font,
                               double pixelRatio) {
    if (format == FigureFormat::Csv)
        return fromText(io::figureCsv(figure));
    const io::SceneStyle style = figureStyle(size, font, Theme::of(ThemeMode::Light), pixelRatio);
    if (format == FigureFormat::Svg)
        return fromText(io::figureSvg(figure, style));
    const io::FigureScene scene = io::layOut(figure, style);
    return format == FigureFormat::Pdf ? pdf(figure, scene, font) : png(figure, scene, font, pixelRatio);
}

} // namespace neuroscribe::ui
