// The heat map as a widget: zoom, pan, keyboard cursor, marks. The picture itself is cached and redrawn only when the
// figure, the visible part, the size or the palette changes; a new selection repaints the marks alone.
#pragma once

#include "ui/plots/heat_map_painter.h"

#include <QPoint>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QHelpEvent;

namespace neuroscribe::ui {

class HeatMapView : public QWidget {
    Q_OBJECT
public:
    explicit HeatMapView(QWidget* parent = nullptr);

    /// Keeps the visible rows where there are as many as before, and so the columns; else shows all of them.
    void setFigure(std::shared_ptr<const HeatMapFigure> figure);
    /// Of the figure that is shown. The picture stays: only what lies over it is painted anew.
    void setTags(std::shared_ptr<const HeatTags> tags);
    const HeatTags& tags() const { return *m_tags; }
    const HeatMapFigure& figure() const { return *m_figure; }
    std::shared_ptr<const HeatMapFigure> sharedFigure() const { return m_figure; }
    const HeatMapWindow& window() const { return m_window; }
    /// Marks only; nothing is computed.
    void setSelection(std::optional<NeuronId> neuron, std::optional<std::uint32_t> descriptor);
    /// The numbers of a cell, for tool tips and screen readers.
    void setDescriber(std::function<QString(NeuronId, std::uint32_t)> describe) { m_describe = std::move(describe); }

    std::optional<HeatCell> cursorCell() const { return m_cursor; }
    void setCursorCell(HeatCell cell);
    void resetZoom();
    void zoomRows(double factor);
    /// Device pixels of the present size, for tests and for the painter of an export.
    const HeatMapLayout& currentLayout() const;
    /// The cached picture; drawn when needed.
    const QImage& picture();
    /// Times the picture has been drawn.
    int drawings() const { return m_drawings; }

    QSize sizeHint() const override { return {720, 640}; }
    QSize minimumSizeHint() const override { return {320, 240}; }

signals:
    void cellPicked(neuroscribe::NeuronId neuron, quint32 descriptor); ///< clicked, or Space on the cursor
    void neuronOpened(neuroscribe::NeuronId neuron);                   ///< Enter on the cursor
    void cellPointed(const QString& description);                      ///< hover or cursor; empty: none

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setWindow(const HeatMapWindow& window);
    void moveCursor(int rows, int columns);
    void pick(HeatCell cell);
    bool showToolTip(const QHelpEvent& event);
    QString describe(HeatCell cell) const;
    /// Of the cell under the pointer, else of the cursor; empty: neither.
    QString reading() const;
    void announceCursor();
    std::optional<HeatCell> cellAt(QPointF position) const;
    std::optional<std::uint32_t> columnLabelAt(QPointF position) const;

    void paintTagsOver(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintSelectedRow(QPainter& painter) const;
    void paintSelectedColumn(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;
    QRectF logical(const QRectF& device) const;
    std::optional<std::uint32_t> rowOf(NeuronId neuron) const;
    std::optional<std::uint32_t> columnOf(std::uint32_t descriptor) const;

    std::shared_ptr<const HeatMapFigure> m_figure;
    std::shared_ptr<const HeatTags> m_tags;
    std::vector<std::uint32_t> m_rowOf; ///< [neurons] row + 1; 0: filtered out
    HeatMapWindow m_window;
    std::optional<NeuronId> m_neuron;
    std::optional<std::uint32_t> m_descriptor;
    std::optional<HeatCell> m_cursor;
    std::function<QString(NeuronId, std::uint32_t)> m_describe;
    mutable HeatMapLayout m_layout; ///< of m_layoutSize; currentLayout() renews it
    mutable QSize m_layoutSize;
    mutable bool m_layoutStale = true;
    QImage m_picture;
    bool m_stale = true;
    int m_drawings = 0;

    struct Drag {
        QPointF start;
        HeatMapWindow window;
        bool moved = false;
    };
    std::optional<Drag> m_drag;
    std::optional<QPointF> m_pointer; ///< where the mouse is
};

} // namespace neuroscribe::ui
