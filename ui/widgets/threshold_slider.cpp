#include "ui/widgets/threshold_slider.h"

#include "ui/widgets/accessible_slider.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr int kPageSteps = 10;
constexpr int kNotch = 120; // angleDelta of one wheel notch

/// Grid steps a key asks for; 0: not ours.
int stepsOfKey(int key, const ThresholdScale& scale) {
    const int whole = static_cast<int>(scale.steps) + 1;
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Up:
        return 1;
    case Qt::Key_Left:
    case Qt::Key_Down:
        return -1;
    case Qt::Key_PageUp:
        return kPageSteps;
    case Qt::Key_PageDown:
        return -kPageSteps;
    case Qt::Key_Home:
        return -whole;
    case Qt::Key_End:
        return whole;
    default:
        return 0;
    }
}

} // namespace

ThresholdSlider::ThresholdSlider(const ThresholdScale& scale, QWidget* parent)
    : QWidget(parent), m_scale(scale), m_value(scale.minimum) {
    AccessibleSlider::install();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThresholdSlider::setValue(std::uint32_t value) {
    if (m_inGesture || value == m_value)
        return;
    m_value = value;
    spoken();
    update();
}

void ThresholdSlider::commitValue(std::uint32_t value) {
    moveTo(std::clamp(value, m_scale.minimum, m_scale.maximum));
    endGesture();
}

void ThresholdSlider::setScale(const ThresholdScale& scale) {
    if (scale == m_scale)
        return;
    endGesture();
    m_scale = scale;
    update();
}

void ThresholdSlider::setDistribution(std::vector<std::uint32_t> counts) {
    if (counts == m_distribution)
        return;
    const bool resized = counts.empty() != m_distribution.empty();
    m_distribution = std::move(counts);
    if (resized)
        updateGeometry();
    update();
}

void ThresholdSlider::setTicks(std::vector<Tick> ticks) {
    if (ticks == m_ticks)
        return;
    m_ticks = std::move(ticks);
    updateGeometry();
    update();
}

void ThresholdSlider::setSpeaker(std::function<QString(std::uint32_t)> speak) {
    m_speak = std::move(speak);
}

QString ThresholdSlider::spokenValue() const {
    return m_speak ? m_speak(m_value) : QString::number(m_value);
}

void ThresholdSlider::spoken() {
    QAccessibleValueChangeEvent event(this, m_value);
    QAccessible::updateAccessibility(&event);
}

std::uint32_t ThresholdSlider::valueAtX(double x) const {
    const QRectF line = track();
    return m_scale.valueAt((x - line.left()) / line.width());
}

double ThresholdSlider::xOf(std::uint32_t value) const {
    const QRectF line = track();
    return line.left() + m_scale.position(value) * line.width();
}

void ThresholdSlider::moveTo(std::uint32_t value) {
    if (!m_inGesture) {
        m_inGesture = true;
        m_before = m_value;
    }
    if (value == m_value)
        return;
    m_value = value;
    spoken();
    update();
    emit moved(value);
}

void ThresholdSlider::endGesture() {
    m_dragging = false;
    if (!std::exchange(m_inGesture, false) || m_value == m_before)
        return;
    emit committed(m_value);
}

void ThresholdSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const double x = event->position().x();
    constexpr double kHandleReach = 12;
    m_grip = x - xOf(m_value);
    m_dragging = true;
    if (std::abs(m_grip) > kHandleReach) { // beside the handle: it jumps there
        m_grip = 0;
        moveTo(valueAtX(x));
    }
}

void ThresholdSlider::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragging)
        moveTo(valueAtX(event->position().x() - m_grip));
}

void ThresholdSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && m_dragging)
        endGesture();
}

void ThresholdSlider::keyPressEvent(QKeyEvent* event) {
    const int steps = stepsOfKey(event->key(), m_scale);
    if (steps == 0 || m_dragging)
        return QWidget::keyPressEvent(event);
    moveTo(m_scale.stepped(m_value, steps));
    if (!event->isAutoRepeat())
        endGesture(); // a single press is a step of its own; a held key goes on as one gesture
}

void ThresholdSlider::keyReleaseEvent(QKeyEvent* event) {
    if (!event->isAutoRepeat() && !m_dragging && stepsOfKey(event->key(), m_scale) != 0)
        endGesture();
}

void ThresholdSlider::wheelEvent(QWheelEvent* event) {
    // Only with the focus: a panel that is being scrolled must not change what is stored.
    if (!hasFocus() || std::abs(event->angleDelta().y()) < kNotch || m_dragging)
        return event->ignore();
    moveTo(m_scale.stepped(m_value, event->angleDelta().y() / kNotch));
    endGesture();
    event->accept();
}

void ThresholdSlider::focusOutEvent(QFocusEvent* event) {
    if (!m_dragging)
        endGesture();
    QWidget::focusOutEvent(event);
}

void ThresholdSlider::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

} // namespace neuroscribe::ui
