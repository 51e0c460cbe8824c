#include "ui/plots/heat_map_axes.h"

#include "ui/models/format.h"
#include "ui/plots/heat_map_painter.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::HeatMap", text);
}

struct ColumnRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

ColumnRange visibleColumns(const HeatMapPainting& p) {
    const auto count = static_cast<double>(p.figure.columns.size());
    return {static_cast<std::uint32_t>(std::clamp(std::floor(p.window.firstColumn), 0.0, count)),
            static_cast<std::uint32_t>(std::clamp(std::ceil(p.window.lastColumn), 0.0, count))};
}

/// Middle of the visible part of a column.
double columnMiddle(const HeatMapPainting& p, std::uint32_t column) {
    const double left = std::max<double>(p.layout.x(p.window, column), p.layout.cells.left());
    const double right = std::min<double>(p.layout.x(p.window, column + 1.0), p.layout.cells.right() + 1.0);
    return (left + right) / 2;
}

LayerIndex layerOf(const HeatMapFigure& figure, std::uint32_t row) {
    return LayerIndex{figure.rows[row].value / figure.unitsPerLayer};
}

void paintLayerNumbers(QPainter& painter, const HeatMapPainting& p) {
    const QFontMetrics metrics = painter.fontMetrics();
    const auto first = static_cast<std::uint32_t>(p.window.firstRow);
    const auto last = std::min(static_cast<std::uint32_t>(std::ceil(p.window.lastRow)),
                               static_cast<std::uint32_t>(p.figure.rows.size()));
    double free = -1; // bottom of the last number drawn
    for (std::uint32_t row = first; row < last;) {
        std::uint32_t end = row + 1;
        while (end < last && layerOf(p.figure, end) == layerOf(p.figure, row))
            ++end;
        const double top = std::max(p.layout.y(p.window, row), static_cast<double>(p.layout.cells.top()));
        const double bottom = std::min(p.layout.y(p.window, end), p.layout.cells.bottom() + 1.0);
        const QRectF box(p.layout.caption.left(), (top + bottom - metrics.height()) / 2, p.layout.caption.width(),
                         metrics.height());
        if (box.top() >= free) {
            painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, QString::number(layerOf(p.figure, row).value));
            free = box.bottom();
        }
        row = end;
    }
}

/// What the shade half-way up the bar stands for.
double middleOf(const heat::ColorScale& scale) {
    return scale.low + (scale.high - scale.low) * (scale.squareRoot ? 0.25 : 0.5);
}

double valueAt(const heat::ColorScale& scale, double at) {
    return scale.low + (scale.high - scale.low) * (scale.squareRoot ? at * at : at);
}

} // namespace

QFont smaller(QFont font) {
    constexpr double kSmaller = 0.85;
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * kSmaller));
    else
        font.setPointSizeF(font.pointSizeF() * kSmaller);
    return font;
}

QString countCaption() {
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::HeatMap", "neurons tagged"));
}

void paintColumnLabels(QPainter& painter, const HeatMapPainting& p) {
    const QFontMetrics metrics = painter.fontMetrics();
    const auto [first, last] = visibleColumns(p);
    const std::uint32_t step = p.layout.labelStep(p.window, metrics.height());
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (std::uint32_t column = first; column < last; ++column) {
        if (column % step != 0)
            continue;
        const QString& name = p.figure.names[p.figure.columns[column]];
        painter.save();
        painter.translate(columnMiddle(p, column), p.layout.cells.top() - p.layout.toDevice(4));
        painter.rotate(-kLabelSlant);
        painter.setPen(column < p.figure.activeColumns ? p.theme.text : p.theme.textDisabled);
        painter.drawText(QPointF(0, metrics.ascent() / 3.0),
                         metrics.elidedText(name, Qt::ElideMiddle, p.layout.labelLength));
        painter.restore();
    }
}

void paintLayerStrip(QPainter& painter, const HeatMapPainting& p) {
    const double rowsPerPixel = p.window.rowsShown() / p.layout.strip.height();
    const auto lastRow = static_cast<std::uint32_t>(p.figure.rows.size()) - 1;
    const auto layerAt = [&](int y) {
        const auto row = static_cast<std::uint32_t>(p.window.firstRow + y * rowsPerPixel);
        return static_cast<int>(layerOf(p.figure, std::min(row, lastRow)).value);
    };
    for (int y = 0; y < p.layout.strip.height();) {
        int end = y + 1;
        while (end < p.layout.strip.height() && layerAt(end) == layerAt(y))
            ++end;
        painter.fillRect(p.layout.strip.left(), p.layout.strip.top() + y, p.layout.strip.width(), end - y,
                         p.theme.layerColor(layerAt(y)));
        y = end;
    }
}

void paintRowCaption(QPainter& painter, const HeatMapPainting& p) {
    painter.save();
    painter.setFont(smaller(painter.font()));
    painter.setPen(p.theme.textMuted);
    if (p.figure.byLayer) {
        paintLayerNumbers(painter, p);
    } else {
        const QString text =
            translated(QT_TRANSLATE_NOOP("neuroscribe::ui::HeatMap", "neurons (colour strip: layer 0 … %1)"))
                .arg(std::max(p.figure.layers(), 1U) - 1);
        painter.translate(p.layout.caption.left(), p.layout.caption.bottom() + 1);
        painter.rotate(-90);
        const int length = p.layout.caption.height();
        painter.drawText(QRect(0, 0, length, p.layout.caption.width()), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, length));
    }
    painter.restore();
}

void paintColorBar(QPainter& painter, const HeatMapPainting& p) {
    const QRect bar = p.layout.colorBar;
    if (bar.height() < p.layout.toDevice(40))
        return;
    const heat::ColorScale& scale = p.figure.scale;
    for (int y = 0; y < bar.height(); ++y) {
        const double at = 1.0 - (y + 0.5) / bar.height();
        painter.fillRect(bar.left(), bar.top() + y, bar.width(), 1,
                         QColor::fromRgb(heat::colorOf(scale, static_cast<float>(valueAt(scale, at)))));
    }
    painter.save();
    painter.setFont(smaller(painter.font()));
    painter.setPen(p.theme.textMuted);
    const int line = painter.fontMetrics().height();
    const int left = bar.right() + 1 + p.layout.toDevice(4);
    const QLocale locale;
    const auto label = [&](double y, const QString& text) {
        painter.drawText(QRectF(left, y - line / 2.0, p.layout.size.width() - left, line),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    label(bar.top(), formatValue(locale, p.figure.value, valueOfShown(p.figure.value, scale.high)));
    label(bar.center().y(), formatValue(locale, p.figure.value, valueOfShown(p.figure.value, middleOf(scale))));
    label(bar.bottom(), formatValue(locale, p.figure.value, valueOfShown(p.figure.value, scale.low)));
    painter.drawText(
        QRect(bar.left() - line * 2, bar.top() - line - p.layout.toDevice(2), bar.width() + line * 4, line),
        Qt::AlignCenter, heatValueName(p.figure.value));
    painter.restore();
}

void paintTagCounts(QPainter& painter, const HeatMapPainting& p) {
    if (p.layout.counts.isEmpty())
        return;
    painter.save();
    painter.setFont(smaller(painter.font()));
    const int line = painter.fontMetrics().height();
    const auto [first, last] = visibleColumns(p);
    const double columnWidth = p.layout.cells.width() / p.window.columnsShown();
    const double room = p.layout.counts.height() - line;
    std::uint32_t most = 1;
    for (const std::uint32_t count : p.tags.counts)
        most = std::max(most, count);
    const QLocale locale;
    for (std::uint32_t column = first; column < last; ++column) {
        const std::uint32_t count = p.tags.counts[p.figure.columns[column]];
        if (count == 0)
            continue;
        const double height = std::max(count * room / most, p.layout.ratio);
        const double middle = columnMiddle(p, column);
        const double width = std::max(columnWidth * 0.76, 1.0);
        const QRectF bar(middle - width / 2, p.layout.counts.bottom() + 1 - height, width, height);
        painter.fillRect(bar, p.theme.accent);
        const QString text = formatCount(locale, count);
        if (painter.fontMetrics().horizontalAdvance(text) > columnWidth)
            continue;
        painter.setPen(p.theme.textMuted);
        painter.drawText(QRectF(middle - columnWidth / 2, bar.top() - line, columnWidth, line), Qt::AlignCenter, text);
    }
    painter.setPen(p.theme.textMuted);
    painter.drawText(p.layout.countCaption, Qt::AlignLeft | Qt::AlignVCenter, countCaption());
    painter.restore();
}

} // namespace neuroscribe::ui
