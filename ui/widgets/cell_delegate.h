// Draws a row of CellListModel: label, bar, f, lift, q. Tags are bold; numbers stand in columns.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static int rowHeight(const QFont& font);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
