// A figure laid out for a size: lines, areas and texts at places, with roles for colours. What SVG, PDF, PNG and the
// window draw is one scene, so that they cannot differ. Logical pixels, y downwards.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/io/axis_ticks.h"
#include "core/io/figure.h"

namespace neuroscribe::io {

enum class SceneRole : std::uint8_t {
    Text,
    Muted, ///< captions, numbers of the axes
    Grid,
    First, ///< First to Chance: in the order of FigureColor
    Second,
    Third,
    Fourth,
    Chance,
    Mark,    ///< the point that stands out
    OnLight, ///< text on a light cell, the same on every paper
    OnDark
};

struct ScenePlace {
    double x = 0, y = 0;
};
struct SceneRect {
    double left = 0, top = 0, width = 0, height = 0;
    double right() const { return left + width; }
    double bottom() const { return top + height; }
    bool contains(ScenePlace place) const {
        return place.x >= left && place.x <= right() && place.y >= top && place.y <= bottom();
    }
};

struct SceneLine {
    std::vector<ScenePlace> places;
    SceneRole role = SceneRole::Grid;
    double width = 1;
    bool dashed = false;
    bool clipped = false; ///< to the plot
};
struct SceneArea {
    std::vector<ScenePlace> outline;
    SceneRole role = SceneRole::First;
    double opacity = 1;
    bool clipped = false;
};
struct SceneDot {
    ScenePlace at;
    double radius = 3;
    SceneRole role = SceneRole::First;
    bool ring = false; ///< filled with paper, so that it shows on every colour
    bool clipped = false;
};
struct SceneText {
    enum class Anchor : std::uint8_t { Start, Middle, End };
    ScenePlace at; ///< on the base line
    std::string text;
    SceneRole role = SceneRole::Muted;
    double size = 11;
    Anchor anchor = Anchor::Start;
    bool bold = false;
    bool turned = false; ///< upwards
};
/// Cells of one size, row by row from the top left.
struct SceneGrid {
    SceneRect rect; ///< of a landscape half a cell beyond the plot; drawn clipped to it
    std::uint32_t columns = 0, rows = 0;
    std::vector<std::uint32_t> colors; ///< 0xFFRRGGBB; 0: undefined
    bool clipped = false;
};
using SceneItem = std::variant<SceneLine, SceneArea, SceneDot, SceneText, SceneGrid>;

/// From values of an axis to places and back.
class AxisMap {
public:
    AxisMap() = default;
    /// from: where axis.low lies; to: where axis.high lies.
    AxisMap(const FigureAxis& axis, double from, double to);
    double place(double value) const;
    double value(double place) const;

private:
    double scaled(double value) const;
    double m_low = 0, m_high = 1, m_from = 0, m_to = 1;
    bool m_logarithmic = false;
};

struct FigureScene {
    double width = 0, height = 0;
    SceneRect plot;          ///< where the series or cells are; empty if there was no room
    SceneRect cells;         ///< of the matrix: may reach beyond the plot by half a cell
    AxisMap x, y;            ///< meaningful without a named matrix
    bool captionCut = false; ///< lines of the caption were left out
    std::vector<SceneItem> items;

    template <class Item>
    void add(Item item) {
        items.emplace_back(std::in_place_type<Item>, std::move(item));
    }

    /// Row and column of a cell of the matrix under a place.
    struct Cell {
        std::size_t row = 0, column = 0;
        bool operator==(const Cell&) const = default;
    };
    std::optional<Cell> cellAt(const Figure& figure, ScenePlace place) const;
    SceneRect cellRect(const Figure& figure, Cell cell) const;
};

/// How to lay a figure out.
struct SceneStyle {
    double width = 640, height = 420;
    double textSize = 11;
    bool title = true;
    bool caption = true;                 ///< caption, parameters and notes, below the plot
    std::size_t captionLines = SIZE_MAX; ///< at most; what is left out is shown by an ellipsis
    bool darkPaper = false;
    double cellPixels = 1; ///< device pixels per logical one: cells smaller than a pixel are joined, keeping extremes
    std::function<double(std::string_view text, double size, bool bold)> textWidth; ///< of UTF-8
    NumberText number;
};
/// What is known without a screen: an average sans serif, numbers with a point.
SceneStyle paperStyle();

/// figure: as check() asks. A higher scene is made where the caption needs it.
FigureScene layOut(const Figure& figure, const SceneStyle& style);

} // namespace neuroscribe::io
