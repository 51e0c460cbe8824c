// A plot as one value: what the window draws, what is exported and what the report shows are the same numbers.
// Not a number is undefined: a gap in a line, no bar, an empty field of the table; never 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/heat/raster.h"

namespace neuroscribe::io {

/// What a colour means; drawings choose it to fit their paper. Chance: grey, what neurons without meaning reach.
enum class FigureColor : std::uint8_t { First, Second, Third, Fourth, Chance };

struct FigureTick {
    double at = 0;
    std::string text;
};

struct FigureAxis {
    std::string label;
    double low = 0;
    double high = 1;               ///< above low
    bool logarithmic = false;      ///< low is then above 0
    std::vector<FigureTick> ticks; ///< empty: round numbers are chosen
};

/// y, low and high are empty or as long as x.
struct FigureSeries {
    enum class Kind : std::uint8_t {
        Line,   ///< y
        Band,   ///< the area from low to high
        Bars,   ///< y from 0, error bars low to high if given; series of bars stand side by side
        Points, ///< y, error bars low to high if given
        Spans   ///< a bar from low to high at places that are 1 apart
    };
    std::string name; ///< in the legend and the table
    Kind kind = Kind::Line;
    FigureColor color = FigureColor::First;
    bool dashed = false;
    bool thick = false;
    std::vector<double> x; ///< ascending, finite
    std::vector<double> y;
    std::vector<double> low, high;
};

/// A coloured matrix: of named rows and columns (row 0 at the top), or a landscape over the axes (row 0 at the low end
/// of y), whose values lie evenly on the axis's scale.
struct FigureMatrix {
    std::string valueName;
    std::vector<std::string> rowNames, columnNames; ///< a named matrix
    std::vector<double> rowValues, columnValues;    ///< a landscape
    std::vector<float> values;                      ///< [rows][columns]
    heat::ColorScale scale;                         ///< undefined cells take the colour of the drawing
    bool writeValues = false;                       ///< in the cells, where they fit
    bool isLandscape() const { return rowNames.empty() && columnNames.empty(); }
    std::size_t rows() const { return isLandscape() ? rowValues.size() : rowNames.size(); }
    std::size_t columns() const { return isLandscape() ? columnValues.size() : columnNames.size(); }
    float at(std::size_t row, std::size_t column) const { return values[row * columns() + column]; }
};

/// A line across the plot at a value of x.
struct FigureMarker {
    double at = 0;
    std::string text; ///< "t = 0.35"
};

/// A place on the plot that stands out: the study's k and t.
struct FigurePoint {
    double x = 0, y = 0;
};

using FigureCell = std::variant<double, std::string>;
struct FigureTable {
    std::vector<std::string> columns;
    std::vector<std::vector<FigureCell>> rows; ///< each as long as columns
};

struct Figure {
    std::string title;
    std::string caption;                                         ///< what is drawn
    std::vector<std::pair<std::string, std::string>> parameters; ///< {"k", "1 %"}: with the caption in every export
    FigureAxis x, y;
    std::vector<FigureSeries> series; ///< the first lies behind the others
    std::optional<FigureMatrix> matrix;
    std::vector<FigureMarker> markers;
    std::optional<FigurePoint> point;
    std::vector<std::string> notes;   ///< coverage, counts of what is left out
    std::optional<FigureTable> table; ///< where the twin says more than the drawing (figureTable makes one otherwise)

    bool isEmpty() const { return series.empty() && (!matrix || matrix->values.empty()); }
};

/// Errors: InvalidArgument, where lengths or ranges do not fit each other.
Status check(const Figure& figure);
/// "k = 1 %, t = 0.35".
std::string parameterText(const Figure& figure);

} // namespace neuroscribe::io
