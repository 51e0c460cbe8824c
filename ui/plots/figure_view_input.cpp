// Mouse and keys of a figure.
#include "ui/plots/figure_reading.h"
#include "ui/plots/figure_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr int kPage = 10;

} // namespace

std::optional<FigureView::Place> FigureView::placeAt(QPointF position) const {
    const io::FigureScene& drawn = scene();
    const io::ScenePlace at{position.x(), position.y()};
    if (hasCells()) {
        const auto cell = drawn.cellAt(*m_figure, at);
        return cell ? std::optional(Place{0, cell}) : std::nullopt;
    }
    if (m_stops.empty() || !drawn.plot.contains(at))
        return std::nullopt;
    const auto nearest = std::min_element(m_stops.begin(), m_stops.end(), [&](double a, double b) {
        return std::abs(drawn.x.place(a) - at.x) < std::abs(drawn.x.place(b) - at.x);
    });
    return Place{static_cast<std::size_t>(nearest - m_stops.begin()), std::nullopt};
}

QPointF FigureView::pointAt(QPointF position) const {
    const io::FigureScene& drawn = scene();
    const double x = std::clamp(position.x(), drawn.plot.left, drawn.plot.right());
    const double y = std::clamp(position.y(), drawn.plot.top, drawn.plot.bottom());
    return {drawn.x.value(x), drawn.y.value(y)};
}

void FigureView::setHovered(std::optional<Place> place) {
    if (place == m_hovered)
        return;
    m_hovered = place;
    emit pointed(place ? readingOf(*place) : reading());
    update();
}

void FigureView::drag(QPointF position) {
    m_dragged = pointAt(position);
    emit pointMoved(m_dragged->x(), m_dragged->y());
}

void FigureView::endDrag() {
    if (const auto at = std::exchange(m_dragged, std::nullopt))
        emit pointChosen(at->x(), at->y());
}

void FigureView::mousePressEvent(QMouseEvent* event) {
    const bool inPlot = scene().plot.contains({event->position().x(), event->position().y()});
    if (event->button() == Qt::LeftButton && m_figure->point && inPlot)
        drag(event->position());
}

void FigureView::mouseMoveEvent(QMouseEvent* event) {
    setHovered(placeAt(event->position()));
    if (m_dragged)
        drag(event->position());
}

void FigureView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (m_dragged) {
        m_dragged = pointAt(event->position());
        return endDrag();
    }
    const auto place = placeAt(event->position());
    if (!place)
        return;
    m_cursor = place;
    announce();
    choose();
}

void FigureView::leaveEvent(QEvent*) {
    setHovered(std::nullopt);
}

/// No release will come; what is seen stays, as if the point had been let go.
void FigureView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    setHovered(std::nullopt);
    endDrag();
}

void FigureView::keyPressEvent(QKeyEvent* event) {
    constexpr int kAll = 1 << 20;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(0, -1);
    case Qt::Key_Right:
        return moveCursor(0, 1);
    case Qt::Key_Up:
        return moveCursor(-1, 0);
    case Qt::Key_Down:
        return moveCursor(1, 0);
    case Qt::Key_PageUp:
        return hasCells() ? moveCursor(-kPage, 0) : moveCursor(0, -kPage);
    case Qt::Key_PageDown:
        return hasCells() ? moveCursor(kPage, 0) : moveCursor(0, kPage);
    case Qt::Key_Home:
        return moveCursor(control ? -kAll : 0, -kAll);
    case Qt::Key_End:
        return moveCursor(control ? kAll : 0, kAll);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_cursor)
            choose();
        return;
    case Qt::Key_T:
        if (event->modifiers() == Qt::NoModifier) {
            emit tableRequested();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

/// Down is down on the screen, also where the rows of a landscape count upwards.
void FigureView::moveCursor(int rows, int columns) {
    const auto moved = [](std::size_t from, int by, std::size_t count) {
        const auto to = static_cast<std::int64_t>(from) + by;
        return static_cast<std::size_t>(std::clamp<std::int64_t>(to, 0, static_cast<std::int64_t>(count) - 1));
    };
    if (hasCells()) {
        const io::FigureMatrix& matrix = *m_figure->matrix;
        if (matrix.isLandscape())
            rows = -rows;
        if (m_cursor && m_cursor->cell)
            m_cursor->cell = {moved(m_cursor->cell->row, rows, matrix.rows()),
                              moved(m_cursor->cell->column, columns, matrix.columns())};
        else
            m_cursor = Place{0, m_picked.value_or(io::FigureScene::Cell{})};
        return announce();
    }
    if (m_stops.empty())
        return;
    m_cursor = Place{m_cursor ? moved(m_cursor->stop, columns, m_stops.size()) : 0, std::nullopt};
    announce();
}

void FigureView::choose() {
    if (!m_cursor || !m_cursor->cell)
        return;
    const io::FigureScene::Cell cell = *m_cursor->cell;
    const io::FigureMatrix& matrix = *m_figure->matrix;
    if (matrix.isLandscape())
        emit pointChosen(matrix.columnValues[cell.column], matrix.rowValues[cell.row]);
    else
        emit cellPicked(cell.row, cell.column);
}

void FigureView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const auto add = [this, &menu](const QString& text, FigureFormat format, double ratio) {
        menu.addAction(text, this, [this, format, ratio] { emit exportRequested(format, ratio); });
    };
    menu.addAction(tr("Show as &Table"), this, &FigureView::tableRequested);
    menu.addSeparator();
    add(tr("Table (&CSV)…"), FigureFormat::Csv, 1);
    add(tr("&Vector picture (SVG)…"), FigureFormat::Svg, 1);
    add(tr("&Page (PDF)…"), FigureFormat::Pdf, 1);
    add(tr("P&icture (PNG)…"), FigureFormat::Png, 1);
    add(tr("Picture at &twice the size (PNG)…"), FigureFormat::Png, 2);
    menu.exec(event->globalPos());
}

} // namespace neuroscribe::ui
