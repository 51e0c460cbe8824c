// Draws a row of SentenceListModel: rank, two lines of text, label chips, activation.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class SentenceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
