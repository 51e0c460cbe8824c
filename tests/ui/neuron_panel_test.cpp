#include "core/extraction/extractor.h"
#include "core/pipeline/neuron_insight.h"
#include "core/pipeline/study.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/format.h"
#include "ui/models/neuron_profile.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/panels/neuron_head.h"
#include "ui/panels/neuron_panel.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/finder.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/sentence_list.h"

#include <QLineEdit>
#include <QLocale>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <numeric>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

constexpr NeuronId kPlanted{2 * kUnits}; // last layer, unit 0: topic0

struct Opened : OpenedSmallStudy {
    void show(QWidget& widget) {
        widget.resize(420, 800);
        widget.show();
    }
};

std::vector<SentenceId> listed(const SentenceListModel& model) {
    std::vector<SentenceId> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.push_back(*model.idAt(row));
    return ids;
}

/// Independent of ranks: sorts all stored values of the half.
std::vector<SentenceId> naiveExemplars(const pipeline::StudyData& study, NeuronId neuron, std::size_t half, bool top,
                                       std::size_t count) {
    std::vector<float> values(study.run->sentences);
    REQUIRE(extraction::readNeuron(study.folder + "/activations", *study.run, neuron, values));
    std::vector<SentenceId> ids = study.corpus->members[half];
    std::stable_sort(ids.begin(), ids.end(), [&](SentenceId a, SentenceId b) {
        return top ? values[a.value] > values[b.value] : values[a.value] < values[b.value];
    });
    ids.resize(count);
    return ids;
}

} // namespace

TEST_CASE("Exemplars are the sentences with the highest stored values of the half, and follow k") {
    Opened open;
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(kPlanted);
    const SentenceListModel& model = panel.exemplars().sentences();
    REQUIRE(waitFor([&model] { return model.rowCount() > 0; }));
    const auto study = open.session.study();
    CHECK(listed(model) == naiveExemplars(*study, kPlanted, 0, true, 3)); // 1 % of 300
    tagging::Thresholds wider = open.session.thresholds();
    wider.kMilli = 10'000;
    open.session.setThresholds(wider, app::Gesture::Commit);
    settle(open.session);
    CHECK(listed(model) == naiveExemplars(*study, kPlanted, 0, true, 30));
}

TEST_CASE("Texts of exemplars arrive, with the descriptors that they have") {
    Opened open;
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(kPlanted);
    const SentenceListModel& model = panel.exemplars().sentences();
    REQUIRE(waitFor([&model] { return model.rowCount() > 0 && model.hasText(0); }));
    CHECK(model.index(0).data(SentenceListModel::TextRole).toString().contains(QStringLiteral("topic0")));
    const auto chips = model.index(0).data(SentenceListModel::ChipsRole).value<QList<Chip>>();
    CHECK(std::any_of(chips.begin(), chips.end(),
                      [](const Chip& chip) { return chip.text == QStringLiteral("topic0") && chip.strong; }));
    CHECK(panel.asText().contains(QStringLiteral("topic0")));
    panel.exemplars().setCurrentIndex(model.index(0));
    CHECK(open.session.selection().sentence() == model.idAt(0));
}

TEST_CASE("The tags of a neuron are the tagger's cells, the highest f first") {
    Opened open;
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(kPlanted);
    const CellListModel& cells = panel.cells().cells();
    REQUIRE(cells.rowCount() == kDescriptors);
    CHECK(cells.idAt(0) == 0U);
    double before = 2;
    for (int row = 0; row < cells.rowCount(); ++row) {
        const auto shown = cells.index(row).data(CellListModel::CellRole).value<tagging::Cell>();
        const auto expected = open.session.tagger()->cell(kPlanted, *cells.idAt(row));
        CHECK(shown.yes == expected.yes);
        CHECK(shown.q == expected.q);
        CHECK(*shown.f <= before);
        before = *shown.f;
    }
}

TEST_CASE("The other half is shown without moving the tags: same numbers as a tagger made for it") {
    Opened open;
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(kPlanted);
    const SentenceListModel& exemplars = panel.exemplars().sentences();
    REQUIRE(waitFor([&exemplars] { return exemplars.rowCount() > 0; }));
    panel.head().setSplit(corpus::Split::Validation);
    emit panel.head().splitChosen();
    const auto study = open.session.study();
    REQUIRE(waitFor([&] { return exemplars.rowCount() > 0 && panel.cells().cells().rowCount() > 0; }));
    CHECK(listed(exemplars) == naiveExemplars(*study, kPlanted, 1, true, 3));
    auto other = pipeline::makeTagger(*study, corpus::Split::Validation, tagging::Tail::Top);
    REQUIRE(other);
    tagging::Thresholds thresholds = open.session.thresholds();
    thresholds.split = corpus::Split::Validation;
    REQUIRE(other->apply(thresholds));
    const CellListModel& cells = panel.cells().cells();
    for (int row = 0; row < cells.rowCount(); ++row) {
        const auto shown = cells.index(row).data(CellListModel::CellRole).value<tagging::Cell>();
        const auto expected = other->cell(kPlanted, *cells.idAt(row));
        CHECK(shown.yes == expected.yes);
        CHECK(shown.f == expected.f);
        CHECK(shown.lift == expected.lift);
        CHECK(shown.tagged == expected.tagged);
        CHECK_FALSE(shown.q.has_value()); // its family is all neurons of that half
    }
    CHECK(open.session.thresholds().split == corpus::Split::Calibration);
}

TEST_CASE("The histogram counts every sentence of the half") {
    Opened open;
    const auto study = open.session.study();
    const auto profile = readNeuronProfile(*study, kPlanted, corpus::Split::Calibration, {});
    REQUIRE(profile);
    const auto& counts = profile->histogram.counts;
    CHECK(std::accumulate(counts.begin(), counts.end(), 0U) == study->corpus->members[0].size());
    CHECK(counts.back() > 0); // both ends are reached
    CHECK(counts.front() > 0);
    CHECK_FALSE(readNeuronProfile(*study, NeuronId{kLayers * kUnits}, corpus::Split::Calibration, {}));
}

TEST_CASE("A neuron that never varies has all its sentences in one bin") {
    const Histogram histogram = makeHistogram({2, 2, 2}, {SentenceId{0}, SentenceId{2}}, 10);
    CHECK(histogram.counts.front() == 2);
    CHECK(histogram.high > histogram.low);
}

TEST_CASE("Alt with the arrow keys walks through the neurons and stops at the ends") {
    Opened open;
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(NeuronId{0});
    emit panel.head().stepped(-1);
    CHECK(open.session.selection().neuron() == NeuronId{0});
    emit panel.head().stepped(1);
    CHECK(open.session.selection().neuron() == NeuronId{1});
    open.session.selection().setNeuron(NeuronId{kLayers * kUnits - 1});
    emit panel.head().stepped(1);
    CHECK(open.session.selection().neuron() == NeuronId{kLayers * kUnits - 1});
}

TEST_CASE("Bookmark and note belong to the neuron they were made on, also when the page moves on at once") {
    Opened open;
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(NeuronId{4});
    emit panel.head().bookmarkToggled(true);
    panel.note().setPlainText(QStringLiteral("reacts to topics"));
    open.session.selection().setNeuron(NeuronId{5});
    CHECK(open.session.mark(NeuronId{4}).note == QStringLiteral("reacts to topics"));
    CHECK(open.session.mark(NeuronId{4}).bookmarked);
    CHECK(open.session.mark(NeuronId{5}).note.isEmpty());
    CHECK(panel.note().note().isEmpty());
    open.session.selection().setNeuron(NeuronId{4});
    CHECK(panel.note().note() == QStringLiteral("reacts to topics"));
}

TEST_CASE("A note is kept when the study closes right after its last letter") {
    Opened open;
    const QString folder = open.session.folder();
    NeuronPanel panel(open.session);
    open.show(panel);
    open.session.selection().setNeuron(NeuronId{4});
    panel.note().setFocus();
    QTest::keyClicks(&panel.note(), QStringLiteral("taste"));
    open.session.closeStudy();
    openAndSettle(open.session, folder.toStdString());
    CHECK(open.session.mark(NeuronId{4}).note == QStringLiteral("taste"));
}

TEST_CASE("A hidden page reads nothing, shown, it has the neuron of the moment") {
    Opened open;
    NeuronPanel panel(open.session);
    open.session.selection().setNeuron(NeuronId{3});
    CHECK(panel.cells().cells().rowCount() == 0);
    open.session.selection().setNeuron(kPlanted);
    open.show(panel);
    REQUIRE(waitFor([&panel] { return panel.exemplars().sentences().rowCount() > 0; }));
    CHECK(panel.cells().cells().idAt(0) == 0U);
}

TEST_CASE("The page of a descriptor lists its neurons by f and sentences that have it") {
    Opened open;
    DescriptorPanel panel(open.session);
    open.show(panel);
    open.session.selection().setDescriptor(1);
    REQUIRE(waitFor([&panel] { return panel.examples().sentences().rowCount() > 0; }));
    const auto expected = open.session.tagger()->inverse(1);
    const CellListModel& model = panel.neurons().cells();
    REQUIRE(model.rowCount() == static_cast<int>(expected.size()));
    REQUIRE_FALSE(expected.empty());
    for (int row = 0; row < model.rowCount(); ++row)
        CHECK(model.idAt(row) == expected[static_cast<std::size_t>(row)].value);
    const auto study = open.session.study();
    for (const SentenceId id : listed(panel.examples().sentences())) {
        CHECK(study->labels->at(id, 1) == labels::Answer::Yes);
        CHECK(study->corpus->split[id.value] == corpus::Split::Calibration);
    }
    emit panel.neurons().picked(expected.front().value);
    CHECK(open.session.selection().neuron() == expected.front());
    for (auto* button : panel.findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Exclude"))
            QTest::mouseClick(button, Qt::LeftButton);
    settle(open.session);
    CHECK(open.session.isExcluded(1));
    CHECK(model.rowCount() == 0);
}

TEST_CASE("Beside the lift of each neuron of a descriptor stands what category and length leave of it") {
    Opened open;
    DescriptorPanel panel(open.session);
    open.show(panel);
    open.session.selection().setDescriptor(1);
    const CellListModel& model = panel.neurons().cells();
    const auto text = [&model](int row, int role) { return model.index(row).data(role); };
    const auto known = [&] {
        bool all = model.rowCount() > 0;
        for (int row = 0; row < model.rowCount(); ++row)
            all = all && text(row, CellListModel::AdjustedRole).isValid();
        return all;
    };
    const auto check = [&] {
        REQUIRE(waitFor(known));
        const auto neurons = open.session.tagger()->inverse(1);
        const auto expected =
            pipeline::adjustedNeurons(*open.session.study(), 1, neurons, open.session.tagger()->thresholds(), {})
                .value();
        REQUIRE(model.rowCount() == static_cast<int>(neurons.size()));
        const QStringList lines = model.asText(QStringLiteral("neuron")).split(QLatin1Char('\n'));
        CHECK(lines[0].endsWith(QStringLiteral("\tadjusted_lift\tadjusted_p")));
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto& cell = expected[static_cast<std::size_t>(row)];
            REQUIRE(cell);
            CHECK(text(row, CellListModel::AdjustedRole).toString() == formatLift(QLocale(), cell->lift));
            CHECK(text(row, Qt::AccessibleTextRole).toString().contains(describeAdjusted(cell)));
            CHECK(lines[row + 1].section(QLatin1Char('\t'), -1).toDouble() == Approx(cell->p).epsilon(1e-5));
        }
    };
    check();
    tagging::Thresholds moved = open.session.thresholds();
    moved.tMilli = 50; // more neurons
    const int before = model.rowCount();
    open.session.setThresholds(moved, app::Gesture::Commit);
    settle(open.session);
    REQUIRE(model.rowCount() > before);
    check();
    moved.kMilli *= 3; // other exemplars
    open.session.setThresholds(moved, app::Gesture::Commit);
    settle(open.session);
    check();
    open.session.setExcluded(1, true);
    settle(open.session);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("Of an adjusted lift that is undefined the reason is told") {
    CHECK(describeAdjusted(std::nullopt).contains(QStringLiteral("no exemplar is answered")));
    CHECK(describeAdjusted(stats::Stratified{}).contains(QStringLiteral("no sentence of these categories")));
    CellListModel model;
    model.show(
        {{3, QStringLiteral("0/3")}}, [](std::uint32_t) { return tagging::Cell{}; }, 10'000);
    CHECK_FALSE(model.index(0).data(CellListModel::AdjustedRole).isValid());
    model.setAdjusted({{3, stats::Stratified{}}});
    CHECK(model.index(0).data(CellListModel::AdjustedRole).toString() == QStringLiteral("–"));
}

TEST_CASE("The finder finds neurons, descriptors and sentences and makes them the selection") {
    Opened open;
    QWidget window;
    open.show(window);
    Finder finder(open.session, &window);
    finder.popUp();
    const auto type = [&finder](const char* text) { finder.input().setText(QString::fromLatin1(text)); };
    type("2/3");
    REQUIRE(finder.results().rowCount() >= 1);
    CHECK(finder.results().found()[0] == Found{Found::Kind::Neuron, 2 * kUnits + 3, QStringLiteral("2/3")});
    QTest::keyClick(&finder.input(), Qt::Key_Return);
    CHECK(open.session.selection().neuron() == NeuronId{2 * kUnits + 3});
    CHECK_FALSE(finder.isVisible());

    finder.popUp();
    type("PIC3");
    REQUIRE(finder.results().rowCount() >= 1);
    QTest::keyClick(&finder.input(), Qt::Key_Return);
    CHECK(open.session.selection().descriptor() == 3U);

    finder.popUp();
    type("number 17");
    REQUIRE(waitFor([&finder] { return finder.results().rowCount() > 0; }));
    CHECK(finder.results().found()[0].kind == Found::Kind::Sentence);
    QTest::keyClick(&finder.input(), Qt::Key_Return);
    REQUIRE(open.session.selection().sentence().has_value());

    finder.popUp();
    type("zzqq");
    CHECK(waitFor([&finder] { return finder.results().rowCount() == 0; }));
    QTest::keyClick(&finder.input(), Qt::Key_Escape);
    CHECK_FALSE(finder.isVisible());
}
