// The threshold slider as a screen reader sees it: a slider whose value has a meaning in words.
#pragma once

#include <QAccessibleWidget>

namespace neuroscribe::ui {

class ThresholdSlider;

class AccessibleSlider : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleSlider(QWidget* slider);
    /// Makes Qt use this class for every ThresholdSlider; more than one call does nothing.
    static void install();

    QString text(QAccessible::Text kind) const override;
    void* interface_cast(QAccessible::InterfaceType type) override;
    QVariant currentValue() const override;
    void setCurrentValue(const QVariant& value) override;
    QVariant maximumValue() const override;
    QVariant minimumValue() const override;
    QVariant minimumStepSize() const override;

private:
    ThresholdSlider& slider() const;
};

} // namespace neuroscribe::ui
