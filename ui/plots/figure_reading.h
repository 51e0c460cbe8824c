// What a figure says at a place, in words and in the person's numbers.
#pragma once

#include "core/io/figure_scene.h"

#include <QString>

#include <vector>

namespace neuroscribe::ui {

/// Every x that a series has, ascending: where the cursor stops.
std::vector<double> stopsOf(const io::Figure& figure);
/// "threshold t 0.35 · precision 0.72 (0.50 to 0.87) · recall 0.49", undefined where a series has nothing.
QString readingAt(const io::Figure& figure, double x);
/// "Taste · Beverage: phi 0.66"
QString readingAt(const io::Figure& figure, io::FigureScene::Cell cell);
/// The row or column of a named matrix whose name stands there, whole; empty elsewhere.
QString nameAt(const io::Figure& figure, const io::FigureScene& scene, io::ScenePlace place);
/// Caption, parameters and notes, a line each.
QString wholeCaption(const io::Figure& figure);

} // namespace neuroscribe::ui
