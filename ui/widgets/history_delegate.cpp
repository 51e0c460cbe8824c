#include "ui/widgets/history_delegate.h"

#include "ui/models/edit_history_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_background.h"

#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kPadding = 5;
constexpr int kMarkWidth = 3;

} // namespace

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, option.fontMetrics.height() + 2 * kPadding};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    paintRowBackground(*painter, option, theme);
    const bool current = index.data(EditHistoryModel::CurrentRole).toBool();
    const bool undone = index.data(EditHistoryModel::UndoneRole).toBool();
    QFont font = option.font;
    if (current)
        font.setWeight(QFont::DemiBold);
    font.setItalic(undone);
    painter->setFont(font);
    painter->setPen(undone ? theme.textMuted : theme.text);
    const QRect text = option.rect.adjusted(kSide, 0, -kSide, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (current)
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top() + kPadding / 2, kMarkWidth, option.rect.height() - kPadding),
            theme.accent);
    painter->setPen(theme.gridLine);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace neuroscribe::ui
