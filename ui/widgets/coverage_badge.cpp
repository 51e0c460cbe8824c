#include "ui/widgets/coverage_badge.h"

#include "ui/models/format.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace neuroscribe::ui {

CoverageBadge::CoverageBadge(QWidget* parent) : SmallLabel(parent) {
    setContentsMargins(8, 2, 8, 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Coverage"));
}

void CoverageBadge::setCoverage(std::uint64_t answered, std::uint64_t asked) {
    setNote(tr("%1 labelled").arg(formatCoverage(QLocale(), answered, asked)),
            tr("Share of sentence and descriptor pairs with an answer. An unanswered pair counts neither as Yes nor "
               "as No."));
}

void CoverageBadge::setNote(const QString& text, const QString& why) {
    setText(text);
    setToolTip(why);
    setAccessibleDescription(text + QLatin1String(". ") + why);
}

void CoverageBadge::paintEvent(QPaintEvent* event) {
    if (text().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::of(this).border);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.end();
    SmallLabel::paintEvent(event);
}

} // namespace neuroscribe::ui
