#include "ui/widgets/chip_label.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace neuroscribe::ui {

ChipLabel::ChipLabel(const QString& text, bool strong, QWidget* parent) : QLabel(text, parent), m_strong(strong) {
    setContentsMargins(8, 2, 8, 2);
    setTextFormat(Qt::PlainText);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    setFont(small);
}

void ChipLabel::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(m_strong ? QPen(theme.accentSoft) : QPen(theme.border));
    painter.setBrush(m_strong ? QBrush(theme.accentSoft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(m_strong ? theme.accentOnSoft : theme.textMuted);
    painter.drawText(contentsRect(), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

} // namespace neuroscribe::ui
