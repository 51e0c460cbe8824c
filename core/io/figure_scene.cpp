// The frame of a figure: title, legend, axes, caption, and what room they leave.
#include "core/io/figure_scene.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/number_text.h"
#include "core/corpus/utf8.h"
#include "core/io/scene_parts.h"

namespace neuroscribe::io {
namespace {

using namespace scene;

constexpr double kMargin = 10;
constexpr double kCaptionGap = 6;
constexpr double kTitleScale = 1.2;
constexpr double kLegendSample = 18;
constexpr double kLegendGap = 16;

/// Puts lines of text below `top`; the y below them.
double addLines(FigureScene& scene, const SceneStyle& style, const std::string& text, double size, double top,
                SceneRole role, bool bold) {
    if (text.empty())
        return top;
    for (const std::string& line : wrapped(style, text, size, style.width - 2 * kMargin)) {
        addText(scene, {kMargin, top + size}, line, size, SceneText::Anchor::Start, role, bold);
        top += size * kLineHeight;
    }
    return top;
}

std::vector<std::string> captionLines(const Figure& figure, const SceneStyle& style) {
    std::vector<std::string> lines;
    if (!style.caption)
        return lines;
    std::vector<std::string> texts{figure.caption};
    texts.insert(texts.end(), figure.notes.begin(), figure.notes.end());
    texts.push_back(parameterText(figure)); // last: where room is scarce, what is left out must still be told
    for (const std::string& text : texts)
        if (!text.empty())
            for (const std::string& line : wrapped(style, text, style.textSize, style.width - 2 * kMargin))
                lines.push_back(line);
    return lines;
}

/// The first lines; the last of them says that more was left out, in the room of its last word.
bool cut(std::vector<std::string>& lines, std::size_t most) {
    if (lines.size() <= most)
        return false;
    lines.resize(most);
    if (!lines.empty()) {
        std::string& last = lines.back();
        last.resize(std::min(last.size(), last.rfind(' ')));
        last += " …";
    }
    return true;
}

SceneRect sampleOf(const FigureSeries& series, double left, double base, double size) {
    const bool filled = series.kind != FigureSeries::Kind::Line && series.kind != FigureSeries::Kind::Points;
    const double height = filled ? size * 0.75 : (series.thick ? 3 : 1.5);
    return {left, base - size * 0.35 - height / 2, kLegendSample, height};
}

void addSample(FigureScene& scene, const FigureSeries& series, double left, double base, double size) {
    const SceneRect box = sampleOf(series, left, base, size);
    const double middle = box.top + box.height / 2;
    if (series.kind == FigureSeries::Kind::Points) {
        scene.add(SceneDot{{left + kLegendSample / 2, middle}, 3, roleOf(series.color), false, false});
    } else if (series.kind == FigureSeries::Kind::Line) {
        scene.add(
            SceneLine{{{left, middle}, {box.right(), middle}}, roleOf(series.color), box.height, series.dashed, false});
    } else {
        const double opacity = series.kind == FigureSeries::Kind::Band ? kBandOpacity : kBarOpacity;
        scene.add(
            SceneArea{{{left, box.top}, {box.right(), box.top}, {box.right(), box.bottom()}, {left, box.bottom()}},
                      roleOf(series.color),
                      opacity,
                      false});
    }
}

/// Names of the series in rows from `top`, and the name of the y axis before them; the y below.
double addLegend(FigureScene& scene, const Figure& figure, const SceneStyle& style, double top) {
    const double size = style.textSize;
    double left = kMargin;
    double base = top + size;
    const bool hasAxes = !figure.matrix || figure.matrix->isLandscape();
    addText(scene, {left, base}, hasAxes ? figure.y.label : "", size, SceneText::Anchor::Start);
    if (hasAxes && !figure.y.label.empty())
        left += style.textWidth(figure.y.label, size, false) + kLegendGap;
    bool any = left > kMargin;
    for (const FigureSeries& series : figure.series) {
        if (series.name.empty())
            continue;
        const double width = kLegendSample + kTickGap + style.textWidth(series.name, size, false);
        if (left > kMargin && left + width > style.width - kMargin) {
            left = kMargin;
            base += size * kLineHeight;
        }
        addSample(scene, series, left, base, size);
        addText(scene, {left + kLegendSample + kTickGap, base}, series.name, size, SceneText::Anchor::Start,
                SceneRole::Text);
        left += width + kLegendGap;
        any = true;
    }
    return any ? base + size * 1.1 : top;
}

/// A third of an em for narrow letters would be finer; an average errs to the wide side.
double averageWidth(std::string_view text, double size, bool bold) {
    double letters = 0;
    for (std::size_t position = 0; position < text.size();) {
        char32_t c = corpus::kReplacement;
        corpus::decodeUtf8(text, position, c);
        letters += c >= 0x2E80 ? 1.0 : (bold ? 0.6 : 0.55);
    }
    return letters * size;
}

} // namespace

AxisMap::AxisMap(const FigureAxis& axis, double from, double to)
    : m_from(from), m_to(to), m_logarithmic(axis.logarithmic) {
    m_low = scaled(axis.low);
    m_high = scaled(axis.high);
}

double AxisMap::scaled(double value) const {
    return m_logarithmic ? std::log10(value) : value;
}

double AxisMap::place(double value) const {
    return m_from + (scaled(value) - m_low) / (m_high - m_low) * (m_to - m_from);
}

double AxisMap::value(double place) const {
    const double at = m_low + (place - m_from) / (m_to - m_from) * (m_high - m_low);
    return m_logarithmic ? std::pow(10.0, at) : at;
}

std::optional<FigureScene::Cell> FigureScene::cellAt(const Figure& figure, ScenePlace place) const {
    if (!figure.matrix || figure.matrix->values.empty() || !plot.contains(place) || !cells.contains(place))
        return std::nullopt;
    const auto index = [](double at, double length, std::size_t count) {
        const double part = at / length * static_cast<double>(count);
        return std::min(static_cast<std::size_t>(std::max(part, 0.0)), count - 1);
    };
    const std::size_t rows = figure.matrix->rows();
    const std::size_t fromTop = index(place.y - cells.top, cells.height, rows);
    return Cell{figure.matrix->isLandscape() ? rows - 1 - fromTop : fromTop,
                index(place.x - cells.left, cells.width, figure.matrix->columns())};
}

SceneRect FigureScene::cellRect(const Figure& figure, Cell cell) const {
    const auto rows = static_cast<double>(figure.matrix->rows());
    const auto columns = static_cast<double>(figure.matrix->columns());
    const auto row = static_cast<double>(cell.row);
    const double fromTop = figure.matrix->isLandscape() ? rows - 1 - row : row;
    return {cells.left + static_cast<double>(cell.column) * cells.width / columns,
            cells.top + fromTop * cells.height / rows, cells.width / columns, cells.height / rows};
}

SceneStyle paperStyle() {
    SceneStyle style;
    style.textWidth = averageWidth;
    style.number = fixedNumber;
    return style;
}

FigureScene layOut(const Figure& figure, const SceneStyle& style) {
    assert(check(figure));
    FigureScene scene;
    scene.width = style.width;
    double top = kMargin;
    if (style.title)
        top = addLines(scene, style, figure.title, style.textSize * kTitleScale, top, SceneRole::Text, true) + 4;
    top = addLegend(scene, figure, style, top);
    auto caption = captionLines(figure, style);
    scene.captionCut = cut(caption, style.captionLines);
    const double line = style.textSize * kLineHeight;
    const double captionHeight =
        caption.empty() ? kMargin : static_cast<double>(caption.size()) * line + kMargin + kCaptionGap;
    scene.height = std::max(style.height, top + captionHeight);
    const SceneRect room{kMargin, top, style.width - 2 * kMargin, scene.height - captionHeight - top};
    if (figure.matrix && !figure.matrix->isLandscape())
        addNamedMatrix(scene, figure, style, room);
    else
        addAxes(scene, figure, style, room);
    double base = room.bottom() + kCaptionGap + style.textSize;
    for (const std::string& text : caption) {
        addText(scene, {kMargin, base}, text, style.textSize, SceneText::Anchor::Start);
        base += line;
    }
    return scene;
}

} // namespace neuroscribe::io
