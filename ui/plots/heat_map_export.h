// The heat map as a file. Pictures show what is in view; CSV holds every row and column that the filters keep.
#pragma once

#include "core/base/result.h"
#include "ui/plots/figure_file.h"
#include "ui/plots/heat_map_painter.h"

#include <QByteArray>
#include <QString>

namespace neuroscribe::ui {

/// First column the neuron ("3/58"), then one per descriptor; undefined is empty. Numbers do not follow the locale.
QByteArray heatMapCsv(const HeatMapFigure& figure);
/// size: logical pixels of the picture; png is drawn at twice that.
Result<QByteArray> heatMapPicture(const HeatMapFigure& figure, const HeatTags& tags, const HeatMapWindow& window,
                                  QSize size, const Theme& theme, const QFont& font, const QString& title,
                                  FigureFormat format);

} // namespace neuroscribe::ui
