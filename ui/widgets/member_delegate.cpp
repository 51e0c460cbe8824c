#include "ui/widgets/member_delegate.h"

#include "ui/models/member_list_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 11;
constexpr int kTick = 13;
constexpr int kGap = 8;
constexpr int kStrip = 4; // height

void paintStrip(QPainter& painter, const QRect& cell, const QModelIndex& index, const QStyleOptionViewItem& option,
                const Theme& theme) {
    const QVariant similarity = index.data(MemberListModel::SimilarityRole);
    if (!similarity.isValid()) {
        painter.setPen(theme.textMuted);
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("–"));
        return;
    }
    const int number = option.fontMetrics.horizontalAdvance(QStringLiteral("-0.88"));
    QRectF track(cell.left(), cell.center().y() - kStrip / 2.0 + 0.5, cell.width() - number - kGap, kStrip);
    painter.setPen(theme.text);
    painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    if (track.width() < 8)
        return;
    painter.fillRect(track, theme.track);
    track.setWidth(track.width() * std::clamp(similarity.toDouble(), 0.0, 1.0));
    painter.fillRect(track, theme.accent);
}

void paintTick(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect) {
    QStyleOption tick(option);
    tick.rect = rect;
    tick.state &= ~(QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
    tick.state |= option.state.testFlag(QStyle::State_Selected) ? QStyle::State_On : QStyle::State_Off;
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &tick, &painter, option.widget);
}

} // namespace

QRect MemberDelegate::tickRect(const QRect& cell) {
    return {cell.left() + kSide, cell.center().y() - kTick / 2, kTick, kTick};
}

void MemberDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    QRect cell = option.rect.adjusted(kGap, 0, -kGap, -1);
    QFont font = option.font;
    painter->setFont(font);
    switch (index.column()) {
    case MemberListModel::Similarity:
        paintStrip(*painter, cell, index, option, theme);
        break;
    case MemberListModel::Said:
        painter->setPen(theme.text);
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
        break;
    case MemberListModel::Example:
        painter->setPen(theme.textMuted);
        painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
        break;
    default:
        paintTick(*painter, option, tickRect(option.rect));
        cell.setLeft(tickRect(option.rect).right() + 2 * kGap);
        font.setBold(index.data(MemberListModel::FoundRole).toBool());
        painter->setFont(font);
        painter->setPen(theme.text);
        painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, cell.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(theme.accent);
            painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
        }
    }
    painter->restore();
}

} // namespace neuroscribe::ui
