#include "tests/journey/agreement.h"

#include "tests/journey/hand.h"
#include "tests/journey/screen.h"
#include "tests/support/catch.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMainWindow>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace neuroscribe::test {
namespace {

using nlohmann::json;

QString text(const json& value) {
    return QString::fromStdString(value.get<std::string>());
}

QString count(const json& value) {
    return QLocale().toString(value.get<qulonglong>());
}

/// "95.2 %" of a share, rounded down: 99.99 % must not read as complete.
QString percent(double share) {
    return QLocale().toString(std::floor(share * 1000) / 10, 'f', share < 1 ? 1 : 0) + QStringLiteral(" %");
}

void checkShown(const QMainWindow& window, const QString& wanted) {
    INFO(wanted.toStdString());
    INFO(visibleTexts(window).join(QStringLiteral(" | ")).toStdString());
    CHECK(shows(window, wanted));
}

void checkThresholds(QMainWindow& window, const json& tags) {
    const QString k = seen<QAbstractSpinBox>(window, "Exemplars k").text();
    CHECK(says(k.chopped(2), tags["k"])); // without " %"
    CHECK(says(seen<QAbstractSpinBox>(window, "Composition threshold t").text(), tags["t"]));
}

void checkCounts(QMainWindow& window, const json& summary) {
    CHECK(valueBeside(window, QStringLiteral("Neurons tagged")) ==
          count(summary["neurons_tagged"]) + QStringLiteral(" of ") + count(summary["neurons"]));
    CHECK(says(valueBeside(window, QStringLiteral("Tags per tagged neuron")), summary["tags_per_tagged_neuron"]));
    CHECK(valueBeside(window, QStringLiteral("Beyond chance (q < 0.01)")) == count(summary["solid_neurons"]));
    checkShown(window, count(summary["exemplars"]) + QStringLiteral(" exemplar"));
    QStringList layers, descriptors;
    for (std::size_t layer = 0; layer < summary["tagged_neurons_by_layer"].size(); ++layer)
        layers += QStringLiteral("%1: %2 neurons").arg(layer).arg(count(summary["tagged_neurons_by_layer"][layer]));
    CHECK(rowsOf(window, "Tagged neurons by layer") == layers);
    for (const QString& row : rowsOf(window, "Tagged neurons by descriptor"))
        descriptors += row.section(QStringLiteral(". "), 0, 0); // without the note about a common one
    CHECK(static_cast<std::size_t>(descriptors.size()) == summary["neurons_by_descriptor"].size());
    for (const auto& [name, neurons] : summary["neurons_by_descriptor"].items())
        CHECK(descriptors.contains(QString::fromStdString(name) + QStringLiteral(": ") + count(neurons) +
                                   QStringLiteral(" neurons")));
}

void checkSteps(QMainWindow& window, const json& status) {
    const auto step = [&](std::size_t number) { return status["steps"][number]; };
    checkShown(window, count(step(0)["done"]) + QStringLiteral(" sentence(s)"));
    const double share = step(2)["done"].get<double>() / step(2)["total"].get<double>();
    checkShown(window, QStringLiteral("Labels ") + percent(share) + QStringLiteral(" answered"));
    checkShown(window, count(status["run"]["layers"]) + QStringLiteral(" layer(s) × ") + count(status["run"]["units"]));
    checkShown(window, text(status["run"]["model"]).section(QLatin1Char('/'), -1));
}

/// Opens the table twin of the heat map, reads it and closes it again. Figures in docks have such a button, too.
void checkHeatMap(QMainWindow& window, const Told& told) {
    QAbstractButton& table = buttonNamed(*window.centralWidget(), QStringLiteral("Table"));
    click(table);
    const QAbstractItemModel* model = seen<QTableView>(window, "Values of the heat map").model();
    std::map<std::string, int> columns;
    for (int column = 1; column < model->columnCount(); ++column)
        columns[model->headerData(column, Qt::Horizontal).toString().toStdString()] = column;
    std::map<std::string, int> rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows[model->index(row, 0).data().toString().toStdString()] = row;
    CHECK(rows.size() == told.heatMap.size());
    for (const json& neuron : told.heatMap)
        for (const auto& [name, column] : columns) {
            const QString shown = model->index(rows.at(neuron["neuron"]), column).data().toString();
            const json& value = neuron[name];
            INFO(neuron["neuron"] << " " << name << ": " << shown.toStdString() << " for " << value);
            REQUIRE((value.is_null() ? shown == QStringLiteral("undefined") : says(shown, value)));
        }
    click(table);
}

void checkCell(const SpokenCell& shown, const json& cell) {
    INFO(cell);
    CHECK(says(shown.f, cell["f"]));
    CHECK(says(shown.low, cell["low"]));
    CHECK(says(shown.high, cell["high"]));
    CHECK(says(shown.baseRate, cell["base_rate"]));
    CHECK(says(shown.lift, cell["lift"]));
    CHECK(says(shown.q, cell["q"]));
    CHECK(shown.yes == count(cell["yes"]));
    CHECK(shown.answered == count(cell["answered"]));
    CHECK(shown.solid == cell["solid"].get<bool>());
}

/// A number, or the word for none.
bool saysOr(const QString& shown, const json& value) {
    return value.is_null() ? shown == QStringLiteral("undefined") : says(shown, value);
}

/// What else is told of a cell on a neuron's page.
void checkNotes(const SpokenCell& shown, const json& cell) {
    INFO(cell);
    const json& adjusted = cell["adjusted"];
    CHECK(shown.adjustedLift.isEmpty() == adjusted.is_null());
    if (!adjusted.is_null()) {
        CHECK(saysOr(shown.adjustedLift, adjusted["lift"]));
        CHECK(saysOr(shown.adjustedP, adjusted["p"]));
    }
    const json& other = cell["other_half"];
    CHECK(shown.otherYes == count(other["yes"]));
    CHECK(shown.otherAnswered == count(other["answered"]));
    const double answered = other["answered"];
    CHECK(saysOr(shown.otherF, answered > 0 ? json(other["yes"].get<double>() / answered) : json()));
    const json& by = cell["explained_by"];
    const bool explained = !by.is_null() && by["explained"].get<bool>();
    CHECK(shown.explainedBy == (explained ? text(by["descriptor"]) : QString()));
}

/// f* and lift*, or that there is none.
void checkCorrected(const SpokenCell& shown, const json& cell) {
    INFO(cell);
    const json& corrected = cell["noise_corrected"];
    CHECK(shown.uncorrected.isEmpty() == cell["noise_corrected_why"].is_null());
    CHECK(shown.correctedF.isEmpty() == corrected.is_null());
    if (corrected.is_null())
        return;
    CHECK(shown.judge == text(corrected["annotator"]));
    CHECK(says(shown.correctedF, corrected["value"]));
    CHECK(says(shown.correctedLow, corrected["low"]));
    CHECK(says(shown.correctedHigh, corrected["high"]));
    CHECK(saysOr(shown.correctedLift, corrected["lift"]));
}

/// What stands in a column of the copied page.
json copied(const json& cell, const std::string& column) {
    const std::string corrected = "noise_corrected";
    if (!column.starts_with(corrected))
        return cell[column];
    const json& all = cell[corrected];
    if (all.is_null())
        return all;
    return column == corrected ? all["value"] : all[column.substr(corrected.size() + 1)];
}

/// The page as it is copied: six digits of every number.
void checkCopiedPage(QMainWindow& window, const json& neuron) {
    click(buttonNamed(window, QStringLiteral("Copy as text")));
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    REQUIRE(lines.size() > 3);
    CHECK(lines[0] == QStringLiteral("Neuron ") + text(neuron["neuron"]));
    const QStringList names = lines[2].split(QLatin1Char('\t'));
    for (const json& cell : neuron["cells"]) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const QString& one) {
            return one.startsWith(text(cell["descriptor"]) + QLatin1Char('\t'));
        });
        REQUIRE(line != lines.end());
        const QStringList values = line->split(QLatin1Char('\t'));
        REQUIRE(values.size() == names.size());
        for (int i = 1; i < names.size(); ++i) {
            const json value = copied(cell, names[i].toStdString());
            INFO(names[i].toStdString() << ": " << values[i].toStdString() << " for " << value);
            if (value.is_null()) {
                CHECK(values[i].isEmpty());
                continue;
            }
            const double wanted = value.is_boolean() ? value.get<bool>() : value.get<double>();
            CHECK(values[i].toDouble() == Approx(wanted).epsilon(1e-5));
        }
    }
}

} // namespace

void checkWholeWindow(QMainWindow& window, const Told& told) {
    checkThresholds(window, told.tags);
    checkCounts(window, told.tags["summary"]);
    checkSteps(window, told.status);
    checkHeatMap(window, told);
}

void checkNeuronPage(QMainWindow& window, const json& neuron) {
    checkShown(window, QStringLiteral("Neuron %1 / %2").arg(count(neuron["layer"]), count(neuron["unit"])));
    const bool judged = !neuron["truth"].is_null();
    REQUIRE(eventually([&] { // the notes come a moment after the cells
        return std::ranges::all_of(rowsOf(window, "Descriptors of this neuron"), [judged](const QString& row) {
            return row.contains(QStringLiteral("on the other half")) && row.contains(QStringLiteral("f*")) == judged;
        });
    }));
    const auto cells = spokenCells(window, "Descriptors of this neuron");
    CHECK(cells.size() == neuron["cells"].size());
    for (const json& cell : neuron["cells"]) {
        const SpokenCell& shown = cells.at(cell["descriptor"]);
        checkCell(shown, cell);
        checkNotes(shown, cell);
        checkCorrected(shown, cell);
        CHECK(shown.tagged == cell["tagged"].get<bool>());
    }
    checkCopiedPage(window, neuron);
}

void checkDescriptorPage(QMainWindow& window, const json& descriptor) {
    const json& labels = descriptor["labels"];
    checkShown(window, count(labels["yes"]) + QStringLiteral(" of ") + count(labels["answered"]) +
                           QStringLiteral(" sentences have it"));
    REQUIRE(eventually([&] { // the adjusted lift comes a moment after the cells
        return std::ranges::all_of(rowsOf(window, "Neurons tagged with this descriptor"), [](const QString& row) {
            return row.contains(QStringLiteral("adjusted for category and length"));
        });
    }));
    const auto cells = spokenCells(window, "Neurons tagged with this descriptor");
    CHECK(cells.size() == descriptor["neurons"].size());
    for (const json& neuron : descriptor["neurons"]) {
        const SpokenCell& shown = cells.at(neuron["neuron"]);
        checkCell(shown, neuron);
        CHECK(saysOr(shown.adjustedLift, neuron["adjusted"]["lift"]));
        CHECK(saysOr(shown.adjustedP, neuron["adjusted"]["p"]));
        CHECK((shown.otherF + shown.correctedF + shown.explainedBy).isEmpty());
    }
}

} // namespace neuroscribe::test
