#include "core/pipeline/evaluation_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/number_text.h"

namespace neuroscribe::pipeline {
namespace {

using io::Figure;
using io::FigureCell;
using io::FigureColor;
using io::FigureSeries;
using stats::Estimate;
using Kind = FigureSeries::Kind;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double orNan(const std::optional<double>& value) {
    return value.value_or(kNan);
}
double low(const std::optional<stats::Interval>& interval) {
    return interval ? interval->low : kNan;
}
double high(const std::optional<stats::Interval>& interval) {
    return interval ? interval->high : kNan;
}

std::vector<double> thousandths(const std::vector<std::uint32_t>& milli) {
    std::vector<double> values;
    for (const std::uint32_t value : milli)
        values.push_back(value / 1000.0);
    return values;
}

/// One number of each entry.
template <class Entries, class Value>
std::vector<double> each(const Entries& entries, Value value) {
    std::vector<double> values;
    for (const auto& entry : entries)
        values.push_back(value(entry));
    return values;
}

FigureSeries line(std::string name, FigureColor color, std::vector<double> x, std::vector<double> y, bool dashed,
                  bool thick) {
    return {std::move(name), Kind::Line, color, dashed, thick, std::move(x), std::move(y), {}, {}};
}

/// Both ends of the intervals, dashed, without names of their own.
void addEnds(Figure& figure, FigureColor color, const std::vector<double>& x, std::vector<double> lower,
             std::vector<double> upper) {
    figure.series.push_back(line("", color, x, std::move(lower), true, false));
    figure.series.push_back(line("", color, x, std::move(upper), true, false));
}

io::FigureAxis axisOfT(const std::vector<std::uint32_t>& tMilli, const EvaluationWords& words) {
    const double from = tMilli.front() / 1000.0, to = tMilli.back() / 1000.0;
    return {words.thresholdT, from, to > from ? to : from + 0.001, false, {}};
}

void addParameters(Figure& figure, const FigureSource& source, const EvaluationWords& words) {
    figure.parameters.emplace_back("k", milliText(source.thresholds.kMilli, words) + " %");
    figure.parameters.emplace_back("f", tagging::ruleName(source.thresholds.rule));
    if (source.thresholds.tail == tagging::Tail::Bottom)
        figure.parameters.emplace_back("tail", tailName(source.thresholds.tail));
    figure.parameters.emplace_back(words.neurons, source.neurons);
    if (!source.truth.empty())
        figure.parameters.emplace_back(words.truth, source.truth);
}

void addBootstrap(Figure& figure, const FigureSource& source, const EvaluationWords& words) {
    figure.parameters.emplace_back(words.resamples, groupedCount(source.bootstrap.resamples, words.thousands));
    figure.parameters.emplace_back(words.seed, std::to_string(source.bootstrap.seed));
}

void markT(Figure& figure, std::uint32_t tMilli, const EvaluationWords& words) {
    const double t = tMilli / 1000.0;
    if (t >= figure.x.low && t <= figure.x.high)
        figure.markers.push_back({t, "t = " + milliText(tMilli, words)});
}

std::string partText(std::uint64_t part, std::uint64_t whole, const EvaluationWords& words) {
    return groupedCount(part, words.thousands) + " / " + groupedCount(whole, words.thousands);
}

void addCoverageNotes(Figure& figure, const Evaluation& evaluation, const EvaluationWords& words) {
    figure.notes.push_back(words.judged + ": " + partText(evaluation.judged, evaluation.neurons, words));
    figure.notes.push_back(words.referenceAnswers + ": " + partText(evaluation.answered, evaluation.asked, words));
    if (evaluation.undefinedCells > 0)
        figure.notes.push_back(words.undefinedCells + ": " +
                               partText(evaluation.undefinedCells, evaluation.cells, words));
}

/// Columns of one mean in a table twin.
void addEstimateColumns(io::FigureTable& table, const std::string& name, const EvaluationWords& words) {
    for (const std::string& part : {std::string(), words.sd, words.low, words.high, words.chance, words.leftOut})
        table.columns.push_back(part.empty() ? name : name + " " + part);
}

void addEstimate(std::vector<FigureCell>& row, const Estimate& estimate) {
    for (const double value : {orNan(estimate.mean), orNan(estimate.sd), low(estimate.interval),
                               high(estimate.interval), orNan(estimate.chance), double(estimate.leftOut)})
        row.emplace_back(value);
}

io::FigureTable estimateTable(const std::string& by, const std::vector<double>& x,
                              const std::vector<Estimate>& precision, const std::vector<Estimate>& recall,
                              const EvaluationWords& words) {
    io::FigureTable table{{by}, {}};
    addEstimateColumns(table, words.precision, words);
    addEstimateColumns(table, words.recall, words);
    for (std::size_t i = 0; i < x.size(); ++i) {
        std::vector<FigureCell> row{x[i]};
        addEstimate(row, precision[i]);
        addEstimate(row, recall[i]);
        table.rows.push_back(std::move(row));
    }
    return table;
}

void addBand(Figure& figure, FigureColor color, const std::vector<double>& x, const std::vector<Estimate>& estimates) {
    const auto edge = [](double sign) {
        return
            [sign](const Estimate& e) { return e.mean && e.sd ? std::clamp(*e.mean + sign * *e.sd, 0.0, 1.0) : kNan; };
    };
    figure.series.push_back(
        {"", Kind::Band, color, false, false, x, {}, each(estimates, edge(-1)), each(estimates, edge(1))});
}

void addCurve(Figure& figure, const std::string& name, FigureColor color, const std::vector<double>& x,
              const std::vector<Estimate>& estimates) {
    addEnds(figure, color, x, each(estimates, [](const Estimate& e) { return low(e.interval); }),
            each(estimates, [](const Estimate& e) { return high(e.interval); }));
    figure.series.push_back(
        line(name, color, x, each(estimates, [](const Estimate& e) { return orNan(e.mean); }), false, true));
}

std::string leftOutText(const Estimate& precision, const Estimate& recall, const EvaluationWords& words) {
    return ": " + words.precision + " " + groupedCount(precision.leftOut, words.thousands) + ", " + words.recall + " " +
           groupedCount(recall.leftOut, words.thousands);
}

/// What was left out at the grid's point nearest to the study's t.
void noteLeftOut(Figure& figure, const Evaluation& evaluation, std::uint32_t tMilli, const EvaluationWords& words) {
    const std::size_t nearest = nearestPoint(evaluation.tMilli, tMilli);
    figure.notes.push_back(words.leftOutAt + milliText(evaluation.tMilli[nearest], words) +
                           leftOutText(evaluation.overT.precision[nearest], evaluation.overT.recall[nearest], words));
}

/// At K = 2, which the paper quotes: what is left out is the same at every K.
void noteLeftOutAtK(Figure& figure, const stats::PrecisionRecallAt& at, const EvaluationWords& words) {
    const std::size_t place = std::min<std::size_t>(1, at.precision.size() - 1);
    figure.notes.push_back(words.leftOutAtK + std::to_string(place + 1) +
                           leftOutText(at.precision[place], at.recall[place], words));
}

FigureSeries bars(const std::string& name, FigureColor color, const std::vector<double>& x,
                  const std::vector<Estimate>& estimates) {
    return {name,
            Kind::Bars,
            color,
            false,
            false,
            x,
            each(estimates, [](const Estimate& e) { return orNan(e.mean); }),
            each(estimates, [](const Estimate& e) { return low(e.interval); }),
            each(estimates, [](const Estimate& e) { return high(e.interval); })};
}

} // namespace

std::string milliText(std::uint32_t milli, const EvaluationWords& words) {
    std::string digits = std::to_string(milli % 1000 + 1000).substr(1);
    while (digits.size() > 1 && digits.back() == '0')
        digits.pop_back();
    const std::string whole = std::to_string(milli / 1000);
    return digits == "0" ? whole : whole + words.decimalPoint + digits;
}

Figure precisionRecallFigure(const Evaluation& evaluation, const FigureSource& source, const EvaluationWords& words) {
    Figure figure;
    figure.title = words.overTTitle;
    figure.caption = words.overTCaption;
    addParameters(figure, source, words);
    addBootstrap(figure, source, words);
    figure.x = axisOfT(evaluation.tMilli, words);
    figure.y = {"", 0, 1, false, {}};
    const auto x = thousandths(evaluation.tMilli);
    const auto& [precision, recall] = evaluation.overT;
    addBand(figure, FigureColor::Second, x, recall);
    addBand(figure, FigureColor::First, x, precision);
    const auto chance = [](const Estimate& e) { return orNan(e.chance); };
    figure.series.push_back(line(words.chance, FigureColor::Chance, x, each(precision, chance), false, false));
    figure.series.push_back(line("", FigureColor::Chance, x, each(recall, chance), true, false));
    addCurve(figure, words.recall, FigureColor::Second, x, recall);
    addCurve(figure, words.precision, FigureColor::First, x, precision);
    markT(figure, source.thresholds.tMilli, words);
    noteLeftOut(figure, evaluation, source.thresholds.tMilli, words);
    addCoverageNotes(figure, evaluation, words);
    figure.table = estimateTable("t", x, precision, recall, words);
    return figure;
}

Figure precisionAtFigure(const Evaluation& evaluation, const FigureSource& source, std::uint32_t top,
                         const EvaluationWords& words) {
    Figure figure;
    figure.title = words.atTitle;
    figure.caption = words.atCaption;
    addParameters(figure, source, words);
    addBootstrap(figure, source, words);
    const auto& [precision, recall] = evaluation.at;
    std::vector<double> x(precision.size());
    std::iota(x.begin(), x.end(), 1.0);
    figure.x = {"K", 0.5, static_cast<double>(x.size()) + 0.5, false, {}};
    for (const double k : x)
        figure.x.ticks.push_back({k, std::to_string(static_cast<int>(k))});
    figure.y = {"", 0, 1, false, {}};
    figure.series = {bars(words.precision, FigureColor::First, x, precision),
                     bars(words.recall, FigureColor::Second, x, recall)};
    // Beside the bars they belong to, which stand left and right of the K.
    for (const auto* estimates : {&precision, &recall}) {
        std::vector<double> places;
        for (const double k : x)
            places.push_back(k + (estimates == &precision ? -0.17 : 0.17));
        figure.series.push_back({estimates == &precision ? words.chance : "",
                                 Kind::Points,
                                 FigureColor::Chance,
                                 false,
                                 false,
                                 places,
                                 each(*estimates, [](const Estimate& e) { return orNan(e.chance); }),
                                 {},
                                 {}});
    }
    noteLeftOutAtK(figure, evaluation.at, words);
    figure.notes.push_back(words.truthTop + ": " + std::to_string(top));
    addCoverageNotes(figure, evaluation, words);
    figure.table = estimateTable("K", x, precision, recall, words);
    return figure;
}

} // namespace neuroscribe::pipeline
