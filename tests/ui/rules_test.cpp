// Rules in the panels: chooser, slider, heat map, the words and bars on the neuron's page.
#include "core/pipeline/neuron_insight.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/heat_table_model.h"
#include "ui/models/neuron_bands.h"
#include "ui/models/persistence_model.h"
#include "ui/models/rule_text.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/heat_map_panel.h"
#include "ui/panels/heat_map_tools.h"
#include "ui/panels/neuron_panel.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/chip_button.h"
#include "ui/widgets/persistence_list.h"
#include "ui/widgets/row_rules_wait.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/similar_neurons.h"
#include "ui/widgets/threshold_slider.h"
#include "ui/widgets/threshold_spin.h"
#include "ui/widgets/value_table.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using tagging::Rule;

namespace {

struct Opened : OpenedSmallStudy {
    void show(QWidget& widget) {
        widget.resize(420, 900);
        widget.show();
        settle(session);
    }
};

QComboBox* ruleBox(const ThresholdsPanel& panel) {
    for (QComboBox* box : panel.findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Rule"))
            return box;
    return nullptr;
}

/// By keys, as a person does.
void choose(QComboBox& box, Rule rule) {
    box.setFocus();
    const int target = box.findData(static_cast<int>(rule));
    REQUIRE(target >= 0);
    for (int i = 0; i < box.count() && box.currentIndex() != target; ++i)
        QTest::keyClick(&box, box.currentIndex() < target ? Qt::Key_Down : Qt::Key_Up);
}

} // namespace

TEST_CASE("Every rule can be chosen, and slider, field and distribution follow it") {
    Opened open;
    ThresholdsPanel panel(open.session);
    open.show(panel);
    QComboBox* box = ruleBox(panel);
    REQUIRE(box != nullptr);
    CHECK(box->count() == static_cast<int>(tagging::allRules().size()));
    for (const Rule rule : tagging::allRules()) {
        choose(*box, rule);
        settle(open.session);
        INFO(tagging::ruleName(rule));
        REQUIRE(open.session.tagger()->thresholds().rule == rule);
        CHECK(open.session.thresholds().tMilli == tagging::defaultTMilli(rule));
        CHECK(panel.tSpin().units() == tagging::defaultTMilli(rule));
        CHECK(panel.tSlider().value() == tagging::defaultTMilli(rule));
        CHECK(panel.tSlider().scale().logarithmic == tagging::isMultiple(rule));
        const auto& bars = panel.tSlider().distribution();
        CHECK(std::accumulate(bars.begin(), bars.end(), 0U) == kLayers * kUnits * kDescriptors);
    }
    choose(*box, Rule::Lift);
    settle(open.session);
    panel.tSpin().setValue(250.5);
    settle(open.session);
    CHECK(open.session.thresholds().tMilli == 250'500);
}

TEST_CASE("The heat map and its table show the value of every rule, whole rows once they are there") {
    Opened open;
    HeatMapPanel panel(open.session);
    open.show(panel);
    panel.tools().values().setCurrentId(static_cast<int>(HeatValue::Share));
    for (const HeatValue value : {HeatValue::Share, HeatValue::Occurrence, HeatValue::Lift, HeatValue::R, HeatValue::F1,
                                  HeatValue::Iou, HeatValue::Auroc, HeatValue::Auprc}) {
        emit panel.tools().values().chosen(static_cast<int>(value));
        const auto* model = qobject_cast<HeatTableModel*>(panel.table().model());
        const auto shown = [&](int row, int column) {
            return model->index(row, column).data(HeatTableModel::SortRole).toDouble();
        };
        REQUIRE(waitFor([&] {
            emit panel.tools().tableToggled(true); // the table takes what the picture shows
            return model->rowCount() > 0 && !std::isnan(shown(0, 1));
        }));
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 1; column < model->columnCount(); ++column) {
                const auto values =
                    open.session.tagger()->ruleValues(model->neuronAt(row), *model->descriptorAt(column));
                REQUIRE(values.of(*ruleOf(value)).has_value());
                CHECK(shown(row, column) == Approx(*values.of(*ruleOf(value))).epsilon(1e-4).margin(1e-6));
                const QString tip = model->index(row, column).data(Qt::ToolTipRole).toString();
                CHECK(tip.contains(QStringLiteral("of at most")) == (value == HeatValue::Iou));
            }
    }
}

TEST_CASE("While whole rows are compared the heat map says so, and cancelling shows the share again") {
    Opened open;
    HeatMapPanel panel(open.session);
    open.show(panel);
    auto& wait = *panel.findChild<RowRulesWait*>();
    CHECK(wait.isHidden());
    emit panel.tools().values().chosen(static_cast<int>(HeatValue::Auroc));
    app::JobList& jobs = open.session.jobs();
    REQUIRE(waitFor([&] { return !jobs.jobs().empty() && !jobs.anyActive(); }));
    CHECK(wait.isHidden()); // they are there
    const QSignalSpy asked(&jobs, &app::JobList::cancelRequested);
    app::Job job{jobs.add(QStringLiteral("rules"), QStringLiteral("Compare whole rows"))};
    job.key = QStringLiteral("rules");
    job.state = app::JobState::Running;
    job.done = 25;
    job.total = 100;
    jobs.update(job);
    CHECK(wait.isVisible());
    CHECK(wait.findChild<QLabel*>()->text().contains(QStringLiteral("25 %")));
    QTest::mouseClick(wait.cancelButton(), Qt::LeftButton);
    REQUIRE(asked.size() == 1);
    CHECK(asked.at(0).at(0).value<app::JobId>() == job.id);
    job.state = app::JobState::Cancelled;
    jobs.update(job);
    CHECK(wait.isHidden());
    CHECK(panel.tools().options().value == HeatValue::Share);
    CHECK(panel.tools().values().currentId() == static_cast<int>(HeatValue::Share));
}

TEST_CASE("Shares of sentences and of occurrences are both shown whichever rule is in force") {
    Opened open;
    HeatMapPanel panel(open.session);
    open.show(panel);
    for (const Rule rule : {Rule::Share, Rule::Occurrence, Rule::F1}) {
        auto thresholds = open.session.thresholds();
        thresholds.rule = rule;
        thresholds.tMilli = tagging::defaultTMilli(rule);
        open.session.setThresholds(thresholds, app::Gesture::Commit);
        settle(open.session);
        for (const HeatValue value : {HeatValue::Share, HeatValue::Occurrence}) {
            emit panel.tools().values().chosen(static_cast<int>(value));
            panel.view().setCursorCell({0, 0});
            const NeuronId neuron = panel.view().figure().rows[0];
            const std::uint32_t descriptor = panel.view().figure().columns[0];
            const auto values = open.session.tagger()->ruleValues(neuron, descriptor);
            CHECK(panel.view().figure().valueAt(neuron, descriptor) ==
                  Approx(*(value == HeatValue::Share ? values.share : values.occurrence)).epsilon(1e-5));
            const QString words = panel.view().accessibleDescription();
            const bool isF = (value == HeatValue::Occurrence) == (rule == Rule::Occurrence);
            CHECK(words.contains(QStringLiteral(", ") + heatValueName(value) + QLatin1Char(' ')) == !isF);
            if (rule == Rule::F1 && isF)
                CHECK(words.contains(QStringLiteral("F1 ")));
        }
    }
}

TEST_CASE("The neuron's page tells where its tags live in both halves, in bars and words") {
    Opened open;
    NeuronPanel panel(open.session);
    open.session.selection().setNeuron(NeuronId{2 * kUnits}); // planted: topic0
    open.show(panel);
    PersistenceModel& rows = panel.persistence().rows();
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(waitFor([&] { return rows.rowCount() > 0; }));
    const auto& tagger = *open.session.tagger();
    const auto insight = pipeline::neuronInsight(*open.session.study(), NeuronId{2 * kUnits}, tagger.active(),
                                                 tagger.thresholds(), std::vector<std::uint32_t>{0}, {})
                             .value();
    const QModelIndex first = rows.index(0);
    CHECK(first.data(PersistenceModel::IdRole).toUInt() == 0);
    CHECK(first.data(PersistenceModel::BarsRole).value<PersistenceBars>() ==
          persistenceBars(insight.persistence[0], tagger.thresholds()));
    CHECK(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("in both halves for t below")));
    QTest::mouseClick(panel.persistence().viewport(), Qt::LeftButton, {},
                      panel.persistence().visualRect(first).center());
    CHECK(open.session.selection().descriptor() == 0U);
    const CellListModel& cells = panel.cells().cells();
    CHECK(cells.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("adjusted for category and length")));

    auto none = open.session.thresholds();
    none.tMilli = 1000;
    open.session.setThresholds(none, app::Gesture::Commit);
    settle(open.session);
    CHECK(waitFor([&] { return panel.persistence().isHidden(); }));
}

TEST_CASE("A tag that the strongest one explains is dimmed with a word") {
    CellListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    tagging::Cell cell;
    cell.tagged = true;
    cell.score = 0.71;
    model.show(
        {{0, QStringLiteral("Taste")}, {1, QStringLiteral("Beverage")}}, [&](std::uint32_t) { return cell; }, 10'000);
    model.setNotes({{1, {QStringLiteral("explained by Taste"), QStringLiteral("adjusted lift ×1.0")}}});
    CHECK(model.index(0).data(CellListModel::NoteRole).toString().isEmpty());
    CHECK(model.index(1).data(CellListModel::NoteRole).toString() == QStringLiteral("explained by Taste"));
    const QString spoken = model.index(1).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains(QStringLiteral("explained by Taste")));
    CHECK(spoken.contains(QStringLiteral("adjusted lift")));
    CHECK(model.index(0).data(CellListModel::ScoreRole).toString().isEmpty());
    model.setRule(Rule::Auroc);
    CHECK(model.index(0).data(CellListModel::ScoreRole).toString() == QStringLiteral("0.71"));
    CHECK(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("AUROC 0.71")));
}

TEST_CASE("Bars of persistence lie where slider and words say") {
    tagging::Persistence lives;
    lives.tEnd = 0.5;
    lives.k = {{100, 1000}, {5000, 5000}};
    const PersistenceBars bars = persistenceBars(lives, {.kMilli = 1000, .tMilli = 350});
    REQUIRE(bars.t.size() == 1);
    CHECK(bars.t[0].from == 0);
    CHECK(bars.t[0].to == Approx(0.5));
    CHECK(bars.tNow == Approx(0.35));
    CHECK(bars.kNow == Approx(0.5)); // 1 % lies in the middle of 0.1 and 10
    REQUIRE(bars.k.size() == 2);
    CHECK(bars.k[0].from == 0);
    CHECK(bars.k[0].to == Approx(0.5).margin(0.02));
    CHECK(bars.k[1].to > bars.k[1].from);
    lives.tEnd = 0.0;
    CHECK(persistenceBars(lives, {}).t.empty());
    lives.tEnd = 10;
    const PersistenceBars lift = persistenceBars(lives, {.tMilli = 1000, .rule = Rule::Lift});
    CHECK(lift.t[0].to == Approx(2.0 / 3));
    CHECK(lift.tNow == Approx(1.0 / 3));
}

TEST_CASE("Bands are three sentences from the middle of each tenth, the random ones the same for every neuron") {
    const auto bands = bandPlaces(1000);
    REQUIRE(bands.size() == 30);
    CHECK(std::vector<std::uint32_t>(bands.begin(), bands.begin() + 4) == std::vector<std::uint32_t>{49, 50, 51, 149});
    CHECK(bands.back() == 951);
    CHECK(bandPlaces(0).empty());
    CHECK(bandPlaces(7) == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});
    CHECK(bandPlaces(31).back() < 31);
    const auto drawn = randomPlaces(500);
    CHECK(drawn.size() == kRandomSentences);
    CHECK(drawn == randomPlaces(500));
    CHECK(std::adjacent_find(drawn.begin(), drawn.end(), std::greater_equal<>()) == drawn.end());
    CHECK(randomPlaces(4).size() == 4);
    CHECK(orderByValue(std::vector<float>{1, 3, 3, 2}) == std::vector<std::uint32_t>{1, 2, 3, 0});
}

TEST_CASE("The neuron's page lists bands from the highest activation to the lowest, and keeps them when t moves") {
    Opened open;
    NeuronPanel panel(open.session);
    open.session.selection().setNeuron(NeuronId{2 * kUnits});
    open.show(panel);
    const SentenceListModel& list = panel.exemplars().sentences();
    REQUIRE(waitFor([&] { return list.rowCount() > 0; }));
    panel.listed().setCurrentId(static_cast<int>(NeuronPanel::Listed::Bands));
    emit panel.listed().chosen(static_cast<int>(NeuronPanel::Listed::Bands));
    REQUIRE(list.rowCount() == 30);
    const auto value = [&list](int row) { return list.index(row).data(SentenceListModel::ValueRole).toDouble(); };
    for (int row = 1; row < list.rowCount(); ++row)
        CHECK(value(row) <= value(row - 1));
    auto moved = open.session.thresholds();
    moved.tMilli = 300;
    open.session.setThresholds(moved, app::Gesture::Commit);
    settle(open.session);
    CHECK(panel.listed().currentId() == static_cast<int>(NeuronPanel::Listed::Bands));
    CHECK(list.rowCount() == 30);
}

TEST_CASE("Similar neurons stand on the page as buttons, and a click goes there") {
    Opened open;
    NeuronPanel panel(open.session);
    open.session.selection().setNeuron(NeuronId{2 * kUnits});
    open.show(panel);
    const auto& buttons = panel.similar().buttons();
    REQUIRE(waitFor([&] { return buttons[0]->isVisible(); }));
    const auto& tagger = *open.session.tagger();
    const auto expected = tagging::similarByExemplars(*open.session.study()->ranks[0], tagging::Tail::Top,
                                                      NeuronId{2 * kUnits}, tagger.counts().exemplars, 5)
                              .value();
    REQUIRE(!expected.empty());
    const auto first = expected.front().neuron;
    CHECK(buttons[0]->text().startsWith(QStringLiteral("%1/%2 ").arg(first.value / kUnits).arg(first.value % kUnits)));
    CHECK(!buttons[0]->accessibleName().isEmpty());
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    CHECK(open.session.selection().neuron() == first);
}
