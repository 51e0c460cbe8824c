// A figure drawn with Qt: the same scene as its SVG, in the colours of a theme.
#pragma once

#include "core/io/figure_scene.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QSizeF>

class QPainter;

namespace neuroscribe::ui {

/// Texts are measured in `font`, numbers follow the locale. pixelRatio: device pixels per logical one.
io::SceneStyle figureStyle(QSizeF size, const QFont& font, const Theme& theme, double pixelRatio);
/// Paper included. Stateless: the same scene and theme give the same picture.
void paintFigure(QPainter& painter, const io::FigureScene& scene, const QFont& font, const Theme& theme);

} // namespace neuroscribe::ui
