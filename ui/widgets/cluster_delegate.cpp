#include "ui/widgets/cluster_delegate.h"

#include "ui/models/cluster_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/state_dot.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 8;
constexpr int kMark = 12;
constexpr int kGap = 7;

StateDot::State markOf(ClusterState state) {
    switch (state) {
    case ClusterState::New:
        return StateDot::State::Partial;
    case ClusterState::Named:
        return StateDot::State::Done;
    case ClusterState::Automatic:
        return StateDot::State::Info;
    case ClusterState::Excluded:
    case ClusterState::Outside:
        break;
    }
    return StateDot::State::Missing;
}

QFont fontOf(ClusterState state, QFont font) {
    if (state == ClusterState::Named || state == ClusterState::Automatic)
        font.setWeight(QFont::DemiBold);
    font.setItalic(state == ClusterState::New);
    font.setStrikeOut(state == ClusterState::Excluded);
    return font;
}

} // namespace

void ClusterDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const auto state = static_cast<ClusterState>(index.data(ClusterListModel::StateRole).toInt());
    const bool named = state == ClusterState::Named || state == ClusterState::Automatic;
    QRect rest = option.rect.adjusted(kSide, 0, -kSide, -1);
    QString text = index.data().toString();
    if (index.column() != ClusterListModel::Name) {
        const bool size = index.column() == ClusterListModel::Members;
        painter->setPen(size && named ? theme.text : theme.textMuted);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, text);
        return painter->restore();
    }
    if (state != ClusterState::Outside) {
        StateDot::paintMark(*painter, QPointF(rest.left() + kMark / 2.0, rest.center().y() + 0.5), markOf(state),
                            theme);
        rest.setLeft(rest.left() + kMark + kGap);
    }
    if (const int hits = index.data(ClusterListModel::HitsRole).toInt(); hits != 0) {
        const QString count = QStringLiteral("+") + QLocale().toString(hits);
        painter->setFont(option.font);
        painter->setPen(theme.accent);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, count);
        rest.setRight(rest.right() - option.fontMetrics.horizontalAdvance(count) - kGap);
    }
    const QFont font = fontOf(state, option.font);
    painter->setFont(font);
    painter->setPen(named ? theme.text : theme.textMuted);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, rest.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

} // namespace neuroscribe::ui
