#include "ui/widgets/finder_delegate.h"

#include "ui/models/finder_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_background.h"

#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kGap = 12;

} // namespace

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {320, option.fontMetrics.height() + 12};
}

void FinderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    paintRowBackground(*painter, option, theme);
    painter->setFont(option.font);
    QRect row = option.rect.adjusted(kSide, 0, -kSide, 0);
    const QString kind = kindText(static_cast<Found::Kind>(index.data(FinderModel::KindRole).toInt()));
    painter->setPen(theme.textMuted);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, kind);
    row.setRight(row.right() - option.fontMetrics.horizontalAdvance(kind) - kGap);
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? theme.accentOnSoft : theme.text);
    painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString().simplified(), Qt::ElideRight, row.width()));
    painter->restore();
}

} // namespace neuroscribe::ui
