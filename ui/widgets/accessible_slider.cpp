#include "ui/widgets/accessible_slider.h"

#include "ui/widgets/threshold_slider.h"

#include <QAccessible>

namespace neuroscribe::ui {
namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* slider = qobject_cast<ThresholdSlider*>(object);
    return slider ? new AccessibleSlider(slider) : nullptr;
}

} // namespace

AccessibleSlider::AccessibleSlider(QWidget* slider) : QAccessibleWidget(slider, QAccessible::Slider) {}

void AccessibleSlider::install() {
    QAccessible::installFactory(makeInterface);
}

ThresholdSlider& AccessibleSlider::slider() const {
    return *static_cast<ThresholdSlider*>(widget());
}

QString AccessibleSlider::text(QAccessible::Text kind) const {
    return kind == QAccessible::Value ? slider().spokenValue() : QAccessibleWidget::text(kind);
}

void* AccessibleSlider::interface_cast(QAccessible::InterfaceType type) {
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QVariant AccessibleSlider::currentValue() const {
    return slider().value();
}

void AccessibleSlider::setCurrentValue(const QVariant& value) {
    slider().commitValue(value.toUInt());
}

QVariant AccessibleSlider::maximumValue() const {
    return slider().scale().maximum;
}

QVariant AccessibleSlider::minimumValue() const {
    return slider().scale().minimum;
}

QVariant AccessibleSlider::minimumStepSize() const {
    return 1;
}

} // namespace neuroscribe::ui
