// A person answers thirty questions by keys; what the screen says is what the command line says.
#include "core/labels/person_answers.h"
#include "tests/cli/cli_process.h"
#include "tests/journey/agreement.h"
#include "tests/journey/program.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/models/agreement_model.h"
#include "ui/panels/agreement_panel.h"
#include "ui/panels/question_panel.h"

#include <QLineEdit>
#include <QTest>

namespace neuroscribe::test {
namespace {

using nlohmann::json;
using ui::AgreementModel;

/// As the table writes it.
QString written(const json& estimate) {
    return estimate.is_null() ? QStringLiteral("undefined")
                              : QLocale().toString(estimate["value"].get<double>(), 'f', 2);
}

void checkRow(const AgreementModel& rows, int row, const json& told) {
    const auto shown = [&](int column) { return rows.index(row, column).data().toString(); };
    CHECK(shown(AgreementModel::PairsColumn) == QString::number(told["n"].get<int>()));
    CHECK(shown(AgreementModel::KappaColumn) == written(told["kappa"]));
    CHECK(shown(AgreementModel::Ac1Column) == written(told["ac1"]));
    CHECK(shown(AgreementModel::PrecisionColumn) == written(told["precision"]["raw"]));
    CHECK(shown(AgreementModel::RecallColumn) == written(told["recall"]["raw"]));
    CHECK(shown(AgreementModel::WeightedPrecisionColumn) == written(told["precision"]["weighted"]));
    CHECK(shown(AgreementModel::WeightedRecallColumn) == written(told["recall"]["weighted"]));
    const auto estimate = rows.index(row, AgreementModel::KappaColumn).data(AgreementModel::EstimateRole);
    if (!told["kappa"].is_null())
        CHECK(estimate.value<stats::IntervalEstimate>().interval.low == Approx(told["kappa"]["lo"].get<double>()));
    CHECK(shown(AgreementModel::NeededColumn) == (told["still_needed"].is_null()
                                                      ? QStringLiteral("undefined")
                                                      : QLocale().toString(told["still_needed"].get<int>())));
}

} // namespace

TEST_CASE("Thirty answers by keys give on screen what neuroscribe-cli agreement gives") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    const json before = runJson({"-p", scratch.file("study"), "tag"});
    {
        Program program(QString::fromStdString(scratch.file("settings.ini")));
        REQUIRE(waitFor([&] { return program.window.isActiveWindow(); }));
        openAndSettle(program.session, scratch.file("study"));
        QTest::keyClick(&program.window, Qt::Key_3, Qt::ControlModifier);
        auto& questions = *program.window.findChild<ui::QuestionPanel*>();
        REQUIRE(waitFor([&] { return questions.name().isVisible(); }));
        questions.name().selectAll();
        QTest::keyClicks(&questions.name(), QStringLiteral("Maria"));
        QTest::keyClick(&questions.name(), Qt::Key_Return);
        auto& validation = program.session.validation();
        REQUIRE(waitFor([&] { return validation.canAnswer() && questions.keyTarget()->hasFocus(); }));
        for (int i = 0; i < 30; ++i) {
            // A person who reads: topics are words of the sentence; every seventh time the attention slips.
            const bool has = validation.question()->text.contains(validation.question()->question);
            const Qt::Key key = i == 11 ? Qt::Key_U : (has != (i % 7 == 6)) ? Qt::Key_Y : Qt::Key_N;
            QTest::keyClick(QApplication::focusWidget(), key);
        }
        auto& agreement = *program.window.findChild<ui::AgreementPanel*>();
        REQUIRE(waitFor([&] { return validation.isWritten() && agreement.isSettled(); }));
        const json told = runJson({"-p", scratch.file("study"), "agreement", "--a", "Maria", "--b", "B"});
        CHECK(told["judged"] == "B");
        CHECK(told["pooled"]["n"] == 29);
        CHECK(told["pooled"]["unsure"] == 1);
        checkRow(agreement.rows(), 0, told["pooled"]);
        REQUIRE(told["descriptors"].size() == kDescriptors);
        for (int row = 0; row < static_cast<int>(kDescriptors); ++row)
            checkRow(agreement.rows(), row + 1, told["descriptors"][static_cast<std::size_t>(row)]);

        // The only person with balanced answers judges the labels on a neuron's page. No tag moves.
        QTest::keyClick(&program.window, Qt::Key_1, Qt::ControlModifier);
        program.session.selection().setNeuron(NeuronId{2 * kUnits});
        const json neuron = runJson({"-p", scratch.file("study"), "tag", "--neuron", "2/0"});
        CHECK(neuron["truth"] == "Maria");
        checkNeuronPage(program.window, neuron);
        CHECK(runJson({"-p", scratch.file("study"), "tag"}) == before);
    }
}

TEST_CASE("Imported answers are counted, and who does not exist is told with who does") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    writeFile(scratch.file("answers.csv"), "id,topic0,topic1\n0,yes,no\n1,no,yes\n2,1,0\n3,0,0\n4,,no\n5,no,no\n");
    runJson({"-p", scratch.file("study"), "label", "--import", scratch.file("answers.csv"), "--as", "Anna"});
    const json told = runJson({"-p", scratch.file("study"), "agreement", "--a", "Anna", "--b", "B"});
    CHECK(told["descriptors"][0]["n"] == 5);
    CHECK(told["descriptors"][1]["n"] == 6);
    CHECK(told["pooled"]["n"] == 11);
    const auto wrong = runCli({"-p", scratch.file("study"), "agreement", "--a", "Ana", "--b", "B"});
    CHECK(wrong.status == 1);
    CHECK(wrong.err.find("Anna") != std::string::npos); // it says who there is
    CHECK(runCli({"-p", scratch.file("study"), "agreement", "--a", "B", "--b", "B"}).status == 2);
    CHECK(runCli({"-p", scratch.file("study"), "agreement", "--a", "B"}).status == 2);
}

} // namespace neuroscribe::test
