// Asks for the limits of the heat map's colour bar.
#pragma once

#include "ui/plots/heat_map_builder.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QDoubleSpinBox;

namespace neuroscribe::ui {

class ColorLimitsDialog : public QDialog {
    Q_OBJECT
public:
    ColorLimitsDialog(const HeatMapFigure& figure, bool automatic, QWidget* parent = nullptr);
    /// Nothing: automatic. In shades (f, lift, -log10 q).
    std::optional<HeatMapOptions::Limits> limits() const;

private:
    QCheckBox* m_automatic;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
};

} // namespace neuroscribe::ui
