#include "ui/widgets/small_label.h"

#include <QApplication>
#include <QEvent>

namespace neuroscribe::ui {
namespace {

constexpr double kSmaller = 0.85;

} // namespace

SmallLabel::SmallLabel(QWidget* parent) : QLabel(parent) {
    setForegroundRole(QPalette::PlaceholderText);
    takeSize();
}

void SmallLabel::takeSize() {
    QFont small = font();
    small.setPointSizeF(QApplication::font(this).pointSizeF() * kSmaller);
    setFont(small);
}

bool SmallLabel::event(QEvent* event) {
    if (event->type() == QEvent::ApplicationFontChange)
        takeSize();
    return QLabel::event(event);
}

} // namespace neuroscribe::ui
