#include "ui/widgets/sentence_row_delegate.h"

#include "ui/models/sentence_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_background.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kMargin = 12;
constexpr int kPadding = 6;
constexpr int kLines = 2;
constexpr int kChipGap = 8;
constexpr double kMostChipShare = 0.35;
constexpr qsizetype kShownCharacters = 400; ///< more than two lines hold

/// The first lines of a text, the last one elided.
void drawText(QPainter& painter, const QRect& box, const QString& text, const QFontMetrics& metrics) {
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int drawn = 0;
    int start = 0;
    for (QTextLine line = layout.createLine(); line.isValid() && drawn < kLines; line = layout.createLine()) {
        line.setLineWidth(box.width());
        const bool last = drawn == kLines - 1;
        const QString part = last ? metrics.elidedText(text.mid(start), Qt::ElideRight, box.width())
                                  : text.mid(start, line.textLength());
        painter.drawText(QPoint(box.left(), box.top() + drawn * metrics.lineSpacing() + metrics.ascent()), part);
        start += line.textLength();
        ++drawn;
    }
    layout.endLayout();
}

/// Returns the width taken.
int drawChip(QPainter& painter, const QRect& row, const Chip& chip, int more, const Theme& theme) {
    QString text = chip.text;
    if (more > 0)
        text += QStringLiteral(" +%1").arg(more);
    const QFontMetrics metrics(painter.font());
    const int most = static_cast<int>(row.width() * kMostChipShare);
    text = metrics.elidedText(text, Qt::ElideRight, most - 2 * kChipGap);
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 2 * kChipGap, metrics.height() + 4);
    box.moveTopRight(QPointF(row.right() - kMargin, row.top() + (row.height() - box.height()) / 2));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accentSoft);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(theme.accentOnSoft);
    painter.drawText(box, Qt::AlignCenter, text);
    return static_cast<int>(box.width()) + kChipGap;
}

} // namespace

void SentenceRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Theme theme = Theme::of(option.palette);
    painter->save();
    painter->setFont(option.font);
    paintRowBackground(*painter, option, theme);
    QRect text = option.rect.adjusted(kMargin, kPadding, -kMargin, -kPadding);
    const auto chips = index.data(SentenceListModel::ChipsRole).value<QList<Chip>>();
    if (!chips.isEmpty())
        text.setRight(text.right() -
                      drawChip(*painter, option.rect, chips.front(), static_cast<int>(chips.size()) - 1, theme));
    const QVariant words = index.data(SentenceListModel::TextRole);
    painter->setPen(words.isValid() ? theme.text : theme.textMuted);
    drawText(*painter, text, words.isValid() ? words.toString().left(kShownCharacters).simplified() : tr("..."),
             option.fontMetrics);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(theme.gridLine);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize SentenceRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {100, option.fontMetrics.lineSpacing() * kLines + 2 * kPadding};
}

} // namespace neuroscribe::ui
