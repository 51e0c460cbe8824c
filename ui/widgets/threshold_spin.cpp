#include "ui/widgets/threshold_spin.h"

#include <QLocale>
#include <QSignalBlocker>

#include <cmath>

namespace neuroscribe::ui {

ThresholdSpin::ThresholdSpin(const Range& range, QWidget* parent)
    : QDoubleSpinBox(parent), m_leastDecimals(range.leastDecimals), m_perOne(std::pow(10.0, range.decimals)) {
    setDecimals(range.decimals);
    setRange(range.minimum / m_perOne, range.maximum / m_perOne);
    setKeyboardTracking(false);
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QDoubleSpinBox::valueChanged, this, [this] { emit committed(units()); });
}

std::uint32_t ThresholdSpin::units() const {
    return static_cast<std::uint32_t>(std::lround(value() * m_perOne));
}

void ThresholdSpin::setMaximumUnits(std::uint32_t maximum) {
    if (maximum / m_perOne == this->maximum())
        return;
    const QSignalBlocker quiet(this);
    setMaximum(maximum / m_perOne);
}

void ThresholdSpin::setUnits(std::uint32_t units) {
    if (units == this->units())
        return; // a text that is being typed stays
    const QSignalBlocker quiet(this);
    setValue(units / m_perOne);
}

QString ThresholdSpin::textFromValue(double value) const {
    if (value == minimum() && !specialValueText().isEmpty())
        return specialValueText(); // shown anyway; this way it is spoken too
    int digits = m_leastDecimals;
    while (digits < decimals() &&
           std::abs(value * std::pow(10.0, digits) - std::round(value * std::pow(10.0, digits))) > 0.5 / m_perOne)
        ++digits;
    return locale().toString(value, 'f', digits);
}

} // namespace neuroscribe::ui
