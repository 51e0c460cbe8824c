#include "core/io/figure.h"

#include <cmath>

namespace neuroscribe::io {
namespace {

Error wrong(const Figure& figure, const std::string& why) {
    return Error{ErrorCode::InvalidArgument, figure.title, why, ""};
}

bool fits(const std::vector<double>& values, std::size_t count, bool needed) {
    return values.size() == count || (values.empty() && !needed);
}

Status checkSeries(const Figure& figure, const FigureSeries& series) {
    using Kind = FigureSeries::Kind;
    const std::size_t count = series.x.size();
    const bool band = series.kind == Kind::Band || series.kind == Kind::Spans;
    if (!fits(series.y, count, !band) || !fits(series.low, count, band) || !fits(series.high, count, band) ||
        series.low.size() != series.high.size())
        return wrong(figure, "the series " + series.name + " has lists of different lengths");
    for (std::size_t i = 0; i < count; ++i)
        if (!std::isfinite(series.x[i]) || (i > 0 && series.x[i] < series.x[i - 1]))
            return wrong(figure, "the series " + series.name + " does not ascend");
    return {};
}

Status checkAxis(const Figure& figure, const FigureAxis& axis) {
    const bool finite = std::isfinite(axis.low) && std::isfinite(axis.high);
    if (!finite || axis.low >= axis.high || (axis.logarithmic && axis.low <= 0))
        return wrong(figure, "the axis " + axis.label + " has no range");
    return {};
}

} // namespace

Status check(const Figure& figure) {
    NS_TRY(checkAxis(figure, figure.x));
    NS_TRY(checkAxis(figure, figure.y));
    for (const FigureSeries& series : figure.series)
        NS_TRY(checkSeries(figure, series));
    if (figure.matrix && figure.matrix->values.size() != figure.matrix->rows() * figure.matrix->columns())
        return wrong(figure, "the matrix has another number of values than of cells");
    if (figure.table)
        for (const auto& row : figure.table->rows)
            if (row.size() != figure.table->columns.size())
                return wrong(figure, "a row of the table has another number of cells than there are columns");
    return {};
}

std::string parameterText(const Figure& figure) {
    std::string text;
    for (const auto& [name, value] : figure.parameters)
        text += (text.empty() ? "" : ", ") + name + " = " + value;
    return text;
}

} // namespace neuroscribe::io
