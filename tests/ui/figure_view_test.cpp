#include "ui/plots/figure_view.h"

#include "core/io/figure_table.h"
#include "tests/core/io/made_figures.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"
#include "ui/models/figure_table_model.h"
#include "ui/models/format.h"
#include "ui/plots/figure_reading.h"
#include "ui/theme/theme.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/value_table.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>
#include <QToolButton>

using namespace neuroscribe;
using namespace neuroscribe::ui;

namespace {

std::shared_ptr<const io::Figure> shared(io::Figure figure) {
    return std::make_shared<const io::Figure>(std::move(figure));
}

/// Shown, so that it takes keys.
struct Shown {
    FigureView view;
    explicit Shown(io::Figure figure) {
        view.resize(520, 380);
        view.setFigure(shared(std::move(figure)));
        view.show();
        REQUIRE(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
    }
    QPoint middleOf(io::FigureScene::Cell cell) const {
        const io::SceneRect rect = view.scene().cellRect(view.figure(), cell);
        return {static_cast<int>(rect.left + rect.width / 2), static_cast<int>(rect.top + rect.height / 2)};
    }
};

} // namespace

TEST_CASE("The whole caption stands below the table, and a screen reader hears it there") {
    auto figure = std::make_shared<io::Figure>(test::matrix());
    figure->caption = "what is drawn";
    for (int i = 0; i < 12; ++i)
        figure->notes.push_back("note " + std::to_string(i));
    figure->parameters = {{"k", "1 %"}};
    FigurePane pane;
    pane.resize(260, 220);
    pane.setFigure(figure);
    pane.show();
    QTest::keyClick(&pane.view(), Qt::Key_T);
    REQUIRE(pane.isShowingTable());
    const QString whole = wholeCaption(*figure);
    CHECK(pane.tableCaption().text() == whole);
    CHECK(whole.contains(QStringLiteral("note 11")));
    CHECK(whole.contains(QStringLiteral("k = 1 %")));
    CHECK(pane.table().accessibleDescription() == whole);
    CHECK(pane.table().height() > pane.height() / 3); // the caption scrolls
    CHECK(pane.view().accessibleDescription().contains(QStringLiteral("note 11")));
}

TEST_CASE("The cursor of a figure goes from point to point and reads out every series, gaps as undefined") {
    Shown shown(test::gappedLines());
    REQUIRE(shown.view.reading().isEmpty());
    QTest::keyClick(&shown.view, Qt::Key_Right);
    REQUIRE(shown.view.reading() == QStringLiteral("threshold t 0 · SD 0.1 to 0.5 · precision 0.25"));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QTest::keyClick(&shown.view, Qt::Key_Right);
    REQUIRE(shown.view.reading() == QStringLiteral("threshold t 2 · precision ") + undefinedText());
    QTest::keyClick(&shown.view, Qt::Key_End);
    REQUIRE(shown.view.reading().startsWith(QStringLiteral("threshold t 5")));
    QTest::keyClick(&shown.view, Qt::Key_Right);
    REQUIRE(shown.view.reading().startsWith(QStringLiteral("threshold t 5")));
    QTest::keyClick(&shown.view, Qt::Key_Home);
    REQUIRE(shown.view.reading().startsWith(QStringLiteral("threshold t 0")));
}

TEST_CASE("A screen reader hears of a figure what it is and then what stands at the cursor") {
    Shown shown(test::matrix());
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&shown.view);
    REQUIRE(spoken->role() == QAccessible::Chart);
    REQUIRE(spoken->text(QAccessible::Name) == QStringLiteral("Correlation of descriptors"));
    REQUIRE(spoken->text(QAccessible::Description).contains(QStringLiteral("arrow keys")));
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QTest::keyClick(&shown.view, Qt::Key_Down);
    REQUIRE(spoken->text(QAccessible::Description) == QStringLiteral("sound & noise · taste: phi -0.5"));
}

TEST_CASE("A cell of a matrix is picked by a click and by Enter at the cursor") {
    Shown shown(test::matrix());
    QSignalSpy picked(&shown.view, &FigureView::cellPicked);
    QTest::mouseClick(&shown.view, Qt::LeftButton, Qt::NoModifier, shown.middleOf({2, 1}));
    REQUIRE(picked.takeFirst() ==
            QVariantList{QVariant::fromValue(std::size_t{2}), QVariant::fromValue(std::size_t{1})});
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(picked.takeFirst() ==
            QVariantList{QVariant::fromValue(std::size_t{1}), QVariant::fromValue(std::size_t{1})});
}

TEST_CASE("The point of a landscape is dragged, and chosen where it is let go or by Enter") {
    Shown shown(test::landscape());
    QSignalSpy moved(&shown.view, &FigureView::pointMoved);
    QSignalSpy chosen(&shown.view, &FigureView::pointChosen);
    const io::FigureScene& scene = shown.view.scene();
    const auto at = [&scene](double x, double y) { return QPoint(qRound(scene.x.place(x)), qRound(scene.y.place(y))); };
    QTest::mousePress(&shown.view, Qt::LeftButton, Qt::NoModifier, at(0.35, 1));
    QTest::mouseMove(&shown.view, at(0.2, 3));
    REQUIRE(moved.last()[0].toDouble() == Approx(0.2).margin(0.002));
    REQUIRE(chosen.isEmpty());
    QTest::mouseRelease(&shown.view, Qt::LeftButton, Qt::NoModifier, at(0.4, 0.3));
    const QVariantList let = chosen.takeFirst();
    REQUIRE(let[0].toDouble() == Approx(0.4).margin(0.002));
    REQUIRE(let[1].toDouble() == Approx(0.3).margin(0.01));
    QTest::keyClick(&shown.view, Qt::Key_Right); // row 0 is at the bottom: Up goes to more k
    QTest::keyClick(&shown.view, Qt::Key_Up);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    REQUIRE(chosen.takeFirst() == QVariantList{0.0, 1.0});
}

TEST_CASE("A point that is being dragged stays where it is when its figure is hidden") {
    Shown shown(test::landscape());
    QSignalSpy moved(&shown.view, &FigureView::pointMoved);
    QSignalSpy chosen(&shown.view, &FigureView::pointChosen);
    const io::FigureScene& scene = shown.view.scene();
    const auto at = [&scene](double x, double y) { return QPoint(qRound(scene.x.place(x)), qRound(scene.y.place(y))); };
    QTest::mousePress(&shown.view, Qt::LeftButton, Qt::NoModifier, at(0.35, 1));
    QTest::mouseMove(&shown.view, at(0.2, 3));
    shown.view.hide();
    REQUIRE(chosen.size() == 1);
    REQUIRE(chosen[0] == moved.last());
    shown.view.show();
    const auto before = moved.size();
    QTest::mouseMove(&shown.view, at(0.4, 0.3));
    REQUIRE(moved.size() == before);
}

TEST_CASE("A figure follows a change of palette, and moving the pointer draws it only once") {
    Shown shown(test::gappedLines());
    shown.view.grab();
    const int before = shown.view.drawings();
    for (int x = 100; x < 300; x += 20) {
        QTest::mouseMove(&shown.view, {x, 150});
        shown.view.grab();
    }
    REQUIRE(shown.view.drawings() == before);
    const QRgb light = shown.view.grab().toImage().pixel(2, 2);
    shown.view.setPalette(Theme::of(ThemeMode::Dark).palette());
    const QRgb dark = shown.view.grab().toImage().pixel(2, 2);
    REQUIRE(shown.view.drawings() == before + 1);
    REQUIRE(dark == Theme::of(ThemeMode::Dark).pane.rgb());
    REQUIRE(light != dark);
}

TEST_CASE("The pointer reads out the nearest point") {
    Shown shown(test::gappedLines());
    QSignalSpy pointed(&shown.view, &FigureView::pointed);
    const io::FigureScene& scene = shown.view.scene();
    QTest::mouseMove(&shown.view, QPoint(qRound(scene.x.place(3.2)), qRound(scene.plot.top + 20)));
    REQUIRE(pointed.last()[0].toString() == QStringLiteral("threshold t 3 · SD 0.3 to 0.7 · precision 0.5"));
}

TEST_CASE("A figure is written as SVG, PDF, PNG and CSV, on light paper whatever the theme") {
    const test::ScratchFolder folder;
    FigureView view;
    view.setPalette(Theme::of(ThemeMode::Dark).palette());
    view.setFigure(shared(test::matrix()));
    const auto path = [&folder](const char* name) { return QString::fromStdString(folder.file(name)); };
    REQUIRE(view.exportTo(path("a.svg"), FigureFormat::Svg, 1));
    REQUIRE(view.exportTo(path("a.pdf"), FigureFormat::Pdf, 1));
    REQUIRE(view.exportTo(path("a.png"), FigureFormat::Png, 1));
    REQUIRE(view.exportTo(path("b.png"), FigureFormat::Png, 2));
    REQUIRE(view.exportTo(path("a.csv"), FigureFormat::Csv, 1));
    REQUIRE(QSvgRenderer(path("a.svg")).isValid());
    REQUIRE(test::readFile(folder.file("a.pdf")).starts_with("%PDF"));
    const QImage once(path("a.png")), twice(path("b.png"));
    REQUIRE(twice.size() == once.size() * 2);
    REQUIRE(once.pixel(1, 1) == Theme::of(ThemeMode::Light).pane.rgb());
    REQUIRE(test::readFile(folder.file("a.csv")) == io::figureCsv(test::matrix()));
    REQUIRE(view.exportTo(path("no/such/folder/a.csv"), FigureFormat::Csv, 1).error().code == ErrorCode::Io);
}

TEST_CASE("T shows the table twin and gives it the keys, the same values in it") {
    FigurePane pane;
    pane.resize(520, 380);
    pane.setFigure(shared(test::bars()));
    pane.show();
    REQUIRE(QTest::qWaitForWindowExposed(&pane));
    pane.view().setFocus();
    QTest::keyClick(&pane.view(), Qt::Key_T);
    REQUIRE(pane.isShowingTable());
    REQUIRE(pane.table().hasFocus());
    REQUIRE(pane.model().columnCount() == 5);
    REQUIRE(pane.model().index(0, 1).data().toString() == QStringLiteral("0.5"));
    REQUIRE(pane.model().index(1, 1).data().toString() == undefinedText());
    auto* button = pane.findChild<QToolButton*>();
    REQUIRE(button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE_FALSE(pane.isShowingTable());
}

TEST_CASE("The twin sorts by value either way, undefined last") {
    FigureTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(io::figureTable(test::bars()));
    const QPersistentModelIndex second = model.index(1, 0);
    model.sort(1, Qt::DescendingOrder);
    REQUIRE(model.index(0, 1).data().toString() == QStringLiteral("0.5"));
    REQUIRE(model.index(2, 1).data().toString() == undefinedText());
    REQUIRE(second.row() == 2);
    model.sort(1, Qt::AscendingOrder);
    REQUIRE(model.index(0, 1).data().toString() == QStringLiteral("0.25"));
    REQUIRE(model.index(2, 1).data().toString() == undefinedText());
    model.setTable(io::figureTable(test::bars())); // the figure has been drawn anew
    REQUIRE(model.index(0, 1).data().toString() == QStringLiteral("0.25"));
    REQUIRE(model.index(2, 1).data().toString() == undefinedText());
    model.setTable(io::figureTable(test::matrix()));
    model.sort(0, Qt::AscendingOrder);
    REQUIRE(model.rowCount() == 3);
}

TEST_CASE("A pane without a figure says why, and has nothing to export") {
    FigurePane pane;
    pane.setFigure(shared(test::bars()));
    pane.showTable(true);
    pane.showEmpty(QStringLiteral("No labels yet"), QStringLiteral("Study > Label"));
    REQUIRE_FALSE(pane.isShowingTable());
    REQUIRE_FALSE(pane.tools()->isEnabled());
    pane.setFigure(shared(test::bars()));
    REQUIRE(pane.isShowingTable());
}
