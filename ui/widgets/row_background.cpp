#include "ui/widgets/row_background.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace neuroscribe::ui {

void paintRowBackground(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme) {
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, theme.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, theme.paneHover);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

} // namespace neuroscribe::ui
