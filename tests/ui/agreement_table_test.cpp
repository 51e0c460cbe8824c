#include "ui/widgets/agreement_table.h"

#include "tests/support/catch.h"
#include "ui/models/agreement_model.h"
#include "ui/models/format.h"
#include "ui/widgets/estimate_delegate.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLocale>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace neuroscribe;
using namespace neuroscribe::ui;
using Model = AgreementModel;

namespace {

pipeline::AgreementRow rowOf(const std::string& name, const stats::FourFold& table, bool weighted) {
    pipeline::AgreementRow row;
    row.name = name;
    row.table = table;
    row.kappa = stats::cohensKappa(table);
    row.ac1 = stats::gwetsAc1(table);
    row.precision = stats::precision(table);
    row.recall = stats::recall(table);
    if (weighted) {
        row.population.precision = row.precision;
        row.population.recall = row.recall;
    }
    return row;
}

pipeline::AgreementReport reportOf(bool weighted) {
    pipeline::AgreementReport report;
    report.judged = weighted ? "B" : "Tom";
    report.reference = "Maria";
    report.pooled = rowOf("all", {40'000, 41'000, 42'000, 43'320}, weighted);
    for (std::uint32_t i = 0; i < 12; ++i) {
        // From full agreement over none to worse than chance, and one that is undefined.
        report.rows.push_back(
            rowOf("A descriptor with a long name " + std::to_string(i), {30 - 2 * i, 1 + i, 2 + i, 27}, weighted));
        report.rows.back().descriptor = DescriptorId{i};
    }
    report.rows[4] = rowOf("never", {0, 0, 0, 9}, weighted);
    report.rows[4].descriptor = DescriptorId{4};
    return report;
}

struct Shown {
    Model model;
    AgreementTable table{model};
    explicit Shown(int width, bool weighted = true) {
        model.show(reportOf(weighted), 0.1);
        table.resize(width, 300);
        table.show();
        QCoreApplication::processEvents();
    }
    bool isInSight(int column) const {
        return !table.isColumnHidden(column) &&
               table.columnViewportPosition(column) + table.columnWidth(column) <= table.viewport()->width();
    }
    /// Both lines of every cell of the column are as wide as the column at most.
    bool isReadable(int column) const {
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, column);
            const QString below = index.data(Model::BelowRole).toString();
            const bool isUndefined = index.data(Model::UndefinedRole).toBool();
            const int wanted = isUndefined ? EstimateDelegate::widthOf(table.font(), {}, index.data().toString())
                                           : EstimateDelegate::widthOf(table.font(), index.data().toString(), below);
            if (wanted > table.columnWidth(column))
                return false;
        }
        return true;
    }
};

} // namespace

TEST_CASE("The rows of a table of numbers grow with the text") {
    ValueTable table;
    QFont larger = table.font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    const int before = table.verticalHeader()->defaultSectionSize();
    table.setFont(larger);
    CHECK(table.verticalHeader()->defaultSectionSize() > before);
    CHECK(table.verticalHeader()->defaultSectionSize() >= table.fontMetrics().height());
}

TEST_CASE("The agreement stays sorted when other figures come for the same descriptors") {
    Model model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(reportOf(true), 0.1);
    model.sort(Model::KappaColumn, Qt::AscendingOrder);
    const QPersistentModelIndex first = model.index(1, 0);
    const QVariant descriptor = first.data(Model::IdRole);
    pipeline::AgreementReport other = reportOf(true);
    std::vector<pipeline::AgreementRow> figures(other.rows.rbegin(), other.rows.rend());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i].name = other.rows[i].name;
        figures[i].descriptor = other.rows[i].descriptor;
    }
    other.rows = std::move(figures);
    model.show(std::move(other), 0.1);
    double last = -2;
    for (int row = 1; row < model.rowCount(); ++row) {
        const QVariant kappa = model.index(row, Model::KappaColumn).data(Model::SortRole);
        if (!kappa.isValid())
            continue;
        CHECK(kappa.toDouble() >= last);
        last = kappa.toDouble();
    }
    CHECK(first.data(Model::IdRole) == descriptor);
    CHECK(first.row() > 1);
}

TEST_CASE("At 400 pixels kappa, AC1, precision, recall and what is needed are readable with their intervals") {
    for (const bool weighted : {true, false}) {
        const Shown shown(400, weighted);
        CHECK(shown.table.horizontalScrollBar()->maximum() == 0);
        const int precision = weighted ? Model::WeightedPrecisionColumn : Model::PrecisionColumn;
        const int recall = weighted ? Model::WeightedRecallColumn : Model::RecallColumn;
        for (const int column : {int(Model::NameColumn), int(Model::KappaColumn), int(Model::Ac1Column), precision,
                                 recall, int(Model::NeededColumn)}) {
            INFO(column);
            CHECK(shown.isInSight(column));
            CHECK((column == Model::NameColumn || shown.isReadable(column)));
        }
        const QModelIndex kappa = shown.model.index(1, Model::KappaColumn);
        CHECK(kappa.data(Model::BelowRole).toString() ==
              formatRange(QLocale(), shown.model.report().rows[0].kappa.interval));
        CHECK(shown.model.index(0, Model::NameColumn)
                  .data(Model::BelowRole)
                  .toString()
                  .startsWith(formatCount(QLocale(), 166'320)));
    }
}

TEST_CASE("What has no room comes back with the room, the interval's picture first") {
    Shown shown(400);
    CHECK_FALSE(shown.isInSight(Model::IntervalColumn));
    int before = 0;
    std::vector<int> order;
    for (int width = 400; width <= 1100; width += 10) {
        shown.table.resize(width, 300);
        QCoreApplication::processEvents();
        CHECK(shown.table.horizontalScrollBar()->maximum() == 0);
        int columns = 0;
        for (int column = 0; column < Model::ColumnCount; ++column) {
            columns += shown.isInSight(column);
            if (shown.isInSight(column) && std::ranges::find(order, column) == order.end())
                order.push_back(column);
        }
        CHECK(columns >= before); // none goes where another comes
        before = columns;
    }
    CHECK(before == Model::ColumnCount);
    REQUIRE(order.size() == Model::ColumnCount);
    CHECK(order[6] == Model::IntervalColumn);
    CHECK(order.back() == Model::PairsColumn);
}

TEST_CASE("An undefined cell is a word, and its tool tip says why") {
    const Shown shown(1100);
    const auto at = [&](int column) { return shown.model.index(5, column); };
    for (const int column : {Model::KappaColumn, Model::PrecisionColumn, Model::RecallColumn, Model::NeededColumn}) {
        CHECK(at(column).data().toString() == undefinedText());
        CHECK(at(column).data(Model::UndefinedRole).toBool());
        CHECK(at(column).data(Qt::ToolTipRole).toString().contains(undefinedText() + QStringLiteral(": ")));
    }
    CHECK(at(Model::KappaColumn).data(Qt::ToolTipRole).toString().contains(QStringLiteral("throughout")));
    CHECK(at(Model::PrecisionColumn).data(Qt::ToolTipRole).toString().contains(QStringLiteral("labelled yes")));
    CHECK(at(Model::RecallColumn).data(Qt::ToolTipRole).toString().contains(QStringLiteral("never says yes")));
    CHECK_FALSE(at(Model::Ac1Column).data(Model::UndefinedRole).toBool());
}

TEST_CASE("What is copied has every column and the intervals, also those out of sight") {
    Shown shown(400);
    shown.table.setFocus();
    QTest::keyClick(&shown.table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 14);
    CHECK(lines[0].count(QLatin1Char('\t')) == Model::ColumnCount - 1);
    CHECK(lines[0].contains(QStringLiteral("P weighted")));
    CHECK(lines[2].split(QLatin1Char('\t'))[Model::Ac1Column] == describeEstimate(shown.model.report().rows[0].ac1));
    CHECK(describeEstimate(shown.model.report().rows[0].ac1).contains(QStringLiteral("95 %")));
}
