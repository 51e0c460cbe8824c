// The agreement of two annotators as figures: kappa with AC1, precision, recall.
#include "ui/models/format.h"
#include "ui/plots/panel_figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuroscribe::ui {
namespace {

using pipeline::AgreementRow;
using stats::IntervalEstimate;
using Kind = io::FigureSeries::Kind;
using Rows = std::vector<const AgreementRow*>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kAside = 0.16; ///< of the distance of two descriptors

std::string nameOf(const AgreementRow& row) {
    return row.descriptor ? row.name
                          : QCoreApplication::translate("neuroscribe::ui::PanelFigures", "all together").toStdString();
}

/// One kind of estimate; beside the middle of the place where another stands there, too.
template <class Estimate>
io::FigureSeries pointsOf(const QString& name, io::FigureColor color, const Rows& rows, double aside,
                          Estimate estimate) {
    io::FigureSeries points{name.toStdString(), Kind::Points, color, false, false, {}, {}, {}, {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const IntervalEstimate& value = estimate(*rows[i]);
        points.x.push_back(static_cast<double>(i) + 1 + aside);
        points.y.push_back(value.value.value_or(kNan));
        points.low.push_back(value.value ? value.interval.low : kNan);
        points.high.push_back(value.value ? value.interval.high : kNan);
    }
    return points;
}

/// What the judged labels would reach if they had nothing to do with the reference.
template <class Share>
io::FigureSeries chanceOf(const Rows& rows, Share share) {
    io::FigureSeries points{QCoreApplication::translate("neuroscribe::ui::PanelFigures", "chance").toStdString(),
                            Kind::Points,
                            io::FigureColor::Chance,
                            false,
                            false,
                            {},
                            {},
                            {},
                            {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        points.x.push_back(static_cast<double>(i) + 1 - kAside);
        points.y.push_back(rows[i]->pairs() > 0
                               ? static_cast<double>(share(rows[i]->table)) / static_cast<double>(rows[i]->pairs())
                               : kNan);
    }
    return points;
}

io::FigureTable tableOf(const Rows& rows) {
    io::FigureTable table;
    const auto column = [&table](const QString& name) { table.columns.push_back(name.toStdString()); };
    column(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "descriptor"));
    column(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "pairs"));
    for (const QString& name : {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "kappa"),
                                QCoreApplication::translate("neuroscribe::ui::PanelFigures", "AC1"),
                                QCoreApplication::translate("neuroscribe::ui::PanelFigures", "precision, raw"),
                                QCoreApplication::translate("neuroscribe::ui::PanelFigures", "recall, raw"),
                                QCoreApplication::translate("neuroscribe::ui::PanelFigures", "precision, weighted"),
                                QCoreApplication::translate("neuroscribe::ui::PanelFigures", "recall, weighted")}) {
        column(name);
        column(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "%1, low").arg(name));
        column(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "%1, high").arg(name));
    }
    for (const AgreementRow* row : rows) {
        std::vector<io::FigureCell> cells{nameOf(*row), static_cast<double>(row->pairs())};
        for (const IntervalEstimate* value : {&row->kappa, &row->ac1, &row->precision, &row->recall,
                                              &row->population.precision, &row->population.recall}) {
            cells.emplace_back(value->value.value_or(kNan));
            cells.emplace_back(value->value ? value->interval.low : kNan);
            cells.emplace_back(value->value ? value->interval.high : kNan);
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

double lowestOf(const io::Figure& figure) {
    double lowest = 0;
    for (const io::FigureSeries& series : figure.series)
        for (const double low : series.low)
            if (low < lowest)
                lowest = low;
    return std::max(std::floor(lowest * 4) / 4, -1.0);
}

io::Figure frame(const QString& title, const pipeline::AgreementReport& report, const Rows& rows) {
    io::Figure figure;
    figure.title = title.toStdString();
    figure.parameters = {
        {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "judged").toStdString(), report.judged},
        {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "reference").toStdString(), report.reference}};
    figure.x = {"", 0.5, static_cast<double>(rows.size()) + 0.5, false, {}};
    for (std::size_t i = 0; i < rows.size(); ++i)
        figure.x.ticks.push_back({static_cast<double>(i) + 1, nameOf(*rows[i])});
    figure.y = {"", 0, 1, false, {}};
    const QLocale locale;
    const AgreementRow& all = report.pooled;
    figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "pairs that both answered: %1")
                               .arg(formatCount(locale, all.pairs()))
                               .toStdString());
    if (all.unsure + all.setAside > 0)
        figure.notes.push_back(QCoreApplication::translate("neuroscribe::ui::PanelFigures",
                                                           "left out: %1 unsure, %2 drawn by disagreement")
                                   .arg(formatCount(locale, all.unsure), formatCount(locale, all.setAside))
                                   .toStdString());
    figure.table = tableOf(rows);
    return figure;
}

io::Figure kappaFigure(const pipeline::AgreementReport& report, const Rows& rows) {
    io::Figure figure =
        frame(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Agreement: kappa and AC1"), report, rows);
    io::FigureSeries zero{QCoreApplication::translate("neuroscribe::ui::PanelFigures", "chance").toStdString(),
                          Kind::Line,
                          io::FigureColor::Chance,
                          true,
                          false,
                          {},
                          {},
                          {},
                          {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        zero.x.push_back(static_cast<double>(i) + 1);
        zero.y.push_back(0);
    }
    figure.series = {std::move(zero),
                     pointsOf(
                         QCoreApplication::translate("neuroscribe::ui::PanelFigures", "kappa"), io::FigureColor::First,
                         rows, -kAside, [](const AgreementRow& row) -> auto& { return row.kappa; }),
                     pointsOf(
                         QCoreApplication::translate("neuroscribe::ui::PanelFigures", "AC1"), io::FigureColor::Second,
                         rows, kAside, [](const AgreementRow& row) -> auto& { return row.ac1; })};
    figure.y.low = lowestOf(figure);
    figure.caption =
        QCoreApplication::translate("neuroscribe::ui::PanelFigures", "agreement beyond chance, which is 0; bars: 95 %")
            .toStdString();
    return figure;
}

template <class Raw, class Weighted, class Share>
io::Figure shareFigure(const QString& title, const QString& caption, const pipeline::AgreementReport& report,
                       const Rows& rows, Raw raw, Weighted weighted, Share chance) {
    io::Figure figure = frame(title, report, rows);
    figure.series = {chanceOf(rows, chance),
                     pointsOf(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "in the sample"),
                              io::FigureColor::First, rows, -kAside, raw),
                     pointsOf(QCoreApplication::translate("neuroscribe::ui::PanelFigures", "weighted to the corpus"),
                              io::FigureColor::Second, rows, kAside, weighted)};
    figure.caption = caption.toStdString();
    return figure;
}

} // namespace

std::vector<NamedFigure> agreementFigures(const pipeline::AgreementReport& report) {
    if (report.pooled.pairs() == 0)
        return {};
    Rows rows{&report.pooled};
    for (const AgreementRow& row : report.rows)
        rows.push_back(&row);
    return {{QCoreApplication::translate("neuroscribe::ui::PanelFigures", "kappa"), kappaFigure(report, rows)},
            {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "precision"),
             shareFigure(
                 QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Precision of the labels"),
                 QCoreApplication::translate(
                     "neuroscribe::ui::PanelFigures",
                     "of what is labelled, the share that the reference confirms; bars: 95 %; grey: chance in "
                     "the sample"),
                 report, rows, [](const AgreementRow& row) -> auto& { return row.precision; },
                 [](const AgreementRow& row) -> auto& { return row.population.precision; },
                 [](const stats::FourFold& table) { return table.both + table.second; })},
            {QCoreApplication::translate("neuroscribe::ui::PanelFigures", "recall"),
             shareFigure(
                 QCoreApplication::translate("neuroscribe::ui::PanelFigures", "Recall of the labels"),
                 QCoreApplication::translate(
                     "neuroscribe::ui::PanelFigures",
                     "of what the reference says yes to, the share that is labelled; bars: 95 %; grey: chance "
                     "in the sample"),
                 report, rows, [](const AgreementRow& row) -> auto& { return row.recall; },
                 [](const AgreementRow& row) -> auto& { return row.population.recall; },
                 [](const stats::FourFold& table) { return table.both + table.first; })}};
}

} // namespace neuroscribe::ui
