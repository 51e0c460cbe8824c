// The heat map as a drawing for papers: scalable, with its scale and names, made without a window.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/heat/raster.h"
#include "core/tagging/tag_marks.h"

namespace neuroscribe::io {

/// Borrows everything but the texts.
struct HeatDrawing {
    std::string title;
    std::string valueName;                ///< written at the colour scale: "f", "lift", ...
    std::vector<std::string> rowNames;    ///< by neuron id; drawn where at most kNamedRows rows are
    std::vector<std::string> columnNames; ///< by descriptor column
    std::span<const float> values;        ///< [rows][columns], NaN undefined
    /// [rows][columns]: tags are marked where rows have a name; empty: not marked.
    std::span<const tagging::TagMark> marks;
    double alpha = 0.01;                        ///< written beside the solid mark
    std::span<const NeuronId> rowOrder;         ///< top to bottom
    std::span<const std::uint32_t> columnOrder; ///< left to right
    bool keepMinimum = false;                   ///< as in heat::RasterRequest
    heat::ColorScale scale;
};

inline constexpr std::size_t kNamedRows = 120;
/// More rows share a band, which then shows its hottest cell (heat::rasterize): nothing hot is hidden.
inline constexpr std::uint32_t kMaxBands = 900;

/// A whole SVG 1.1 document.
std::string heatMapSvg(const HeatDrawing& drawing);

} // namespace neuroscribe::io
