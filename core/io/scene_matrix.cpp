// Cells, names and colour bar of a matrix.
#include <algorithm>
#include <cmath>

#include "core/heat/colormap.h"
#include "core/io/scene_parts.h"

namespace neuroscribe::io::scene {
namespace {

constexpr double kBarWidth = 10;
constexpr std::uint32_t kBarSteps = 64;
constexpr double kGap = 6;
constexpr double kMaxAspect = 1.8;  ///< a cell may be so much wider than high
constexpr double kNameShare = 0.36; ///< of the room, for the names of rows
constexpr double kColumnNameShare = 0.3;
constexpr double kValueScale = 0.75;
constexpr double kLeastNameScale = 0.8; ///< of the text size, for names at small cells
constexpr double kNameHeight = 0.95;    ///< of the text size: names stand no closer
constexpr double kLeastCells = 6;       ///< text sizes of cells that names must leave
constexpr double kDarkText = 0.45;      ///< lightness of a cell from which text on it is dark
constexpr const char* kUndefinedText = "undefined";

heat::ColorScale scaleOn(const FigureMatrix& matrix, const SceneStyle& style) {
    heat::ColorScale scale = matrix.scale;
    if (style.darkPaper && scale.map == heat::ColorScale::Map::BlueRed)
        scale.map = heat::ColorScale::Map::BlueRedDark;
    return scale;
}

/// What stands out: far from the middle of a scale that has two ends, else the hot end.
class Hotter {
public:
    explicit Hotter(const heat::ColorScale& scale)
        : m_middle(scale.map == heat::ColorScale::Map::BlueRed || scale.map == heat::ColorScale::Map::BlueRedDark
                       ? (scale.low + scale.high) / 2
                       : scale.low) {}
    bool operator()(float a, float b) const {
        return std::isnan(b) ||
               std::abs(static_cast<double>(a) - m_middle) > std::abs(static_cast<double>(b) - m_middle);
    }

private:
    double m_middle;
};

/// Cells that share a pixel become one, which has the value that stands out most.
SceneGrid gridOf(const FigureMatrix& matrix, const SceneStyle& style, const SceneRect& rect) {
    const auto most = [&](double length) {
        return static_cast<std::size_t>(std::max(1.0, std::floor(length * style.cellPixels)));
    };
    const std::size_t rows = matrix.rows(), columns = matrix.columns();
    const std::size_t height = std::min(rows, most(rect.height)), width = std::min(columns, most(rect.width));
    const heat::ColorScale scale = scaleOn(matrix, style);
    const Hotter hotter(scale);
    std::vector<float> shown(width * height, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t r = 0; r < rows; ++r) {
        const std::size_t fromTop = matrix.isLandscape() ? rows - 1 - r : r;
        float* const line = shown.data() + fromTop * height / rows * width;
        for (std::size_t c = 0; c < columns; ++c) {
            float& place = line[c * width / columns];
            if (const float value = matrix.at(r, c); !std::isnan(value) && hotter(value, place))
                place = value;
        }
    }
    const heat::ColorTable color(scale);
    SceneGrid grid{rect, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), {}};
    grid.colors.reserve(shown.size());
    for (const float value : shown)
        grid.colors.push_back(std::isnan(value) ? 0 : color(value));
    return grid;
}

double lightness(std::uint32_t argb) {
    const auto part = [argb](int shift) { return static_cast<double>(argb >> shift & 0xFF) / 255; };
    return 0.299 * part(16) + 0.587 * part(8) + 0.114 * part(0);
}

/// Two decimals; below 1 without the 0 before the point: there is little room.
std::string cellText(const SceneStyle& style, float value) {
    std::string text = style.number(static_cast<double>(value), 2);
    const std::size_t zero = text.find('0');
    const bool leading = zero != std::string::npos && (zero == 0 || (text.find_first_of("123456789") > zero));
    if (leading && std::abs(value) < 0.995F)
        text.erase(zero, 1);
    return text;
}

void addValues(FigureScene& scene, const Figure& figure, const SceneStyle& style) {
    const FigureMatrix& matrix = *figure.matrix;
    const double size = style.textSize * kValueScale;
    const SceneRect first = scene.cellRect(figure, {0, 0});
    const double widest = style.textWidth(style.number(-0.88, 2), size, false) - size * 0.5;
    if (!matrix.writeValues || first.width < widest || first.height < size + 2)
        return;
    // Where the word does not fit, the colour of its own says it.
    const bool fitsUndefined = first.width >= style.textWidth(kUndefinedText, size, false);
    const heat::ColorTable color(scaleOn(matrix, style));
    for (std::size_t r = 0; r < matrix.rows(); ++r)
        for (std::size_t c = 0; c < matrix.columns(); ++c) {
            const float value = matrix.at(r, c);
            const SceneRect cell = scene.cellRect(figure, {r, c});
            const bool undefined = std::isnan(value);
            if (undefined && !fitsUndefined)
                continue;
            const bool light = undefined || lightness(color(value)) > kDarkText;
            scene.add(SceneText{{cell.left + cell.width / 2, cell.top + cell.height / 2 + size * 0.36},
                                undefined ? kUndefinedText : cellText(style, value),
                                undefined ? SceneRole::Muted : (light ? SceneRole::OnLight : SceneRole::OnDark),
                                size,
                                SceneText::Anchor::Middle,
                                false,
                                false});
        }
}

double longest(const std::vector<std::string>& names, const SceneStyle& style) {
    double width = 0;
    for (const std::string& name : names)
        width = std::max(width, style.textWidth(name, style.textSize, false));
    return width;
}

/// How names stand at cells of a size: smaller where the cells are, then only at every so many of them.
struct NameFit {
    double size = 0;
    std::size_t step = 1;
    NameFit(double cell, double textSize)
        : size(std::clamp(cell / kNameHeight, textSize * kLeastNameScale, textSize)),
          step(std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(size * kNameHeight / cell - 1e-9)))) {}
};

void addRowNames(FigureScene& scene, const Figure& figure, const SceneStyle& style, double width) {
    const NameFit fit(scene.cellRect(figure, {0, 0}).height, style.textSize);
    for (std::size_t r = 0; r < figure.matrix->rows(); r += fit.step) {
        const SceneRect cell = scene.cellRect(figure, {r, 0});
        scene.add(SceneText{{scene.cells.left - kGap, cell.top + cell.height / 2 + fit.size * 0.36},
                            elided(style, figure.matrix->rowNames[r], fit.size, width - kGap),
                            SceneRole::Text,
                            fit.size,
                            SceneText::Anchor::End,
                            false,
                            false});
    }
}

void addColumnNames(FigureScene& scene, const Figure& figure, const SceneStyle& style, double height) {
    const NameFit fit(scene.cellRect(figure, {0, 0}).width, style.textSize);
    for (std::size_t c = 0; c < figure.matrix->columns(); c += fit.step) {
        const SceneRect cell = scene.cellRect(figure, {0, c});
        scene.add(SceneText{{cell.left + cell.width / 2 + fit.size * 0.36, scene.cells.top - kGap},
                            elided(style, figure.matrix->columnNames[c], fit.size, height - kGap),
                            SceneRole::Text,
                            fit.size,
                            SceneText::Anchor::Start,
                            false,
                            true});
    }
}

SceneRect matrixRoom(SceneRect room, double names, double above, double bar, const FigureMatrix& matrix) {
    SceneRect cells{room.left + names, room.top + above, room.width - names - bar, room.height - above};
    const double height = cells.height / static_cast<double>(matrix.rows());
    const double width = cells.width / static_cast<double>(matrix.columns());
    cells.width = std::min(width, height * kMaxAspect) * static_cast<double>(matrix.columns());
    cells.height = std::min(height, width * kMaxAspect) * static_cast<double>(matrix.rows());
    return cells;
}

} // namespace

namespace {

/// Enough decimals to tell the ends apart, no more.
std::string scaleText(const heat::ColorScale& scale, double value, const SceneStyle& style) {
    const double range = std::abs(scale.high - scale.low);
    return style.number(value, range >= 100 ? 0 : (range >= 10 ? 1 : 2));
}

} // namespace

double colorBarWidth(const Figure& figure, const SceneStyle& style) {
    const heat::ColorScale& scale = figure.matrix->scale;
    double widest = 0;
    for (const double value : {scale.low, (scale.low + scale.high) / 2, scale.high})
        widest = std::max(widest, style.textWidth(scaleText(scale, value, style), style.textSize, false));
    return 2 * kGap + kBarWidth + 4 + widest;
}

void addColorBar(FigureScene& scene, const Figure& figure, const SceneStyle& style, const SceneRect& bar) {
    const double size = style.textSize;
    // Beside a landscape the name stands above, where the name of y is: over the cells it could not be read.
    const bool above = figure.matrix->isLandscape();
    const double head = above ? 0 : size * kLineHeight;
    SceneRect strip{bar.left, bar.top + head, kBarWidth, bar.height - head};
    if (strip.height < 3 * size)
        return;
    const heat::ColorScale scale = scaleOn(*figure.matrix, style);
    SceneGrid grid{strip, 1, kBarSteps, {}};
    for (std::uint32_t i = 0; i < kBarSteps; ++i) {
        const double at = 1 - (i + 0.5) / kBarSteps;
        grid.colors.push_back(heat::colorOf(scale, static_cast<float>(scale.low + at * (scale.high - scale.low))));
    }
    scene.add(std::move(grid));
    const auto label = [&](double y, const std::string& text) {
        scene.add(SceneText{{strip.right() + 4, y + size * 0.36},
                            text,
                            SceneRole::Muted,
                            size,
                            SceneText::Anchor::Start,
                            false,
                            false});
    };
    label(strip.top + size * 0.3, scaleText(scale, scale.high, style));
    label(strip.top + strip.height / 2, scaleText(scale, (scale.low + scale.high) / 2, style));
    label(strip.bottom() - size * 0.3, scaleText(scale, scale.low, style));
    scene.add(SceneText{{bar.right(), above ? std::max(bar.top - size * 1.1, size) : bar.top + size * 0.8},
                        figure.matrix->valueName,
                        SceneRole::Muted,
                        size,
                        SceneText::Anchor::End,
                        false,
                        false});
}

void addNamedMatrix(FigureScene& scene, const Figure& figure, const SceneStyle& style, const SceneRect& room) {
    const FigureMatrix& matrix = *figure.matrix;
    if (matrix.values.empty())
        return;
    const double size = style.textSize;
    const double bar = colorBarWidth(figure, style);
    const double names = std::min(longest(matrix.rowNames, style) + kGap, room.width * kNameShare);
    const double above = std::min(longest(matrix.columnNames, style) + kGap, room.height * kColumnNameShare);
    const bool named = room.width - names - bar >= kLeastCells * size && room.height - above >= kLeastCells * size;
    scene.cells = matrixRoom(room, named ? names : 0, named ? above : 0, bar, matrix);
    if (scene.cells.width < size || scene.cells.height < size) {
        scene.cells = {};
        return;
    }
    scene.plot = scene.cells;
    scene.add(gridOf(matrix, style, scene.cells));
    if (named) {
        addRowNames(scene, figure, style, names);
        addColumnNames(scene, figure, style, above);
    }
    addValues(scene, figure, style);
    addColorBar(scene, figure, style,
                {scene.cells.right() + 2 * kGap, scene.cells.top, bar - 2 * kGap, scene.cells.height});
}

void addLandscape(FigureScene& scene, const Figure& figure, const SceneStyle& style) {
    const FigureMatrix& matrix = *figure.matrix;
    if (matrix.values.empty())
        return;
    // Half a cell beyond the first and the last value.
    const auto span = [](const AxisMap& map, const std::vector<double>& values, double whole) {
        const double first = map.place(values.front()), last = map.place(values.back());
        const double half = values.size() > 1 ? (last - first) / static_cast<double>(values.size() - 1) / 2 : whole / 2;
        return std::pair(first - half, last + half);
    };
    const auto [left, right] = span(scene.x, matrix.columnValues, scene.plot.width);
    const auto [bottom, top] = span(scene.y, matrix.rowValues, -scene.plot.height);
    scene.cells = {left, top, right - left, bottom - top};
    SceneGrid grid = gridOf(matrix, style, scene.cells);
    grid.clipped = true;
    scene.add(std::move(grid));
}

} // namespace neuroscribe::io::scene
