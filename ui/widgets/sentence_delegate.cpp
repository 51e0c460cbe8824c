#include "ui/widgets/sentence_delegate.h"

#include "ui/models/format.h"
#include "ui/models/sentence_list_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/row_background.h"

#include <QLocale>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kGap = 8;
constexpr int kLines = 2;
constexpr int kMostChipWidth = 130;

/// What two lines could hold if it were written in the narrowest letters: shaping a whole review for each frame is
/// slow.
QString shownPart(const QString& text, int width, const QFontMetrics& metrics) {
    const int narrowest = std::max(1, metrics.horizontalAdvance(QLatin1Char('i')));
    qsizetype most = qsizetype{kLines} * (std::max(width, 0) / narrowest + 2);
    if (text.size() <= most)
        return text.simplified();
    most += text[most].isLowSurrogate() ? 1 : 0;
    return text.left(most).simplified() + QChar(0x2026);
}

/// At most two lines, the second one elided.
void paintTwoLines(QPainter& painter, const QRect& area, const QString& text) {
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(shownPart(text, area.width(), metrics), painter.font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid())
        return layout.endLayout();
    first.setLineWidth(area.width());
    const int split = first.textStart() + first.textLength();
    layout.endLayout();
    const QString rest = layout.text().mid(split);
    const int used = metrics.height() * (rest.isEmpty() ? 1 : kLines);
    const int top = area.top() + (area.height() - used) / 2;
    painter.drawText(area.left(), top + metrics.ascent(), layout.text().left(split).trimmed());
    if (!rest.isEmpty())
        painter.drawText(area.left(), top + metrics.height() + metrics.ascent(),
                         metrics.elidedText(rest, Qt::ElideRight, area.width()));
}

} // namespace

QSize SentenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {240, kLines * option.fontMetrics.height() + 10};
}

void SentenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    paintRowBackground(*painter, option, theme);
    painter->setFont(option.font);
    QRect rest = option.rect.adjusted(kSide, 0, -kSide, 0);

    painter->setPen(theme.textMuted);
    const int rankWidth = option.fontMetrics.horizontalAdvance(QString::number(index.model()->rowCount())) + kGap;
    painter->drawText(QRect(rest.left(), rest.top(), rankWidth, rest.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      QString::number(index.row() + 1));
    rest.setLeft(rest.left() + rankWidth);

    const QVariant value = index.data(SentenceListModel::ValueRole);
    if (value.isValid()) {
        const int width = option.fontMetrics.horizontalAdvance(QStringLiteral("-88.88"));
        painter->setPen(theme.text);
        painter->drawText(QRect(rest.right() - width, rest.top(), width, rest.height()),
                          Qt::AlignRight | Qt::AlignVCenter, formatActivation(QLocale(), value.toDouble()));
        rest.setRight(rest.right() - width - kGap);
    }
    const int chipWidth = std::min(kMostChipWidth, rest.width() / 3);
    const QRect chipArea(rest.right() - chipWidth, rest.top(), chipWidth, rest.height());
    const int chipsLeft =
        paintChips(*painter, chipArea, index.data(SentenceListModel::ChipsRole).value<QList<Chip>>(), theme);
    rest.setRight(std::min(chipsLeft - kGap, rest.right()));

    const QVariant text = index.data(SentenceListModel::TextRole);
    painter->setPen(text.isValid() ? theme.text : theme.textDisabled);
    paintTwoLines(*painter, rest, text.isValid() ? text.toString() : QStringLiteral("…"));
    painter->setPen(theme.gridLine);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace neuroscribe::ui
