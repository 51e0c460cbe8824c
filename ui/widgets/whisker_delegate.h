// Draws an estimate (AgreementModel::EstimateRole) as a dot with its interval as whiskers, from -1 to 1 with a tick at
// 0.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class WhiskerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
