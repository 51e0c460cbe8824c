// What lies over the picture of the heat map: tags, the selected neuron and descriptor, and the keyboard cursor.
#include "ui/models/format.h"
#include "ui/plots/heat_map_view.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace neuroscribe::ui {

void HeatMapView::paintTagsOver(QPainter& painter) const {
    const HeatMapLayout& layout = currentLayout();
    painter.save();
    painter.scale(1 / layout.ratio, 1 / layout.ratio); // one unit is one pixel of the picture
    paintTags(painter, {*m_figure, *m_tags, m_window, layout, Theme::of(this), font()}, MarkDrawing::Raster);
    painter.restore();
}

void HeatMapView::paintMarks(QPainter& painter) const {
    paintSelectedColumn(painter);
    paintSelectedRow(painter);
    if (hasFocus())
        paintCursor(painter);
}

void HeatMapView::paintSelectedRow(QPainter& painter) const {
    const auto row = m_neuron ? rowOf(*m_neuron) : std::nullopt;
    if (!row || *row + 1 <= m_window.firstRow || *row >= m_window.lastRow)
        return;
    const HeatMapLayout& layout = currentLayout();
    const Theme theme = Theme::of(this);
    const QRectF cells = logical(layout.cells);
    const double top = std::max(logical({0, layout.y(m_window, *row), 0, 0}).top(), cells.top());
    const double bottom = std::min(logical({0, layout.y(m_window, *row + 1.0), 0, 0}).top(), cells.bottom());
    // The frame stands around the row, so that the cells inside stay visible, and at least two pixels of it.
    const double spare = std::max(0.0, 2 - (bottom - top)) / 2;
    const QRectF frame(cells.left() - 10, top - 1 - spare, cells.width() + 11, bottom - top + 2 + 2 * spare);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.selectionMark, 1.5));
    painter.drawRect(frame);

    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const QRectF marker = logical(layout.marker);
    const int line = QFontMetrics(bold).height();
    const double y =
        std::clamp(frame.center().y() - line / 2.0, marker.top() - line / 2.0, marker.bottom() - line / 2.0);
    painter.drawText(QRectF(marker.left() + 2, y, marker.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     neuronName(*m_neuron, m_figure->unitsPerLayer));
}

void HeatMapView::paintSelectedColumn(QPainter& painter) const {
    const auto column = m_descriptor ? columnOf(*m_descriptor) : std::nullopt;
    if (!column || *column + 1 <= m_window.firstColumn || *column >= m_window.lastColumn)
        return;
    const HeatMapLayout& layout = currentLayout();
    const QRectF cells = logical(layout.cells);
    const double left = std::max(logical({layout.x(m_window, *column), 0, 0, 0}).left(), cells.left());
    const double right = std::min(logical({layout.x(m_window, *column + 1.0), 0, 0, 0}).left(), cells.right());
    const QColor mark = Theme::of(this).selectionMark;
    constexpr double kHandle = 3;
    painter.fillRect(QRectF(left, cells.top() - kHandle, right - left, kHandle), mark);
    painter.fillRect(QRectF(left, cells.bottom(), right - left, kHandle), mark);
}

void HeatMapView::paintCursor(QPainter& painter) const {
    const QRectF cells = logical(currentLayout().cells);
    const Theme theme = Theme::of(this);
    painter.setBrush(Qt::NoBrush);
    if (!m_cursor) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(cells.adjusted(-1, -1, 1, 1));
        return;
    }
    const HeatMapLayout& layout = currentLayout();
    const double left = layout.x(m_window, m_cursor->column), right = layout.x(m_window, m_cursor->column + 1.0);
    const double top = layout.y(m_window, m_cursor->row), bottom = layout.y(m_window, m_cursor->row + 1.0);
    QRectF cell = logical(QRectF(left, top, right - left, bottom - top));
    if (cell.bottom() <= cells.top() || cell.top() >= cells.bottom())
        return; // scrolled out of view by the mouse
    const double spare = std::max(0.0, 4 - cell.height()) / 2;
    cell = cell.adjusted(-1, -1 - spare, 1, 1 + spare);
    // Two lines, so that it is seen on every shade of the map.
    painter.setPen(QPen(theme.pane, 4));
    painter.drawRect(cell);
    painter.setPen(QPen(theme.text, 2));
    painter.drawRect(cell);
}

} // namespace neuroscribe::ui
