#include "tests/support/catch.h"
#include "tests/ui/made_figure.h"
#include "ui/models/bar_model.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/finder_model.h"
#include "ui/models/heat_table_model.h"
#include "ui/models/sentence_list_model.h"
#include "ui/widgets/value_table.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QHeaderView>
#include <QItemSelectionModel>

#include <cmath>

using namespace neuroscribe;
using namespace neuroscribe::ui;

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kFatal = Tester::FailureReportingMode::Fatal;

std::shared_ptr<const HeatMapFigure> tableFigure() {
    auto figure = std::make_shared<HeatMapFigure>(test::coldFigure(6, 2, 3));
    const float values[] = {0.5F, 0.1F, 0.5F, NAN, 0.9F, 0.3F, NAN, 0.2F, 0.1F, 0.2F, 0.7F, 0.0F};
    std::copy(std::begin(values), std::end(values), figure->shown.begin());
    return figure;
}

std::vector<std::uint32_t> shownNeurons(const HeatTableModel& model) {
    std::vector<std::uint32_t> neurons;
    for (int row = 0; row < model.rowCount(); ++row)
        neurons.push_back(model.neuronAt(row).value);
    return neurons;
}

tagging::Cell madeCell(double f) {
    tagging::Cell cell;
    cell.yes = static_cast<std::uint32_t>(f * 100);
    cell.answered = 100;
    cell.f = f;
    cell.baseRate = 0.1;
    cell.lift = f / 0.1;
    cell.q = 0.001;
    cell.interval = stats::wilson(cell.yes, 100);
    cell.tagged = f > 0.35;
    return cell;
}

} // namespace

TEST_CASE("The table twin sorts by value, undefined last either way, ties by neuron") {
    HeatTableModel model;
    Tester tester(&model, kFatal);
    model.setFigure(tableFigure());
    CHECK(model.columnCount() == 3);
    model.sort(1, Qt::DescendingOrder);
    CHECK(shownNeurons(model) == std::vector<std::uint32_t>{2, 5, 0, 1, 4, 3});
    model.sort(1, Qt::AscendingOrder);
    CHECK(shownNeurons(model) == std::vector<std::uint32_t>{4, 0, 1, 5, 2, 3});
    model.sort(0, Qt::DescendingOrder);
    CHECK(shownNeurons(model) == std::vector<std::uint32_t>{5, 4, 3, 2, 1, 0});
}

TEST_CASE("The table twin keeps its sorting and what is selected when values change") {
    HeatTableModel model;
    Tester tester(&model, kFatal);
    model.setFigure(tableFigure());
    model.sort(1, Qt::DescendingOrder);
    const QPersistentModelIndex kept(model.index(0, 1)); // neuron 2
    auto changed = std::make_shared<HeatMapFigure>(*tableFigure());
    test::cellOf(*changed, 4, 0) = 1;
    model.setFigure(changed);
    CHECK(model.neuronAt(0) == NeuronId{4});
    CHECK(kept.row() == 1);
    auto filtered = std::make_shared<HeatMapFigure>(*changed);
    filtered->rows = {NeuronId{0}, NeuronId{5}};
    model.setFigure(filtered);
    CHECK(model.rowCount() == 2);
    CHECK_FALSE(kept.isValid());
}

TEST_CASE("A cell of the table says its number and what it is about") {
    HeatTableModel model;
    model.setFigure(tableFigure());
    const QModelIndex cell = model.index(2, 1), undefined = model.index(3, 1);
    CHECK(cell.data().toString().toStdString() == "0.90");
    CHECK(cell.data(Qt::AccessibleTextRole).toString().toStdString() == "Neuron 0/2, descriptor 0: 0.90");
    CHECK(cell.data(HeatTableModel::SortRole).toDouble() == Approx(0.9));
    CHECK(undefined.data().toString().toStdString() == "undefined");
    CHECK(model.index(3, 0).data().toString().toStdString() == "1/0");
    CHECK(model.index(3, 0).data(HeatTableModel::IdRole).toUInt() == 3);
}

TEST_CASE("A table copies what is selected, or everything, as tab-separated text") {
    HeatTableModel model;
    model.setFigure(tableFigure());
    ValueTable table;
    table.setModel(&model);
    CHECK(table.selectionAsText().count(QLatin1Char('\n')) == 7);
    table.selectionModel()->select(QItemSelection(model.index(1, 0), model.index(2, 1)), QItemSelectionModel::Select);
    CHECK(table.selectionAsText().toStdString() == "Neuron\tdescriptor 0\n0/1\t0.50\n0/2\t0.90\n");
    table.horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    CHECK(model.neuronAt(0) == NeuronId{2});
}

TEST_CASE("A list of cells fetches only the cells that are looked at, once") {
    CellListModel model;
    Tester tester(&model, kFatal);
    int fetched = 0;
    std::vector<CellListModel::Row> rows;
    for (std::uint32_t id = 0; id < 5000; ++id)
        rows.push_back({id, QString::number(id)});
    const auto fetch = [&fetched](std::uint32_t id) {
        ++fetched;
        return madeCell(id % 100 / 100.0);
    };
    model.show(rows, fetch, 10'000);
    const int before = fetched;
    model.index(4000).data(CellListModel::CellRole);
    model.index(4000).data(CellListModel::SolidRole);
    CHECK(fetched == before + 1);
    model.show(rows, fetch, 10'000); // counts have moved
    model.index(4000).data(CellListModel::CellRole);
    CHECK(fetched >= before + 2);
}

TEST_CASE("A cell is spoken with its numbers, and solid follows alpha") {
    CellListModel model;
    model.show(
        {{0, QStringLiteral("location")}}, [](std::uint32_t) { return madeCell(0.72); }, 10'000);
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.toStdString() == "location: f 0.72 (0.63 to 0.80), base rate 0.10, lift ×7.2, q 0.001, 72 of 100 "
                                  "exemplars, tag, beats chance");
    CHECK(model.index(0).data(CellListModel::SolidRole).toBool());
    model.show(
        {{0, QStringLiteral("location")}}, [](std::uint32_t) { return madeCell(0.72); }, 500);
    CHECK_FALSE(model.index(0).data(CellListModel::SolidRole).toBool());
    CHECK(model.asText(QStringLiteral("descriptor"))
              .split(QLatin1Char('\n'))[1]
              .startsWith(QStringLiteral("location\t0.72\t")));
}

TEST_CASE("Where q is not known yet, a cell is neither solid nor hollow") {
    CellListModel model;
    const auto unknown = [](std::uint32_t) {
        tagging::Cell cell = madeCell(0.5);
        cell.q.reset();
        return cell;
    };
    model.show({{0, QStringLiteral("x")}}, unknown, 10'000);
    CHECK_FALSE(model.index(0).data(CellListModel::SolidRole).isValid());
}

TEST_CASE("Sentences are read as they come into view, in a few requests, and only once") {
    SentenceListModel model;
    Tester tester(&model, kFatal);
    int requests = 0, asked = 0;
    model.setSource(
        [&](std::vector<SentenceId> ids, const std::function<void(SentenceListModel::Texts)>& done) {
            ++requests;
            asked += static_cast<int>(ids.size());
            SentenceListModel::Texts texts;
            for (const SentenceId id : ids)
                texts.emplace_back(id, QString::number(id.value));
            done(texts);
        },
        {});
    std::vector<SentenceListModel::Row> rows;
    for (std::uint32_t id = 0; id < 4000; ++id)
        rows.push_back({SentenceId{4000 - id}, 1.0F});
    model.setRows(rows);
    QCoreApplication::processEvents();
    requests = asked = 0;
    const auto text = [&model](int row) { return model.index(row).data(SentenceListModel::TextRole); };
    CHECK_FALSE(text(2000).isValid());
    for (int row = 2001; row < 2010; ++row)
        text(row);
    QCoreApplication::processEvents();
    CHECK(requests == 1);
    CHECK(asked < 100);
    CHECK(text(2000).toString().toStdString() == "2000");
    CHECK(text(2009).toString().toStdString() == "1991");
    QCoreApplication::processEvents();
    CHECK(requests == 1);
    rows.resize(1000);
    model.setRows(rows); // k went down: the list is cut at its end
    CHECK(model.rowCount() == 1000);
}

TEST_CASE("Texts of an earlier study never appear in a later one") {
    SentenceListModel model;
    std::function<void(SentenceListModel::Texts)> late;
    model.setSource(
        [&late](std::vector<SentenceId>, const std::function<void(SentenceListModel::Texts)>& done) { late = done; },
        {});
    model.setRows({{SentenceId{1}, std::nullopt}});
    model.index(0).data(SentenceListModel::TextRole);
    QCoreApplication::processEvents();
    REQUIRE(late);
    model.forgetTexts();
    model.setRows({{SentenceId{1}, std::nullopt}});
    late({{SentenceId{1}, QStringLiteral("from the old study")}});
    CHECK_FALSE(model.hasText(0));
}

TEST_CASE("Bars with the same labels change in place") {
    BarModel model;
    Tester tester(&model, kFatal);
    model.setBars({{QStringLiteral("0"), 3, 10, false, {}}, {QStringLiteral("1"), 4, 10, false, {}}});
    const QPersistentModelIndex second(model.index(1));
    model.setBars({{QStringLiteral("0"), 3, 10, false, {}}, {QStringLiteral("1"), 9, 10, true, QStringLiteral("why")}});
    CHECK(second.isValid());
    CHECK(second.data(BarModel::CountRole).toInt() == 9);
    CHECK(second.data(Qt::AccessibleTextRole).toString().toStdString() == "1: 9 neurons. why");
}

TEST_CASE("The finder's list holds under the model tester") {
    FinderModel model;
    Tester tester(&model, kFatal);
    model.setFound({{Found::Kind::Neuron, 58, QStringLiteral("0/58")}});
    model.append({{Found::Kind::Sentence, 4, QStringLiteral("a town")}});
    model.append({});
    CHECK(model.rowCount() == 2);
    CHECK(model.index(1).data(Qt::AccessibleTextRole).toString().toStdString() == "sentence: a town");
    model.setFound({});
    CHECK(model.rowCount() == 0);
}
