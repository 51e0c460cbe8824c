#include "ui/theme/style_paint.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

namespace neuroscribe::ui::style {
namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

/// Only for those who walk with the keyboard: a ring at every click would flicker.
bool showsFocus(const QStyleOption& option) {
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

QRectF crisp(const QRect& rect) {
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

void box(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect, radius, radius);
    painter.restore();
}

void focusRing(QPainter& painter, const QRectF& rect, const Theme& theme, double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(0.3, 0.3, -0.3, -0.3), radius, radius);
    painter.restore();
}

void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color) {
    const double half = std::min({rect.width(), rect.height(), 8.0}) / 2;
    QPainterPath path(QPointF(-half, -half / 2));
    path.lineTo(0, half / 2);
    path.lineTo(half, -half / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.rotate(direction == Qt::UpArrow      ? 180
                   : direction == Qt::LeftArrow  ? 90
                   : direction == Qt::RightArrow ? -90
                                                 : 0);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

void pushButton(QPainter& painter, const QStyleOptionButton& option, const Theme& theme) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool main = option.features.testFlag(QStyleOptionButton::DefaultButton) && enabled;
    QColor fill = main ? theme.accent : theme.pane;
    if (down)
        fill = main ? theme.accent.darker(112) : theme.accentSoft;
    else if (enabled && has(option, QStyle::State_MouseOver))
        fill = main ? theme.accent.lighter(108) : theme.paneHover;
    if (option.features.testFlag(QStyleOptionButton::Flat) && !down && !has(option, QStyle::State_MouseOver))
        fill = QColor();
    const bool flat = option.features.testFlag(QStyleOptionButton::Flat);
    box(painter, crisp(option.rect), fill, flat ? QColor() : main ? theme.accent : theme.border);
    if (showsFocus(option))
        focusRing(painter, crisp(option.rect).adjusted(main ? 2 : 0, main ? 2 : 0, main ? -2 : 0, main ? -2 : 0),
                  main ? Theme{.accent = theme.accentText} : theme);
}

void toolButton(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_Sunken);
    const bool hover = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const bool raised = has(option, QStyle::State_AutoRaise);
    if (on || hover || !raised)
        box(painter, crisp(option.rect),
            on      ? theme.accentSoft
            : hover ? theme.paneHover
                    : theme.pane,
            raised ? QColor() : theme.border);
    if (showsFocus(option))
        focusRing(painter, crisp(option.rect), theme);
}

void field(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    const bool enabled = has(option, QStyle::State_Enabled);
    box(painter, crisp(option.rect), enabled ? theme.field : theme.paneHover, theme.border);
    if (has(option, QStyle::State_HasFocus) && enabled)
        focusRing(painter, crisp(option.rect), theme);
}

void checkBox(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    const bool on = has(option, QStyle::State_On);
    const bool partial = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor mark = enabled ? theme.accent : theme.textDisabled;
    const QRectF rect = crisp(option.rect);
    box(painter, rect, on || partial ? mark : theme.field, on || partial ? mark : theme.textMuted, 3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    if (on)
        painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
    else if (partial)
        painter.drawLine(at(0.26, 0.5), at(0.74, 0.5));
    painter.restore();
}

void radioButton(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    const bool on = has(option, QStyle::State_On);
    const QColor mark = has(option, QStyle::State_Enabled) ? theme.accent : theme.textDisabled;
    const QRectF rect = crisp(option.rect);
    box(painter, rect, theme.field, on ? mark : theme.textMuted, rect.width() / 2);
    if (on)
        box(painter, rect.adjusted(3.5, 3.5, -3.5, -3.5), mark, QColor(), rect.width());
}

void itemBackground(QPainter& painter, const QStyleOption& option, const Theme& theme) {
    if (has(option, QStyle::State_Selected))
        painter.fillRect(option.rect, theme.accentSoft);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter.fillRect(option.rect, theme.paneHover);
}

void hairlineBelow(QPainter& painter, const QRect& row, const QColor& color) {
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), color);
}

} // namespace neuroscribe::ui::style
