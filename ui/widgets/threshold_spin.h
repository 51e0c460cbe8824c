// Types a stored integer threshold as the decimal number it stands for. "1.00" and "0.102" both show all they hold.
#pragma once

#include <QDoubleSpinBox>

#include <cstdint>

namespace neuroscribe::ui {

class ThresholdSpin : public QDoubleSpinBox {
    Q_OBJECT
public:
    struct Range {
        std::uint32_t minimum = 0; ///< in units
        std::uint32_t maximum = 1000;
        int decimals = 3;      ///< a unit is 10^-decimals
        int leastDecimals = 2; ///< shown even when zero
    };
    explicit ThresholdSpin(const Range& range, QWidget* parent = nullptr);

    std::uint32_t units() const;
    /// Emits nothing.
    void setMaximumUnits(std::uint32_t maximum);
    /// Emits nothing.
    void setUnits(std::uint32_t units);
    QString textFromValue(double value) const override;

signals:
    void committed(quint32 units); ///< Enter, leaving the field, or a step

private:
    int m_leastDecimals;
    double m_perOne;
};

} // namespace neuroscribe::ui
