#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "core/io/figure_table.h"
#include "core/pipeline/correlation.h"

namespace neuroscribe::pipeline {
namespace {

/// The colours reach to 1 both ways, or where the view stays far below it, to the largest value but at least 0.1.
double limitOf(const stats::PairValues& values, CorrelationView view) {
    if (view != CorrelationView::Difference)
        return 1;
    double most = 0.1;
    for (const double value : values.values)
        if (!std::isnan(value))
            most = std::max(most, std::abs(value));
    return most;
}

io::FigureMatrix matrixOf(const DescriptorCorrelation& correlation, CorrelationView view,
                          const stats::PairValues& values, const CorrelationWords& words) {
    io::FigureMatrix matrix;
    matrix.valueName = words.valueName[static_cast<std::size_t>(view)];
    for (const std::uint32_t column : correlation.order)
        matrix.rowNames.push_back(correlation.names[column]);
    matrix.columnNames = matrix.rowNames;
    for (const std::uint32_t row : correlation.order)
        for (const std::uint32_t column : correlation.order)
            matrix.values.push_back(
                static_cast<float>(row == column ? correlation.diagonal(view, row) : values.at(row, column)));
    const double limit = limitOf(values, view);
    matrix.scale = {-limit, limit, false, heat::ColorScale::Map::BlueRed, 0};
    matrix.writeValues = true;
    return matrix;
}

double count(std::uint64_t value) {
    return static_cast<double>(value);
}

void addSentenceCells(const DescriptorCorrelation& correlation, std::uint32_t first, std::uint32_t second,
                      std::vector<io::FigureCell>& row) {
    const std::size_t pair = correlation.sentences.phi.index(first, second);
    const stats::FourFold& table = correlation.sentences.tables[pair];
    if (correlation.intervals) {
        row.emplace_back(correlation.intervals->low.values[pair]);
        row.emplace_back(correlation.intervals->high.values[pair]);
    }
    row.emplace_back(correlation.sentences.p.values[pair]);
    row.emplace_back(correlation.sentences.q.values[pair]);
    row.emplace_back(count(table.both + table.first + table.second + table.neither));
    // The table counts from the lower column; here from the one named first.
    const bool turned = first > second;
    for (const std::uint64_t value :
         {table.both, turned ? table.second : table.first, turned ? table.first : table.second, table.neither})
        row.emplace_back(count(value));
}

io::FigureTable tableOf(const DescriptorCorrelation& correlation, CorrelationView view, const stats::PairValues& values,
                        const CorrelationWords& words) {
    io::FigureTable table{{words.first, words.second, words.valueName[static_cast<std::size_t>(view)]}, {}};
    const bool sentences = view == CorrelationView::Sentences;
    if (sentences && correlation.intervals)
        table.columns.insert(table.columns.end(), {words.low, words.high});
    if (sentences)
        table.columns.insert(table.columns.end(),
                             {"p", "q", words.pairs, words.both, words.firstOnly, words.secondOnly, words.neither});
    for (std::size_t a = 0; a < correlation.order.size(); ++a)
        for (std::size_t b = a + 1; b < correlation.order.size(); ++b) {
            const std::uint32_t first = correlation.order[a], second = correlation.order[b];
            std::vector<io::FigureCell> row{correlation.names[first], correlation.names[second],
                                            values.at(first, second)};
            if (sentences)
                addSentenceCells(correlation, first, second, row);
            table.rows.push_back(std::move(row));
        }
    return table;
}

std::vector<std::pair<std::string, std::string>> parametersOf(const DescriptorCorrelation& correlation,
                                                              CorrelationView view, const CorrelationWords& words) {
    std::vector<std::pair<std::string, std::string>> parameters;
    parameters.emplace_back(words.sentences, groupedCount(correlation.sentenceCount, words.thousands));
    if (view == CorrelationView::Sentences) {
        if (correlation.intervals) {
            parameters.emplace_back(words.resamples, groupedCount(correlation.options.resamples, words.thousands));
            parameters.emplace_back(words.seed, std::to_string(correlation.options.seed));
        }
        return parameters;
    }
    parameters.emplace_back(words.neurons, groupedCount(correlation.neuronCount, words.thousands));
    parameters.emplace_back("k", io::plainNumber(correlation.thresholds.kMilli / 1000.0) + " %");
    parameters.emplace_back(words.split, words.halves[static_cast<std::size_t>(correlation.thresholds.split)]);
    parameters.emplace_back(words.tail, words.tails[static_cast<std::size_t>(correlation.thresholds.tail)]);
    return parameters;
}

std::vector<std::string> notesOf(const DescriptorCorrelation& correlation, const stats::PairValues& values,
                                 CorrelationView view, const CorrelationWords& words) {
    std::vector<std::string> notes;
    notes.push_back(words.answered + ": " + groupedCount(correlation.answered, words.thousands) + " / " +
                    groupedCount(correlation.asked, words.thousands));
    const auto undefined =
        std::count_if(values.values.begin(), values.values.end(), [](double value) { return std::isnan(value); });
    if (undefined > 0)
        notes.push_back(words.undefinedPairs + ": " +
                        groupedCount(static_cast<std::uint64_t>(undefined), words.thousands));
    notes.push_back(words.order);
    if (view == CorrelationView::Sentences && correlation.intervals)
        notes.push_back(words.interval);
    notes.push_back(view == CorrelationView::Sentences ? words.chance : words.noInterval);
    return notes;
}

} // namespace

io::Figure correlationFigure(const DescriptorCorrelation& correlation, CorrelationView view,
                             const CorrelationWords& words) {
    const auto at = static_cast<std::size_t>(view);
    const stats::PairValues values = correlation.values(view);
    io::Figure figure;
    figure.title = words.title[at];
    figure.caption = words.caption[at];
    figure.parameters = parametersOf(correlation, view, words);
    figure.notes = notesOf(correlation, values, view, words);
    figure.matrix = matrixOf(correlation, view, values, words);
    figure.table = tableOf(correlation, view, values, words);
    return figure;
}

} // namespace neuroscribe::pipeline
