// Marks of tags in the cells of the heat map: which cells carry one, how it looks, and that it follows the thresholds.
#include "tests/support/catch.h"
#include "tests/ui/made_figure.h"
#include "tests/ui/small_study.h"
#include "ui/panels/heat_map_panel.h"
#include "ui/panels/heat_map_tools.h"
#include "ui/plots/heat_map_builder.h"
#include "ui/plots/heat_map_export.h"
#include "ui/plots/heat_map_painter.h"
#include "ui/plots/heat_map_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using tagging::TagMark;

namespace {

constexpr QSize kSize{700, 560};

double luminance(const QColor& color) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

HeatTags noTags(const HeatMapFigure& figure) {
    HeatTags tags;
    tags.counts.assign(figure.descriptors, 0);
    tags.marks.assign(figure.shown.size(), TagMark::None);
    return tags;
}

/// 12 x 4 with a mark of each kind in column 1, rows 1 to 3.
struct Marked {
    HeatMapFigure figure = coldFigure(12, 4, 6);
    HeatTags tags = noTags(figure);
    HeatMapWindow window = HeatMapWindow::whole(figure);
    explicit Marked(float value = 0) {
        std::fill(figure.shown.begin(), figure.shown.end(), value);
        tags.marks[1 * 4 + 1] = TagMark::Solid;
        tags.marks[2 * 4 + 1] = TagMark::Hollow;
        tags.marks[3 * 4 + 1] = TagMark::Unknown;
    }
    QImage drawn(const Theme& theme, const HeatTags& shown) const {
        const HeatMapLayout layout = layoutHeatMap(figure, kSize, 1, QApplication::font());
        const HeatMapPainting painting{figure, shown, window, layout, theme, QApplication::font()};
        QImage image = drawHeatMap(painting);
        QPainter painter(&image);
        paintTags(painter, painting, MarkDrawing::Raster);
        return image;
    }
    QRect cell(int row, int column) const {
        const HeatMapLayout layout = layoutHeatMap(figure, kSize, 1, QApplication::font());
        const QPoint first(static_cast<int>(std::ceil(layout.x(window, column))),
                           static_cast<int>(std::ceil(layout.y(window, row))));
        const QPoint last(static_cast<int>(layout.x(window, column + 1.0)) - 1,
                          static_cast<int>(layout.y(window, row + 1.0)) - 1);
        return {first, last};
    }
};

} // namespace

TEST_CASE("A tag's cell carries its mark and no other cell changes, in every theme") {
    const Theme theme = Theme::of(
        GENERATE(ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrastLight, ThemeMode::HighContrastDark));
    const Marked marked(GENERATE(0.0F, 0.3F, 1.0F));
    const QImage plain = marked.drawn(theme, noTags(marked.figure)), image = marked.drawn(theme, marked.tags);
    for (int row = 0; row < 12; ++row)
        for (int column = 0; column < 4; ++column) {
            const QRect cell = marked.cell(row, column);
            const bool expected = column == 1 && row >= 1 && row <= 3;
            INFO("row " << row << " column " << column);
            CHECK((plain.copy(cell) != image.copy(cell)) == expected);
            const QColor ground = plain.pixelColor(cell.center() + QPoint(9, 0));
            CHECK(image.pixelColor(cell.center() + QPoint(9, 0)) == ground); // the shade stays in view around it
        }
    CHECK(image.pixelColor(marked.cell(1, 1).center()) == theme.text);
    CHECK(image.pixelColor(marked.cell(2, 1).center()) == theme.pane);
    CHECK(image.copy(marked.cell(3, 1)) != image.copy(marked.cell(1, 1)));
}

TEST_CASE("One tone of a mark stands out from every colour of every map, and its middle tells solid from hollow") {
    const Theme theme = Theme::of(
        GENERATE(ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrastLight, ThemeMode::HighContrastDark));
    CHECK(contrast(theme.text, theme.pane) >= 7);
    for (const auto map : {heat::ColorScale::Map::Viridis, heat::ColorScale::Map::Cividis, heat::ColorScale::Map::Grey,
                           heat::ColorScale::Map::BlueRed, heat::ColorScale::Map::BlueRedDark}) {
        heat::ColorScale scale;
        scale.map = map;
        for (int step = 0; step <= 100; ++step) {
            const QColor color = QColor::fromRgb(heat::colorOf(scale, static_cast<float>(step) / 100));
            CHECK(std::max(contrast(color, theme.text), contrast(color, theme.pane)) >= 3);
        }
    }
}

TEST_CASE("Cells that are too small for a mark carry none, and zooming in brings them") {
    HeatMapFigure figure = coldFigure(500, 4, 100);
    HeatTags tags = noTags(figure);
    std::fill(tags.marks.begin(), tags.marks.end(), TagMark::Solid);
    const HeatMapLayout layout = layoutHeatMap(figure, kSize, 1, QApplication::font());
    const Theme theme = Theme::of(ThemeMode::Light);
    const auto cells = [&](const HeatMapWindow& window) {
        const HeatMapPainting painting{figure, tags, window, layout, theme, QApplication::font()};
        QImage image = drawHeatMap(painting);
        const QImage before = image.copy(layout.cells);
        QPainter painter(&image);
        paintTags(painter, painting, MarkDrawing::Raster);
        painter.end();
        return std::pair(marksFit(painting), before != image.copy(layout.cells));
    };
    const HeatMapWindow whole = HeatMapWindow::whole(figure);
    CHECK(cells(whole) == std::pair(false, false));
    CHECK(cells(whole.zoomedRows(figure, 0.05, 0.5)) == std::pair(true, true));
}

TEST_CASE("A vector picture has the marks of the tags in view, and none where they are switched off") {
    const Marked marked;
    const auto circles = [&](const HeatTags& tags) {
        const auto svg = heatMapPicture(marked.figure, tags, marked.window, kSize, Theme::of(ThemeMode::Light),
                                        QApplication::font(), QStringLiteral("title"), FigureFormat::Svg);
        REQUIRE(svg);
        return svg->count("<circle") + svg->count("<ellipse");
    };
    HeatTags off;
    off.counts = marked.tags.counts;
    CHECK(circles(off) == 0);
    const auto legend = circles(noTags(marked.figure));
    CHECK(legend == 2 + 3); // a solid mark is two discs, a hollow one three
    CHECK(circles(marked.tags) - legend == 2 + 3 + 2);
}

TEST_CASE(
    "The heat map marks the tagger's tags, follows the thresholds without a new picture, and can be told not to") {
    ScratchFolder scratch;
    app::Session session;
    makeSmallStudy(scratch.file("study"));
    openAndSettle(session, scratch.file("study"));
    HeatMapPanel panel(session);
    panel.resize(700, 600);
    panel.show();
    settle(session);
    const auto checkMarks = [&] {
        tagging::Tagger& tagger = *session.tagger();
        const HeatTags& tags = panel.view().tags();
        const double alpha = tagger.thresholds().alphaMicro / 1e6;
        REQUIRE(tags.marks.size() == std::size_t{kLayers} * kUnits * kDescriptors);
        std::size_t solid = 0;
        for (std::uint32_t neuron = 0; neuron < kLayers * kUnits; ++neuron)
            for (std::uint32_t c = 0; c < kDescriptors; ++c) {
                const tagging::Cell cell = tagger.cell(NeuronId{neuron}, c);
                const TagMark mark = tags.marks[std::size_t{neuron} * kDescriptors + c];
                CHECK((mark != TagMark::None) == cell.tagged);
                CHECK((mark == TagMark::Solid) == (cell.tagged && cell.q && *cell.q < alpha));
                solid += mark == TagMark::Solid;
            }
        CHECK(tags.counts == tagger.summary().neuronsByDescriptor);
        return solid;
    };
    panel.view().grab();
    const int drawings = panel.view().drawings();
    CHECK(checkMarks() > 0);
    auto lower = session.thresholds();
    lower.tMilli = 20;
    session.setThresholds(lower, app::Gesture::Live);
    settle(session);
    const std::size_t solid = checkMarks();
    lower.alphaMicro = 1'000'000; // now nearly every tag is solid
    session.setThresholds(lower, app::Gesture::Live);
    settle(session);
    CHECK(checkMarks() > solid);
    panel.view().grab();
    CHECK(panel.view().drawings() == drawings);

    const QImage with = panel.view().grab().toImage();
    auto* box = panel.findChild<QCheckBox*>(QStringLiteral("markTags"));
    REQUIRE(box);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    CHECK_FALSE(panel.tools().tagsMarked());
    CHECK(panel.view().tags().marks.empty());
    CHECK(panel.view().grab().toImage() != with);
    CHECK(panel.view().drawings() == drawings);
}

TEST_CASE("The words of a cell tell what its mark does") {
    ScratchFolder scratch;
    app::Session session;
    makeSmallStudy(scratch.file("study"));
    openAndSettle(session, scratch.file("study"));
    HeatMapPanel panel(session);
    panel.resize(700, 600);
    panel.show();
    settle(session);
    auto lower = session.thresholds();
    lower.tMilli = 20;
    session.setThresholds(lower, app::Gesture::Commit);
    settle(session);
    const HeatMapFigure& figure = panel.view().figure();
    for (std::uint32_t row = 0; row < figure.rows.size(); ++row)
        for (std::uint32_t column = 0; column < figure.columns.size(); ++column) {
            panel.view().setCursorCell({row, column});
            const QString text = panel.view().accessibleDescription();
            const std::size_t cell = std::size_t{figure.rows[row].value} * kDescriptors + figure.columns[column];
            const TagMark mark = panel.view().tags().marks[cell];
            CHECK(text.contains(QStringLiteral("(solid tag)")) == (mark == TagMark::Solid));
            CHECK(text.contains(QStringLiteral("(hollow tag)")) == (mark == TagMark::Hollow));
        }
}
