// Lines, bands, bars and points.
#include <algorithm>
#include <cmath>

#include "core/io/scene_parts.h"

namespace neuroscribe::io::scene {
namespace {

constexpr double kThin = 1.5, kThick = 3, kErrorBar = 1;
constexpr double kDot = 3;
constexpr double kBarShare = 0.7;  ///< of the distance between groups of bars
constexpr double kSpanShare = 0.4; ///< of the distance between places
constexpr double kMostSpan = 36;   ///< width; a few wide ones would look like areas

struct Run {
    std::size_t first = 0, last = 0; ///< last exclusive
};

/// Stretches of defined values.
template <class Defined>
std::vector<Run> runsOf(std::size_t count, const Defined& defined) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < count; ++i) {
        if (!defined(i))
            continue;
        if (runs.empty() || runs.back().last != i)
            runs.push_back({i, i});
        runs.back().last = i + 1;
    }
    return runs;
}

void addLine(FigureScene& scene, const FigureSeries& series) {
    const double width = series.thick ? kThick : kThin;
    const auto place = [&](std::size_t i) {
        return ScenePlace{scene.x.place(series.x[i]), scene.y.place(series.y[i])};
    };
    for (const Run& run : runsOf(series.x.size(), [&](std::size_t i) { return !std::isnan(series.y[i]); })) {
        if (run.last - run.first == 1) { // between two gaps a line would be nothing
            scene.add(SceneDot{place(run.first), width, roleOf(series.color), false, true});
            continue;
        }
        SceneLine line{{}, roleOf(series.color), width, series.dashed, true};
        for (std::size_t i = run.first; i < run.last; ++i)
            line.places.push_back(place(i));
        scene.add(std::move(line));
    }
}

void addBand(FigureScene& scene, const FigureSeries& series) {
    const auto defined = [&](std::size_t i) { return !std::isnan(series.low[i]) && !std::isnan(series.high[i]); };
    for (const Run& run : runsOf(series.x.size(), defined)) {
        SceneArea area{{}, roleOf(series.color), kBandOpacity, true};
        const double widen = run.last - run.first == 1 ? 1 : 0; // an area of one x has no width
        for (std::size_t i = run.first; i < run.last; ++i)
            area.outline.push_back({scene.x.place(series.x[i]) - widen, scene.y.place(series.high[i])});
        for (std::size_t i = run.last; i-- > run.first;)
            area.outline.push_back({scene.x.place(series.x[i]) + widen, scene.y.place(series.low[i])});
        if (widen > 0) {
            const double x = scene.x.place(series.x[run.first]);
            area.outline.insert(area.outline.begin() + 1, {x + 1, scene.y.place(series.high[run.first])});
            area.outline.push_back({x - 1, scene.y.place(series.low[run.first])});
        }
        scene.add(std::move(area));
    }
}

void addErrorBar(FigureScene& scene, const FigureSeries& series, std::size_t i, double x) {
    if (series.low.empty() || std::isnan(series.low[i]) || std::isnan(series.high[i]))
        return;
    scene.add(SceneLine{{{x, scene.y.place(series.low[i])}, {x, scene.y.place(series.high[i])}},
                        SceneRole::Text,
                        kErrorBar,
                        false,
                        true});
}

/// Room of one group of bars: the least distance between two x, or the plot for a single one.
double groupWidth(const FigureScene& scene, const Figure& figure) {
    double least = scene.plot.width / 2;
    for (const FigureSeries& series : figure.series)
        if (series.kind == FigureSeries::Kind::Bars)
            for (std::size_t i = 1; i < series.x.size(); ++i)
                if (series.x[i] > series.x[i - 1])
                    least = std::min(least, scene.x.place(series.x[i]) - scene.x.place(series.x[i - 1]));
    return least * kBarShare;
}

void addBars(FigureScene& scene, const FigureSeries& series, double offset, double width) {
    const double base = std::clamp(scene.y.place(0), scene.plot.top, scene.plot.bottom());
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        if (std::isnan(series.y[i]))
            continue;
        const double left = scene.x.place(series.x[i]) + offset, top = scene.y.place(series.y[i]);
        scene.add(SceneArea{{{left, top}, {left + width, top}, {left + width, base}, {left, base}},
                            roleOf(series.color),
                            kBarOpacity,
                            true});
        addErrorBar(scene, series, i, left + width / 2);
    }
}

void addSpans(FigureScene& scene, const FigureSeries& series) {
    const double half = std::min(std::abs(scene.x.place(1) - scene.x.place(0)) * kSpanShare, kMostSpan) / 2;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        if (std::isnan(series.low[i]) || std::isnan(series.high[i]))
            continue;
        const double x = scene.x.place(series.x[i]);
        const double low = scene.y.place(series.low[i]), high = scene.y.place(series.high[i]);
        scene.add(SceneArea{{{x - half, high}, {x + half, high}, {x + half, low}, {x - half, low}},
                            roleOf(series.color),
                            kBarOpacity,
                            true});
    }
}

void addPoints(FigureScene& scene, const FigureSeries& series) {
    for (std::size_t i = 0; i < series.x.size(); ++i) {
        if (std::isnan(series.y[i]))
            continue;
        const double x = scene.x.place(series.x[i]);
        addErrorBar(scene, series, i, x);
        scene.add(SceneDot{{x, scene.y.place(series.y[i])}, kDot, roleOf(series.color), false, true});
    }
}

} // namespace

void addSeries(FigureScene& scene, const Figure& figure) {
    const auto bars = std::count_if(figure.series.begin(), figure.series.end(),
                                    [](const FigureSeries& s) { return s.kind == FigureSeries::Kind::Bars; });
    const double group = groupWidth(scene, figure);
    const double width = bars == 0 ? 0 : group / static_cast<double>(bars);
    double offset = -group / 2;
    for (const FigureSeries& series : figure.series) {
        switch (series.kind) {
        case FigureSeries::Kind::Line:
            addLine(scene, series);
            break;
        case FigureSeries::Kind::Band:
            addBand(scene, series);
            break;
        case FigureSeries::Kind::Bars:
            addBars(scene, series, offset, width);
            offset += width;
            break;
        case FigureSeries::Kind::Points:
            addPoints(scene, series);
            break;
        case FigureSeries::Kind::Spans:
            addSpans(scene, series);
            break;
        }
    }
}

void addMarkers(FigureScene& scene, const Figure& figure, const SceneStyle& style) {
    for (const FigureMarker& marker : figure.markers) {
        if (marker.at < figure.x.low || marker.at > figure.x.high)
            continue;
        const double x = scene.x.place(marker.at);
        scene.add(SceneLine{{{x, scene.plot.top}, {x, scene.plot.bottom()}}, SceneRole::Text, 1, true, false});
        const double width = style.textWidth(marker.text, style.textSize, false);
        const bool before = x + width + 6 > scene.plot.right();
        scene.add(SceneText{{before ? x - 4 : x + 4, scene.plot.top + style.textSize},
                            marker.text,
                            SceneRole::Text,
                            style.textSize,
                            before ? SceneText::Anchor::End : SceneText::Anchor::Start,
                            false,
                            false});
    }
    if (figure.point)
        scene.add(
            SceneDot{{scene.x.place(figure.point->x), scene.y.place(figure.point->y)}, 6, SceneRole::Mark, true, true});
}

} // namespace neuroscribe::io::scene
