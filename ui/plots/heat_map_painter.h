// Draws the heat map: stateless functions from a figure, a place and a theme to pixels or to any painter. The widget
// adds only what moves with the pointer and the selection.
#pragma once

#include "ui/plots/heat_map_figure.h"
#include "ui/plots/heat_map_layout.h"
#include "ui/plots/heat_map_tags.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QImage>

class QPainter;

namespace neuroscribe::ui {

struct HeatMapPainting {
    const HeatMapFigure& figure;
    const HeatTags& tags;
    HeatMapWindow window;
    HeatMapLayout layout;
    Theme theme;
    QFont font; ///< logical; scaled by layout.ratio
};

/// The whole map but tags (paintTags) and marks, layout.size pixels. The cells are copied, not drawn: exactly the
/// pixels of heat::rasterize.
QImage drawHeatMap(const HeatMapPainting& painting);
/// The same, and the tags, onto any painter (SVG, PDF) whose unit is one layout pixel; the cells go in as a picture
/// with at least one pixel a row.
void paintHeatMap(QPainter& painter, const HeatMapPainting& painting);

/// The cells alone.
QImage rasterCells(const HeatMapFigure& figure, const HeatMapWindow& window, QSize size, const Theme& theme);
/// The font in layout pixels.
QFont deviceFont(const QFont& font, double ratio);

} // namespace neuroscribe::ui
