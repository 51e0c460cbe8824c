// The parts of layOut(). Private to core/io.
#pragma once

#include "core/io/figure_scene.h"

namespace neuroscribe::io::scene {

inline constexpr double kLineHeight = 1.4; ///< of the text size
inline constexpr double kTickGap = 6;
inline constexpr double kBandOpacity = 0.22;
inline constexpr double kBarOpacity = 0.85;

SceneRole roleOf(FigureColor color);
/// The text, shortened to the width by an ellipsis in the middle: names differ at both ends.
std::string elided(const SceneStyle& style, const std::string& text, double size, double width);
/// Lines of at most the width, broken at spaces; a word that is wider stands alone.
std::vector<std::string> wrapped(const SceneStyle& style, const std::string& text, double size, double width);

/// at: on the base line. An empty text adds nothing.
void addText(FigureScene& scene, ScenePlace at, std::string text, double size, SceneText::Anchor anchor,
             SceneRole role = SceneRole::Muted, bool bold = false);
/// Axes, series, markers and landscape, within `room`; sets plot, x and y.
void addAxes(FigureScene& scene, const Figure& figure, const SceneStyle& style, SceneRect room);
void addSeries(FigureScene& scene, const Figure& figure);
void addMarkers(FigureScene& scene, const Figure& figure, const SceneStyle& style);
/// Cells, names and colour bar of the matrix, within `room`; sets plot and cells.
void addNamedMatrix(FigureScene& scene, const Figure& figure, const SceneStyle& style, const SceneRect& room);
/// The cells, between the axes that the frame has set.
void addLandscape(FigureScene& scene, const Figure& figure, const SceneStyle& style);
/// Strip, numbers and the gap before them.
double colorBarWidth(const Figure& figure, const SceneStyle& style);
void addColorBar(FigureScene& scene, const Figure& figure, const SceneStyle& style, const SceneRect& bar);

} // namespace neuroscribe::io::scene
