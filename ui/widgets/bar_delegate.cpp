#include "ui/widgets/bar_delegate.h"

#include "ui/models/bar_model.h"
#include "ui/models/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_background.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kBarHeight = 8;
constexpr int kGap = 8;
constexpr int kSide = 2;
const QString kFlag = QStringLiteral("⚠ ");

/// The same split for every row, so that bars line up: the label column is as wide as the longest label, up to 45 %.
int labelWidth(const QAbstractItemModel& model, const QFontMetrics& metrics, int width) {
    int longest = 0;
    const int rows = std::min(model.rowCount(), 100);
    for (int row = 0; row < rows; ++row)
        longest = std::max(longest, metrics.horizontalAdvance(kFlag + model.index(row, 0).data().toString()));
    return std::min(longest, width * 45 / 100);
}

} // namespace

int BarDelegate::rowHeight(const QFont& font) {
    return QFontMetrics(font).height() + 5;
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {120, rowHeight(option.font)};
}

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    paintRowBackground(*painter, option, theme);
    const QRect row = option.rect.adjusted(kSide, 0, -kSide, 0);
    const QLocale locale;
    const auto count = index.data(BarModel::CountRole).toULongLong();
    const auto most = index.data(BarModel::MostRole).toULongLong();
    const bool flagged = index.data(BarModel::FlaggedRole).toBool();

    painter->setFont(option.font);
    const int countWidth = option.fontMetrics.horizontalAdvance(formatCount(locale, std::max(count, most)));
    const int left = labelWidth(*index.model(), option.fontMetrics, row.width());
    const QRect label(row.left(), row.top(), left, row.height());
    painter->setPen(theme.textMuted);
    const QString name = index.data().toString();
    painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(flagged ? kFlag + name : name, Qt::ElideRight, left));
    painter->setPen(theme.text);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, formatCount(locale, count));

    const double from = label.right() + kGap;
    const QRectF track(from, row.center().y() - kBarHeight / 2 + 1, row.right() - countWidth - kGap - from, kBarHeight);
    if (track.width() > 4) {
        painter->fillRect(track, theme.track);
        QRectF bar = track;
        bar.setWidth(most ? track.width() * static_cast<double>(count) / static_cast<double>(most) : 0);
        painter->fillRect(bar, flagged ? theme.warning : theme.accent);
    }
    painter->restore();
}

} // namespace neuroscribe::ui
