// The workspace Validate under a person's hands.
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/labels/person_answers.h"
#include "core/pipeline/agreement.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/action_registry.h"
#include "ui/main_window.h"
#include "ui/models/agreement_model.h"
#include "ui/models/validation_progress_model.h"
#include "ui/panels/agreement_panel.h"
#include "ui/panels/progress_panel.h"
#include "ui/panels/question_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/agreement_table.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/value_table.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using app::ValidationController;
using labels::Verdict;

namespace {

struct Desk {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    Appearance appearance{*qApp};
    app::Session session;
    std::unique_ptr<MainWindow> window;
    std::vector<Error> errors;

    Desk() {
        makeSmallStudy(scratch.file("study"));
        QObject::connect(&session, &app::Session::failed, &session,
                         [this](const Error& error) { errors.push_back(error); });
        window = std::make_unique<MainWindow>(session, settings, appearance);
        window->resize(1400, 850);
        window->show();
        window->activateWindow();
        REQUIRE(waitFor([this] { return window->isActiveWindow(); }));
        openAndSettle(session, scratch.file("study"));
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        REQUIRE(waitFor([this] { return validation().state() == ValidationController::State::NoAnnotator; }));
    }
    ValidationController& validation() { return session.validation(); }
    QuestionPanel& questions() { return *window->findChild<QuestionPanel*>(); }
    ProgressPanel& progress() { return *window->findChild<ProgressPanel*>(); }
    AgreementPanel& agreement() { return *window->findChild<AgreementPanel*>(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void begin(const QString& name = QStringLiteral("Maria")) {
        REQUIRE(waitFor([this] { return questions().name().isVisible(); }));
        questions().name().setFocus();
        questions().name().selectAll();
        QTest::keyClicks(&questions().name(), name);
        QTest::keyClick(&questions().name(), Qt::Key_Return);
        REQUIRE(waitFor([this] { return validation().canAnswer() && questions().sentence().isVisible(); }));
    }
    void settled() {
        REQUIRE(waitFor([this] { return validation().isWritten() && agreement().isSettled(); }));
    }
    pipeline::AgreementReport stored() {
        auto database = store::Database::open(scratch.file("study") + "/study.neuroscribe", store::OpenMode::ReadOnly);
        REQUIRE(database);
        return pipeline::loadAgreement(*database, "Maria", "B").value();
    }
    QString cell(int row, int column) { return agreement().rows().index(row, column).data().toString(); }
};

} // namespace

TEST_CASE("Ctrl+3 opens Validate, a name begins it, and the keys go to the question") {
    Desk desk;
    CHECK(desk.window->workspace() == Workspace::Validate);
    CHECK(QApplication::focusWidget() == &desk.questions().name());
    desk.begin();
    CHECK(desk.questions().isAncestorOf(QApplication::focusWidget()));
    CHECK(desk.questions().sentence().text() == desk.validation().question()->text);
    CHECK(desk.questions().question().text().contains(desk.validation().question()->question));
    desk.key(Qt::Key_Y);
    CHECK(desk.validation().chosenProgress().yes == 1);
    CHECK(desk.questions().sentence().text() == desk.validation().question()->text);
    CHECK(desk.errors.empty());
}

TEST_CASE("Letters and digits answer, the arrow puts off, Ctrl+Z takes back") {
    Desk desk;
    desk.begin();
    const auto first = *desk.validation().question();
    desk.key(Qt::Key_Y);
    desk.key(Qt::Key_1);
    desk.key(Qt::Key_N);
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_U);
    desk.key(Qt::Key_3);
    const auto all = desk.validation().chosenProgress();
    CHECK(all.yes == 2);
    CHECK(all.no == 2);
    CHECK(all.unsure == 2);
    const auto put = desk.validation().question()->place;
    desk.key(Qt::Key_Right);
    CHECK(desk.validation().question()->place == put + 1);
    for (int i = 0; i < 6; ++i)
        desk.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.validation().chosenProgress().answered() == 0);
    CHECK(desk.validation().question()->place == first.place);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(desk.validation().chosenProgress().yes == 1);
    CHECK_FALSE(desk.session.canUndo());
}

TEST_CASE("What the model said is told only to who asks, and only after the answer") {
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_N);
    CHECK_FALSE(desk.questions().given().text().contains(QStringLiteral("model")));
    desk.questions().reveal().click();
    const auto given = desk.validation().lastGiven();
    REQUIRE(given);
    const QString said = given->model == labels::Answer::Yes ? QStringLiteral("says Yes") : QStringLiteral("says No");
    CHECK(desk.questions().given().text().contains(said));
}

TEST_CASE("The table follows every answer and has the numbers of the stored answers") {
    Desk desk;
    const QAbstractItemModelTester tester(&desk.agreement().rows(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester progressTester(&desk.progress().rows(),
                                                  QAbstractItemModelTester::FailureReportingMode::Fatal);
    desk.begin();
    for (int i = 0; i < 30; ++i)
        desk.key(i % 3 == 0 ? Qt::Key_Y : i % 7 == 0 ? Qt::Key_U : Qt::Key_N);
    desk.settled();
    const pipeline::AgreementReport stored = desk.stored();
    CHECK(stored.pooled.pairs() + stored.pooled.unsure == 30);
    REQUIRE(desk.agreement().rows().rowCount() == static_cast<int>(kDescriptors) + 1);
    CHECK(desk.cell(0, AgreementModel::PairsColumn) == QString::number(stored.pooled.pairs()));
    CHECK(desk.cell(0, AgreementModel::KappaColumn) == QLocale().toString(*stored.pooled.kappa.value, 'f', 2));
    CHECK(desk.cell(0, AgreementModel::WeightedRecallColumn) ==
          QLocale().toString(*stored.pooled.population.recall.value, 'f', 2));
    for (std::uint32_t c = 0; c < kDescriptors; ++c)
        CHECK(desk.cell(static_cast<int>(c) + 1, AgreementModel::PairsColumn) ==
              QString::number(stored.rows[c].pairs()));
    desk.agreement().table().clearSelection();
    desk.agreement().table().setFocus();
    QTest::keyClick(&desk.agreement().table(), Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text().count(QLatin1Char('\n')) == static_cast<int>(kDescriptors) + 2);
    const QString before = desk.cell(0, AgreementModel::NeededColumn);
    desk.agreement().halfWidth().setValue(0.05);
    CHECK(desk.cell(0, AgreementModel::NeededColumn) != before);
    CHECK(desk.errors.empty());
}

TEST_CASE("Two people are compared with each other") {
    Desk desk;
    desk.begin();
    for (int i = 0; i < 10; ++i)
        desk.key(Qt::Key_Y);
    desk.settled();
    REQUIRE(desk.validation().setAnnotator(QStringLiteral("Tom")));
    REQUIRE(waitFor([&] { return desk.validation().canAnswer(); }));
    for (int i = 0; i < 10; ++i)
        desk.key(i < 5 ? Qt::Key_Y : Qt::Key_N);
    desk.settled();
    CHECK(desk.progress().people().currentText() == QStringLiteral("Tom"));
    CHECK(desk.progress().people().count() == 2);
    QComboBox& second = desk.agreement().second();
    second.setFocus();
    QTest::keyClick(&second, Qt::Key_Down); // from B to Maria
    desk.settled();
    REQUIRE(second.currentData().toString() == QStringLiteral("Maria"));
    CHECK(desk.agreement().rows().report().judged == "Tom");
    CHECK(desk.agreement().rows().report().pooled.pairs() == 10);
    CHECK(desk.agreement().rows().report().pooled.table == stats::FourFold{5, 0, 5, 0});
    CHECK(desk.cell(0, AgreementModel::WeightedRecallColumn) == QStringLiteral("undefined"));
}

TEST_CASE("Descriptors are chosen by their ticks, and when all is answered the page says what comes next") {
    Desk desk;
    desk.begin();
    ValueTable& table = desk.progress().table();
    for (int row = 1; row < static_cast<int>(kDescriptors); ++row) {
        table.setFocus();
        table.setCurrentIndex(desk.progress().rows().index(row, 0));
        QTest::keyClick(&table, Qt::Key_Space);
    }
    CHECK(desk.validation().chosenProgress().total == 30);
    for (int i = 0; i < 30; ++i)
        desk.key(Qt::Key_N); // letters work in the list of descriptors too
    CHECK(desk.validation().state() == ValidationController::State::AllAnswered);
    REQUIRE(waitFor([&] { return !desk.questions().sentence().isVisible(); }));
    CHECK(desk.cell(1, AgreementModel::NameColumn) != QString());
    CHECK_FALSE(desk.window->actions().action(QStringLiteral("validate.yes"))->isEnabled());
}

TEST_CASE("The commands of Validate can be done in Validate only") {
    Desk desk;
    desk.begin();
    CHECK(desk.window->actions().action(QStringLiteral("validate.yes"))->isEnabled());
    QTest::keyClick(desk.window.get(), Qt::Key_1, Qt::ControlModifier);
    CHECK_FALSE(desk.window->actions().action(QStringLiteral("validate.yes"))->isEnabled());
    QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::ControlModifier);
    CHECK(desk.window->actions().action(QStringLiteral("validate.yes"))->isEnabled());
    CHECK(desk.questions().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("Panels of Validate that nobody sees compute nothing") {
    Desk desk;
    desk.begin();
    desk.settled();
    QTest::keyClick(desk.window.get(), Qt::Key_1, Qt::ControlModifier);
    QCoreApplication::processEvents();
    const int before = desk.agreement().recomputations();
    desk.validation().answer(Verdict::Yes);
    REQUIRE(waitFor([&] { return desk.validation().isWritten(); }));
    QCoreApplication::processEvents();
    CHECK(desk.agreement().recomputations() == before);
    QTest::keyClick(desk.window.get(), Qt::Key_3, Qt::ControlModifier);
    desk.settled();
    CHECK(desk.agreement().rows().report().pooled.pairs() == 1);
}
