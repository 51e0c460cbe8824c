#include "ui/plots/heat_map_tags.h"

#include "ui/plots/heat_map_axes.h"
#include "ui/plots/heat_map_painter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

using tagging::TagMark;

// Logical pixels.
constexpr double kLeastCell = 9;
constexpr double kLeastRadius = 3.5;
constexpr double kMostRadius = 6;
constexpr double kRoomAround = 1; ///< of the cell's own shade at each side of a mark

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::HeatMap", text);
}

double rowHeight(const HeatMapPainting& p) {
    return p.layout.cells.height() / p.window.rowsShown();
}

double columnWidth(const HeatMapPainting& p) {
    return p.layout.cells.width() / p.window.columnsShown();
}

double markRadius(const HeatMapPainting& p) {
    const double side = std::min(rowHeight(p), columnWidth(p)) / p.layout.ratio;
    return std::clamp(side / 2 - kRoomAround, kLeastRadius, kMostRadius) * p.layout.ratio;
}

/// One mark on transparent ground, to be copied wherever there is such a tag.
QImage stampOf(TagMark mark, double radius, const Theme& theme) {
    const int side = 2 * static_cast<int>(std::ceil(radius)) + 1;
    QImage stamp(side, side, QImage::Format_ARGB32_Premultiplied);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    drawTagMark(painter, QPointF(side / 2.0, side / 2.0), radius, mark, theme);
    return stamp;
}

template <class Draw>
void forEachMark(const HeatMapPainting& p, Draw draw) {
    const auto firstRow = static_cast<std::uint32_t>(std::max(p.window.firstRow, 0.0));
    const auto lastRow = std::min(static_cast<std::uint32_t>(std::ceil(p.window.lastRow)),
                                  static_cast<std::uint32_t>(p.figure.rows.size()));
    const auto firstColumn = static_cast<std::uint32_t>(std::max(p.window.firstColumn, 0.0));
    const auto lastColumn = std::min(static_cast<std::uint32_t>(std::ceil(p.window.lastColumn)),
                                     static_cast<std::uint32_t>(p.figure.columns.size()));
    for (std::uint32_t row = firstRow; row < lastRow; ++row) {
        const TagMark* marks = p.tags.marks.data() + std::size_t{p.figure.rows[row].value} * p.figure.descriptors;
        for (std::uint32_t column = firstColumn; column < lastColumn; ++column)
            if (const TagMark mark = marks[p.figure.columns[column]]; mark != TagMark::None)
                draw(QPointF(p.layout.x(p.window, column + 0.5), p.layout.y(p.window, row + 0.5)), mark);
    }
}

void paintMarks(QPainter& painter, const HeatMapPainting& p, MarkDrawing drawing) {
    painter.save();
    painter.setClipRect(p.layout.cells); // rows at the edge may be seen in part
    const double radius = markRadius(p);
    if (drawing == MarkDrawing::Vector) {
        forEachMark(p, [&](QPointF centre, TagMark mark) { drawTagMark(painter, centre, radius, mark, p.theme); });
    } else {
        const QImage stamps[] = {{},
                                 stampOf(TagMark::Hollow, radius, p.theme),
                                 stampOf(TagMark::Solid, radius, p.theme),
                                 stampOf(TagMark::Unknown, radius, p.theme)};
        forEachMark(p, [&](QPointF centre, TagMark mark) {
            const QImage& stamp = stamps[static_cast<std::size_t>(mark)];
            const double half = stamp.width() / 2.0;
            painter.drawImage(QPoint(qRound(centre.x() - half), qRound(centre.y() - half)), stamp);
        });
    }
    painter.restore();
}

/// Texts and marks from the right edge of the cells to the left, on the line of the counts' caption, as far as there
/// is room.
class Legend {
public:
    Legend(QPainter& painter, const HeatMapPainting& p, double left)
        : m_painter(painter), m_p(p), m_left(left), m_right(p.layout.cells.right() + 1) {}

    void add(const QString& text, TagMark mark) {
        const QRect line = m_p.layout.countCaption;
        const double gap = m_p.layout.toDevice(6), radius = m_p.layout.toDevice(4.5);
        const double width = m_painter.fontMetrics().horizontalAdvance(text);
        const double needed = width + (mark == TagMark::None ? 0.0 : 2 * radius + gap);
        if (m_right - needed < m_left)
            return;
        m_painter.setPen(m_p.theme.textMuted);
        m_painter.drawText(QRectF(m_right - width, line.top(), width, line.height()), Qt::AlignRight | Qt::AlignVCenter,
                           text);
        if (mark != TagMark::None)
            drawTagMark(m_painter, QPointF(m_right - width - gap - radius, line.center().y() + 1), radius, mark,
                        m_p.theme);
        m_right -= needed + 2 * gap;
    }

private:
    QPainter& m_painter;
    const HeatMapPainting& m_p;
    double m_left;
    double m_right;
};

void paintLegend(QPainter& painter, const HeatMapPainting& p) {
    if (p.layout.countCaption.isEmpty())
        return;
    painter.save();
    painter.setFont(smaller(painter.font()));
    const double caption = painter.fontMetrics().horizontalAdvance(countCaption());
    Legend legend(painter, p, p.layout.countCaption.left() + caption + p.layout.toDevice(12));
    if (!marksFit(p)) {
        legend.add(translated(QT_TRANSLATE_NOOP("neuroscribe::ui::HeatMap", "zoom in to see which cells are tags")),
                   TagMark::None);
    } else {
        const QString alpha = QLocale().toString(p.tags.alpha, 'g', 3);
        legend.add(translated(QT_TRANSLATE_NOOP("neuroscribe::ui::HeatMap", "tag, q not below")), TagMark::Hollow);
        legend.add(translated(QT_TRANSLATE_NOOP("neuroscribe::ui::HeatMap", "tag, q < %1")).arg(alpha), TagMark::Solid);
    }
    painter.restore();
}

} // namespace

bool marksFit(const HeatMapPainting& p) {
    return std::min(rowHeight(p), columnWidth(p)) >= kLeastCell * p.layout.ratio;
}

void drawTagMark(QPainter& painter, QPointF centre, double radius, TagMark mark, const Theme& theme) {
    const auto disc = [&](double share, const QColor& color) {
        painter.setBrush(color);
        painter.drawEllipse(centre, radius * share, radius * share);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double size = mark == TagMark::Unknown ? 0.55 : 1.0;
    disc(size, theme.pane);
    disc(0.76 * size, theme.text);
    if (mark == TagMark::Hollow)
        disc(0.46, theme.pane);
    painter.restore();
}

void paintTags(QPainter& painter, const HeatMapPainting& p, MarkDrawing drawing) {
    if (p.figure.isEmpty() || !p.layout.isUsable())
        return;
    painter.save();
    painter.setFont(deviceFont(p.font, p.layout.ratio));
    if (p.tags.counts.size() == p.figure.descriptors)
        paintTagCounts(painter, p);
    if (p.tags.marks.size() == std::size_t{p.figure.neurons} * p.figure.descriptors) {
        if (marksFit(p))
            paintMarks(painter, p, drawing);
        paintLegend(painter, p);
    }
    painter.restore();
}

} // namespace neuroscribe::ui
