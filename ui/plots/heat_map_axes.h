// What stands around the cells of the heat map. Each function draws one part, in layout pixels, with the painter's
// font.
#pragma once

#include <QFont>
#include <QString>

class QPainter;

namespace neuroscribe::ui {

struct HeatMapPainting;

void paintColumnLabels(QPainter& painter, const HeatMapPainting& painting);
/// One colour per layer; where several neurons share a pixel the first of them gives it.
void paintLayerStrip(QPainter& painter, const HeatMapPainting& painting);
/// The numbers of the layers when rows are in layer order, else what the strip means.
void paintRowCaption(QPainter& painter, const HeatMapPainting& painting);
void paintColorBar(QPainter& painter, const HeatMapPainting& painting);
/// Neurons tagged with each descriptor, under its column. The painting has counts.
void paintTagCounts(QPainter& painter, const HeatMapPainting& painting);
/// What stands under them.
QString countCaption();
/// Of what is secondary.
QFont smaller(QFont font);

} // namespace neuroscribe::ui
