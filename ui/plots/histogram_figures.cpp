// Histograms as figures: activations of a neuron, values of the rule.
#include "ui/models/format.h"
#include "ui/models/rule_text.h"
#include "ui/plots/panel_figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace neuroscribe::ui {
namespace {

/// Edges of the bins, one more than there are bins.
std::vector<double> edgesOf(double low, double high, std::size_t bins, bool logarithmic) {
    std::vector<double> edges;
    for (std::size_t i = 0; i <= bins; ++i) {
        const double at = static_cast<double>(i) / static_cast<double>(bins);
        edges.push_back(logarithmic ? low * std::pow(high / low, at) : low + at * (high - low));
    }
    return edges;
}

/// Bars and table; the axes still lack their names.
io::Figure barsOf(const std::vector<std::uint32_t>& counts, const std::vector<double>& edges, bool logarithmic,
                  const QString& counted) {
    io::Figure figure;
    io::FigureSeries bars;
    bars.kind = io::FigureSeries::Kind::Bars;
    io::FigureTable table{{QCoreApplication::translate("neuroscribe::ui::PanelFigures", "from").toStdString(),
                           QCoreApplication::translate("neuroscribe::ui::PanelFigures", "to").toStdString(),
                           counted.toStdString()},
                          {}};
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        bars.x.push_back(logarithmic ? std::sqrt(edges[bin] * edges[bin + 1]) : (edges[bin] + edges[bin + 1]) / 2);
        bars.y.push_back(counts[bin]);
        table.rows.push_back({edges[bin], edges[bin + 1], static_cast<double>(counts[bin])});
    }
    const std::uint32_t most = *std::max_element(counts.begin(), counts.end());
    figure.x = {"", edges.front(), edges.back(), logarithmic, {}};
    figure.y = {counted.toStdString(), 0, std::max(1.0, most * 1.05), false, {}};
    figure.series.push_back(std::move(bars));
    figure.table = std::move(table);
    return figure;
}

std::uint64_t sumOf(const std::vector<std::uint32_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

} // namespace

io::Figure activationFigure(const Histogram& histogram, const std::optional<ActivationPlot::Mark>& mark,
                            FigureParameters parameters) {
    io::Figure figure;
    figure.title =
        QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Distribution of the activations").toStdString();
    if (histogram.counts.empty() || histogram.high <= histogram.low)
        return figure;
    const std::string title = std::move(figure.title);
    figure = barsOf(histogram.counts, edgesOf(histogram.low, histogram.high, histogram.counts.size(), false), false,
                    QCoreApplication::translate("neuroscribe::ui::PanelFigures", "sentences"));
    figure.title = title;
    figure.x.label = QCoreApplication::translate("neuroscribe::ui::PanelFigures", "activation").toStdString();
    figure.caption = QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                 "how many sentences of the half have each activation")
                         .toStdString();
    if (mark) {
        figure.markers.push_back({mark->value, mark->text.toStdString()});
        figure.caption += (mark->above ? QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                                     "; from the line to the right: the exemplars")
                                       : QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                                     "; from the line to the left: the exemplars"))
                              .toStdString();
    }
    figure.parameters = std::move(parameters);
    figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "%1 sentences, all of the half")
                               .arg(formatCount(QLocale(), sumOf(histogram.counts)))
                               .toStdString());
    return figure;
}

io::Figure ruleFigure(const RuleHistogram& histogram, const tagging::Thresholds& thresholds) {
    io::Figure figure;
    const QString rule = ruleTitle(thresholds.rule);
    const std::string title =
        QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Distribution of the rule: %1")
            .arg(rule)
            .toStdString();
    figure.title = title;
    if (histogram.counts.empty())
        return figure;
    figure =
        barsOf(histogram.counts, edgesOf(histogram.low, histogram.high, histogram.counts.size(), histogram.logarithmic),
               histogram.logarithmic, QCoreApplication::translate("neuroscribe::ui::PanelFigures", "cells"));
    figure.title = title;
    figure.x.label = ruleSymbol(thresholds.rule).toStdString();
    figure.caption =
        QCoreApplication::translate(
            "neuroscribe::ui::PanelFigures",
            "how many cells (a neuron and a descriptor) have each value; right of the line: tagged, as far as "
            "the other limits let them")
            .toStdString();
    const double t = thresholds.tMilli / 1000.0;
    if (t >= histogram.low && t <= histogram.high)
        figure.markers.push_back({t, QCoreApplication::translate("neuroscribe::ui::PanelFigures", "t = %1")
                                         .arg(QLocale().toString(t, 'g', 4))
                                         .toStdString()});
    figure.parameters = thresholdParameters(thresholds);
    const QLocale locale;
    figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "cells with a value: %1 of %2")
                               .arg(formatCount(locale, sumOf(histogram.counts)), formatCount(locale, histogram.cells))
                               .toStdString());
    figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                       "a count of all cells: chance alone gives many of them, see q")
                               .toStdString());
    if (histogram.logarithmic)
        figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                           "what lies beyond the axis is in the outermost bars")
                                   .toStdString());
    return figure;
}

} // namespace neuroscribe::ui
