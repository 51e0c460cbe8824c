#include "ui/widgets/whisker_delegate.h"

#include "ui/models/agreement_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr double kSide = 10;
constexpr double kDot = 3.5; // radius
constexpr double kCap = 3;   // half height of a whisker's end
constexpr double kTick = 6;  // half height of the tick at 0

double placeOf(const QRectF& area, double value) {
    return area.left() + (std::clamp(value, -1.0, 1.0) + 1) / 2 * area.width();
}

} // namespace

void WhiskerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(option.palette);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget); // as the cells beside it
    const QRectF area = QRectF(option.rect).adjusted(kSide, 0, -kSide, 0);
    const double y = area.center().y();
    painter->fillRect(QRectF(area.left(), y - 0.5, area.width(), 1), theme.gridLine);
    painter->fillRect(QRectF(placeOf(area, 0) - 0.5, y - kTick, 1, 2 * kTick), theme.border);
    const auto estimate = index.data(AgreementModel::EstimateRole).value<stats::IntervalEstimate>();
    if (estimate.value) {
        const double low = placeOf(area, estimate.interval.low), high = placeOf(area, estimate.interval.high);
        painter->fillRect(QRectF(low, y - 0.75, high - low, 1.5), theme.text);
        for (const double end : {low, high})
            painter->fillRect(QRectF(end - 0.75, y - kCap, 1.5, 2 * kCap), theme.text);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawEllipse(QPointF(placeOf(area, *estimate.value), y), kDot, kDot);
    }
    painter->restore();
}

} // namespace neuroscribe::ui
