// Draws a sentence in a long list: two lines of text, fixed height, its labels at the right.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class SentenceRowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
