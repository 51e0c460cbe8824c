// Draws a row of the finder: what was found, and at the right what kind of thing it is.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class FinderDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
