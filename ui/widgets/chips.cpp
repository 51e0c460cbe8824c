#include "ui/widgets/chips.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kPadding = 7;
constexpr int kGap = 4;
constexpr int kMostShown = 2;
constexpr double kSmaller = 0.85;

QFont chipFont(const QFont& font) {
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * kSmaller);
    return small;
}

void paintChip(QPainter& painter, const QRectF& box, const QString& text, bool strong, const Theme& theme) {
    painter.setPen(strong ? QPen(Qt::NoPen) : QPen(theme.border));
    painter.setBrush(strong ? QBrush(theme.accentSoft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2);
    painter.setPen(strong ? theme.accentOnSoft : theme.textMuted);
    painter.drawText(box, Qt::AlignCenter, text);
}

/// The name gives way, the word "derived" stays.
QString shortened(const Chip& chip, const QFontMetrics& metrics, int room) {
    const QString whole = chipText(chip);
    if (!chip.derived || metrics.horizontalAdvance(whole) <= room)
        return metrics.elidedText(whole, Qt::ElideRight, std::max(room, 0));
    const QString word = chipText({QString(), false, true});
    return metrics.elidedText(chip.text, Qt::ElideRight, std::max(room - metrics.horizontalAdvance(word), 0)) + word;
}

} // namespace

int paintChips(QPainter& painter, const QRect& area, const QList<Chip>& chips, const Theme& theme) {
    if (chips.isEmpty())
        return area.right() + 1;
    QList<Chip> ordered = chips;
    std::stable_partition(ordered.begin(), ordered.end(), [](const Chip& chip) { return chip.strong; });
    painter.save();
    painter.setFont(chipFont(painter.font()));
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = metrics.height() + 2;
    const int shown = std::min(static_cast<int>(ordered.size()), kMostShown);
    const int hidden = static_cast<int>(ordered.size()) - shown;
    int left = area.right() + 1;
    int top = area.center().y() - (shown * height + (shown - 1) * kGap) / 2;
    for (int i = 0; i < shown; ++i) {
        const bool last = i == shown - 1;
        const QString more = last && hidden > 0 ? QStringLiteral(" +%1").arg(hidden) : QString();
        const int room = area.width() - 2 * kPadding - metrics.horizontalAdvance(more);
        const QString text = shortened(ordered[i], metrics, room) + more;
        const int width = metrics.horizontalAdvance(text) + 2 * kPadding;
        left = std::min(left, area.right() + 1 - width);
        paintChip(painter, QRectF(area.right() + 1 - width, top, width, height), text, ordered[i].strong, theme);
        top += height + kGap;
    }
    painter.restore();
    return left;
}

} // namespace neuroscribe::ui
