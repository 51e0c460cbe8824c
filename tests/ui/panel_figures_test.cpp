#include "core/io/figure_table.h"
#include "tests/ui/evaluated_study.h"
#include "ui/dialogs/figure_dialog.h"
#include "ui/models/agreement_model.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/agreement_panel.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/panels/neuron_panel.h"
#include "ui/panels/tag_counts.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/plots/figure_reading.h"
#include "ui/plots/panel_figures.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/persistence_list.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/threshold_slider.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

struct Opened {
    ScratchFolder scratch;
    app::Session session;
    Opened() {
        makeSmallStudy(scratch.file("study"));
        addAnnotator(scratch.file("study"), "Ann");
        openAndSettle(session, scratch.file("study"));
    }
    void show(QWidget& panel) {
        panel.resize(420, 900);
        panel.show();
        settle(session);
    }
};

/// Presses the button by a key; the dialog it opens, which stays until it is closed here.
FigureDialog* pressed(FigureButton& button) {
    button.setFocus();
    QTest::keyClick(&button, Qt::Key_Space);
    return button.window()->findChild<FigureDialog*>();
}

double numberIn(const io::FigureTable& table, std::size_t row, std::size_t column) {
    return std::get<double>(table.rows[row][column]);
}

stats::IntervalEstimate estimate(double value, double low, double high) {
    return {value, {low, high}};
}

} // namespace

TEST_CASE("The distribution of the activations is a figure with every bin and the line of the exemplars") {
    Opened open;
    NeuronPanel panel(open.session);
    open.session.selection().setNeuron(NeuronId(9));
    open.show(panel);
    REQUIRE(waitFor([&] { return panel.exemplars().sentences().rowCount() > 0; }));
    FigureDialog* dialog = pressed(panel.activationFigures());
    REQUIRE(dialog);
    const io::Figure& figure = dialog->figurePane().view().figure();
    REQUIRE(io::check(figure));
    const io::FigureTable table = io::figureTable(figure);
    double sentences = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        sentences += numberIn(table, row, 2);
        CHECK((row == 0 || numberIn(table, row, 0) == Approx(numberIn(table, row - 1, 1))));
    }
    CHECK(sentences == open.session.study()->corpus->members[0].size());
    REQUIRE(figure.markers.size() == 1);
    CHECK(io::parameterText(figure).find("1/1") != std::string::npos);
    dialog->close();
}

TEST_CASE("The bars behind t are a figure of the rule that is chosen, on powers for a multiple") {
    Opened open;
    ThresholdsPanel panel(open.session);
    open.show(panel);
    for (const auto rule : {tagging::Rule::Share, tagging::Rule::Lift}) {
        tagging::Thresholds thresholds = open.session.thresholds();
        thresholds.rule = rule;
        thresholds.tMilli = tagging::defaultTMilli(rule);
        open.session.setThresholds(thresholds, app::Gesture::Commit);
        settle(open.session);
        REQUIRE(waitFor([&] {
            return !panel.tSlider().distribution().empty() &&
                   panel.tSlider().scale().logarithmic == (rule == tagging::Rule::Lift);
        }));
        REQUIRE(panel.tSlider().actions().size() == 1); // the context menu has the same command
        panel.tSlider().actions().front()->trigger();
        auto* dialog = panel.findChild<FigureDialog*>();
        REQUIRE(dialog);
        const io::Figure& figure = dialog->figurePane().view().figure();
        REQUIRE(io::check(figure));
        CHECK(figure.x.logarithmic == (rule == tagging::Rule::Lift));
        const auto& counts = panel.tSlider().distribution();
        const io::FigureTable table = io::figureTable(figure);
        REQUIRE(table.rows.size() == counts.size());
        for (std::size_t row = 0; row < counts.size(); ++row)
            CHECK(numberIn(table, row, 2) == counts[row]);
        CHECK(numberIn(table, 0, 0) == Approx(rule == tagging::Rule::Lift ? 0.1 : 0));
        CHECK(numberIn(table, counts.size() - 1, 1) == Approx(rule == tagging::Rule::Lift ? 100 : 1));
        REQUIRE(figure.markers.size() == 1);
        CHECK(figure.markers[0].at == thresholds.tMilli / 1000.0);
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_CASE("Tagged neurons by layer and by descriptor are figures that say what the lists say") {
    Opened open;
    ThresholdsPanel panel(open.session);
    open.show(panel);
    FigureDialog* dialog = pressed(panel.figures());
    REQUIRE(dialog);
    const auto views = dialog->views().findChildren<QAbstractButton*>();
    REQUIRE(views.size() == 3);
    for (const int view : {1, 2}) {
        QTest::mouseClick(views[view], Qt::LeftButton);
        const io::Figure& figure = dialog->figurePane().view().figure();
        REQUIRE(io::check(figure));
        const auto& bars = (view == 1 ? panel.counts().byLayer() : panel.counts().byDescriptor()).bars().bars();
        const io::FigureTable table = io::figureTable(figure);
        REQUIRE(table.rows.size() == bars.size());
        for (std::size_t row = 0; row < bars.size(); ++row) {
            CHECK(std::get<std::string>(table.rows[row][0]) == bars[row].label.toStdString());
            CHECK(numberIn(table, row, 1) == static_cast<double>(bars[row].count));
        }
    }
    dialog->close();
    DescriptorPanel descriptor(open.session);
    open.session.selection().setDescriptor(0);
    open.show(descriptor);
    dialog = pressed(descriptor.figures());
    REQUIRE(dialog);
    CHECK(io::figureTable(dialog->figurePane().view().figure()).rows.size() == kLayers);
    CHECK_FALSE(dialog->views().isVisible());
    dialog->close();
}

TEST_CASE("Where tags live over t and k are two figures: a bar a range, and a table that tells every range") {
    tagging::Thresholds now;
    now.kMilli = 1000;
    now.tMilli = 350;
    const std::vector<LivingTag> tags{{QStringLiteral("taste"), {0.48, {{100, 2300}, {5000, 5000}}}},
                                      {QStringLiteral("price"), {0.0, {}}},
                                      {QStringLiteral("fit"), {std::nullopt, {{200, 400}}}}};
    const auto figures = persistenceFigures(tags, now, QStringLiteral("3/58"));
    REQUIRE(figures.size() == 2);
    for (const NamedFigure& named : figures) {
        REQUIRE(io::check(named.figure));
        CHECK(io::parameterText(named.figure).find("half") == std::string::npos); // it is of both
    }
    const io::Figure& overT = figures[0].figure;
    CHECK(overT.series[0].x == std::vector<double>{1});
    CHECK(overT.series[0].high == std::vector<double>{0.48});
    CHECK(numberIn(*overT.table, 1, 1) == 0);
    CHECK(std::isnan(numberIn(*overT.table, 2, 1)));
    const io::Figure& overK = figures[1].figure;
    REQUIRE(overK.series.size() == 3); // first ranges, second ranges, k now
    CHECK(overK.series[0].x == std::vector<double>{1, 3});
    CHECK(overK.series[0].low[0] == Approx(0.05));
    CHECK(overK.series[0].high[0] == Approx(2.35));
    CHECK(overK.series[1].x == std::vector<double>{1});
    CHECK(std::get<std::string>(overK.table->rows[0][1]) == "0.1 to 2.3; 5.0");
    CHECK(std::get<std::string>(overK.table->rows[1][1]).empty());
    CHECK(overK.series[2].y == std::vector<double>{1, 1, 1});
    CHECK(readingAt(overK, 2).contains(QStringLiteral("price")));
    CHECK(persistenceFigures({}, now, {}).empty());
}

TEST_CASE("The agreement is three figures with intervals, chance and undefined values left undefined") {
    pipeline::AgreementReport report;
    report.judged = "B";
    report.reference = "Ann";
    pipeline::AgreementRow row;
    row.descriptor = DescriptorId(1);
    row.name = "taste";
    row.table = {3, 1, 2, 4}; // both, judged alone, reference alone, neither
    row.kappa = estimate(0.4, -0.1, 0.9);
    row.ac1 = estimate(0.5, 0.1, 0.9);
    row.precision = estimate(0.75, 0.3, 0.95);
    row.recall = estimate(0.6, 0.2, 0.9);
    report.rows = {row};
    report.pooled = row;
    report.pooled.descriptor.reset();
    const auto figures = agreementFigures(report);
    REQUIRE(figures.size() == 3);
    for (const NamedFigure& named : figures) {
        REQUIRE(io::check(named.figure));
        REQUIRE(named.figure.x.ticks.size() == 2);
        CHECK(named.figure.x.ticks[1].text == "taste");
        CHECK(stopsOf(named.figure) == std::vector<double>{1, 2});
    }
    const io::Figure& kappa = figures[0].figure;
    CHECK(kappa.y.low == -0.25);
    CHECK(kappa.series[1].y == std::vector<double>{0.4, 0.4});
    CHECK(readingAt(kappa, 2).contains(QStringLiteral("kappa 0.4 (-0.1 to 0.9)")));
    const io::Figure& precision = figures[1].figure;
    CHECK(precision.series[0].y[1] == Approx(0.5)); // the reference says yes to 5 of 10
    CHECK(figures[2].figure.series[0].y[1] == Approx(0.4));
    CHECK(std::isnan(precision.series[2].y[1])); // nothing is known of the corpus
    const io::FigureTable& table = *precision.table;
    REQUIRE(table.columns.size() == 20);
    CHECK(numberIn(table, 1, 1) == 10);
    CHECK(numberIn(table, 1, 3) == -0.1);
    CHECK(std::isnan(numberIn(table, 1, 14)));
    CHECK(agreementFigures({}).empty());
}

TEST_CASE("The agreement of the panel opens by its button and is written in every format") {
    Opened open;
    AgreementPanel panel(open.session);
    open.show(panel);
    REQUIRE(waitFor([&] { return panel.isSettled() && !panel.rows().isEmpty(); }));
    FigureDialog* dialog = pressed(panel.figures());
    REQUIRE(dialog);
    REQUIRE_FALSE(dialog->figurePane().view().figure().isEmpty());
    QSignalSpy noticed(&open.session, &app::Session::noticed);
    int written = 0;
    for (const auto format : {FigureFormat::Csv, FigureFormat::Svg, FigureFormat::Png, FigureFormat::Pdf}) {
        const QString path =
            QString::fromStdString(open.scratch.file("figure")) + QLatin1Char('.') + fileEnding(format);
        dialog->figurePane().exportTo(path, format, 1);
        CHECK(noticed.count() == ++written);
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QByteArray magic[] = {"# ", "<svg", "\x89PNG", "%PDF"};
        CHECK(bytes.startsWith(magic[static_cast<int>(format)]));
        if (format == FigureFormat::Csv || format == FigureFormat::Svg)
            CHECK(bytes.contains("Ann"));
    }
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK_FALSE(dialog->isVisible());
}

TEST_CASE("Without values the window of a figure says that there is nothing to show") {
    FigureDialog dialog({});
    dialog.show();
    CHECK(texts(dialog).contains(QStringLiteral("Nothing to show")));
}
