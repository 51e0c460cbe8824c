#include "ui/plots/figure_reading.h"

#include "ui/models/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::FigureView", text);
}

QString number(double value) {
    if (std::isnan(value))
        return undefinedText();
    return QLocale().toString(value, 'g', 3);
}

QString named(const std::string& name, const QString& value) {
    return name.empty() ? value : QString::fromStdString(name) + QLatin1Char(' ') + value;
}

QString range(double low, double high) {
    if (std::isnan(low) || std::isnan(high))
        return undefinedText();
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::FigureView", "%1 to %2")).arg(number(low), number(high));
}

/// Where the cursor stops for a value: of an axis with names at the place that has the name, beside which several
/// series may stand.
double stopOf(const io::FigureAxis& axis, double x) {
    constexpr double kBeside = 0.5;
    for (const io::FigureTick& tick : axis.ticks)
        if (std::abs(tick.at - x) < kBeside)
            return tick.at;
    return x;
}

QString part(const io::FigureAxis& axis, const io::FigureSeries& series, double x) {
    const auto found =
        std::find_if(series.x.begin(), series.x.end(), [&](double value) { return stopOf(axis, value) == x; });
    if (found == series.x.end())
        return {};
    const auto i = static_cast<std::size_t>(found - series.x.begin());
    if (series.y.empty())
        return named(series.name, range(series.low[i], series.high[i]));
    QString text = named(series.name, number(series.y[i]));
    if (!series.low.empty() && !std::isnan(series.y[i]))
        text += QStringLiteral(" (") + range(series.low[i], series.high[i]) + QLatin1Char(')');
    return text;
}

/// The text of a tick that stands there ("1" of a bar), else the number.
QString axisValue(const io::FigureAxis& axis, double value) {
    for (const io::FigureTick& tick : axis.ticks)
        if (tick.at == value)
            return named(axis.label, QString::fromStdString(tick.text));
    return named(axis.label, number(value));
}

} // namespace

std::vector<double> stopsOf(const io::Figure& figure) {
    std::vector<double> stops;
    for (const io::FigureSeries& series : figure.series)
        for (const double x : series.x)
            stops.push_back(stopOf(figure.x, x));
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    return stops;
}

QString readingAt(const io::Figure& figure, double x) {
    QString text = axisValue(figure.x, x);
    for (const io::FigureSeries& series : figure.series)
        if (const QString said = part(figure.x, series, x); !said.isEmpty())
            text += QStringLiteral(" · ") + said;
    return text;
}

QString readingAt(const io::Figure& figure, io::FigureScene::Cell cell) {
    const io::FigureMatrix& matrix = *figure.matrix;
    const QString value = named(matrix.valueName, number(static_cast<double>(matrix.at(cell.row, cell.column))));
    const QString row = matrix.isLandscape() ? axisValue(figure.y, matrix.rowValues[cell.row])
                                             : QString::fromStdString(matrix.rowNames[cell.row]);
    const QString column = matrix.isLandscape() ? axisValue(figure.x, matrix.columnValues[cell.column])
                                                : QString::fromStdString(matrix.columnNames[cell.column]);
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::FigureView", "%1 · %2: %3")).arg(row, column, value);
}

QString nameAt(const io::Figure& figure, const io::FigureScene& scene, io::ScenePlace place) {
    if (!figure.matrix || figure.matrix->isLandscape() || scene.cells.width <= 0)
        return {};
    const io::SceneRect& cells = scene.cells;
    const bool beside = place.x < cells.left && place.y >= cells.top && place.y <= cells.bottom();
    const bool above = place.y < cells.top && place.x >= cells.left && place.x <= cells.right();
    if (!beside && !above)
        return {};
    const auto cell = scene.cellAt(figure, {beside ? cells.left : place.x, above ? cells.top : place.y});
    if (!cell)
        return {};
    return QString::fromStdString(beside ? figure.matrix->rowNames[cell->row]
                                         : figure.matrix->columnNames[cell->column]);
}

QString wholeCaption(const io::Figure& figure) {
    QStringList lines{QString::fromStdString(figure.caption)};
    for (const std::string& note : figure.notes)
        lines << QString::fromStdString(note);
    lines << QString::fromStdString(io::parameterText(figure));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace neuroscribe::ui
