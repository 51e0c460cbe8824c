#include "ui/widgets/tag_bar.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr double kBarHeight = 8;
constexpr double kTickHeight = 14;

void paintInterval(QPainter& painter, const QRectF& area, const stats::Interval& interval, const Theme& theme) {
    const double y = area.center().y();
    const double from = area.left() + interval.low * area.width(), to = area.left() + interval.high * area.width();
    painter.fillRect(QRectF(from, y - 0.5, to - from, 1), theme.text);
    painter.fillRect(QRectF(from, y - 2, 1, 4), theme.text);
    painter.fillRect(QRectF(to - 1, y - 2, 1, 4), theme.text);
}

} // namespace

void paintTagBar(QPainter& painter, const QRectF& area, const tagging::Cell& cell, std::optional<bool> solid,
                 const Theme& theme) {
    const double y = area.center().y();
    const QRectF track(area.left(), y - kBarHeight / 2, area.width(), kBarHeight);
    painter.fillRect(QRectF(track.left(), y - 0.5, track.width(), 1), theme.gridLine);
    if (cell.f) {
        QRectF bar = track;
        bar.setWidth(std::max(std::clamp(*cell.f, 0.0, 1.0) * track.width(), 1.0));
        if (solid.value_or(false)) {
            painter.fillRect(bar, theme.accent);
        } else {
            painter.fillRect(bar, solid ? theme.pane : theme.accentSoft);
            painter.setPen(theme.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
    if (cell.interval)
        paintInterval(painter, area, *cell.interval, theme);
    if (cell.baseRate) {
        const double x = area.left() + *cell.baseRate * area.width();
        painter.fillRect(QRectF(x - 1, y - kTickHeight / 2, 2, kTickHeight), theme.baseRate);
    }
}

} // namespace neuroscribe::ui
