// Draws a row of MemberListModel: tick and topic, a strip for the similarity, how often said, the sentence.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class MemberDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static QRect tickRect(const QRect& cell);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
