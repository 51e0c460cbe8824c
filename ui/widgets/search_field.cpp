#include "ui/widgets/search_field.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kLensSide = 14;
constexpr int kLensLeft = 9;

} // namespace

SearchField::SearchField(const QString& purpose, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(purpose);
    setAccessibleName(purpose);
    setTextMargins(kLensLeft + kLensSide, 0, 0, 0);
    setClearButtonEnabled(true);
    // The button that Qt adds is known by nothing but the name of its action.
    if (auto* clearing = findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        clearing->setText(tr("Clear"));
}

/// The lens is painted: as an action it would be a button that does nothing.
void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setOpacity(isEnabled() ? 0.65 : 0.35);
    const QRect lens(mirrored ? width() - kLensLeft - kLensSide : kLensLeft, (height() - kLensSide) / 2, kLensSide,
                     kLensSide);
    painter.drawPixmap(lens, symbolicIcon(QStringLiteral("search")).pixmap(lens.size() * devicePixelRatioF()));
}

} // namespace neuroscribe::ui
