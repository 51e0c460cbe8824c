#include "tests/ui/evaluated_study.h"
#include "ui/models/evaluation_words.h"
#include "ui/models/format.h"
#include "ui/panels/evaluation_head.h"
#include "ui/panels/precision_panel.h"
#include "ui/widgets/neuron_chooser.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using Kind = pipeline::NeuronChoice::Kind;

namespace {

struct Head {
    Evaluated open;
    EvaluationHead head{open.session, *open.controller};
    NeuronChooser& chooser = head.neurons();
    explicit Head(bool annotated = true) : open(annotated) { open.show(head, 1100, 80); }

    void pick(Kind kind) {
        chooser.kind().setFocus();
        QTest::keyClick(&chooser.kind(), Qt::Key_Home);
        while (chooser.kind().currentData().toInt() != static_cast<int>(kind))
            QTest::keyClick(&chooser.kind(), Qt::Key_Down);
    }
    void type(const char* text) {
        chooser.list().setFocus();
        chooser.list().selectAll();
        QTest::keyClicks(&chooser.list(), QString::fromLatin1(text));
        QTest::keyClick(&chooser.list(), Qt::Key_Return);
    }
    bool evaluatesSoon(std::uint32_t neurons) {
        return waitFor(
            [&] { return open.controller->evaluation() && open.controller->evaluation()->neurons == neurons; });
    }
};

} // namespace

TEST_CASE("The head quotes each number with its interval, its chance level and the neurons it is of") {
    Head shown;
    REQUIRE(waitFor([&] { return shown.open.controller->evaluation() != nullptr; }));
    EvaluationHead& head = shown.head;
    const QLocale locale;
    const auto& at = shown.open.controller->evaluation()->at;
    for (const auto& [label, estimate] :
         {std::pair{&head.precision(), &at.precision[1]}, std::pair{&head.recall(), &at.recall[1]}}) {
        REQUIRE(estimate->interval);
        REQUIRE(estimate->chance);
        CHECK(
            label->text().endsWith(QStringLiteral("@2 <b>%1</b> %2 (chance %3)")
                                       .arg(formatF(locale, estimate->mean), formatInterval(locale, estimate->interval),
                                            formatF(locale, estimate->chance))));
    }
    CHECK(head.judged().text() == QStringLiteral("10 neuron(s):"));
    const auto* curve = shown.open.controller->consistency(stats::ConsistencyBy::Neuron);
    REQUIRE(curve);
    const std::size_t t = pipeline::nearestPoint(curve->tMilli, shown.open.session.thresholds().tMilli);
    REQUIRE(curve->jaccard.size() > t);
    CHECK(head.consistency().text() ==
          QStringLiteral("Consistency at t = 0.35 <b>%1</b> %2")
              .arg(formatF(locale, curve->points[t].jaccard), formatInterval(locale, curve->jaccard[t])));
    CHECK(head.chance().text().contains(formatF(locale, curve->points[t].chance)));
    CHECK(head.corrected().text().contains(formatInterval(locale, curve->corrected[t])));
    CHECK(head.whole().text() == QStringLiteral("all %1 neurons:").arg(kLayers * kUnits));
}

TEST_CASE("The neurons of an evaluation are drawn, all, or a list that begins with the selected one") {
    Head shown;
    shown.chooser.count().setValue(4);
    REQUIRE(shown.evaluatesSoon(4));
    CHECK(shown.chooser.count().maximum() == kLayers * kUnits);
    shown.pick(Kind::All);
    REQUIRE(shown.evaluatesSoon(kLayers * kUnits));
    CHECK_FALSE(shown.chooser.seed().isVisible());
    shown.open.session.selection().setNeuron(NeuronId(9));
    shown.pick(Kind::List);
    REQUIRE(shown.evaluatesSoon(1));
    CHECK(shown.chooser.list().isVisible());
    CHECK(shown.chooser.list().text() == QStringLiteral("1/1"));
    shown.type("2/7, 0/3 1/1");
    REQUIRE(shown.evaluatesSoon(3));
    CHECK(shown.open.controller->neurons().list == std::vector<NeuronId>{NeuronId(23), NeuronId(3), NeuronId(9)});
    CHECK(neuronsText(shown.open.controller->neurons(), kUnits) == QStringLiteral("2/7, 0/3, 1/1"));
    shown.pick(Kind::Random);
    REQUIRE(shown.evaluatesSoon(4));
    shown.pick(Kind::List); // the list is still there
    REQUIRE(shown.evaluatesSoon(3));
}

TEST_CASE("A list that can't be meant is told beside its box and changes nothing") {
    Head shown;
    shown.pick(Kind::List);
    CHECK(shown.chooser.note().isVisible()); // nothing is named, nothing is selected
    CHECK_FALSE(shown.open.controller->hasNeurons());
    shown.type("2/7");
    REQUIRE(shown.evaluatesSoon(1));
    CHECK_FALSE(shown.chooser.note().isVisible());
    for (const auto& [text, quoted] : std::initializer_list<std::pair<const char*, const char*>>{
             {"2/7, 3/0", "3/0"}, {"2/7, 0/8", "0/8"}, {"2/7 nine", "nine"}}) {
        shown.type(text);
        QCoreApplication::processEvents();
        REQUIRE(shown.chooser.note().isVisible());
        CHECK(shown.chooser.note().text().contains(QString::fromLatin1(quoted)));
        CHECK(shown.chooser.list().accessibleDescription() == shown.chooser.note().text());
        CHECK(shown.chooser.list().text() == QString::fromLatin1(text)); // what was typed is not lost
        CHECK(shown.open.controller->neurons().list == std::vector<NeuronId>{NeuronId(23)});
    }
    QTest::keyClick(&shown.chooser.list(), Qt::Key_Backspace);
    CHECK_FALSE(shown.chooser.note().isVisible()); // being mended
}

TEST_CASE("Bookmarked neurons are those with a bookmark now, and without any the panels say so") {
    Head shown;
    PrecisionPanel panel(shown.open.session, *shown.open.controller, PrecisionPanel::Over::T);
    shown.open.show(panel);
    shown.pick(Kind::Bookmarked);
    REQUIRE(waitFor([&] { return texts(panel).contains(QStringLiteral("No neuron is chosen")); }));
    CHECK(shown.chooser.note().isVisible());
    shown.open.session.setMark(NeuronId(9), {true, {}});
    REQUIRE(shown.evaluatesSoon(1));
    shown.open.session.setMark(NeuronId(3), {true, {}});
    shown.open.session.setMark(NeuronId(4), {false, QStringLiteral("only a note")});
    REQUIRE(shown.evaluatesSoon(2));
    REQUIRE(waitFor([&] { return isDrawn(panel.figurePane()); }));
    CHECK(shown.chooser.note().text() == QStringLiteral("2 neuron(s)"));
    CHECK(io::parameterText(panel.figurePane().view().figure()).find("2 bookmarked: 0/3, 1/1") != std::string::npos);
    shown.open.session.setMark(NeuronId(9), {});
    REQUIRE(shown.evaluatesSoon(1));
}

TEST_CASE("Under a rule that is no frequency the head says why there is no number, and leads back") {
    Head shown;
    tagging::Thresholds lift = shown.open.session.thresholds();
    lift.rule = tagging::Rule::Lift;
    lift.tMilli = 2000;
    shown.open.session.setThresholds(lift, app::Gesture::Commit);
    settle(shown.open.session);
    REQUIRE(waitFor([&] { return shown.head.reason().isVisible(); }));
    CHECK(shown.head.reason().text().contains(QStringLiteral("lift")));
    for (const QLabel* number : {&shown.head.precision(), &shown.head.recall(), &shown.head.consistency(),
                                 &shown.head.corrected(), &shown.head.judged(), &shown.head.whole()})
        CHECK_FALSE(number->isVisible());
    shown.head.useShare().setFocus();
    QTest::keyClick(&shown.head.useShare(), Qt::Key_Space);
    settle(shown.open.session);
    CHECK(shown.open.session.thresholds().rule == tagging::Rule::Share);
    CHECK(shown.open.session.thresholds().tMilli == tagging::defaultTMilli(tagging::Rule::Share));
    REQUIRE(waitFor([&] { return shown.head.precision().isVisible(); }));
    CHECK_FALSE(shown.head.reason().isVisible());
}
