// From an empty window to tagged neurons by mouse and keys alone; then every number that the window shows is compared
// with what neuroscribe-cli says about the same folder.
#include "tests/cli/cli_process.h"
#include "tests/journey/agreement.h"
#include "tests/journey/hand.h"
#include "tests/journey/program.h"
#include "tests/journey/reviews.h"
#include "tests/journey/screen.h"
#include "tests/support/catch.h"
#include "ui/plots/heat_map_view.h"
#include "ui/widgets/threshold_slider.h"
#include "ui/widgets/welcome_page.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace neuroscribe;
using namespace neuroscribe::test;
using nlohmann::json;

namespace {

constexpr int kReviews = 600;

struct Journey {
    ScratchFolder scratch;
    std::unique_ptr<Program> program;
    std::string study;

    Journey() {
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString(scratch.file("data")));
        study = scratch.file("data/neuroscribe/studies/Journey");
        start();
    }
    void start() {
        program.reset();
        program = std::make_unique<Program>(QString::fromStdString(scratch.file("settings.ini")));
    }
    ui::MainWindow& window() { return program->window; }
    QString path(const char* name) { return QString::fromStdString(scratch.file(name)); }
    json cli(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"-p", study});
        return runJson(arguments);
    }
};

// --- Acting ------------------------------------------------------------------------------------------------------

void beginStudy(Journey& j) {
    auto* welcome = j.window().findChild<ui::WelcomePage*>();
    REQUIRE(welcome->isVisible());
    click(buttonNamed(*welcome, QStringLiteral("New Study...")));
    dialogShown();
    type(QStringLiteral("Journey")); // over the proposed name, which is selected
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return shows(j.window(), QStringLiteral("Import sentences to begin.")); }));
    CHECK(j.window().windowTitle() == QStringLiteral("Journey - Neuroscribe"));
    CHECK_FALSE(welcome->isVisible());
    waitUntilReady(j.window());
}

void importReviews(Journey& j) {
    writeFile(j.scratch.file("reviews.csv"), writtenReviews(kReviews));
    chooseFromMenu(j.window(), QStringLiteral("Study"), QStringLiteral("Import..."));
    QDialog& dialog = dialogShown();
    CHECK_FALSE(buttonNamed(dialog, QStringLiteral("Import")).isEnabled());
    answerFileDialog(j.path("reviews.csv"), [&] { click(buttonNamed(dialog, QStringLiteral("Choose files..."))); });
    REQUIRE(eventually([&] { return shows(dialog, QStringLiteral("Which field holds the text?")); }));
    pick(seen<QComboBox>(dialog, "Text field"), QStringLiteral("opinion"));
    REQUIRE(eventually([&] { return shows(dialog, QStringLiteral("600 of 603 records are kept")); }));
    pick(seen<QComboBox>(dialog, "Category field"), QStringLiteral("shop"));
    tick(seen<QListWidget>(dialog, "Label columns"), QStringLiteral("food"));
    tick(seen<QListWidget>(dialog, "Label columns"), QStringLiteral("place"));
    REQUIRE(eventually([&] { return shows(dialog, QStringLiteral("600 of 603 records are kept")); }));
    CHECK(shows(dialog, QStringLiteral("3 dropped: ")));
    CHECK(seen<QTableView>(dialog, "First records").model()->rowCount() == 50);
    click(buttonNamed(dialog, QStringLiteral("Import")));
    REQUIRE(eventually([&] { return shows(j.window(), QStringLiteral("Import finished: 600 sentence(s) added")); }));
    waitUntilReady(j.window());
    CHECK(shows(j.window(), QStringLiteral("Extract activations to see neurons.")));
}

void extractActivations(Journey& j) {
    press(Qt::Key_E, Qt::ControlModifier);
    QDialog& dialog = dialogShown();
    click(seen<QLineEdit>(dialog, "Model folder"));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QString::fromStdString(demoModel()));
    CHECK(shows(dialog, QStringLiteral("600 sentences × 768 neurons (6 layers × 128)")));
    press(Qt::Key_Return);
    CHECK(eventually([&] { return shows(j.window(), QStringLiteral("Extract activations · ")); }));
    REQUIRE(eventually([&] { return shows(j.window(), QStringLiteral("768 neurons × 2 descriptors")); }));
    bringToFront(j.window(), QStringLiteral("Jobs"));
    CHECK(shows(j.window(), QStringLiteral("600 sentence(s), 768 neuron(s)")));
    bringToFront(j.window(), QStringLiteral("Neuron"));
    waitUntilReady(j.window());
}

/// One more descriptor, matched as a word; the imported answers stay what they are.
void labelByWords(Journey& j) {
    press(Qt::Key_L, Qt::ControlModifier);
    QDialog& dialog = dialogShown();
    auto& table = seen<QTableWidget>(dialog, "Descriptors");
    REQUIRE(table.rowCount() == 3); // food, place and the place for the next one
    clickAt(*table.viewport(), table.visualRect(table.model()->index(2, 0)).center());
    type(QStringLiteral("seat")); // opens the cell's editor
    press(Qt::Key_Tab);
    type(QStringLiteral("blanket, pillow"));
    press(Qt::Key_Return);
    click(buttonNamed(dialog, QStringLiteral("Label")));
    REQUIRE(eventually([&] { return shows(j.window(), QStringLiteral("768 neurons × 3 descriptors")); }));
    waitUntilReady(j.window());
}

void dragT(Journey& j) {
    auto& slider = seen<ui::ThresholdSlider>(j.window(), "Composition threshold t");
    const QPoint grip(slider.width() / 4, slider.height() / 2);
    QTest::mousePress(&slider, Qt::LeftButton, Qt::NoModifier, grip);
    std::vector<int> tagged;
    for (int step = 0; step <= 8; ++step) {
        QTest::mouseMove(&slider, grip + QPoint(step * slider.width() / 60, 0));
        QTest::qWait(30);
        tagged.push_back(valueBeside(j.window(), QStringLiteral("Neurons tagged")).split(QLatin1Char(' '))[0].toInt());
    }
    CHECK(std::is_sorted(tagged.rbegin(), tagged.rend())); // a higher t never tags more
    CHECK(tagged.front() > tagged.back());
    CHECK(undoEntry(j.window()).isEmpty()); // the gesture goes on
    QTest::mouseRelease(&slider, Qt::LeftButton, Qt::NoModifier, grip + QPoint(8 * slider.width() / 60, 0));
    REQUIRE(eventually([&] { return undoEntry(j.window()).startsWith(QStringLiteral("Undo: Set t to ")); }));
}

void stepK(Journey& j) {
    press(Qt::Key_K, Qt::AltModifier);
    press(Qt::Key_Tab);
    auto& slider = seen<ui::ThresholdSlider>(j.window(), "Exemplars k");
    REQUIRE(QApplication::focusWidget() == &slider);
    const QString before = slider.spokenValue();
    press(Qt::Key_PageUp);
    for (int step = 0; step < 5; ++step)
        press(Qt::Key_Right);
    CHECK(slider.spokenValue() != before);
    const QString last = QStringLiteral("Undo: Set k to ") + seen<QAbstractSpinBox>(j.window(), "Exemplars k").text();
    REQUIRE(eventually([&] { return undoEntry(j.window()) == last; }));
    waitUntilReady(j.window());
}

void undoAndRedo(Journey& j) {
    const QString set = undoEntry(j.window());
    const auto tagged = [&] { return valueBeside(j.window(), QStringLiteral("Neurons tagged")); };
    const QString k = seen<ui::ThresholdSlider>(j.window(), "Exemplars k").spokenValue();
    const QString after = tagged();
    press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(eventually([&] { return undoEntry(j.window()) != set; }));
    waitUntilReady(j.window());
    CHECK(seen<ui::ThresholdSlider>(j.window(), "Exemplars k").spokenValue() != k);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(eventually([&] { return undoEntry(j.window()) == set; }));
    waitUntilReady(j.window());
    CHECK(seen<ui::ThresholdSlider>(j.window(), "Exemplars k").spokenValue() == k);
    CHECK(tagged() == after);
}

// --- Comparing ---------------------------------------------------------------------------------------------------

void checkEverything(Journey& j) {
    const std::string file = j.scratch.file("heat.json");
    j.cli({"export", "--what", "heatmap", "--format", "json", "--out", file});
    checkWholeWindow(j.window(), {j.cli({"status"}), j.cli({"tag"}), json::parse(readFile(file))});
}

/// A click on the map shows the cell's neuron; the line below it and the neuron's page say its numbers.
void lookAtCell(Journey& j) {
    auto& map = seen<ui::HeatMapView>(j.window(), "Heat map of neurons and descriptors");
    clickAt(map, QPoint(map.width() / 2, map.height() / 2));
    waitUntilReady(j.window());
    const std::string name = selectedNeuron(j.window()).toStdString();
    const json neuron = j.cli({"tag", "--neuron", name});
    checkNeuronPage(j.window(), neuron);
    for (const json& cell : neuron["cells"]) {
        const QString start = QString::fromStdString(name + " · " + cell["descriptor"].get<std::string>());
        if (!shows(j.window(), start))
            continue;
        const QString f = QLocale().toString(cell["f"].get<double>(), 'f', 2);
        const QString mark =
            cell["solid"].get<bool>() ? QStringLiteral(" (solid tag)") : QStringLiteral(" (hollow tag)");
        const QString tag = cell["tagged"].get<bool>() ? mark : QString();
        CHECK(shows(j.window(), start + tag + QStringLiteral(": f ") + f));
        return;
    }
    FAIL("no cell is read out below the map");
}

void openFinder() {
    press(Qt::Key_K, Qt::ControlModifier);
    REQUIRE(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
}

/// Ctrl+K leads to a neuron and to a descriptor.
void find(Journey& j) {
    openFinder();
    type(QStringLiteral("2/17"));
    press(Qt::Key_Return);
    waitUntilReady(j.window());
    CHECK(selectedNeuron(j.window()) == QStringLiteral("2/17"));
    checkNeuronPage(j.window(), j.cli({"tag", "--neuron", "2/17"}));
    openFinder();
    type(QStringLiteral("foo"));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return shows(j.window(), QStringLiteral(" sentences have it")); }));
    waitUntilReady(j.window());
    checkDescriptorPage(j.window(), j.cli({"tag", "--descriptor", "food"}));
}

} // namespace

TEST_CASE("From empty to tagged by mouse and keys, every number on screen is the command line's") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    Journey j;
    beginStudy(j);
    importReviews(j);
    extractActivations(j);
    labelByWords(j);
    dragT(j);
    stepK(j);
    undoAndRedo(j);
    checkEverything(j);
    lookAtCell(j);
    find(j);
    press(Qt::Key_Q, Qt::ControlModifier);
    REQUIRE(eventually([&] { return !j.window().isVisible(); }));
    j.start();
    REQUIRE(eventually([&] { return shows(j.window(), QStringLiteral("768 neurons × 3 descriptors")); }));
    waitUntilReady(j.window());
    checkEverything(j);
}
