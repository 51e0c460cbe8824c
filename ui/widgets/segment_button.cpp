#include "ui/widgets/segment_button.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace neuroscribe::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kRadius = 5;

} // namespace

SegmentButton::SegmentButton(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
}

QSize SegmentButton::sizeHint() const {
    QFont chosen = font();
    chosen.setBold(true); // so that choosing moves nothing
    const QFontMetrics metrics(chosen);
    return {metrics.horizontalAdvance(text()) + 2 * kPadding, metrics.height() + 8};
}

void SegmentButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    // The inner edges reach under the neighbour, so that two segments share one line.
    const QRectF box = QRectF(rect()).adjusted(m_first ? 0.5 : -0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(box.adjusted(m_first ? 0 : -2 * kRadius, 0, m_last ? 0 : 2 * kRadius, 0), kRadius, kRadius);
    QPainterPath clip;
    clip.addRect(rect());
    const bool hovered = underMouse() && isEnabled();
    painter.setClipPath(clip);
    painter.fillPath(shape, isChecked() ? theme.accentSoft : hovered ? theme.paneHover : theme.field);
    painter.setPen(theme.border);
    painter.drawPath(shape);
    if (!m_first)
        painter.drawLine(QPointF(0, 0), QPointF(0, height()));
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), kRadius - 2, kRadius - 2);
    }
    QFont shown = font();
    shown.setBold(isChecked());
    painter.setFont(shown);
    painter.setPen(!isEnabled() ? theme.textDisabled : isChecked() ? theme.accentOnSoft : theme.textMuted);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void SegmentButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void SegmentButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace neuroscribe::ui
