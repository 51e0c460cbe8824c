#include "core/tagging/frequencies.h"
#include "tests/ui/evaluated_study.h"
#include "ui/models/figure_table_model.h"
#include "ui/models/format.h"
#include "ui/panels/consistency_panel.h"
#include "ui/panels/evaluation_head.h"
#include "ui/panels/halves_panel.h"
#include "ui/panels/landscape_panel.h"
#include "ui/panels/precision_panel.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/segmented_control.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using Part = app::EvaluationController::Part;

TEST_CASE("Precision and recall are drawn against t and K, with their table twins") {
    Evaluated open;
    for (const auto over : {PrecisionPanel::Over::T, PrecisionPanel::Over::K}) {
        PrecisionPanel panel(open.session, *open.controller, over);
        open.show(panel);
        REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
        REQUIRE(io::check(panel.figurePane().view().figure()));
        CHECK(panel.badge().text().contains(QStringLiteral("10")));
        panel.figurePane().showTable(true);
        CHECK(panel.figurePane().model().rowCount() == (over == PrecisionPanel::Over::T ? 56 : 6));
        CHECK(panel.figurePane().model().columnCount() == 13);
        const auto& found = *open.controller->evaluation();
        const bool isOfT = over == PrecisionPanel::Over::T;
        const auto& precision = isOfT ? found.overT.precision : found.at.precision;
        const auto& recall = isOfT ? found.overT.recall : found.at.recall;
        const io::FigureTable& table = *panel.figurePane().view().figure().table;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const auto cell = [&](std::size_t column) { return std::get<double>(table.rows[row][column]); };
            CHECK(cell(0) == (isOfT ? found.tMilli[row] / 1000.0 : static_cast<double>(row) + 1));
            std::size_t column = 1;
            for (const stats::Estimate* estimate : {&precision[row], &recall[row]}) {
                const auto low = estimate->interval ? std::optional(estimate->interval->low) : std::nullopt;
                const auto high = estimate->interval ? std::optional(estimate->interval->high) : std::nullopt;
                for (const auto& expected : {estimate->mean, estimate->sd, low, high, estimate->chance}) {
                    const double shown = cell(column++);
                    CHECK((expected ? shown == *expected : std::isnan(shown)));
                }
                CHECK(cell(column++) == estimate->leftOut);
            }
        }
        const QAbstractItemModelTester tester(&panel.figurePane().model(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
}

TEST_CASE("A hidden panel of an evaluation asks for nothing") {
    Evaluated open;
    PrecisionPanel hidden(open.session, *open.controller, PrecisionPanel::Over::T);
    open.setThresholds(2000, 350);
    QCoreApplication::processEvents();
    CHECK(hidden.recomputations() == 0);
    CHECK(open.controller->evaluation() == nullptr);
    CHECK_FALSE(open.controller->isComputing(Part::Evaluation));
}

TEST_CASE("Without reference labels the panels say where truth comes from, and consistency is there all the same") {
    Evaluated open(false);
    PrecisionPanel precision(open.session, *open.controller, PrecisionPanel::Over::T);
    open.show(precision);
    REQUIRE(waitFor([&] { return texts(precision).contains(QStringLiteral("No reference labels")); }));
    CHECK_FALSE(isDrawn(precision.figurePane()));
    ConsistencyPanel consistency(open.session, *open.controller);
    open.show(consistency);
    CHECK(waitFor([&] { return isDrawn(consistency.figurePane()); }));
}

TEST_CASE("Consistency changes from neurons to descriptors and back without computing again") {
    Evaluated open;
    ConsistencyPanel panel(open.session, *open.controller);
    open.show(panel);
    REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
    const auto title = [&] { return QString::fromStdString(panel.figurePane().view().figure().title); };
    CHECK(title().contains(QStringLiteral("neurons")));
    const auto buttons = panel.views().findChildren<QAbstractButton*>();
    REQUIRE(buttons.size() == 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    REQUIRE(waitFor([&] { return title().contains(QStringLiteral("descriptors")); }));
    REQUIRE(waitFor([&] { return !open.controller->isComputing(Part::ByDescriptor); }));
    const auto* curve = open.controller->consistency(stats::ConsistencyBy::Neuron);
    int deliveries = 0;
    QObject::connect(open.controller.get(), &app::EvaluationController::changed, open.controller.get(),
                     [&deliveries] { ++deliveries; });
    for (const int button : {0, 1, 0}) {
        QTest::mouseClick(buttons[button], Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    CHECK(title().contains(QStringLiteral("neurons")));
    CHECK(open.controller->consistency(stats::ConsistencyBy::Neuron) == curve);
    CHECK_FALSE(open.controller->isComputing(Part::ByNeuron));
    CHECK_FALSE(open.controller->isComputing(Part::ByDescriptor));
    CHECK(deliveries == 0);
}

TEST_CASE("The point of the landscape is the study's k and t") {
    Evaluated open;
    LandscapePanel panel(open.session, *open.controller);
    open.show(panel);
    REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
    const auto point = [&] { return *panel.figurePane().view().figure().point; };
    CHECK(point().x == Approx(0.35));
    CHECK(point().y == Approx(5));
    const io::FigureScene& scene = panel.figurePane().view().scene();
    const QPoint there(static_cast<int>(scene.x.place(0.2)), static_cast<int>(scene.y.place(1)));
    QTest::mouseClick(&panel.figurePane().view(), Qt::LeftButton, {}, there);
    settle(open.session);
    CHECK(open.session.thresholds().tMilli == Approx(200).margin(6));
    CHECK(open.session.thresholds().kMilli == Approx(1000).epsilon(0.05));
    REQUIRE(waitFor([&] { return open.session.canUndo(); }));
    REQUIRE(waitFor([&] { return std::abs(point().x - 0.2) < 0.01; }));
    open.session.undo();
    REQUIRE(waitFor([&] { return std::abs(point().y - 5) < 0.01; }));
}

TEST_CASE("Keys set the study's k and t from a cell of the landscape, and undo takes them back") {
    Evaluated open;
    LandscapePanel panel(open.session, *open.controller);
    open.show(panel);
    REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
    FigureView& view = panel.figurePane().view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier); // the lowest t; rows count upwards
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Right);
    const auto before = open.session.thresholds();
    QTest::keyClick(&view, Qt::Key_Return);
    settle(open.session);
    const auto chosen = open.session.thresholds();
    CHECK(chosen.tMilli == 20);                               // steps of 0.01 from 0
    CHECK((chosen.kMilli == 100 || chosen.kMilli == 10'000)); // an end of the axis
    CHECK(chosen.kMilli != before.kMilli);
    REQUIRE(waitFor([&] { return open.session.canUndo(); }));
    open.session.undo();
    REQUIRE(waitFor([&] { return open.session.thresholds() == before; }));
}

TEST_CASE("Dragging over the landscape shows every place and is one step to undo") {
    Evaluated open;
    LandscapePanel panel(open.session, *open.controller);
    open.show(panel);
    REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
    FigureView& view = panel.figurePane().view();
    const auto before = open.session.thresholds();
    const auto place = [&](double t, double k) {
        return QPoint(static_cast<int>(view.scene().x.place(t)), static_cast<int>(view.scene().y.place(k)));
    };
    QTest::mousePress(&view, Qt::LeftButton, {}, place(0.35, 5));
    for (const double t : {0.4, 0.45, 0.5}) {
        QTest::mouseMove(&view, place(t, 2));
        REQUIRE(waitFor([&] { return std::abs(open.session.thresholds().tMilli / 1000.0 - t) < 0.01; }));
    }
    QTest::mouseRelease(&view, Qt::LeftButton, {}, place(0.2, 1));
    settle(open.session);
    CHECK(open.session.thresholds().tMilli == Approx(200).margin(6));
    REQUIRE(waitFor([&] { return open.session.canUndo(); }));
    open.session.undo();
    REQUIRE(waitFor([&] { return open.session.thresholds() == before; }));
}

TEST_CASE("The best t follows the cost and is applied by its button") {
    Evaluated open;
    open.controller->setNeurons({pipeline::NeuronChoice::Kind::All, 0, 0, {}});
    LandscapePanel panel(open.session, *open.controller);
    open.show(panel);
    REQUIRE(waitFor([&] { return panel.applyButton().isVisible() && open.controller->evaluation(); }));
    const auto* before = open.controller->evaluation();
    panel.cost().setValue(50);
    REQUIRE(waitFor(
        [&] { return open.controller->evaluation() != before && !open.controller->isComputing(Part::Evaluation); }));
    const auto best = open.controller->evaluation()->best;
    REQUIRE(best);
    open.setThresholds(5000, best->tMilli == 100 ? 200 : 100);
    REQUIRE(waitFor([&] { return panel.applyButton().isEnabled(); }));
    QTest::mouseClick(&panel.applyButton(), Qt::LeftButton);
    CHECK(open.session.thresholds().tMilli == best->tMilli);
    CHECK(waitFor([&] { return !panel.applyButton().isEnabled(); }));
}

TEST_CASE("The list of annotators says what each has answered of what is needed, and who has nothing can't be chosen") {
    Evaluated open(true, [](const std::string& folder) {
        std::vector<SentenceId> validation;
        {
            auto project = store::Project::open(folder, store::Access::ReadOnly);
            REQUIRE(project);
            validation = pipeline::loadStudy(*project).value()->corpus->members[1];
        }
        addAnnotator(folder, "Half", [](std::uint32_t id) { return id % 2 == 0; });
        addAnnotator(folder, "Nobody",
                     [&](std::uint32_t id) { return std::ranges::count(validation, SentenceId{id}) > 0; });
    });
    EvaluationHead head(open.session, *open.controller);
    open.show(head, 900, 60);
    REQUIRE(waitFor([&] { return open.controller->coverage() && head.truth().count() == 3; }));
    const auto& study = *open.session.study();
    const auto neurons = pipeline::chosenNeurons(open.controller->neurons(), study.run->neurons()).value();
    const auto& coverage = *open.controller->coverage();
    // Counted by hand: of every neuron's exemplars the sentences with an even id.
    const auto positions =
        tagging::firstPositions(*study.ranks[0], tagging::Tail::Top, neurons,
                                tagging::exemplarCount(open.session.thresholds().kMilli, study.ranks[0]->members()));
    REQUIRE(positions);
    std::uint64_t even = 0;
    for (const std::uint32_t position : *positions)
        even += study.corpus->members[0][position].value % 2 == 0;
    REQUIRE(coverage.size() == 3);
    const auto text = [&](const char* name) {
        return head.truth().itemText(head.truth().findData(QString::fromLatin1(name)));
    };
    const auto at = [&](const char* name) {
        return coverage[static_cast<std::size_t>(head.truth().findData(QString::fromLatin1(name)))];
    };
    CHECK(at("Half").answered == even * kDescriptors);
    CHECK(at("Half").asked == positions->size() * kDescriptors);
    CHECK(at("Nobody").answered == 0);
    CHECK(text("Ann") == QStringLiteral("Ann · 100 % answered"));
    CHECK(text("Half").contains(formatCoverage(QLocale(), even, positions->size())));
    const auto flags = [&](const char* name) {
        return head.truth().model()->index(head.truth().findData(QString::fromLatin1(name)), 0).flags();
    };
    CHECK(flags("Half").testFlag(Qt::ItemIsEnabled));
    CHECK_FALSE(flags("Nobody").testFlag(Qt::ItemIsEnabled));
    CHECK_FALSE(
        head.truth().itemData(head.truth().findData(QStringLiteral("Nobody")), Qt::ToolTipRole).toString().isEmpty());
    head.truth().setFocus();
    QTest::keyClick(&head.truth(), Qt::Key_Home);
    QTest::keyClick(&head.truth(), Qt::Key_Down);
    CHECK(open.controller->truth() == QStringLiteral("Half"));
    QTest::keyClick(&head.truth(), Qt::Key_Down); // past the one that is off there is none
    CHECK(open.controller->truth() == QStringLiteral("Half"));
}

TEST_CASE("Where nobody but the model has answered, the choice of a truth is off and says why") {
    Evaluated open(false);
    EvaluationHead head(open.session, *open.controller);
    open.show(head, 900, 60);
    REQUIRE(waitFor([&] { return head.truth().currentText() == QStringLiteral("nobody"); }));
    CHECK_FALSE(head.truth().isEnabled());
    CHECK(head.truth().toolTip().contains(QStringLiteral("Study > Label")));
}

TEST_CASE("The frequency of each descriptor in both halves is drawn, the most frequent first") {
    Evaluated open;
    HalvesPanel panel(open.session);
    open.show(panel);
    REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
    const io::Figure& figure = panel.figurePane().view().figure();
    REQUIRE(io::check(figure));
    REQUIRE(figure.series.size() == 2);
    CHECK(figure.series[0].y.size() == kDescriptors);
    const auto& study = *open.session.study();
    for (std::size_t place = 0; place < kDescriptors; ++place) {
        CHECK((place == 0 || figure.series[0].y[place - 1] >= figure.series[0].y[place]));
        const auto column = static_cast<std::uint32_t>(
            std::ranges::find(study.descriptors, figure.x.ticks[place].text, &labels::Descriptor::name) -
            study.descriptors.begin());
        for (std::size_t half = 0; half < 2; ++half) {
            std::uint64_t yes = 0;
            for (const SentenceId id : study.corpus->members[half])
                yes += study.labels->at(id, column) == labels::Answer::Yes;
            const auto answered = static_cast<double>(study.corpus->members[half].size());
            CHECK(figure.series[half].y[place] == Approx(static_cast<double>(yes) / answered));
            const stats::Interval interval =
                stats::wilson(static_cast<std::uint32_t>(yes), static_cast<std::uint32_t>(answered));
            CHECK(figure.series[half].low[place] == Approx(interval.low));
            CHECK(figure.series[half].high[place] == Approx(interval.high));
        }
    }
}
