// Figures of consistency, of the landscape of k and t, and of the halves.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/number_text.h"
#include "core/pipeline/evaluation_figures.h"

namespace neuroscribe::pipeline {
namespace {

using io::Figure;
using io::FigureCell;
using io::FigureColor;
using io::FigureSeries;
using Kind = FigureSeries::Kind;
using MaybeInterval = std::optional<stats::Interval>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double lowOf(const std::vector<MaybeInterval>& intervals, std::size_t point) {
    return point < intervals.size() && intervals[point] ? intervals[point]->low : kNan;
}
double highOf(const std::vector<MaybeInterval>& intervals, std::size_t point) {
    return point < intervals.size() && intervals[point] ? intervals[point]->high : kNan;
}

/// All columns of a curve, undefined as not a number.
struct CurveColumns {
    std::vector<double> t, jaccard, jaccardLow, jaccardHigh, chance, corrected, low, high;

    explicit CurveColumns(const ConsistencyCurve& curve) {
        for (std::size_t i = 0; i < curve.points.size(); ++i) {
            const stats::Consistency& point = curve.points[i];
            t.push_back(curve.tMilli[i] / 1000.0);
            jaccard.push_back(point.jaccard.value_or(kNan));
            jaccardLow.push_back(lowOf(curve.jaccard, i));
            jaccardHigh.push_back(highOf(curve.jaccard, i));
            chance.push_back(point.chance.value_or(kNan));
            corrected.push_back(point.corrected.value_or(kNan));
            low.push_back(lowOf(curve.corrected, i));
            high.push_back(highOf(curve.corrected, i));
        }
    }
};

io::FigureTable tableOf(const ConsistencyCurve& curve, const CurveColumns& columns, const EvaluationWords& words) {
    io::FigureTable table{{"t", words.jaccard, words.jaccard + " " + words.low, words.jaccard + " " + words.high,
                           words.chance, words.corrected, words.corrected + " " + words.low,
                           words.corrected + " " + words.high, words.used, words.leftOut},
                          {}};
    for (std::size_t i = 0; i < curve.points.size(); ++i)
        table.rows.push_back({columns.t[i], columns.jaccard[i], columns.jaccardLow[i], columns.jaccardHigh[i],
                              columns.chance[i], columns.corrected[i], columns.low[i], columns.high[i],
                              double(curve.points[i].used), double(curve.points[i].leftOut)});
    return table;
}

std::string fixed(double value, const EvaluationWords& words) {
    std::string text = fixedNumber(value, 2);
    text.replace(text.find('.'), 1, words.decimalPoint);
    return text;
}

/// "at t = 0.35: Jaccard 0.95, chance 0.94, corrected for chance 0.02 (-0.10 to 0.14); no more than chance: ..."
std::string verdictAt(const ConsistencyCurve& curve, std::size_t at, const EvaluationWords& words) {
    const stats::Consistency& point = curve.points[at];
    std::string text = words.at + milliText(curve.tMilli[at], words) + ": ";
    if (!point.jaccard)
        return text + words.noTags;
    text += words.jaccard + " " + fixed(*point.jaccard, words);
    if (point.chance)
        text += ", " + words.chance + " " + fixed(*point.chance, words);
    const BeyondChance verdict = beyondChance(curve, at);
    if (verdict == BeyondChance::Undefined)
        return text + "; " + words.chanceReachesAll;
    text += ", " + words.corrected + " " + fixed(*point.corrected, words);
    if (verdict == BeyondChance::Unknown)
        return text;
    const stats::Interval& interval = *curve.corrected[at];
    text += " (" + fixed(interval.low, words) + " " + words.to + " " + fixed(interval.high, words) + ")";
    if (verdict == BeyondChance::No)
        text += "; " + words.noMoreThanChance;
    return verdict == BeyondChance::Less ? text + "; " + words.lessThanChance : text;
}

void addNotes(Figure& figure, const ConsistencyCurve& curve, std::uint32_t tMilli, const EvaluationWords& words) {
    const std::size_t nearest = nearestPoint(curve.tMilli, tMilli);
    const stats::Consistency& point = curve.points[nearest];
    const auto part = [&](std::uint64_t some, std::uint64_t all) {
        return groupedCount(some, words.thousands) + " / " + groupedCount(all, words.thousands);
    };
    figure.notes.push_back(verdictAt(curve, nearest, words));
    figure.notes.push_back(words.leftOutAt + milliText(curve.tMilli[nearest], words) + ": " +
                           part(point.leftOut, std::uint64_t{point.leftOut} + point.used));
    figure.notes.push_back(words.labelled + ": " + part(curve.answered, curve.asked));
    if (curve.intervalNeurons > 0 && curve.intervalNeurons < curve.neurons)
        figure.notes.push_back(words.intervalFrom + " " + part(curve.intervalNeurons, curve.neurons) + " " +
                               words.neurons);
    const bool anyUndefined =
        std::ranges::any_of(curve.points, [](const stats::Consistency& at) { return at.jaccard && !at.corrected; });
    if (anyUndefined)
        figure.notes.push_back(words.undefined);
    if (curve.truncated)
        figure.notes.push_back(words.ranksEnded);
    if (curve.nothingToDraw)
        figure.notes.push_back(words.nothingToDraw);
}

void addSource(Figure& figure, const FigureSource& source, const EvaluationWords& words, bool withTruth) {
    figure.parameters = {{"k", milliText(source.thresholds.kMilli, words) + " %"},
                         {"f", tagging::ruleName(source.thresholds.rule)}};
    if (source.thresholds.tail == tagging::Tail::Bottom)
        figure.parameters.emplace_back("tail", tailName(source.thresholds.tail));
    if (withTruth && !source.truth.empty())
        figure.parameters.emplace_back(words.truth, source.truth);
    if (withTruth)
        figure.parameters.emplace_back(words.neurons, source.neurons);
}

double valueAt(const tagging::LandscapePoint& point, LandscapeValue value) {
    switch (value) {
    case LandscapeValue::Tags:
        return static_cast<double>(point.tags);
    case LandscapeValue::Precision:
        return point.precision.value_or(kNan);
    case LandscapeValue::Recall:
        return point.recall.value_or(kNan);
    case LandscapeValue::Corrected:
        return point.corrected.value_or(kNan);
    }
    return kNan;
}

io::FigureMatrix matrixOf(const tagging::Landscape& landscape, LandscapeValue value, const EvaluationWords& words) {
    io::FigureMatrix matrix;
    const std::string names[] = {words.tags, words.precision, words.recall, words.correctedJ};
    matrix.valueName = names[static_cast<std::size_t>(value)];
    for (const std::uint32_t k : landscape.kMilli)
        matrix.rowValues.push_back(k / 1000.0);
    for (const std::uint32_t t : landscape.tMilli)
        matrix.columnValues.push_back(t / 1000.0);
    double most = 0;
    for (const tagging::LandscapePoint& point : landscape.points) {
        const double at = valueAt(point, value);
        matrix.values.push_back(static_cast<float>(at));
        if (!std::isnan(at))
            most = std::max(most, at);
    }
    const bool tags = value == LandscapeValue::Tags;
    matrix.scale = {0, tags ? std::max(most, 1.0) : 1.0, tags, heat::ColorScale::Map::Viridis, 0};
    return matrix;
}

/// Share of one descriptor in one half with its interval.
struct Share {
    double value = kNan, low = kNan, high = kNan;
    std::uint32_t answered = 0;
    Share(const tagging::SplitLabels& labels, std::uint32_t column) : answered(labels.answered()[column]) {
        const std::uint32_t yes = labels.yes()[column];
        if (answered == 0)
            return;
        value = static_cast<double>(yes) / answered;
        const stats::Interval interval = stats::wilson(yes, answered);
        low = interval.low;
        high = interval.high;
    }
};

std::vector<std::uint32_t> mostFrequentFirst(const StudyData& study) {
    std::vector<std::uint32_t> order(study.descriptors.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto share = [&](std::uint32_t column) {
        const double value = Share(*study.splitLabels[0], column).value;
        return std::isnan(value) ? -1 : value;
    };
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return share(a) > share(b); });
    return order;
}

} // namespace

Figure consistencyFigure(const ConsistencyCurve& curve, stats::ConsistencyBy by, const FigureSource& source,
                         const EvaluationWords& words) {
    Figure figure;
    figure.title = by == stats::ConsistencyBy::Neuron ? words.neuronTitle : words.descriptorTitle;
    figure.caption = words.consistencyCaption;
    addSource(figure, source, words, false);
    figure.parameters.emplace_back(words.neurons, groupedCount(curve.neurons, words.thousands));
    if (!curve.corrected.empty()) {
        figure.parameters.emplace_back(words.resamples, groupedCount(source.bootstrap.resamples, words.thousands));
        figure.parameters.emplace_back(words.seed, std::to_string(source.bootstrap.seed));
    }
    const CurveColumns columns(curve);
    double lowest = 0;
    for (const auto* values : {&columns.corrected, &columns.low})
        for (const double value : *values)
            if (value < lowest)
                lowest = std::max(value, -1.0);
    figure.x = {words.thresholdT, columns.t.front(), std::max(columns.t.back(), columns.t.front() + 0.001), false, {}};
    figure.y = {"", lowest < 0 ? std::floor(lowest * 4) / 4 : 0, 1, false, {}};
    if (!curve.jaccard.empty())
        figure.series.push_back(
            {"", Kind::Band, FigureColor::First, false, false, columns.t, {}, columns.jaccardLow, columns.jaccardHigh});
    const auto line = [&](std::string name, FigureColor color, const std::vector<double>& y, bool dashed, bool thick) {
        figure.series.push_back({std::move(name), Kind::Line, color, dashed, thick, columns.t, y, {}, {}});
    };
    line(words.chance, FigureColor::Chance, columns.chance, false, true);
    line(words.jaccard, FigureColor::First, columns.jaccard, false, false);
    if (!curve.corrected.empty()) {
        line("", FigureColor::First, columns.low, true, false);
        line("", FigureColor::First, columns.high, true, false);
    }
    line(words.corrected, FigureColor::First, columns.corrected, false, true);
    const double t = source.thresholds.tMilli / 1000.0;
    if (t >= figure.x.low && t <= figure.x.high)
        figure.markers.push_back({t, "t = " + milliText(source.thresholds.tMilli, words)});
    addNotes(figure, curve, source.thresholds.tMilli, words);
    figure.table = tableOf(curve, columns, words);
    return figure;
}

Figure landscapeFigure(const tagging::Landscape& landscape, LandscapeValue value, const FigureSource& source,
                       const EvaluationWords& words) {
    Figure figure;
    figure.title = words.landscapeTitle;
    figure.caption = words.landscapeCaption;
    const bool judged = value == LandscapeValue::Precision || value == LandscapeValue::Recall;
    addSource(figure, source, words, judged);
    figure.parameters.erase(figure.parameters.begin()); // k is an axis
    if (!judged && source.allNeurons > 0)
        figure.parameters.emplace_back(words.neurons, groupedCount(source.allNeurons, words.thousands));
    io::FigureMatrix matrix = matrixOf(landscape, value, words);
    figure.x = {words.thresholdT, matrix.columnValues.front(), matrix.columnValues.back(), false, {}};
    figure.y = {words.kPercent, matrix.rowValues.front(), matrix.rowValues.back(), true, {}};
    const auto undefined = std::ranges::count_if(matrix.values, [](float at) { return std::isnan(at); });
    if (static_cast<std::size_t>(undefined) == matrix.values.size())
        return figure;
    figure.matrix = std::move(matrix);
    figure.point = io::FigurePoint{source.thresholds.tMilli / 1000.0, source.thresholds.kMilli / 1000.0};
    if (value == LandscapeValue::Corrected && landscape.approximate)
        figure.notes.push_back(words.approximate + " " + std::to_string(landscape.shifts.size()));
    if (value == LandscapeValue::Tags)
        figure.notes.push_back(words.tagsNote);
    else
        figure.notes.push_back(judged ? words.pointValues : words.noIntervals);
    if (undefined > 0)
        figure.notes.push_back(words.undefinedPoints);
    return figure;
}

void noteBestThreshold(Figure& figure, const stats::BestThreshold& best, std::uint32_t falseMilli,
                       const EvaluationWords& words) {
    figure.notes.push_back(words.bestT + " (" + milliText(falseMilli, words) + "): " + milliText(best.tMilli, words) +
                           " (" + milliText(best.lowMilli, words) + " " + words.to + " " +
                           milliText(best.highMilli, words) + "); " + words.costPerNeuron + " " +
                           fixed(best.apparentCost, words) + ", " + words.heldOut + " " +
                           fixed(best.heldOutCost, words));
}

Figure halvesFigure(const StudyData& study, const EvaluationWords& words) {
    Figure figure;
    figure.title = words.halvesTitle;
    if (!study.splitLabels[0] || !study.splitLabels[1] || study.descriptors.empty())
        return figure;
    figure.caption = words.halvesCaption;
    figure.table = io::FigureTable{{words.descriptor}, {}};
    std::uint64_t answered[2] = {};
    for (const std::string& half : {words.calibration, words.validation})
        for (const std::string& what : {std::string(), words.low, words.high, words.labelled})
            figure.table->columns.push_back(what.empty() ? half : half + " " + what);
    FigureSeries series[2] = {{words.calibration, Kind::Bars, FigureColor::First, false, false, {}, {}, {}, {}},
                              {words.validation, Kind::Bars, FigureColor::Second, false, false, {}, {}, {}, {}}};
    double place = 0, most = 0;
    for (const std::uint32_t column : mostFrequentFirst(study)) {
        std::vector<FigureCell> row{study.descriptors[column].name};
        figure.x.ticks.push_back({++place, study.descriptors[column].name});
        for (std::size_t half = 0; half < 2; ++half) {
            const Share share(*study.splitLabels[half], column);
            series[half].x.push_back(place);
            series[half].y.push_back(share.value);
            series[half].low.push_back(share.low);
            series[half].high.push_back(share.high);
            row.insert(row.end(), {share.value, share.low, share.high, double(share.answered)});
            answered[half] += share.answered;
            if (!std::isnan(share.high))
                most = std::max(most, share.high);
        }
        figure.table->rows.push_back(std::move(row));
    }
    figure.x.low = 0.5;
    figure.x.high = place + 0.5;
    figure.y = {"", 0, std::max(most * 1.05, 0.01), false, {}};
    figure.series = {std::move(series[0]), std::move(series[1])};
    for (std::size_t half = 0; half < 2; ++half) {
        const std::uint64_t asked = std::uint64_t{study.splitLabels[half]->members()} * study.descriptors.size();
        figure.notes.push_back(words.labelled + ", " + (half == 0 ? words.calibration : words.validation) + ": " +
                               groupedCount(answered[half], words.thousands) + " / " +
                               groupedCount(asked, words.thousands));
    }
    return figure;
}

} // namespace neuroscribe::pipeline
