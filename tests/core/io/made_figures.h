// Small figures that the tests of drawings share.
#pragma once

#include <cmath>
#include <limits>

#include "core/io/figure.h"

namespace neuroscribe::test {

inline constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

/// A line with a gap at x = 2 and a point alone at x = 3 between two gaps, and a band.
inline io::Figure gappedLines() {
    io::Figure figure;
    figure.title = "Precision against t";
    figure.caption = "mean over neurons, shaded SD";
    figure.parameters = {{"k", "1 %"}, {"neurons", "10"}};
    figure.x = {"threshold t", 0, 5, false, {}};
    figure.y = {"", 0, 1, false, {}};
    using Kind = io::FigureSeries::Kind;
    figure.series.push_back({"SD",
                             Kind::Band,
                             io::FigureColor::First,
                             false,
                             false,
                             {0, 1, 3, 5},
                             {},
                             {0.1, 0.2, 0.3, kGap},
                             {0.5, 0.6, 0.7, kGap}});
    figure.series.push_back({"precision",
                             Kind::Line,
                             io::FigureColor::First,
                             false,
                             true,
                             {0, 1, 2, 3, 4, 5},
                             {0.25, 0.5, kGap, 0.5, kGap, 0.75},
                             {},
                             {}});
    figure.markers = {{2.5, "t = 2.5"}};
    figure.notes = {"left out: 2 neurons"};
    return figure;
}

inline io::Figure bars() {
    io::Figure figure;
    figure.title = "Precision@K and recall@K";
    figure.x = {"K", 0.5, 3.5, false, {{1, "1"}, {2, "2"}, {3, "3"}}};
    figure.y = {"", 0, 1, false, {}};
    using Kind = io::FigureSeries::Kind;
    figure.series.push_back({"precision",
                             Kind::Bars,
                             io::FigureColor::First,
                             false,
                             false,
                             {1, 2, 3},
                             {0.5, kGap, 0.25},
                             {0.25, kGap, 0.125},
                             {0.75, kGap, 0.5}});
    figure.series.push_back(
        {"recall", Kind::Bars, io::FigureColor::Second, false, false, {1, 2, 3}, {0.25, 0.5, 0.75}, {}, {}});
    return figure;
}

/// Three descriptors; the correlation of the last with the first is undefined.
inline io::Figure matrix() {
    io::Figure figure;
    figure.title = "Correlation of descriptors";
    const float undefined = std::numeric_limits<float>::quiet_NaN();
    io::FigureMatrix cells;
    cells.valueName = "phi";
    cells.rowNames = cells.columnNames = {"taste", "sound & noise", "<b>price</b>"};
    cells.values = {1.0F, -0.5F, undefined, -0.5F, 1.0F, 0.25F, undefined, 0.25F, 1.0F};
    cells.scale = {-1, 1, false, heat::ColorScale::Map::BlueRed, 0};
    cells.writeValues = true;
    figure.matrix = std::move(cells);
    return figure;
}

inline io::Figure landscape() {
    io::Figure figure;
    figure.title = "k and t";
    figure.x = {"threshold t", 0, 0.6, false, {}};
    figure.y = {"k in %", 0.1, 10, true, {}};
    io::FigureMatrix cells;
    cells.valueName = "tags";
    cells.columnValues = {0, 0.2, 0.4, 0.6};
    cells.rowValues = {0.1, 1, 10};
    cells.values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    cells.scale = {0, 11, false, heat::ColorScale::Map::Viridis, 0};
    figure.matrix = std::move(cells);
    figure.point = io::FigurePoint{0.35, 1};
    return figure;
}

} // namespace neuroscribe::test
