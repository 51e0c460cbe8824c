// What thresholds decide about the cells of a heat map, and how it is drawn over the picture. It is apart from the
// figure because a slider of t moves it while every value and shade stays as it is.
#pragma once

#include "core/tagging/tag_marks.h"

#include <QPointF>

#include <cstdint>
#include <vector>

class QPainter;

namespace neuroscribe::ui {

struct HeatMapPainting;
struct Theme;

/// Immutable once shown.
struct HeatTags {
    std::vector<std::uint32_t> counts;   ///< [descriptors] neurons tagged; empty: nothing is known
    std::vector<tagging::TagMark> marks; ///< [neurons][descriptors]; empty: tags are not marked
    double alpha = 0.01;                 ///< a mark is solid where q is below
};

/// Raster: marks are stamped, so that thousands of them take a few milliseconds. Vector: drawn as circles.
enum class MarkDrawing : std::uint8_t { Raster, Vector };

/// Whether cells have room for a mark at this zoom.
bool marksFit(const HeatMapPainting& painting);
/// Counts under the columns, marks in the cells, and what they mean. In layout pixels.
void paintTags(QPainter& painter, const HeatMapPainting& painting, MarkDrawing drawing);
/// A disc of two tones, ring and middle, so that it stands out on every shade: solid has a middle of the text's tone,
/// hollow one of the paper's. Unknown is a smaller one. radius: of the whole, layout pixels.
void drawTagMark(QPainter& painter, QPointF centre, double radius, tagging::TagMark mark, const Theme& theme);

} // namespace neuroscribe::ui
