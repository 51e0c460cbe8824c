// A cell of the agreement in two lines: the value, and below it, smaller, what it is worth (its interval; of a name the
// number of pairs). What does not fit is cut; the tool tip has it.
#pragma once

#include <QStyledItemDelegate>

namespace neuroscribe::ui {

class EstimateDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QFont smallFont(const QFont& font);
    /// Room that a cell with these two lines wants.
    static int widthOf(const QFont& font, const QString& value, const QString& below);
    static int rowHeight(const QFont& font);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace neuroscribe::ui
