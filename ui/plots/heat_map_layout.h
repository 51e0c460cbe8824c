// Where the parts of the heat map lie. Everything is in whole device pixels, so that no cell is ever resampled.
#pragma once

#include "ui/plots/heat_map_figure.h"

#include <QFont>
#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace neuroscribe::ui {

/// Column labels lean by this many degrees.
inline constexpr double kLabelSlant = 55;

struct HeatMapLayout {
    double ratio = 1; ///< device pixels per logical pixel
    QSize size;       ///< of the whole, device pixels
    QRect cells;      ///< the matrix
    QRect strip;      ///< layer colours, left of the cells
    QRect caption;    ///< left of the strip: turned text, or the layers' numbers
    QRect labels;     ///< above the cells
    QRect marker;     ///< right of the cells: name of the selected neuron
    QRect colorBar;   ///< the shaded bar itself; its numbers stand at its right
    QRect counts;     ///< bars of tagged neurons under the columns
    QRect countCaption;
    int labelLength = 0; ///< longest label, along the slant; longer ones are elided

    bool isUsable() const { return cells.width() >= 8 && cells.height() >= 8; }
    int toDevice(double logical) const;
    /// Left edge of a column (fractions allowed) and top edge of a row, device pixels.
    double x(const HeatMapWindow& window, double column) const;
    double y(const HeatMapWindow& window, double row) const;
    /// The cell under a device pixel; nothing outside the matrix.
    std::optional<HeatCell> cellAt(const HeatMapFigure& figure, const HeatMapWindow& window, QPoint device) const;
    /// Columns get a label only every n-th when they are narrower than a line of text.
    std::uint32_t labelStep(const HeatMapWindow& window, int lineHeight) const;
};

/// size: logical pixels. Label texts are measured with `font`.
HeatMapLayout layoutHeatMap(const HeatMapFigure& figure, QSize size, double ratio, const QFont& font);

} // namespace neuroscribe::ui
