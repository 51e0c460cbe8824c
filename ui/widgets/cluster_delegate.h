// Draws a row of ClusterListModel: the state as a mark before the name; what nobody confirmed is slanted, what is
// excluded is struck out.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class ClusterDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
