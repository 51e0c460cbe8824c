#include "ui/plots/figure_view.h"

#include "ui/plots/accessible_plot.h"
#include "ui/plots/figure_export.h"
#include "ui/plots/figure_painter.h"
#include "ui/plots/figure_reading.h"
#include "ui/theme/series_colors.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr QSize kLeastPicture(640, 420);
constexpr double kStopDot = 4;
constexpr double kCaptionShare = 0.2; ///< of the height: the plot is what a person looks at, exports have it all

} // namespace

FigureView::FigureView(QWidget* parent) : QWidget(parent), m_figure(std::make_shared<io::Figure>()) {
    AccessiblePlot::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void FigureView::setFigure(std::shared_ptr<const io::Figure> figure) {
    m_figure = std::move(figure);
    m_stops = stopsOf(*m_figure);
    const auto inside = [this](io::FigureScene::Cell cell) {
        return hasCells() && cell.row < m_figure->matrix->rows() && cell.column < m_figure->matrix->columns();
    };
    if (m_cursor && (m_cursor->cell ? !inside(*m_cursor->cell) : hasCells() || m_cursor->stop >= m_stops.size()))
        m_cursor.reset();
    if (m_picked && !inside(*m_picked))
        m_picked.reset();
    m_hovered.reset();
    m_stale = m_sceneStale = true;
    setAccessibleName(QString::fromStdString(m_figure->title));
    describe();
    emit pointed(reading());
    update();
}

void FigureView::setPickedCell(std::optional<io::FigureScene::Cell> cell) {
    if (cell == m_picked)
        return;
    m_picked = cell;
    update();
}

QString FigureView::reading() const {
    return m_cursor ? readingOf(*m_cursor) : QString();
}

QString FigureView::readingOf(const Place& place) const {
    return place.cell ? readingAt(*m_figure, *place.cell) : readingAt(*m_figure, m_stops[place.stop]);
}

const io::FigureScene& FigureView::scene() const {
    const double ratio = devicePixelRatioF();
    if (m_sceneStale || m_sceneSize != size() || m_sceneRatio != ratio) {
        io::SceneStyle style = figureStyle(size(), font(), Theme::of(this), ratio);
        style.title = false; // the pane has it
        style.captionLines = static_cast<std::size_t>(std::max(1.0, height() * kCaptionShare / fontMetrics().height()));
        m_scene = io::layOut(*m_figure, style);
        m_sceneSize = size();
        m_sceneRatio = ratio;
        m_sceneStale = false;
    }
    return m_scene;
}

const QImage& FigureView::picture() {
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_stale || m_picture.size() != pixels) {
        m_picture = QImage(pixels, QImage::Format_RGB32);
        m_picture.setDevicePixelRatio(ratio);
        QPainter painter(&m_picture);
        const Theme theme = Theme::of(this);
        painter.fillRect(rect(), theme.pane);
        paintFigure(painter, scene(), font(), theme);
        m_stale = false;
        ++m_drawings;
    }
    return m_picture;
}

void FigureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), picture());
    const Theme theme = Theme::of(this);
    if (m_picked)
        outline(painter, *m_picked, theme.selectionMark);
    if (m_hovered)
        paintPlace(painter, *m_hovered, theme.textMuted);
    if (m_cursor && hasFocus())
        paintPlace(painter, *m_cursor, theme.accent);
}

void FigureView::paintPlace(QPainter& painter, const Place& place, const QColor& color) const {
    if (place.cell)
        outline(painter, *place.cell, color);
    else
        paintStop(painter, place.stop, color);
}

void FigureView::outline(QPainter& painter, io::FigureScene::Cell cell, const QColor& color) const {
    if (!hasCells() || scene().cells.width <= 0)
        return;
    const io::SceneRect rect = scene().cellRect(*m_figure, cell);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    // A cell of a pixel is still marked by a frame around it.
    painter.drawRect(QRectF(rect.left, rect.top, std::max(rect.width, 4.0), std::max(rect.height, 4.0)));
    painter.restore();
}

void FigureView::paintStop(QPainter& painter, std::size_t stop, const QColor& color) const {
    const io::FigureScene& drawn = scene();
    if (drawn.plot.width <= 0)
        return;
    const double x = drawn.x.place(m_stops[stop]);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    painter.drawLine(QPointF(x, drawn.plot.top), QPointF(x, drawn.plot.bottom()));
    const Theme theme = Theme::of(this);
    for (const io::FigureSeries& series : m_figure->series) {
        const auto found = std::lower_bound(series.x.begin(), series.x.end(), m_stops[stop]);
        const auto i = static_cast<std::size_t>(found - series.x.begin());
        const bool onLine = series.kind == io::FigureSeries::Kind::Line && i < series.x.size() &&
                            series.x[i] == m_stops[stop] && !std::isnan(series.y[i]);
        if (!onLine)
            continue;
        painter.setPen(QPen(theme.pane, 1.5));
        painter.setBrush(seriesColor(theme, static_cast<int>(series.color)));
        painter.drawEllipse(QPointF(x, drawn.y.place(series.y[i])), kStopDot, kStopDot);
    }
    painter.restore();
}

void FigureView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LanguageChange) {
        m_stale = m_sceneStale = true;
        update();
    }
}

bool FigureView::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto place = placeAt(help->pos());
    if (place)
        QToolTip::showText(help->globalPos(), readingOf(*place), this);
    else if (const QString name = nameAt(*m_figure, scene(), {double(help->pos().x()), double(help->pos().y())});
             !name.isEmpty())
        QToolTip::showText(help->globalPos(), name, this);
    else if (help->pos().y() > scene().plot.bottom())
        QToolTip::showText(help->globalPos(), wholeCaption(*m_figure), this);
    else
        QToolTip::hideText();
    return true;
}

/// What a screen reader says: where the cursor is, or what is drawn and how to go through it.
void FigureView::describe() {
    if (m_cursor)
        return setAccessibleDescription(reading());
    QString text = wholeCaption(*m_figure);
    if (hasCells())
        text += QLatin1Char(' ') + tr("The arrow keys go from cell to cell.");
    else if (!m_stops.empty())
        text += QLatin1Char(' ') + tr("The arrow keys go from point to point.");
    setAccessibleDescription(text.trimmed());
}

void FigureView::announce() {
    describe();
    emit pointed(reading());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
}

Status FigureView::exportTo(const QString& path, FigureFormat format, double pixelRatio) const {
    NS_ASSIGN(const QByteArray bytes,
              figureBytes(*m_figure, format, size().expandedTo(kLeastPicture), font(), pixelRatio));
    return writeWhole(path, bytes);
}

} // namespace neuroscribe::ui
