#include "ui/widgets/cell_delegate.h"

#include "ui/models/cell_list_model.h"
#include "ui/models/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_background.h"
#include "ui/widgets/tag_bar.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kGap = 8;
constexpr int kLeastBar = 40;

struct Columns {
    QRect label, bar, f, lift, adjusted, q;
};

/// "adj. ×1.1": the list has no header that could say so.
QString adjustedText(const QString& lift) {
    return CellDelegate::tr("adj. %1", "adjusted lift").arg(lift);
}

/// Number columns are as wide as their widest plausible text; label and bar share what is left.
Columns columnsOf(const QRect& row, const QFontMetrics& metrics, bool withAdjusted) {
    const auto width = [&metrics](const char* sample) { return metrics.horizontalAdvance(QLatin1String(sample)); };
    int right = row.right() - kSide;
    const auto take = [&right, &row](int columnWidth) {
        right -= columnWidth;
        const QRect rect(right, row.top(), columnWidth, row.height());
        right -= kGap;
        return rect;
    };
    Columns columns;
    columns.q = take(width("q 8e-288"));
    if (withAdjusted)
        columns.adjusted = take(metrics.horizontalAdvance(adjustedText(QStringLiteral("x88.8"))));
    columns.lift = take(width("x88.8"));
    columns.f = take(width("-0.88"));
    const int left = row.left() + kSide;
    const int rest = right - left;
    const int label = std::clamp(rest / 2, 0, std::max(rest - kLeastBar - kGap, 0));
    columns.label = QRect(left, row.top(), label, row.height());
    columns.bar = QRect(left + label + kGap, row.top(), rest - label - kGap, row.height());
    return columns;
}

/// In a column of numbers a dash stands for "undefined"; the tool tip has the word.
QString orDash(const QString& text, bool known) {
    return known ? text : QStringLiteral("–");
}

/// A ring where f of the other half lies.
void paintOther(QPainter& painter, const QRectF& bar, double f, const Theme& theme) {
    constexpr double kRadius = 3;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.text, 1.2));
    painter.setBrush(theme.pane);
    painter.drawEllipse(QPointF(bar.left() + std::clamp(f, 0.0, 1.0) * bar.width(), bar.center().y()), kRadius,
                        kRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// A rhombus where f would lie without the errors of the labels, on the line of its interval: below the bar, so that it
/// is not taken for f's own.
void paintCorrected(QPainter& painter, const QRectF& bar, const CellListModel::Corrected& corrected,
                    const Theme& theme) {
    constexpr double kBelow = 7, kRadius = 3;
    const auto at = [&bar](double share) { return bar.left() + share * bar.width(); };
    const double y = std::min(bar.center().y() + kBelow, bar.bottom() - kRadius), x = at(corrected.value);
    painter.fillRect(QRectF(at(corrected.low), y - 0.5, at(corrected.high) - at(corrected.low), 1), theme.textMuted);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(QPolygonF({{x - kRadius, y}, {x, y - kRadius}, {x + kRadius, y}, {x, y + kRadius}}));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

int CellDelegate::rowHeight(const QFont& font) {
    return QFontMetrics(font).height() + 7;
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {240, rowHeight(option.font)};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    paintRowBackground(*painter, option, theme);
    const auto cell = index.data(CellListModel::CellRole).value<tagging::Cell>();
    const QVariant beats = index.data(CellListModel::SolidRole);
    const auto* model = qobject_cast<const CellListModel*>(index.model());
    const Columns columns = columnsOf(option.rect, option.fontMetrics, model && model->showsAdjusted());
    const QLocale locale;

    const QString note = index.data(CellListModel::NoteRole).toString();
    const bool strong = cell.tagged && note.isEmpty();
    QFont name = option.font;
    name.setBold(strong);
    painter->setFont(name);
    painter->setPen(strong ? theme.text : theme.textMuted);
    painter->drawText(columns.label, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideMiddle, columns.label.width()));
    paintTagBar(*painter, columns.bar, cell, beats.isValid() ? std::optional(beats.toBool()) : std::nullopt, theme);

    if (const QVariant other = index.data(CellListModel::OtherRole); other.isValid())
        paintOther(*painter, columns.bar, other.toDouble(), theme);
    if (const QVariant corrected = index.data(CellListModel::CorrectedRole); corrected.isValid())
        paintCorrected(*painter, columns.bar, corrected.value<CellListModel::Corrected>(), theme);

    const auto number = [painter](const QRect& rect, const QString& text) {
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, text);
    };
    painter->setFont(option.font);
    painter->setPen(strong ? theme.text : theme.textMuted);
    if (const QString score = index.data(CellListModel::ScoreRole).toString(); !score.isEmpty())
        number(columns.f, orDash(score, cell.score.has_value()));
    else
        number(columns.f, orDash(formatF(locale, cell.f), cell.f.has_value()));
    painter->setPen(theme.textMuted);
    if (!note.isEmpty()) { // what explains the tag takes the place of what it would be without
        const QRect room = columns.lift.united(columns.q);
        number(room, option.fontMetrics.elidedText(note, Qt::ElideRight, room.width()));
        painter->restore();
        return;
    }
    number(columns.lift, orDash(formatLift(locale, cell.lift), cell.lift.has_value()));
    if (const QVariant adjusted = index.data(CellListModel::AdjustedRole); adjusted.isValid())
        number(columns.adjusted, adjustedText(adjusted.toString()));
    number(columns.q, QStringLiteral("q ") + orDash(formatQ(locale, cell.q), cell.q.has_value()));
    painter->restore();
}

} // namespace neuroscribe::ui
