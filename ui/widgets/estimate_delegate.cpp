#include "ui/widgets/estimate_delegate.h"

#include "ui/models/agreement_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr double kSmaller = 0.85;
constexpr int kSide = 4;
constexpr int kAbove = 4;

void drawLine(QPainter& painter, const QFont& font, const QRect& area, Qt::Alignment alignment, const QString& text) {
    painter.setFont(font);
    painter.drawText(area, static_cast<int>(alignment | Qt::AlignVCenter),
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace

QFont EstimateDelegate::smallFont(const QFont& font) {
    QFont smaller = font;
    smaller.setPointSizeF(font.pointSizeF() * kSmaller);
    return smaller;
}

int EstimateDelegate::widthOf(const QFont& font, const QString& value, const QString& below) {
    return std::max(QFontMetrics(font).horizontalAdvance(value),
                    QFontMetrics(smallFont(font)).horizontalAdvance(below)) +
           2 * kSide + 1;
}

int EstimateDelegate::rowHeight(const QFont& font) {
    return QFontMetrics(font).height() + QFontMetrics(smallFont(font)).height() + 2 * kAbove;
}

void EstimateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString value = std::exchange(row.text, QString());
    row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    const QString below = index.data(AgreementModel::BelowRole).toString();
    const Qt::Alignment side = row.displayAlignment & Qt::AlignHorizontal_Mask;
    // Names begin where their header does.
    QRect area = option.rect.adjusted(side.testFlag(Qt::AlignLeft) ? 2 * kSide : kSide, kAbove, -kSide, -kAbove);
    const bool isUndefined = index.data(AgreementModel::UndefinedRole).toBool();
    painter->setPen(isUndefined ? theme.textMuted : theme.text);
    if (below.isEmpty()) {
        drawLine(*painter, isUndefined ? smallFont(row.font) : row.font, area, side, value);
    } else {
        const int height = QFontMetrics(row.font).height();
        drawLine(*painter, row.font, {area.left(), area.top(), area.width(), height}, side, value);
        area.setTop(area.top() + height);
        painter->setPen(theme.textMuted);
        drawLine(*painter, smallFont(row.font), area, side, below);
    }
    painter->restore();
}

} // namespace neuroscribe::ui
