#include "ui/plots/heat_map_view.h"

#include "core/base/random.h"
#include "tests/support/catch.h"
#include "tests/ui/made_figure.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace neuroscribe;
using namespace neuroscribe::ui;
using test::cellOf;
using test::coldFigure;

namespace {

std::shared_ptr<const HeatMapFigure> shared(HeatMapFigure figure) {
    return std::make_shared<const HeatMapFigure>(std::move(figure));
}

struct Hot {
    std::uint32_t row, column;
};

/// 9,216 x 26 with a hundred isolated hot cells.
std::vector<Hot> warm(HeatMapFigure& figure) {
    Random random(7);
    std::vector<Hot> cells;
    for (int i = 0; i < 100; ++i) {
        const Hot hot{static_cast<std::uint32_t>(random.below(figure.neurons)),
                      static_cast<std::uint32_t>(random.below(figure.descriptors))};
        cellOf(figure, hot.row, hot.column) = 1;
        cells.push_back(hot);
    }
    return cells;
}

} // namespace

TEST_CASE("No hot cell is hidden in the picture at 1x, 1.25x and 2x") {
    HeatMapFigure figure = coldFigure(9216, 26, 768);
    const std::vector<Hot> cells = warm(figure);
    const double ratio = GENERATE(1.0, 1.25, 2.0);
    const Theme theme = Theme::of(ThemeMode::Light);
    const HeatTags tags;
    const HeatMapWindow window = HeatMapWindow::whole(figure);
    const HeatMapLayout layout = layoutHeatMap(figure, {1000, 700}, ratio, QApplication::font());
    REQUIRE(layout.isUsable());
    const QImage picture = drawHeatMap({figure, tags, window, layout, theme, QApplication::font()});
    REQUIRE(picture.size() == layout.size);
    const QRgb hottest = heat::colorOf(figure.scale, 1);
    for (const Hot& hot : cells) {
        const int top = static_cast<int>(std::floor(layout.y(window, hot.row)));
        const int bottom = static_cast<int>(std::ceil(layout.y(window, hot.row + 1.0)));
        const int x = static_cast<int>((layout.x(window, hot.column) + layout.x(window, hot.column + 1.0)) / 2);
        bool found = false;
        for (int y = top; y <= bottom && y <= layout.cells.bottom(); ++y)
            found |= (picture.pixel(x, y) | 0xFF000000U) == hottest;
        INFO("row " << hot.row << " column " << hot.column << " at " << ratio);
        CHECK(found);
    }
}

TEST_CASE("What the widget puts on screen has every hot cell") {
    HeatMapFigure figure = coldFigure(9216, 26, 768);
    const std::vector<Hot> cells = warm(figure);
    const double ratio = GENERATE(1.0, 1.25, 2.0);
    HeatMapView view;
    view.resize(900, 650);
    view.setFigure(shared(figure));
    QImage screen(QSizeF(view.size() * ratio).toSize(), QImage::Format_RGB32);
    screen.setDevicePixelRatio(ratio);
    view.render(&screen);
    // Offscreen the widget itself has 1x; what is checked is that putting it on a scaled screen loses no cell.
    const HeatMapLayout layout = view.currentLayout();
    const QRgb hottest = heat::colorOf(figure.scale, 1);
    for (const Hot& hot : cells) {
        const double x = (layout.x(view.window(), hot.column) + layout.x(view.window(), hot.column + 1.0)) / 2;
        const double y = layout.y(view.window(), hot.row);
        bool found = false;
        for (int dy = -2; dy <= 2; ++dy)
            found |=
                (screen.pixel(static_cast<int>(x * ratio), static_cast<int>(y * ratio) + dy) | 0xFF000000U) == hottest;
        INFO("row " << hot.row << " column " << hot.column << " at " << ratio);
        CHECK(found);
    }
}

TEST_CASE("Undefined cells and excluded columns have no shade of the map") {
    HeatMapFigure figure = coldFigure(40, 4, 20);
    cellOf(figure, 3, 1) = std::numeric_limits<float>::quiet_NaN();
    figure.activeColumns = 3;
    const Theme theme = Theme::of(ThemeMode::Light);
    const HeatTags tags;
    const HeatMapWindow window = HeatMapWindow::whole(figure);
    const HeatMapLayout layout = layoutHeatMap(figure, {600, 500}, 1, QApplication::font());
    const QImage picture = drawHeatMap({figure, tags, window, layout, theme, QApplication::font()});
    const auto at = [&](double row, double column) {
        return picture.pixel(static_cast<int>(layout.x(window, column)), static_cast<int>(layout.y(window, row)));
    };
    CHECK(at(3.5, 1.5) == theme.undefinedCell.rgb());
    CHECK(at(4.5, 1.5) == heat::colorOf(figure.scale, 0));
    std::set<QRgb> shades;
    for (double row = 0.5; row < 40; row += 0.25)
        shades.insert(at(row, 3.5));
    CHECK(shades.count(heat::colorOf(figure.scale, 0)) == 0);
    CHECK(shades.size() > 1); // hatched: told apart without colour
}

TEST_CASE("A new selection repaints the marks alone, a new palette redraws the picture") {
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(coldFigure(100, 6, 50)));
    view.grab();
    CHECK(view.drawings() == 1);
    const QImage before = view.grab().toImage();
    view.setSelection(NeuronId{30}, 2);
    const QImage after = view.grab().toImage();
    CHECK(before != after);
    CHECK(view.drawings() == 1);
    view.setPalette(Theme::of(ThemeMode::Dark).palette());
    view.grab();
    CHECK(view.drawings() == 2);
    CHECK(view.picture().pixel(0, 0) == Theme::of(ThemeMode::Dark).pane.rgb());
}

TEST_CASE("A click tells which neuron and descriptor lie under the pointer") {
    HeatMapFigure figure = coldFigure(10, 5, 5);
    std::reverse(figure.rows.begin(), figure.rows.end());
    std::swap(figure.columns[0], figure.columns[4]);
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(figure));
    QSignalSpy picked(&view, &HeatMapView::cellPicked);
    const HeatMapLayout layout = view.currentLayout();
    const QPointF place(layout.x(view.window(), 0.5), layout.y(view.window(), 3.5));
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, place.toPoint());
    REQUIRE(picked.size() == 1);
    CHECK(picked[0][0].value<NeuronId>() == NeuronId{6});
    CHECK(picked[0][1].toUInt() == 4);
}

TEST_CASE("The wheel zooms rows about the pointer, with Ctrl columns, a double click shows everything") {
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(coldFigure(1000, 26, 500)));
    const HeatMapWindow whole = view.window();
    const QRect cells = view.currentLayout().cells;
    const auto wheel = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(cells.center(), view.mapToGlobal(QPointF(cells.center())), {}, {0, 120}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    };
    wheel(Qt::NoModifier);
    CHECK(view.window().rowsShown() < whole.rowsShown());
    CHECK(view.window().columnsShown() == whole.columnsShown());
    CHECK((view.window().firstRow + view.window().lastRow) / 2 == Approx(500).margin(3));
    wheel(Qt::ControlModifier);
    CHECK(view.window().columnsShown() < whole.columnsShown());
    QTest::mouseDClick(&view, Qt::LeftButton, Qt::NoModifier, cells.center());
    CHECK(view.window() == whole);
}

TEST_CASE("A drag pans and selects nothing") {
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(coldFigure(1000, 26, 500)));
    view.zoomRows(0.1);
    const HeatMapWindow before = view.window();
    QSignalSpy picked(&view, &HeatMapView::cellPicked);
    const QPoint middle = view.currentLayout().cells.center();
    QTest::mousePress(&view, Qt::LeftButton, Qt::NoModifier, middle);
    QTest::mouseMove(&view, middle + QPoint(0, 50));
    QTest::mouseRelease(&view, Qt::LeftButton, Qt::NoModifier, middle + QPoint(0, 50));
    CHECK(view.window().firstRow < before.firstRow);
    CHECK(view.window().rowsShown() == Approx(before.rowsShown()));
    CHECK(picked.isEmpty());
}

TEST_CASE("A drag ends when the map is hidden") {
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(coldFigure(1000, 26, 500)));
    view.show();
    view.zoomRows(0.1);
    const QPoint middle = view.currentLayout().cells.center();
    QTest::mousePress(&view, Qt::LeftButton, Qt::NoModifier, middle);
    QTest::mouseMove(&view, middle + QPoint(0, 50));
    view.hide();
    view.show();
    const HeatMapWindow before = view.window();
    QTest::mouseMove(&view, middle - QPoint(0, 90));
    CHECK(view.window() == before);
    CHECK(view.cursor().shape() != Qt::ClosedHandCursor);
}

TEST_CASE("What is read out follows the figure, under the pointer and at the cursor") {
    HeatMapView view;
    view.resize(600, 500);
    QString value = QStringLiteral("old");
    view.setDescriber([&value](NeuronId, std::uint32_t) { return value; });
    view.setFigure(shared(coldFigure(100, 6, 50)));
    QSignalSpy pointed(&view, &HeatMapView::cellPointed);
    QTest::keyClick(&view, Qt::Key_Down);
    CHECK(pointed.last()[0].toString() == QStringLiteral("old"));
    value = QStringLiteral("new");
    view.setFigure(shared(coldFigure(100, 6, 50)));
    CHECK(pointed.last()[0].toString() == QStringLiteral("new"));
    value = QStringLiteral("tagged");
    view.setTags(std::make_shared<HeatTags>());
    CHECK(pointed.last()[0].toString() == QStringLiteral("tagged"));
}

TEST_CASE("Another number of columns leaves the rows in view, and the other way round") {
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(coldFigure(1000, 26, 500)));
    view.zoomRows(0.1);
    const HeatMapWindow before = view.window();
    view.setFigure(shared(coldFigure(1000, 25, 500)));
    CHECK(view.window().firstRow == before.firstRow);
    CHECK(view.window().lastRow == before.lastRow);
    CHECK(view.window().columnsShown() == 25);
    view.setFigure(shared(coldFigure(900, 25, 450)));
    CHECK(view.window() == HeatMapWindow::whole(view.figure()));
}

TEST_CASE("The keyboard reaches every cell, keeps it in view and opens its neuron") {
    HeatMapView view;
    view.resize(600, 500);
    view.setFigure(shared(coldFigure(1000, 26, 500)));
    view.setDescriber([](NeuronId neuron, std::uint32_t descriptor) {
        return QStringLiteral("%1 and %2").arg(neuron.value).arg(descriptor);
    });
    QSignalSpy opened(&view, &HeatMapView::neuronOpened), pointed(&view, &HeatMapView::cellPointed);
    QTest::keyClick(&view, Qt::Key_Down); // shows the cursor
    REQUIRE(view.cursorCell() == HeatCell{0, 0});
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Right);
    CHECK(view.cursorCell() == HeatCell{1, 1});
    CHECK(pointed.last()[0].toString().toStdString() == "1 and 1");
    CHECK(view.accessibleDescription().toStdString() == "1 and 1");
    QTest::keyClick(&view, Qt::Key_End);
    CHECK(view.cursorCell() == HeatCell{1, 25});
    QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
    CHECK(view.cursorCell() == HeatCell{999, 25});
    QTest::keyClick(&view, Qt::Key_Plus);
    QTest::keyClick(&view, Qt::Key_PageUp);
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    CHECK(view.cursorCell() == HeatCell{0, 25});
    CHECK(view.window().firstRow == 0);
    QTest::keyClick(&view, Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].value<NeuronId>() == NeuronId{0});
}

TEST_CASE("An empty figure is drawn and asked without harm") {
    HeatMapView view;
    view.resize(600, 500);
    view.grab();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::mouseClick(&view, Qt::LeftButton, Qt::NoModifier, {300, 250});
    view.setFigure(shared(coldFigure(10, 3, 5)));
    view.resize(40, 30); // no room for anything
    view.grab();
    CHECK_FALSE(view.currentLayout().isUsable());
}
