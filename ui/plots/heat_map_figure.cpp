#include "ui/plots/heat_map_figure.h"

#include "ui/models/format.h"
#include "ui/models/rule_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr double kFewestRows = 4;
constexpr double kFewestColumns = 2;

struct Range {
    double first = 0;
    double last = 0;
};

Range clamped(Range range, double fewest, double all) {
    const double span = std::clamp(range.last - range.first, std::min(fewest, all), all);
    const double first = std::clamp(range.first, 0.0, all - span);
    return {first, first + span};
}

Range zoomed(Range range, double factor, double at, double fewest, double all) {
    const double span = std::clamp((range.last - range.first) * factor, std::min(fewest, all), all);
    const double fixed = range.first + at * (range.last - range.first);
    return clamped({fixed - at * span, fixed + (1 - at) * span}, fewest, all);
}

Range showingOne(Range range, double index, double all) {
    const double span = range.last - range.first;
    if (index < range.first)
        range = {index, index + span};
    else if (index + 1 > range.last)
        range = {index + 1 - span, index + 1};
    return clamped(range, span, all);
}

/// 1, 2, 5, 10, 20 ... not below the value.
double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * power >= value)
            return step * power;
    return 10 * power;
}

} // namespace

HeatMapWindow HeatMapWindow::whole(const HeatMapFigure& figure) {
    return {0, static_cast<double>(figure.rows.size()), 0, static_cast<double>(figure.columns.size())};
}

HeatMapWindow HeatMapWindow::zoomedRows(const HeatMapFigure& figure, double factor, double at) const {
    const Range rows = zoomed({firstRow, lastRow}, factor, at, kFewestRows, static_cast<double>(figure.rows.size()));
    return {rows.first, rows.last, firstColumn, lastColumn};
}

HeatMapWindow HeatMapWindow::zoomedColumns(const HeatMapFigure& figure, double factor, double at) const {
    const Range columns =
        zoomed({firstColumn, lastColumn}, factor, at, kFewestColumns, static_cast<double>(figure.columns.size()));
    return {firstRow, lastRow, columns.first, columns.last};
}

HeatMapWindow HeatMapWindow::movedBy(const HeatMapFigure& figure, double rows, double columns) const {
    return HeatMapWindow{firstRow + rows, lastRow + rows, firstColumn + columns, lastColumn + columns}.clampedTo(
        figure);
}

HeatMapWindow HeatMapWindow::showing(const HeatMapFigure& figure, HeatCell cell) const {
    const Range rows = showingOne({firstRow, lastRow}, cell.row, static_cast<double>(figure.rows.size()));
    const Range columns =
        showingOne({firstColumn, lastColumn}, cell.column, static_cast<double>(figure.columns.size()));
    return {rows.first, rows.last, columns.first, columns.last};
}

HeatMapWindow HeatMapWindow::clampedTo(const HeatMapFigure& figure) const {
    const Range rows = clamped({firstRow, lastRow}, kFewestRows, static_cast<double>(figure.rows.size()));
    const Range columns =
        clamped({firstColumn, lastColumn}, kFewestColumns, static_cast<double>(figure.columns.size()));
    return {rows.first, rows.last, columns.first, columns.last};
}

float shownQ(double q) {
    constexpr double kUnderflow = 300;
    return static_cast<float>(q > 0 ? std::min(-std::log10(q), kUnderflow) : kUnderflow);
}

std::optional<tagging::Rule> ruleOf(HeatValue value) {
    switch (value) {
    case HeatValue::Share:
        return tagging::Rule::Share;
    case HeatValue::Occurrence:
        return tagging::Rule::Occurrence;
    case HeatValue::Lift:
        return tagging::Rule::Lift;
    case HeatValue::R:
        return tagging::Rule::R;
    case HeatValue::F1:
        return tagging::Rule::F1;
    case HeatValue::Iou:
        return tagging::Rule::Iou;
    case HeatValue::Auroc:
        return tagging::Rule::Auroc;
    case HeatValue::Auprc:
        return tagging::Rule::Auprc;
    case HeatValue::Q:
        break;
    }
    return std::nullopt;
}

QString heatValueName(HeatValue value) {
    switch (value) {
    case HeatValue::Share:
        return QCoreApplication::translate("neuroscribe::ui::HeatMap", "share");
    case HeatValue::Occurrence:
        return QCoreApplication::translate("neuroscribe::ui::HeatMap", "occurrence");
    case HeatValue::Q:
        return QStringLiteral("q");
    default:
        return ruleSymbol(*ruleOf(value));
    }
}

double valueOfShown(HeatValue value, double shown) {
    return value == HeatValue::Q ? std::pow(10.0, -shown) : shown;
}

double HeatMapFigure::valueAt(NeuronId neuron, std::uint32_t descriptor) const {
    return valueOfShown(value, shown[static_cast<std::size_t>(neuron.value) * descriptors + descriptor]);
}

QString formatValue(const QLocale& locale, HeatValue value, double number) {
    const std::optional<double> known = std::isnan(number) ? std::nullopt : std::optional(number);
    if (value == HeatValue::Q)
        return formatQ(locale, known);
    return formatRule(locale, ruleOf(value).value_or(tagging::Rule::Share), known);
}

heat::ColorScale automaticScale(HeatValue value, const std::vector<float>& shown) {
    heat::ColorScale scale;
    const bool twoSided = value == HeatValue::R || value == HeatValue::Auroc;
    scale.squareRoot = value != HeatValue::Q && !twoSided;
    if (value == HeatValue::Share)
        return scale;
    const float chance = value == HeatValue::Auroc ? 0.5F : 0.0F;
    float largest = 0;
    for (const float v : shown) {
        const float beyond = twoSided ? std::abs(v - chance) : v;
        if (beyond > largest) // false for NaN
            largest = beyond;
    }
    if (twoSided) {
        const double reach = largest > 0 ? std::min(roundUp(largest), value == HeatValue::R ? 1.0 : 0.5) : 0.5;
        scale.map = heat::ColorScale::Map::BlueRed;
        scale.low = chance - reach;
        scale.high = chance + reach;
        return scale;
    }
    constexpr double kEnough = 20; // q below 1e-20 and lift above 20 need no further shade
    scale.high = largest > 0 ? std::min(roundUp(largest), kEnough) : 1;
    return scale;
}

} // namespace neuroscribe::ui
