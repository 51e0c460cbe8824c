// Draws a row of EditHistoryModel: the present state bold with a mark before it, what is undone pale and slanted.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
