// Who judges the labels on a neuron's page, and what f would be without their errors.
#include "ui/panels/label_judge.h"

#include "tests/support/catch.h"
#include "tests/ui/judged_study.h"
#include "ui/models/format.h"
#include "ui/panels/neuron_head.h"
#include "ui/panels/neuron_panel.h"
#include "ui/widgets/cell_list.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLocale>
#include <QTest>

#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

constexpr NeuronId kPlanted{2 * kUnits};

struct Page {
    ScratchFolder scratch;
    app::Session session;
    NeuronPanel panel{session};

    explicit Page(const QStringList& annotators) {
        makeSmallStudy(scratch.file("study"));
        for (const QString& name : annotators)
            addAnnotator(scratch.file("study"), name.toStdString());
        openAndSettle(session, scratch.file("study"));
        session.selection().setNeuron(kPlanted);
        panel.resize(420, 900);
        panel.show();
        REQUIRE(waitFor([this] { return spoken(0).contains(QStringLiteral("on the other half")); }));
    }
    CellListModel& cells() { return panel.cells().cells(); }
    QString spoken(int row) { return cells().index(row).data(Qt::AccessibleTextRole).toString(); }
    /// By keys.
    void choose(const QString& name) {
        QComboBox& choice = panel.judge().choice();
        REQUIRE(choice.isVisible());
        choice.setFocus();
        QTest::keyClick(&choice, Qt::Key_Home);
        for (int i = choice.findText(name); i > 0; --i)
            QTest::keyClick(&choice, Qt::Key_Down);
        REQUIRE(choice.currentText() == name);
    }
    void showHalf(const QString& name) {
        for (auto* half : panel.head().findChildren<QAbstractButton*>())
            if (half->text() == name)
                QTest::mouseClick(half, Qt::LeftButton);
    }
    pipeline::LabelQualities qualities(const std::string& annotator) {
        auto database = store::Database::open(scratch.file("study") + "/study.neuroscribe", store::OpenMode::ReadOnly);
        REQUIRE(database);
        return pipeline::loadLabelQualities(*database, session.study()->descriptors, annotator, {}).value();
    }
};

} // namespace

TEST_CASE("Nobody judges a study that has no annotator but the model") {
    Page page({});
    CHECK_FALSE(page.panel.judge().isVisible());
    CHECK_FALSE(page.spoken(0).contains(QStringLiteral("f*")));
    CHECK_FALSE(page.panel.asText().contains(QStringLiteral("noise_corrected")));
}

TEST_CASE("Whoever is chosen judges the labels: f* and lift* are told, drawn and copied, and no tag moves") {
    Page page({QStringLiteral("Ann"), QStringLiteral("Tom")});
    const QAbstractItemModelTester tester(&page.cells(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(waitFor([&] { return page.panel.judge().isVisible(); }));
    CHECK(page.panel.judge().choice().currentText() == QStringLiteral("nobody")); // they are no persons with a sample
    CHECK_FALSE(page.spoken(0).contains(QStringLiteral("f*")));
    const tagging::TagTable tags = page.session.tagger()->tags();
    const std::vector<double> q = page.session.tagger()->enrichment().q;

    page.choose(QStringLiteral("Tom"));
    REQUIRE(waitFor([&] { return page.spoken(0).contains(QStringLiteral("that Tom finds")); }));
    const auto qualities = page.qualities("Tom");
    const QLocale locale;
    for (int row = 0; row < page.cells().rowCount(); ++row) {
        const std::uint32_t c = *page.cells().idAt(row);
        const auto wanted =
            pipeline::correctedCell(qualities.byDescriptor[c], page.session.tagger()->cell(kPlanted, c));
        const QVariant drawn = page.cells().index(row).data(CellListModel::CorrectedRole);
        INFO(page.spoken(row).toStdString());
        REQUIRE(drawn.isValid() == wanted.share.has_value());
        if (!wanted.share) {
            CHECK(page.spoken(row).contains(QStringLiteral("f* undefined: ")));
            continue;
        }
        CHECK(drawn.value<CellListModel::Corrected>().value == wanted.share->value);
        CHECK(page.spoken(row).contains(QStringLiteral("that Tom finds: f* %1 (%2), lift* %3")
                                            .arg(formatF(locale, wanted.share->value),
                                                 formatInterval(locale, wanted.share->interval),
                                                 formatLift(locale, wanted.lift))));
    }
    CHECK(page.panel.asText().contains(QStringLiteral("\tnoise_corrected\t")));
    CHECK(page.panel.asText().contains(QStringLiteral("that Tom finds")));
    CHECK(page.session.tagger()->tags() == tags);
    CHECK(page.session.tagger()->enrichment().q == q);

    page.choose(QStringLiteral("nobody"));
    CHECK(waitFor([&] { return !page.spoken(0).contains(QStringLiteral("f*")); }));
    CHECK_FALSE(page.panel.asText().contains(QStringLiteral("noise_corrected")));
}

TEST_CASE("Answers are read once, not for each neuron or k, and again after the only person with a sample answers") {
    Page page({QStringLiteral("Ann")});
    REQUIRE(waitFor([&] { return page.panel.judge().isVisible(); }));
    const int reads = page.panel.judge().reads();
    page.session.selection().setNeuron(NeuronId{1});
    tagging::Thresholds wider = page.session.thresholds();
    wider.kMilli = 5'000;
    page.session.setThresholds(wider, app::Gesture::Commit);
    settle(page.session);
    CHECK(page.panel.judge().reads() == reads);

    app::ValidationController& validation = page.session.validation();
    validation.want();
    REQUIRE(waitFor([&] { return validation.state() == app::ValidationController::State::NoAnnotator; }));
    REQUIRE(validation.setAnnotator(QStringLiteral("Maria")).ok());
    REQUIRE(waitFor([&] { return validation.canAnswer(); }));
    validation.answer(labels::Verdict::Yes);
    CHECK(waitFor([&] { return page.panel.judge().choice().currentText() == QStringLiteral("Maria"); }));
    CHECK(page.panel.judge().reads() > reads);
    CHECK(page.spoken(0).contains(QStringLiteral("f* undefined: Maria has ")));
}

TEST_CASE("f* of the other half is told, too, and another study asks anew who judges") {
    Page page({QStringLiteral("Ann")});
    REQUIRE(waitFor([&] { return page.panel.judge().isVisible(); }));
    page.choose(QStringLiteral("Ann"));
    REQUIRE(waitFor([&] { return page.spoken(0).contains(QStringLiteral("f*")); }));
    page.showHalf(QStringLiteral("Validation"));
    REQUIRE(page.panel.head().split() == corpus::Split::Validation);
    CHECK(waitFor([&] {
        const QString row = page.spoken(0);
        return row.contains(QStringLiteral("f*")) && !row.contains(QStringLiteral("on the other half"));
    }));
    const ScratchFolder other;
    makeSmallStudy(other.file("study"));
    openAndSettle(page.session, other.file("study"));
    page.session.selection().setNeuron(kPlanted);
    REQUIRE(waitFor([&] { return page.spoken(0).contains(QStringLiteral("on the other half")); }));
    CHECK(waitFor([&] { return !page.panel.judge().isVisible(); }));
    CHECK_FALSE(page.spoken(0).contains(QStringLiteral("f*")));
    CHECK(page.panel.head().split() == corpus::Split::Calibration);
}

TEST_CASE("The half that is looked at stays when a job brings other data") {
    Page page({});
    page.showHalf(QStringLiteral("Validation"));
    const auto study = page.session.study();
    page.session.saveCopy(QString::fromStdString(page.scratch.file("copy")));
    REQUIRE(waitFor([&] { return page.session.study() != study; }));
    settle(page.session);
    QCoreApplication::processEvents();
    CHECK(page.panel.head().split() == corpus::Split::Validation);
}

TEST_CASE("Who judges the labels is kept in the study") {
    const QString longName = QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitaen Maria Magdalena");
    Page page({QStringLiteral("Ann"), longName});
    REQUIRE(waitFor([&] { return page.panel.judge().isVisible(); }));
    const QString other = page.panel.judge().annotator() == longName ? QStringLiteral("Ann") : longName;
    page.choose(other);
    REQUIRE(waitFor([&] { return page.panel.judge().annotator() == other; }));
    page.session.closeStudy();
    const auto lock = page.scratch.path() / "study" / "study.neuroscribe.lock";
    REQUIRE(waitFor([&] { return !std::filesystem::exists(lock); }));
    app::Session session;
    NeuronPanel panel(session);
    panel.resize(420, 900);
    panel.show();
    openAndSettle(session, page.scratch.file("study"));
    session.selection().setNeuron(kPlanted);
    CHECK(waitFor([&] { return panel.judge().annotator() == other; }));
    CHECK(panel.judge().choice().toolTip().contains(other));
}
