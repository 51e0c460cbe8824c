// Mouse, wheel and keys of the heat map.
#include "ui/plots/heat_map_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr double kWheelStep = 0.8; // what remains in view after one notch
constexpr double kKeyZoom = 0.5;
constexpr int kNotch = 120;      // angleDelta of one wheel notch
constexpr int kRowsPerPage = 10; // Page keys move a tenth of what is in view

} // namespace

void HeatMapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        m_drag = Drag{event->position(), m_window, false};
}

void HeatMapView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (!m_drag) {
        emit cellPointed(reading());
        return;
    }
    const QPointF moved = event->position() - m_drag->start;
    m_drag->moved |= moved.manhattanLength() >= QApplication::startDragDistance();
    if (!m_drag->moved)
        return;
    setCursor(Qt::ClosedHandCursor);
    const QRectF cells = logical(currentLayout().cells);
    setWindow(m_drag->window.movedBy(*m_figure, -moved.y() / cells.height() * m_window.rowsShown(),
                                     -moved.x() / cells.width() * m_window.columnsShown()));
}

void HeatMapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const bool clicked = !m_drag->moved;
    m_drag.reset();
    unsetCursor();
    if (!clicked)
        return;
    if (const auto cell = cellAt(event->position()))
        pick(*cell);
}

void HeatMapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        resetZoom();
}

void HeatMapView::leaveEvent(QEvent*) {
    m_pointer.reset();
    emit cellPointed(reading());
}

/// No release will come.
void HeatMapView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_pointer.reset();
    if (std::exchange(m_drag, std::nullopt))
        unsetCursor();
}

void HeatMapView::wheelEvent(QWheelEvent* event) {
    // With Alt, and on some systems with Ctrl, the horizontal delta carries the notch.
    const QPoint delta = event->angleDelta();
    const int angle = delta.y() != 0 ? delta.y() : delta.x();
    const QRectF cells = logical(currentLayout().cells);
    if (angle == 0 || m_figure->isEmpty() || cells.isEmpty())
        return;
    const double factor = std::pow(kWheelStep, static_cast<double>(angle) / kNotch);
    const auto at = [](double position, double first, double length) {
        return std::clamp((position - first) / length, 0.0, 1.0);
    };
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setWindow(m_window.zoomedColumns(*m_figure, factor, at(event->position().x(), cells.left(), cells.width())));
    else
        setWindow(m_window.zoomedRows(*m_figure, factor, at(event->position().y(), cells.top(), cells.height())));
    event->accept();
}

void HeatMapView::keyPressEvent(QKeyEvent* event) {
    const int rows = static_cast<int>(m_figure->rows.size());
    const int columns = static_cast<int>(m_figure->columns.size());
    const int page = std::max(1, static_cast<int>(m_window.rowsShown()) / kRowsPerPage);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor(-1, 0);
    case Qt::Key_Down:
        return moveCursor(1, 0);
    case Qt::Key_Left:
        return moveCursor(0, -1);
    case Qt::Key_Right:
        return moveCursor(0, 1);
    case Qt::Key_PageUp:
        return moveCursor(-page, 0);
    case Qt::Key_PageDown:
        return moveCursor(page, 0);
    case Qt::Key_Home:
        return control ? moveCursor(-rows, 0) : moveCursor(0, -columns);
    case Qt::Key_End:
        return control ? moveCursor(rows, 0) : moveCursor(0, columns);
    case Qt::Key_Plus:
        return zoomRows(kKeyZoom);
    case Qt::Key_Minus:
        return zoomRows(1 / kKeyZoom);
    case Qt::Key_0:
        return resetZoom();
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (!m_cursor)
        return;
    pick(*m_cursor);
    if (event->key() != Qt::Key_Space)
        emit neuronOpened(m_figure->rows[m_cursor->row]);
}

void HeatMapView::moveCursor(int rows, int columns) {
    if (m_figure->isEmpty())
        return;
    if (!m_cursor) { // the first key shows where the cursor is: at the selection, else at the top left of the view
        const auto row = m_neuron ? rowOf(*m_neuron) : std::nullopt;
        const auto column = m_descriptor ? columnOf(*m_descriptor) : std::nullopt;
        return setCursorCell({row.value_or(static_cast<std::uint32_t>(m_window.firstRow)),
                              column.value_or(static_cast<std::uint32_t>(m_window.firstColumn))});
    }
    const auto moved = [](std::uint32_t from, int by, std::size_t count) {
        return static_cast<std::uint32_t>(
            std::clamp<std::int64_t>(std::int64_t{from} + by, 0, static_cast<std::int64_t>(count) - 1));
    };
    setCursorCell({moved(m_cursor->row, rows, m_figure->rows.size()),
                   moved(m_cursor->column, columns, m_figure->columns.size())});
}

void HeatMapView::pick(HeatCell cell) {
    m_cursor = cell;
    announceCursor();
    emit cellPicked(m_figure->rows[cell.row], m_figure->columns[cell.column]);
}

} // namespace neuroscribe::ui
