#include "core/pipeline/study.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/models/bar_model.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/heat_table_model.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/panels/heat_map_panel.h"
#include "ui/panels/heat_map_tools.h"
#include "ui/panels/neuron_panel.h"
#include "ui/panels/tag_counts.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/threshold_slider.h"
#include "ui/widgets/threshold_spin.h"
#include "ui/widgets/value_table.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSpinBox>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

using Opened = OpenedSmallStudy;

void showPanel(Panel& panel) {
    panel.resize(420, 700);
    panel.show();
    REQUIRE(waitFor([&panel] { return panel.recomputations() > 0; }));
}

QString labelTexts(const QWidget& widget) {
    QString all;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text() + QLatin1Char('\n');
    return all;
}

} // namespace

TEST_CASE("One slider move computes each visible panel once, and hidden ones not at all") {
    Opened open;
    ThresholdsPanel thresholds(open.session);
    HeatMapPanel heatMap(open.session);
    DescriptorPanel descriptor(open.session);
    NeuronPanel hidden(open.session);
    for (Panel* panel :
         {static_cast<Panel*>(&thresholds), static_cast<Panel*>(&heatMap), static_cast<Panel*>(&descriptor)})
        showPanel(*panel);
    settle(open.session);
    const int before[] = {thresholds.recomputations(), heatMap.recomputations(), descriptor.recomputations()};
    emit thresholds.tSlider().moved(420);
    settle(open.session);
    CHECK(thresholds.recomputations() == before[0] + 1);
    CHECK(heatMap.recomputations() == before[1] + 1);
    CHECK(descriptor.recomputations() == before[2] + 1);
    CHECK(hidden.recomputations() == 0);
}

TEST_CASE("The thresholds panel shows the counts of the tagger and follows each move") {
    Opened open;
    ThresholdsPanel panel(open.session);
    showPanel(panel);
    const auto expected = [&open] {
        return QStringLiteral("%1 of 24").arg(open.session.tagger()->summary().neuronsTagged);
    };
    CHECK(panel.counts().taggedText() == expected());
    const QString first = panel.counts().taggedText();
    panel.tSlider().setFocus();
    QTest::keyClick(&panel.tSlider(), Qt::Key_Home);
    settle(open.session);
    CHECK(open.session.thresholds().tMilli == 0);
    CHECK(panel.counts().taggedText() == expected());
    CHECK(panel.counts().taggedText() != first);
    panel.kSpin().setValue(5.25);
    settle(open.session);
    CHECK(open.session.thresholds().kMilli == 5250);
    CHECK(panel.kSlider().value() == 5250);
    REQUIRE(waitFor([&open] { return open.session.canUndo(); }));
    open.session.undo();
    CHECK(waitFor([&panel] { return panel.kSpin().units() == 1000; }));
}

TEST_CASE("The distribution behind t counts every defined cell of active descriptors") {
    Opened open;
    ThresholdsPanel panel(open.session);
    showPanel(panel);
    std::uint64_t cells = 0;
    for (const std::uint32_t count : panel.tSlider().distribution())
        cells += count;
    CHECK(cells == kLayers * kUnits * kDescriptors);
    open.session.setExcluded(1, true);
    settle(open.session);
    cells = 0;
    for (const std::uint32_t count : panel.tSlider().distribution())
        cells += count;
    CHECK(cells == kLayers * kUnits * (kDescriptors - 1));
}

TEST_CASE("A descriptor that tags over 80 % of the neurons is flagged, until it is excluded") {
    Opened open;
    ThresholdsPanel panel(open.session);
    showPanel(panel);
    tagging::Thresholds all = open.session.thresholds();
    all.kMilli = 10'000;
    all.tMilli = 0;
    open.session.setThresholds(all, app::Gesture::Commit);
    settle(open.session);
    BarList& bars = panel.counts().byDescriptor();
    REQUIRE(bars.bars().bars()[0].flagged);
    open.session.setExcluded(0, true);
    CHECK(waitFor([&] { return !bars.bars().bars()[0].flagged; }));
    open.session.setExcluded(0, false);
    CHECK(waitFor([&] { return bars.bars().bars()[0].flagged; }));
}

TEST_CASE("Picture and table twin of the heat map show the values of the tagger") {
    Opened open;
    HeatMapPanel panel(open.session);
    showPanel(panel);
    const auto value = GENERATE(HeatValue::Share, HeatValue::Lift, HeatValue::Q);
    panel.tools().values().setCurrentId(static_cast<int>(HeatValue::Share));
    emit panel.tools().values().chosen(static_cast<int>(value));
    emit panel.tools().tableToggled(true);
    const auto* model = qobject_cast<HeatTableModel*>(panel.table().model());
    REQUIRE(model->rowCount() == kLayers * kUnits);
    for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 1; column < model->columnCount(); ++column) {
            const auto cell = open.session.tagger()->cell(model->neuronAt(row), *model->descriptorAt(column));
            const auto expected = value == HeatValue::Share ? cell.f : value == HeatValue::Lift ? cell.lift : cell.q;
            const double shown = model->index(row, column).data(HeatTableModel::SortRole).toDouble();
            REQUIRE(expected.has_value());
            CHECK(shown == Approx(*expected).epsilon(1e-4));
        }
}

TEST_CASE("What a job brings leaves zoom and layers of the heat map, another study takes them back") {
    Opened open;
    HeatMapPanel panel(open.session);
    showPanel(panel);
    panel.tools().findChildren<QSpinBox*>()[0]->setValue(1);
    const HeatMapOptions chosen = panel.tools().options();
    REQUIRE(chosen.firstLayer == 1);
    panel.view().zoomRows(0.5);
    const HeatMapWindow zoomed = panel.view().window();
    const auto study = open.session.study();
    open.session.saveCopy(QString::fromStdString(open.scratch.file("copy")));
    REQUIRE(waitFor([&] { return open.session.study() != study; }));
    settle(open.session);
    QCoreApplication::processEvents();
    CHECK(panel.tools().options().firstLayer == 1);
    CHECK(panel.view().window() == zoomed);
    openAndSettle(open.session, open.scratch.file("copy"));
    REQUIRE(waitFor([&] { return !panel.view().figure().isEmpty(); }));
    CHECK(panel.tools().options().firstLayer == 0);
    CHECK(panel.view().window() == HeatMapWindow::whole(panel.view().figure()));
}

TEST_CASE("Filters leave rows and columns out, and say so when nothing is left") {
    Opened open;
    HeatMapPanel panel(open.session);
    showPanel(panel);
    CHECK(labelTexts(panel).contains(QStringLiteral("24 neurons × 5 descriptors")));
    const std::uint32_t tagged = open.session.tagger()->summary().neuronsTagged;
    REQUIRE(tagged > 0);
    REQUIRE(tagged < 24);
    auto* box = panel.findChild<QAbstractButton*>(QStringLiteral("taggedOnly"));
    REQUIRE(box);
    box->setChecked(true);
    CHECK(panel.view().figure().rows.size() == tagged);
    tagging::Thresholds none = open.session.thresholds();
    none.tMilli = 1000;
    open.session.setThresholds(none, app::Gesture::Commit);
    settle(open.session);
    CHECK(panel.view().figure().rows.empty());
    CHECK(labelTexts(panel).contains(QStringLiteral("No neuron is left")));
}

TEST_CASE("Excluded descriptors go to the right end and have no values") {
    Opened open;
    HeatMapPanel panel(open.session);
    showPanel(panel);
    open.session.setExcluded(0, true);
    settle(open.session);
    const HeatMapFigure& figure = panel.view().figure();
    CHECK(figure.columns.back() == 0);
    CHECK(figure.activeColumns == kDescriptors - 1);
    CHECK(std::isnan(figure.valueAt(NeuronId{0}, 0)));
}

TEST_CASE("A selection made in one panel shows in the others") {
    Opened open;
    HeatMapPanel heatMap(open.session);
    NeuronPanel neuron(open.session);
    DescriptorPanel descriptor(open.session);
    for (Panel* panel : {static_cast<Panel*>(&heatMap), static_cast<Panel*>(&neuron), static_cast<Panel*>(&descriptor)})
        showPanel(*panel);
    const HeatMapFigure& figure = heatMap.view().figure();
    const HeatMapLayout layout = heatMap.view().currentLayout();
    const QPointF place(layout.x(heatMap.view().window(), 1.5), layout.y(heatMap.view().window(), 2.5));
    QTest::mouseClick(&heatMap.view(), Qt::LeftButton, Qt::NoModifier, place.toPoint());
    CHECK(open.session.selection().neuron() == figure.rows[2]);
    CHECK(open.session.selection().descriptor() == figure.columns[1]);
    CHECK(labelTexts(neuron).contains(
        QStringLiteral("Neuron %1 / %2").arg(figure.rows[2].value / kUnits).arg(figure.rows[2].value % kUnits)));
    CHECK(labelTexts(descriptor).contains(QStringLiteral("sentences have it")));
}

TEST_CASE("Rows do not move under the pointer when a cell is clicked in the order by descriptor") {
    Opened open;
    HeatMapPanel panel(open.session);
    showPanel(panel);
    emit panel.tools().orders().chosen(static_cast<int>(heat::RowOrder::ByDescriptor));
    const std::vector<NeuronId> before = panel.view().figure().rows;
    const HeatMapLayout layout = panel.view().currentLayout();
    const QPointF place(layout.x(panel.view().window(), 3.5), layout.y(panel.view().window(), 20.5));
    QTest::mouseClick(&panel.view(), Qt::LeftButton, Qt::NoModifier, place.toPoint());
    CHECK(panel.view().figure().rows == before);
    open.session.selection().setDescriptor(2); // from elsewhere: now the order follows
    CHECK(panel.view().figure().rows != before);
}

TEST_CASE("Every panel says what to do next in a study that has only sentences") {
    ScratchFolder scratch;
    makeBareStudy(scratch.file("bare"));
    app::Session session;
    session.openStudy(QString::fromStdString(scratch.file("bare")));
    REQUIRE(waitFor([&session] { return session.study() != nullptr; }));
    HeatMapPanel heatMap(session);
    ThresholdsPanel thresholds(session);
    NeuronPanel neuron(session);
    DescriptorPanel descriptor(session);
    for (Panel* panel : {static_cast<Panel*>(&heatMap), static_cast<Panel*>(&thresholds), static_cast<Panel*>(&neuron),
                         static_cast<Panel*>(&descriptor)}) {
        showPanel(*panel);
        CHECK(labelTexts(*panel).contains(QStringLiteral("Extract activations to see neurons.")));
    }
}

TEST_CASE("The heat map is exported as it is seen") {
    Opened open;
    HeatMapPanel panel(open.session);
    showPanel(panel);
    bool told = false;
    QObject::connect(&open.session, &app::Session::noticed, &panel, [&told] { told = true; });
    const std::string file = open.scratch.file("map.csv");
    panel.exportTo(QString::fromStdString(file), FigureFormat::Csv);
    REQUIRE(waitFor([&told] { return told; }));
    CHECK(readFile(file) == heatMapCsv(panel.view().figure()).toStdString());
    bool failed = false;
    QObject::connect(&open.session, &app::Session::failed, &panel, [&failed] { failed = true; });
    panel.exportTo(QString::fromStdString(open.scratch.file("missing/map.png")), FigureFormat::Png);
    CHECK(failed);
}
