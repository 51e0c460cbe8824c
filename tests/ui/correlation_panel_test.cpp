#include "ui/panels/correlation_panel.h"

#include "core/store/sqlite.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "tests/ui/speaking.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/correlation_pair.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sentence_list.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

struct Shown {
    ScratchFolder scratch;
    app::Session session;
    CorrelationPanel panel{session};
    Shown() {
        makeSmallStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
        panel.resize(700, 600);
        panel.show();
        REQUIRE(waitFor([this] { return !figure().isEmpty(); }));
    }
    const io::Figure& figure() const { return panel.figure().view().figure(); }
    void choose(pipeline::CorrelationView view) {
        const auto buttons = panel.views()->findChildren<QAbstractButton*>();
        QTest::mouseClick(buttons[static_cast<int>(view)], Qt::LeftButton);
    }
    void pick(std::size_t row, std::size_t column) {
        FigureView& view = panel.figure().view();
        const io::SceneRect cell = view.scene().cellRect(figure(), {row, column});
        QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier,
                          QPoint(qRound(cell.left + cell.width / 2), qRound(cell.top + cell.height / 2)));
    }
    std::uint32_t columnOf(const std::string& name) const {
        const auto study = session.study();
        for (std::uint32_t c = 0; c < study->descriptors.size(); ++c)
            if (study->descriptors[c].name == name)
                return c;
        FAIL("no descriptor " << name);
        return 0;
    }
};

} // namespace

TEST_CASE("The correlation panel shows phi of every pair, and over neurons r once that is asked for") {
    Shown shown;
    REQUIRE(shown.figure().matrix->rows() == kDescriptors);
    const auto study = shown.session.study();
    for (std::size_t r = 0; r < kDescriptors; ++r)
        for (std::size_t c = 0; c < kDescriptors; ++c) {
            if (r == c)
                continue;
            const stats::TernaryBits first(study->labels->column(shown.columnOf(shown.figure().matrix->rowNames[r])));
            const stats::TernaryBits second(
                study->labels->column(shown.columnOf(shown.figure().matrix->columnNames[c])));
            const auto phi = stats::phi(stats::crossTable(first, second));
            REQUIRE(shown.figure().matrix->at(r, c) == Approx(static_cast<float>(phi.value_or(NAN))));
        }
    shown.choose(pipeline::CorrelationView::Neurons);
    REQUIRE(waitFor([&shown] { return shown.figure().matrix && shown.figure().matrix->valueName == "r"; }));
    REQUIRE(shown.figure().matrix->at(0, 0) == 1.0F);
    shown.choose(pipeline::CorrelationView::Difference);
    REQUIRE(shown.figure().matrix->at(0, 0) == 0.0F);
    REQUIRE_FALSE(shown.panel.badge()->text().isEmpty());
}

TEST_CASE("A pair opens its table, whose cells list the sentences they count") {
    Shown shown;
    REQUIRE_FALSE(shown.panel.isPairShown());
    shown.pick(0, 2);
    REQUIRE(shown.panel.isPairShown());
    REQUIRE(waitFor([&] { return shown.panel.pair().cell(3).visibleRegion().boundingRect().height() > 8; }));
    const std::uint32_t first = shown.columnOf(shown.figure().matrix->rowNames[0]);
    const std::uint32_t second = shown.columnOf(shown.figure().matrix->columnNames[2]);
    REQUIRE(shown.session.selection().descriptor() == first);
    REQUIRE(shown.panel.pair().summary().contains(QStringLiteral("φ")));
    const auto study = shown.session.study();
    const stats::FourFold table = stats::crossTable(stats::TernaryBits(study->labels->column(first)),
                                                    stats::TernaryBits(study->labels->column(second)));
    const std::uint64_t counts[] = {table.both, table.first, table.second, table.neither};
    for (std::size_t cell = 0; cell < 4; ++cell) {
        QToolButton& button = shown.panel.pair().cell(cell);
        REQUIRE(button.text().startsWith(QLocale().toString(static_cast<qulonglong>(counts[cell]))));
        QTest::mouseClick(&button, Qt::LeftButton);
        const SentenceListModel& sentences = shown.panel.pair().sentences().sentences();
        REQUIRE(sentences.rowCount() == static_cast<int>(std::min<std::uint64_t>(counts[cell], 500)));
        for (int row = 0; row < sentences.rowCount(); ++row) {
            const SentenceId id = *sentences.idAt(row);
            REQUIRE((study->labels->at(id, first) == labels::Answer::Yes) == (cell / 2 == 0));
            REQUIRE((study->labels->at(id, second) == labels::Answer::Yes) == (cell % 2 == 0));
        }
    }
    shown.panel.pair().cell(0).setFocus();
    QTest::keyClick(&shown.panel.pair().cell(0), Qt::Key_Escape);
    REQUIRE_FALSE(shown.panel.isPairShown());
    REQUIRE_FALSE(shown.panel.figure().view().pickedCell());
}

TEST_CASE("A pair is picked by the keys alone, the diagonal closes it") {
    Shown shown;
    FigureView& view = shown.panel.figure().view();
    view.setFocus();
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Return})
        QTest::keyClick(&view, key);
    REQUIRE(shown.panel.isPairShown());
    REQUIRE(view.pickedCell() == io::FigureScene::Cell{0, 1});
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Return);
    REQUIRE_FALSE(shown.panel.isPairShown());
}

TEST_CASE("The pair that is open follows its descriptors when a job moves their columns") {
    Shown shown;
    shown.pick(0, 2);
    REQUIRE(shown.panel.isPairShown());
    const auto phi = [&shown] { return shown.panel.pair().summary().section(QLatin1Char('('), 0, 0); };
    const QString phiBefore = phi();
    const auto names = [&shown] {
        const io::FigureScene::Cell cell = *shown.panel.figure().view().pickedCell();
        return std::pair(shown.figure().matrix->rowNames[cell.row], shown.figure().matrix->columnNames[cell.column]);
    };
    const auto before = names();
    const std::uint32_t first = shown.columnOf(before.first);
    {
        auto other = store::Database::open(shown.scratch.file("study/study.neuroscribe"), store::OpenMode::ReadWrite);
        REQUIRE(other);
        REQUIRE(other->execute("UPDATE descriptor SET position = -position"));
    }
    shown.session.labelLexically({{QStringLiteral("sentence"), {}}});
    REQUIRE(waitFor([&] { return !shown.session.jobs().anyActive() && shown.columnOf(before.first) != first; }));
    REQUIRE(waitFor([&] { return shown.figure().matrix->rows() == kDescriptors + 1; }));
    REQUIRE(shown.panel.isPairShown());
    CHECK(names() == before);
    CHECK(phi() == phiBefore);
}

TEST_CASE("The correlation follows k only where neurons are shown") {
    Shown shown;
    shown.panel.grab();
    const int before = shown.panel.figure().view().drawings();
    tagging::Thresholds thresholds = shown.session.thresholds();
    thresholds.kMilli = 3000;
    shown.session.setThresholds(thresholds, app::Gesture::Commit);
    settle(shown.session);
    shown.panel.grab();
    REQUIRE(shown.panel.figure().view().drawings() == before);
    shown.choose(pipeline::CorrelationView::Neurons);
    REQUIRE(waitFor([&shown] { return shown.figure().matrix && shown.figure().matrix->valueName == "r"; }));
    const auto at3 = shown.figure().matrix->values;
    thresholds.kMilli = 10000;
    shown.session.setThresholds(thresholds, app::Gesture::Commit);
    REQUIRE(waitFor([&] { return shown.figure().matrix && shown.figure().matrix->values != at3; }));
}

TEST_CASE("Without labels the correlation says what to do") {
    ScratchFolder scratch;
    makeBareStudy(scratch.file("bare"));
    app::Session session;
    CorrelationPanel panel(session);
    panel.resize(500, 400);
    panel.show();
    session.openStudy(QString::fromStdString(scratch.file("bare")));
    REQUIRE(waitFor([&session] { return session.study() != nullptr; }));
    REQUIRE(waitFor([&panel] { return panel.recomputations() > 0; }));
    QString texts;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->isVisible())
            texts += label->text();
    REQUIRE(texts.contains(QStringLiteral("Label the sentences")));
    REQUIRE_FALSE(panel.figure().tools()->isEnabled());
}

TEST_CASE("The figure of the correlation speaks the person's language") {
    const test::Speaking german("de");
    Shown shown;
    REQUIRE(shown.figure().title == "Korrelation der Deskriptoren über Sätze");
    REQUIRE(shown.figure().table->columns[0] == "Deskriptor");
}
