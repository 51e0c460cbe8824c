// Axes: where the plot begins, and the numbers or names along it.
#include <algorithm>
#include <cmath>

#include "core/io/scene_parts.h"

namespace neuroscribe::io::scene {
namespace {

constexpr double kTickSpace = 5;    ///< text sizes between numbers across
constexpr double kTickSpaceUp = 4;  ///< and up
constexpr double kNamesShare = 0.4; ///< of the room, for names along x

int wantedTicks(double length, double space) {
    return std::max(2, static_cast<int>(length / space));
}

double widestTick(const std::vector<FigureTick>& ticks, const SceneStyle& style) {
    double widest = 0;
    for (const FigureTick& tick : ticks)
        widest = std::max(widest, style.textWidth(tick.text, style.textSize, false));
    return widest;
}

/// Lines across, but not over the cells of a landscape.
void addAxisY(FigureScene& scene, const std::vector<FigureTick>& ticks, const SceneStyle& style, bool lines) {
    for (const FigureTick& tick : ticks) {
        const double y = scene.y.place(tick.at);
        if (lines)
            scene.add(SceneLine{{{scene.plot.left, y}, {scene.plot.right(), y}}, SceneRole::Grid, 1, false, false});
        addText(scene, {scene.plot.left - kTickGap, y + style.textSize * 0.35}, tick.text, style.textSize,
                SceneText::Anchor::End);
    }
}

/// Numbers that would touch the one before are left out.
void addTicksX(FigureScene& scene, const std::vector<FigureTick>& ticks, const SceneStyle& style) {
    const double size = style.textSize;
    const double base = scene.plot.bottom() + size + kTickGap;
    double free = 0;
    for (const FigureTick& tick : ticks) {
        const double x = scene.x.place(tick.at);
        const double half = style.textWidth(tick.text, size, false) / 2;
        if (x - half < free)
            continue;
        const double middle = std::clamp(x, half, std::max(half, style.width - half));
        addText(scene, {middle, base}, tick.text, size, SceneText::Anchor::Middle);
        free = middle + half + kTickGap;
    }
}

/// Names stand upright; more than there is room for are left out.
void addNamesX(FigureScene& scene, const std::vector<FigureTick>& names, const SceneStyle& style, double height) {
    const double size = style.textSize;
    double free = scene.plot.left - size;
    for (const FigureTick& name : names) {
        const double x = scene.x.place(name.at);
        if (x - size / 2 < free)
            continue;
        scene.add(SceneText{{x + size * 0.36, scene.plot.bottom() + kTickGap},
                            elided(style, name.text, size, height - kTickGap),
                            SceneRole::Text,
                            size,
                            SceneText::Anchor::End,
                            false,
                            true});
        free = x + size / 2;
    }
}

/// Of an axis with texts of its own: so wide that they would touch each other side by side.
bool areNamesUpright(const FigureAxis& axis, const SceneStyle& style, double width) {
    double sum = 0;
    for (const FigureTick& tick : axis.ticks)
        sum += style.textWidth(tick.text, style.textSize, false) + kTickGap;
    return sum > width;
}

/// Below the plot: numbers or names, and the name of the axis.
double heightX(const FigureAxis& axis, const SceneStyle& style, const SceneRect& room, bool upright) {
    const double size = style.textSize;
    const double names = upright ? std::min(widestTick(axis.ticks, style), room.height * kNamesShare) : size;
    return names + kTickGap + (axis.label.empty() ? size * 0.4 : size * kLineHeight + size * 0.4);
}

void addAxisX(FigureScene& scene, const FigureAxis& axis, const SceneStyle& style, double height, bool upright) {
    const double size = style.textSize;
    if (upright)
        addNamesX(scene, axis.ticks, style, height - (axis.label.empty() ? size * 0.4 : size * kLineHeight));
    else
        addTicksX(scene, ticksOf(axis, wantedTicks(scene.plot.width, size * kTickSpace), style.number), style);
    addText(scene, {scene.plot.right(), scene.plot.bottom() + height - size * 0.4}, axis.label, size,
            SceneText::Anchor::End);
}

} // namespace

void addAxes(FigureScene& scene, const Figure& figure, const SceneStyle& style, SceneRect room) {
    const double size = style.textSize;
    const bool upright = areNamesUpright(figure.x, style, room.width * 0.9);
    const double below = heightX(figure.x, style, room, upright);
    room.height -= below;
    const auto ticks = ticksOf(figure.y, wantedTicks(room.height, size * kTickSpaceUp), style.number);
    const double names = widestTick(ticks, style) + kTickGap;
    const double bar = figure.matrix ? colorBarWidth(figure, style) : 0;
    scene.plot = {room.left + names, room.top, room.width - names - bar, room.height};
    if (scene.plot.width < size || scene.plot.height < size) {
        scene.plot = {};
        return;
    }
    scene.x = AxisMap(figure.x, scene.plot.left, scene.plot.right());
    scene.y = AxisMap(figure.y, scene.plot.bottom(), scene.plot.top);
    if (figure.matrix)
        addLandscape(scene, figure, style);
    addAxisY(scene, ticks, style, !figure.matrix);
    addAxisX(scene, figure.x, style, below, upright);
    addSeries(scene, figure);
    addMarkers(scene, figure, style);
    if (figure.matrix)
        addColorBar(scene, figure, style,
                    {scene.plot.right() + kTickGap * 2, scene.plot.top, bar - kTickGap * 2, scene.plot.height});
}

} // namespace neuroscribe::io::scene
