// Tags as figures: tagged neurons in bars, and where over t and k the tags of a neuron live.
#include "ui/models/format.h"
#include "ui/models/rule_text.h"
#include "ui/plots/panel_figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuroscribe::ui {
namespace {

using Kind = io::FigureSeries::Kind;

constexpr double kLeastMultiple = 0.1, kMostMultiple = 100; ///< as on the slider of t

std::string number(double value) {
    return QLocale().toString(value, 'g', 6).toStdString();
}

void nameAxisX(io::FigureAxis& axis, const std::vector<LivingTag>& tags) {
    axis = {"", 0.5, static_cast<double>(tags.size()) + 0.5, false, {}};
    for (std::size_t i = 0; i < tags.size(); ++i)
        axis.ticks.push_back({static_cast<double>(i) + 1, tags[i].name.toStdString()});
}

/// A dashed line at what holds now, with a value for every tag.
io::FigureSeries nowLine(std::string name, std::size_t tags, double value) {
    io::FigureSeries line{std::move(name), Kind::Line, io::FigureColor::Chance, true, false, {}, {}, {}, {}};
    for (std::size_t i = 0; i < tags; ++i) {
        line.x.push_back(static_cast<double>(i) + 1);
        line.y.push_back(value);
    }
    return line;
}

io::Figure overT(const std::vector<LivingTag>& tags, const tagging::Thresholds& thresholds) {
    io::Figure figure;
    figure.title = QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Tags that live in both halves, over t")
                       .toStdString();
    nameAxisX(figure.x, tags);
    const bool multiple = tagging::isMultiple(thresholds.rule);
    const double low = multiple ? kLeastMultiple : 0;
    double most = multiple ? kMostMultiple : 1;
    io::FigureSeries spans{
        QCoreApplication::translate("neuroscribe::ui::PanelFigures", "in both halves for t").toStdString(),
        Kind::Spans,
        io::FigureColor::First,
        false,
        false,
        {},
        {},
        {},
        {}};
    io::FigureTable table{{QCoreApplication::translate("neuroscribe::ui::PanelFigures", "descriptor").toStdString(),
                           QCoreApplication::translate("neuroscribe::ui::PanelFigures", "for t below").toStdString()},
                          {}};
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const double end = tags[i].lives.tEnd.value_or(std::numeric_limits<double>::quiet_NaN());
        table.rows.push_back({tags[i].name.toStdString(), end});
        if (std::isnan(end) || end <= low)
            continue; // for no t that the axis has
        spans.x.push_back(static_cast<double>(i) + 1);
        spans.low.push_back(low);
        spans.high.push_back(end);
        most = std::max(most, end);
    }
    const double t = thresholds.tMilli / 1000.0;
    figure.y = {ruleSymbol(thresholds.rule).toStdString(), low, most, multiple, {}};
    figure.series = {std::move(spans), nowLine("t = " + number(t), tags.size(), t)};
    figure.table = std::move(table);
    figure.caption = QCoreApplication::translate(
                         "neuroscribe::ui::PanelFigures",
                         "at this k each tag is a tag on calibration and on validation for every t below the end "
                         "of its bar: the smaller of both values")
                         .toStdString();
    return figure;
}

QString rangesOf(const tagging::Persistence& lives) {
    const QLocale locale;
    QStringList ranges;
    for (const tagging::KRange& range : lives.k) {
        const QString first = locale.toString(range.first / 1000.0, 'f', 1);
        ranges << (range.first == range.last ? first
                                             : QCoreApplication::translate("neuroscribe::ui::PanelFigures", "%1 to %2")
                                                   .arg(first, locale.toString(range.last / 1000.0, 'f', 1)));
    }
    return ranges.join(QStringLiteral("; "));
}

/// A tag may live in several ranges of k: the first ones are a series, the second ones another.
io::Figure overK(const std::vector<LivingTag>& tags, const tagging::Thresholds& thresholds) {
    constexpr double kHalfStep = tagging::kGridMilli / 2.0; // a grid point stands for the values around it
    io::Figure figure;
    figure.title = QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Tags that live in both halves, over k")
                       .toStdString();
    nameAxisX(figure.x, tags);
    figure.y = {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "k in %").toStdString(),
                (tagging::kGridMilli - kHalfStep) / 1000,
                (tagging::kMaxKMilli + kHalfStep) / 1000,
                true,
                {}};
    io::FigureTable table{{QCoreApplication::translate("neuroscribe::ui::PanelFigures", "descriptor").toStdString(),
                           QCoreApplication::translate("neuroscribe::ui::PanelFigures", "for k in %").toStdString()},
                          {}};
    std::size_t most = 1;
    for (const LivingTag& tag : tags) {
        table.rows.push_back({tag.name.toStdString(), rangesOf(tag.lives).toStdString()});
        most = std::max(most, tag.lives.k.size());
    }
    for (std::size_t rank = 0; rank < most; ++rank) {
        io::FigureSeries spans{
            rank == 0
                ? QCoreApplication::translate("neuroscribe::ui::PanelFigures", "in both halves for k").toStdString()
                : "",
            Kind::Spans,
            io::FigureColor::First,
            false,
            false,
            {},
            {},
            {},
            {}};
        for (std::size_t i = 0; i < tags.size(); ++i) {
            if (rank >= tags[i].lives.k.size())
                continue;
            const tagging::KRange& range = tags[i].lives.k[rank];
            spans.x.push_back(static_cast<double>(i) + 1);
            spans.low.push_back((range.first - kHalfStep) / 1000);
            spans.high.push_back((range.last + kHalfStep) / 1000);
        }
        figure.series.push_back(std::move(spans));
    }
    const double k = thresholds.kMilli / 1000.0;
    figure.series.push_back(nowLine("k = " + number(k) + " %", tags.size(), k));
    figure.table = std::move(table);
    figure.caption =
        QCoreApplication::translate(
            "neuroscribe::ui::PanelFigures",
            "at this t each tag is a tag on calibration and on validation for the k inside its bars, on the 0.1 "
            "% grid")
            .toStdString();
    return figure;
}

} // namespace

FigureParameters thresholdParameters(const tagging::Thresholds& thresholds) {
    const bool calibration = thresholds.split == corpus::Split::Calibration;
    FigureParameters parameters{
        {"k", number(thresholds.kMilli / 1000.0) + " %"},
        {"t", number(thresholds.tMilli / 1000.0)},
        {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "rule").toStdString(),
         ruleTitle(thresholds.rule).toStdString()},
        {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "half").toStdString(),
         (calibration ? QCoreApplication::translate("neuroscribe::ui::PanelFigures", "calibration")
                      : QCoreApplication::translate("neuroscribe::ui::PanelFigures", "validation"))
             .toStdString()}};
    const auto add = [&parameters](const QString& name, std::string value) {
        parameters.emplace_back(name.toStdString(), std::move(value));
    };
    if (thresholds.tail == tagging::Tail::Bottom)
        add(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "tail"),
            QCoreApplication::translate("neuroscribe::ui::PanelFigures", "bottom").toStdString());
    if (thresholds.minLiftMilli > 0)
        add(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "least lift"),
            number(thresholds.minLiftMilli / 1000.0));
    if (thresholds.maxQMicro > 0)
        add(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "q below"),
            number(thresholds.maxQMicro / 1e6));
    if (thresholds.topK > 0)
        add(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "most tags of a neuron"),
            std::to_string(thresholds.topK));
    return parameters;
}

io::Figure tagBarFigure(const QString& title, const QString& by, const std::vector<Bar>& bars,
                        FigureParameters parameters) {
    io::Figure figure;
    figure.title = title.toStdString();
    if (bars.empty())
        return figure;
    const std::string counted =
        QCoreApplication::translate("neuroscribe::ui::PanelFigures", "tagged neurons").toStdString();
    io::FigureSeries series{counted, Kind::Bars, io::FigureColor::First, false, false, {}, {}, {}, {}};
    io::FigureTable table{{by.toStdString(), counted}, {}};
    double most = 1;
    for (const Bar& bar : bars) {
        const double place = static_cast<double>(series.x.size()) + 1;
        figure.x.ticks.push_back({place, bar.label.toStdString()});
        series.x.push_back(place);
        series.y.push_back(static_cast<double>(bar.count));
        table.rows.push_back({bar.label.toStdString(), static_cast<double>(bar.count)});
        most = std::max(most, static_cast<double>(bar.count));
    }
    figure.x.label = by.toStdString();
    figure.x.low = 0.5;
    figure.x.high = static_cast<double>(bars.size()) + 0.5;
    figure.y = {"", 0, most * 1.05, false, {}};
    figure.series.push_back(std::move(series));
    figure.table = std::move(table);
    figure.caption = QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                 "a count of all neurons of the model, no sample: it has no interval")
                         .toStdString();
    figure.parameters = std::move(parameters);
    figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                       "count of all tags, also those that chance alone would give")
                               .toStdString());
    return figure;
}

std::vector<NamedFigure> persistenceFigures(const std::vector<LivingTag>& tags, const tagging::Thresholds& thresholds,
                                            const QString& neuron) {
    if (tags.empty())
        return {};
    std::vector<NamedFigure> figures{
        {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "over t"), overT(tags, thresholds)},
        {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "over k"), overK(tags, thresholds)}};
    FigureParameters parameters = thresholdParameters(thresholds);
    const std::string half = QCoreApplication::translate("neuroscribe::ui::PanelFigures", "half").toStdString();
    std::erase_if(parameters, [&half](const auto& parameter) { return parameter.first == half; }); // it is of both
    for (NamedFigure& named : figures) {
        named.figure.parameters = parameters;
        named.figure.parameters.insert(
            named.figure.parameters.begin(),
            {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "neuron").toStdString(),
             neuron.toStdString()});
        named.figure.notes.push_back(
            QCoreApplication::translate(
                "neuroscribe::ui::PanelFigures",
                "what chance reaches is not taken off: a tag of a frequent descriptor lives long by itself")
                .toStdString());
    }
    return figures;
}

} // namespace neuroscribe::ui
