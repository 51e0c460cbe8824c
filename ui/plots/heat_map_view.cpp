#include "ui/plots/heat_map_view.h"

#include "ui/plots/accessible_plot.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {

HeatMapView::HeatMapView(QWidget* parent)
    : QWidget(parent), m_figure(std::make_shared<HeatMapFigure>()), m_tags(std::make_shared<HeatTags>()) {
    AccessiblePlot::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Heat map of neurons and descriptors"));
}

void HeatMapView::setFigure(std::shared_ptr<const HeatMapFigure> figure) {
    const bool sameRows = figure->rows.size() == m_figure->rows.size();
    const bool sameColumns = figure->columns.size() == m_figure->columns.size();
    m_figure = std::move(figure);
    m_rowOf.assign(m_figure->neurons, 0);
    for (std::size_t row = 0; row < m_figure->rows.size(); ++row)
        m_rowOf[m_figure->rows[row].value] = static_cast<std::uint32_t>(row) + 1;
    const HeatMapWindow whole = HeatMapWindow::whole(*m_figure);
    if (!sameRows) {
        m_window.firstRow = whole.firstRow;
        m_window.lastRow = whole.lastRow;
    }
    if (!sameColumns) {
        m_window.firstColumn = whole.firstColumn;
        m_window.lastColumn = whole.lastColumn;
    }
    if (m_cursor && (m_cursor->row >= m_figure->rows.size() || m_cursor->column >= m_figure->columns.size()))
        m_cursor.reset();
    if (!m_cursor)
        setAccessibleDescription(tr("%1 neurons × %2 descriptors; the arrow keys go from cell to cell")
                                     .arg(QLocale().toString(static_cast<qulonglong>(m_figure->rows.size())),
                                          QLocale().toString(static_cast<qulonglong>(m_figure->columns.size()))));
    m_stale = m_layoutStale = true;
    emit cellPointed(reading());
    update();
}

void HeatMapView::setTags(std::shared_ptr<const HeatTags> tags) {
    m_tags = std::move(tags);
    emit cellPointed(reading()); // it tells whether the cell has one
    update();
}

void HeatMapView::setSelection(std::optional<NeuronId> neuron, std::optional<std::uint32_t> descriptor) {
    if (neuron == m_neuron && descriptor == m_descriptor)
        return;
    m_neuron = neuron;
    m_descriptor = descriptor;
    update();
}

void HeatMapView::setCursorCell(HeatCell cell) {
    if (m_figure->isEmpty())
        return;
    m_cursor = HeatCell{std::min(cell.row, static_cast<std::uint32_t>(m_figure->rows.size() - 1)),
                        std::min(cell.column, static_cast<std::uint32_t>(m_figure->columns.size() - 1))};
    setWindow(m_window.showing(*m_figure, *m_cursor));
    announceCursor();
    update();
}

void HeatMapView::announceCursor() {
    const QString text = describe(*m_cursor);
    emit cellPointed(text);
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void HeatMapView::resetZoom() {
    setWindow(HeatMapWindow::whole(*m_figure));
}

void HeatMapView::zoomRows(double factor) {
    const double at = m_cursor ? (m_cursor->row + 0.5 - m_window.firstRow) / m_window.rowsShown() : 0.5;
    setWindow(m_window.zoomedRows(*m_figure, factor, std::clamp(at, 0.0, 1.0)));
}

void HeatMapView::setWindow(const HeatMapWindow& window) {
    if (window == m_window || m_figure->isEmpty())
        return;
    m_window = window;
    m_stale = true;
    update();
}

const HeatMapLayout& HeatMapView::currentLayout() const {
    const double ratio = devicePixelRatioF();
    if (m_layoutStale || m_layoutSize != size() || m_layout.ratio != ratio) { // measuring every name costs
        m_layout = layoutHeatMap(*m_figure, size(), ratio, font());
        m_layoutSize = size();
        m_layoutStale = false;
    }
    return m_layout;
}

const QImage& HeatMapView::picture() {
    const HeatMapLayout& layout = currentLayout();
    if (m_stale || m_picture.size() != layout.size || m_picture.devicePixelRatio() != layout.ratio) {
        m_picture = drawHeatMap({*m_figure, *m_tags, m_window, layout, Theme::of(this), font()});
        m_picture.setDevicePixelRatio(layout.ratio);
        m_stale = false;
        ++m_drawings;
    }
    return m_picture;
}

bool HeatMapView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip)
        return showToolTip(*static_cast<QHelpEvent*>(event));
    return QWidget::event(event);
}

void HeatMapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), picture());
    if (m_figure->isEmpty() || !currentLayout().isUsable())
        return;
    paintTagsOver(painter);
    paintMarks(painter);
}

void HeatMapView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LanguageChange) {
        m_stale = m_layoutStale = true;
        update();
    }
}

bool HeatMapView::showToolTip(const QHelpEvent& event) {
    QString text;
    if (const auto cell = cellAt(event.pos())) {
        text = describe(*cell);
        const double rowsPerPixel = m_window.rowsShown() / currentLayout().cells.height();
        if (rowsPerPixel > 1)
            text += QLatin1Char('\n') + tr("Each line of the picture shows the hottest of up to %Ln neurons; zoom in "
                                           "with the wheel to separate them.",
                                           nullptr, static_cast<int>(std::ceil(rowsPerPixel)) + 1);
    } else if (const auto column = columnLabelAt(event.pos())) {
        text = m_figure->names[m_figure->columns[*column]];
        if (*column >= m_figure->activeColumns)
            text = tr("%1 (excluded)").arg(text);
    }
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), text, this);
    return true;
}

QString HeatMapView::describe(HeatCell cell) const {
    return m_describe ? m_describe(m_figure->rows[cell.row], m_figure->columns[cell.column]) : QString();
}

QString HeatMapView::reading() const {
    const auto pointed = m_pointer && !m_figure->isEmpty() ? cellAt(*m_pointer) : std::nullopt;
    if (const auto cell = pointed ? pointed : m_cursor)
        return describe(*cell);
    return {};
}

std::optional<HeatCell> HeatMapView::cellAt(QPointF position) const {
    const HeatMapLayout& layout = currentLayout();
    const QPointF device = position * layout.ratio;
    return layout.cellAt(*m_figure, m_window,
                         {static_cast<int>(std::floor(device.x())), static_cast<int>(std::floor(device.y()))});
}

std::optional<std::uint32_t> HeatMapView::columnLabelAt(QPointF position) const {
    const HeatMapLayout& layout = currentLayout();
    const QPointF device = position * layout.ratio;
    const double above = layout.cells.top() - device.y();
    if (m_figure->isEmpty() || above <= 0 || !layout.labels.contains(device.toPoint()))
        return std::nullopt;
    // Follow the slant back down to the column's edge.
    const double x = device.x() - above / std::tan(qDegreesToRadians(kLabelSlant));
    const auto cell = layout.cellAt(*m_figure, m_window, {static_cast<int>(x), layout.cells.top()});
    return cell ? std::optional(cell->column) : std::nullopt;
}

QRectF HeatMapView::logical(const QRectF& device) const {
    const double ratio = devicePixelRatioF();
    return {device.topLeft() / ratio, device.size() / ratio};
}

std::optional<std::uint32_t> HeatMapView::rowOf(NeuronId neuron) const {
    if (neuron.value >= m_rowOf.size() || m_rowOf[neuron.value] == 0)
        return std::nullopt;
    return m_rowOf[neuron.value] - 1;
}

std::optional<std::uint32_t> HeatMapView::columnOf(std::uint32_t descriptor) const {
    const auto found = std::find(m_figure->columns.begin(), m_figure->columns.end(), descriptor);
    if (found == m_figure->columns.end())
        return std::nullopt;
    return static_cast<std::uint32_t>(found - m_figure->columns.begin());
}

} // namespace neuroscribe::ui
