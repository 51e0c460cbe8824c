// Draws a figure, reads out what is under the pointer or the cursor, and lets a cell or a point be chosen.
// Computes nothing: what it shows is the figure it was given.
#pragma once

#include "core/io/figure_scene.h"
#include "ui/plots/figure_file.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace neuroscribe::ui {

class FigureView : public QWidget {
    Q_OBJECT
public:
    explicit FigureView(QWidget* parent = nullptr);

    /// The cursor stays where it is as long as there is such a place. Its title is the accessible name.
    void setFigure(std::shared_ptr<const io::Figure> figure);
    const io::Figure& figure() const { return *m_figure; }
    std::shared_ptr<const io::Figure> sharedFigure() const { return m_figure; }
    /// The cell that the window shows details of; outlined.
    void setPickedCell(std::optional<io::FigureScene::Cell> cell);
    std::optional<io::FigureScene::Cell> pickedCell() const { return m_picked; }
    /// What stands at the cursor; empty without one.
    QString reading() const;
    /// Of the current size.
    const io::FigureScene& scene() const;
    /// pixelRatio: of a PNG. Errors: Io, DiskFull.
    Status exportTo(const QString& path, FigureFormat format, double pixelRatio) const;
    int drawings() const { return m_drawings; } ///< times the picture was drawn; tests assert it

    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {180, 140}; }

signals:
    void pointed(const QString& reading);                 ///< under the pointer or the cursor; empty: nothing
    void cellPicked(std::size_t row, std::size_t column); ///< click or Enter on a cell of a named matrix
    void pointMoved(double x, double y);                  ///< a figure with a point: it is dragged
    void pointChosen(double x, double y);                 ///< let go, clicked, or Enter on a cell; hidden while dragged
    void exportRequested(neuroscribe::ui::FigureFormat format, double pixelRatio); ///< from the context menu
    void tableRequested();                                                         ///< T: show the twin

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// A stop of the series, or a cell.
    struct Place {
        std::size_t stop = 0;
        std::optional<io::FigureScene::Cell> cell;
        bool operator==(const Place&) const = default;
    };
    const QImage& picture();
    void paintPlace(QPainter& painter, const Place& place, const QColor& color) const;
    void paintStop(QPainter& painter, std::size_t stop, const QColor& color) const;
    void outline(QPainter& painter, io::FigureScene::Cell cell, const QColor& color) const;
    std::optional<Place> placeAt(QPointF position) const;
    QString readingOf(const Place& place) const;
    void setHovered(std::optional<Place> place);
    void moveCursor(int rows, int columns);
    void choose();
    void announce();
    void describe();
    bool hasCells() const { return m_figure->matrix && !m_figure->matrix->values.empty(); }
    QPointF pointAt(QPointF position) const; ///< values of the axes, within them
    void drag(QPointF position);
    void endDrag();

    std::shared_ptr<const io::Figure> m_figure;
    std::vector<double> m_stops;
    std::optional<Place> m_cursor;
    std::optional<Place> m_hovered;
    std::optional<io::FigureScene::Cell> m_picked;
    std::optional<QPointF> m_dragged; ///< where the point is that is being dragged, as values of the axes
    mutable io::FigureScene m_scene;
    mutable QSize m_sceneSize;
    mutable double m_sceneRatio = 0;
    mutable bool m_sceneStale = true;
    QImage m_picture;
    bool m_stale = true;
    int m_drawings = 0;
};

} // namespace neuroscribe::ui
