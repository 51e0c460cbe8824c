#include "ui/widgets/chip_button.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 9;
constexpr int kMostWidth = 260;

} // namespace

ChipButton::ChipButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::TabFocus);
}

QSize ChipButton::sizeHint() const {
    return {std::min(fontMetrics().horizontalAdvance(text()) + 2 * kSide, kMostWidth), fontMetrics().height() + 5};
}

void ChipButton::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool marked = isEnabled() && (underMouse() || hasFocus());
    painter.setPen(marked ? theme.accent : isEnabled() ? theme.accentSoft : theme.border);
    painter.setBrush(isEnabled() ? QBrush(theme.accentSoft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(isEnabled() ? theme.accentOnSoft : theme.textDisabled);
    painter.drawText(rect(), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, width() - 2 * kSide + 2));
}

void ChipButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void ChipButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace neuroscribe::ui
