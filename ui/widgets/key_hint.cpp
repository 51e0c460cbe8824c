#include "ui/widgets/key_hint.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QPainter>

namespace neuroscribe::ui {
namespace {

constexpr int kPadding = 6;
constexpr int kGap = 5;
constexpr int kHeight = 6; // beyond a line of text

} // namespace

QString withKey(const QString& text, const QAction& action) {
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? text : KeyHint::tr("%1 (%2)").arg(text, key);
}

KeyHint::KeyHint(QAction* action, const QString& text, QWidget* parent) : QAbstractButton(parent), m_action(action) {
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &KeyHint::follow);
    follow();
}

void KeyHint::follow() {
    m_key = m_action->shortcut().toString(QKeySequence::NativeText);
    setEnabled(m_action->isEnabled());
    setToolTip(m_action->toolTip());
    setAccessibleDescription(m_key);
    updateGeometry();
    update();
}

int KeyHint::capWidth() const {
    return m_key.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_key) + 2 * kPadding;
}

QSize KeyHint::sizeHint() const {
    const int gap = m_key.isEmpty() ? 0 : kGap;
    return {capWidth() + gap + fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height() + kHeight};
}

void KeyHint::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int left = 0;
    if (!m_key.isEmpty()) {
        const QRectF cap(0.5, 1.5, capWidth() - 1, height() - 3);
        painter.setPen(hasFocus() ? theme.accent : theme.border);
        painter.setBrush(underMouse() && isEnabled() ? theme.paneHover : theme.field);
        painter.drawRoundedRect(cap, 3, 3);
        painter.setPen(isEnabled() ? theme.text : theme.textDisabled);
        painter.drawText(cap, Qt::AlignCenter, m_key);
        left = capWidth() + kGap;
    }
    painter.setPen(!isEnabled() ? theme.textDisabled : underMouse() ? theme.accent : theme.textMuted);
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
}

void KeyHint::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void KeyHint::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace neuroscribe::ui
