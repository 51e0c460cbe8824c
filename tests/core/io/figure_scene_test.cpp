#include "core/io/figure_scene.h"

#include <algorithm>

#include "core/heat/colormap.h"
#include "tests/core/io/made_figures.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::test;

namespace {

template <class Item>
std::vector<Item> itemsOf(const io::FigureScene& scene) {
    std::vector<Item> items;
    for (const io::SceneItem& item : scene.items)
        if (const auto* found = std::get_if<Item>(&item))
            items.push_back(*found);
    return items;
}

std::vector<std::string> textsOf(const io::FigureScene& scene) {
    std::vector<std::string> texts;
    for (const auto& text : itemsOf<io::SceneText>(scene))
        texts.push_back(text.text);
    return texts;
}

bool has(const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

} // namespace

TEST_CASE("a line stops at an undefined value, and a value alone between two is a dot") {
    const io::FigureScene scene = io::layOut(gappedLines(), io::paperStyle());
    std::vector<io::SceneLine> lines;
    for (const auto& line : itemsOf<io::SceneLine>(scene))
        if (line.role == io::SceneRole::First && line.clipped)
            lines.push_back(line);
    REQUIRE(lines.size() == 1);
    REQUIRE(lines[0].places.size() == 2);
    REQUIRE(lines[0].places[1].x == Approx(scene.x.place(1)));
    REQUIRE(lines[0].places[1].y == Approx(scene.y.place(0.5)));
    const auto dots = itemsOf<io::SceneDot>(scene);
    REQUIRE(dots.size() == 2);
    REQUIRE(dots[0].at.x == Approx(scene.x.place(3)));
    REQUIRE(dots[1].at.x == Approx(scene.x.place(5)));
}

TEST_CASE("an undefined bar is not drawn, and bars of two series do not lie on each other") {
    const io::FigureScene scene = io::layOut(bars(), io::paperStyle());
    std::vector<io::SceneArea> areas;
    for (const auto& area : itemsOf<io::SceneArea>(scene))
        if (area.clipped)
            areas.push_back(area);
    REQUIRE(areas.size() == 5);
    std::vector<std::pair<double, double>> spans;
    for (const auto& area : areas)
        spans.emplace_back(area.outline[0].x, area.outline[1].x);
    std::sort(spans.begin(), spans.end());
    for (std::size_t i = 1; i < spans.size(); ++i)
        REQUIRE(spans[i].first >= spans[i - 1].second - 1e-9);
    for (const auto& area : areas)
        REQUIRE(area.outline[2].y == Approx(scene.plot.bottom()));
}

TEST_CASE("an axis maps values to places and back, also by powers of ten") {
    const io::AxisMap plain({"", 0, 0.6, false, {}}, 10, 130);
    REQUIRE(plain.place(0.3) == Approx(70));
    REQUIRE(plain.value(plain.place(0.17)) == Approx(0.17));
    const io::AxisMap powers({"", 0.1, 10, true, {}}, 200, 0);
    REQUIRE(powers.place(1) == Approx(100));
    REQUIRE(powers.value(powers.place(0.7)) == Approx(0.7));
}

TEST_CASE("a place on a matrix finds its cell, and the cell its place") {
    for (const io::Figure& figure : {matrix(), landscape()}) {
        const io::FigureScene scene = io::layOut(figure, io::paperStyle());
        for (std::size_t r = 0; r < figure.matrix->rows(); ++r)
            for (std::size_t c = 0; c < figure.matrix->columns(); ++c) {
                const io::SceneRect rect = scene.cellRect(figure, {r, c});
                // The cells at the edge of a landscape show one half of themselves.
                const io::ScenePlace inside{
                    std::clamp(rect.left + rect.width / 2, scene.plot.left + 1, scene.plot.right() - 1),
                    std::clamp(rect.top + rect.height / 2, scene.plot.top + 1, scene.plot.bottom() - 1)};
                REQUIRE(scene.cellAt(figure, inside) == io::FigureScene::Cell{r, c});
            }
        REQUIRE_FALSE(scene.cellAt(figure, {scene.plot.left - 1, scene.plot.top + 1}));
    }
}

TEST_CASE("a landscape has the low row at the bottom and its cells around their values") {
    const io::Figure figure = landscape();
    const io::FigureScene scene = io::layOut(figure, io::paperStyle());
    const io::SceneRect first = scene.cellRect(figure, {0, 0});
    REQUIRE(first.left + first.width / 2 == Approx(scene.x.place(0)));
    REQUIRE(first.top + first.height / 2 == Approx(scene.y.place(0.1)));
    const io::SceneRect inner = scene.cellRect(figure, {1, 2});
    REQUIRE(inner.left + inner.width / 2 == Approx(scene.x.place(0.4)));
    REQUIRE(inner.top + inner.height / 2 == Approx(scene.y.place(1)));
}

TEST_CASE("cells that share a pixel keep the correlation that is farthest from 0") {
    io::Figure figure = matrix();
    constexpr std::size_t kCount = 900;
    figure.matrix->rowNames = figure.matrix->columnNames = std::vector<std::string>(kCount, "d");
    figure.matrix->values.assign(kCount * kCount, 0.0F);
    figure.matrix->values[411 * kCount + 700] = -0.9F;
    const io::FigureScene scene = io::layOut(figure, io::paperStyle());
    const auto grid = itemsOf<io::SceneGrid>(scene).front();
    REQUIRE(grid.columns < kCount);
    const std::uint32_t color = heat::colorOf(figure.matrix->scale, -0.9F);
    REQUIRE(std::count(grid.colors.begin(), grid.colors.end(), color) == 1);
}

TEST_CASE("values are written in the cells where they fit, and undefined cells say so where there is room") {
    const auto texts = textsOf(io::layOut(matrix(), io::paperStyle()));
    REQUIRE(has(texts, "-.50"));
    REQUIRE(has(texts, "1.00"));
    REQUIRE(std::count(texts.begin(), texts.end(), ".25") == 2);
    REQUIRE(std::count(texts.begin(), texts.end(), "undefined") == 2);
    io::SceneStyle small = io::paperStyle();
    small.width = 120, small.height = 100;
    REQUIRE_FALSE(has(textsOf(io::layOut(matrix(), small)), "-.50"));
    io::SceneStyle narrow = io::paperStyle();
    narrow.width = 230, narrow.height = 260;
    const auto fewer = textsOf(io::layOut(matrix(), narrow));
    REQUIRE(has(fewer, "-.50"));
    REQUIRE_FALSE(has(fewer, "undefined"));
}

TEST_CASE("a figure without room or values is laid out without a plot") {
    io::SceneStyle tiny = io::paperStyle();
    tiny.width = 10, tiny.height = 10;
    for (const io::Figure& figure : {gappedLines(), bars(), matrix(), landscape(), io::Figure{}})
        REQUIRE(io::layOut(figure, tiny).plot.width <= 10);
}

TEST_CASE("a caption is broken into lines and makes the drawing higher where it needs the room") {
    io::Figure figure = gappedLines();
    for (int i = 0; i < 200; ++i)
        figure.caption += " word";
    const io::FigureScene scene = io::layOut(figure, io::paperStyle());
    for (const auto& text : itemsOf<io::SceneText>(scene))
        REQUIRE(io::paperStyle().textWidth(text.text, text.size, text.bold) <= scene.width);
    REQUIRE(scene.plot.height > 100);
}

TEST_CASE("a caption that may not have all its lines ends in an ellipsis and leaves the room to the plot") {
    io::Figure figure = gappedLines();
    figure.caption = "one";
    figure.notes = {"two of them", "three", "four"};
    io::SceneStyle style = io::paperStyle();
    const io::FigureScene whole = io::layOut(figure, style);
    CHECK_FALSE(whole.captionCut);
    CHECK(has(textsOf(whole), "four"));
    style.captionLines = 2; // the parameters come last
    const io::FigureScene cut = io::layOut(figure, style);
    CHECK(cut.captionCut);
    CHECK(has(textsOf(cut), "two of …"));
    CHECK_FALSE(has(textsOf(cut), "three"));
    CHECK(cut.plot.height > whole.plot.height);
}

TEST_CASE("names at small cells are smaller, then only every so many, and never closer than their height") {
    for (const std::size_t count : {8U, 40U, 400U}) {
        io::Figure figure = matrix();
        figure.matrix->rowNames.clear();
        for (std::size_t i = 0; i < count; ++i)
            figure.matrix->rowNames.push_back("name" + std::to_string(i));
        figure.matrix->columnNames = figure.matrix->rowNames;
        figure.matrix->values.assign(count * count, 0.001F);
        io::SceneStyle style = io::paperStyle();
        style.width = 360, style.height = 420;
        const io::FigureScene scene = io::layOut(figure, style);
        std::vector<double> rows, columns;
        for (const auto& text : itemsOf<io::SceneText>(scene)) {
            if (text.text.find("name") == std::string::npos)
                continue;
            CHECK(text.size >= 0.8 * style.textSize - 1e-9);
            (text.turned ? columns : rows).push_back(text.turned ? text.at.x : text.at.y);
        }
        for (const auto* places : {&rows, &columns}) {
            REQUIRE(places->size() >= std::min<std::size_t>(count, 12));
            for (std::size_t i = 1; i < places->size(); ++i)
                CHECK((*places)[i] - (*places)[i - 1] >= 0.8 * 0.95 * style.textSize - 1e-6);
        }
        CHECK((count > 8 || rows.size() == count));
    }
}

TEST_CASE("a long name is cut in the middle, between letters") {
    io::Figure figure = matrix();
    figure.matrix->rowNames[0] = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauünterbeamtengesellschaft";
    io::SceneStyle style = io::paperStyle();
    style.width = 300;
    bool found = false;
    for (const std::string& text : textsOf(io::layOut(figure, style)))
        if (text.starts_with("Donau") && text.ends_with("schaft")) {
            found = true;
            CHECK(text.find("…") != std::string::npos);
        }
    CHECK(found);
}

TEST_CASE("a value that rounds to 0 is written in its cell, without a sign") {
    io::Figure figure = matrix();
    for (float& value : figure.matrix->values)
        value = -0.001F;
    const auto texts = textsOf(io::layOut(figure, io::paperStyle()));
    CHECK(std::count(texts.begin(), texts.end(), ".00") == static_cast<long>(figure.matrix->values.size()));
}

TEST_CASE("a span is a bar from its low to its high end, and an undefined one is none") {
    io::Figure figure = bars();
    figure.x = {"", 0.5, 3.5, false, {}};
    figure.y = {"", 0, 1, false, {}};
    figure.series = {{"lives",
                      io::FigureSeries::Kind::Spans,
                      io::FigureColor::First,
                      false,
                      false,
                      {1, 2, 3},
                      {},
                      {0.2, std::numeric_limits<double>::quiet_NaN(), 0.5},
                      {0.6, 0.9, 1.0}}};
    figure.table.reset();
    REQUIRE(io::check(figure));
    const io::FigureScene scene = io::layOut(figure, io::paperStyle());
    std::vector<io::SceneArea> areas;
    for (const auto& area : itemsOf<io::SceneArea>(scene))
        if (area.clipped)
            areas.push_back(area);
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].outline[0].y == Approx(scene.y.place(0.6)));
    CHECK(areas[0].outline[2].y == Approx(scene.y.place(0.2)));
    CHECK((areas[0].outline[0].x + areas[0].outline[1].x) / 2 == Approx(scene.x.place(1)));
    CHECK(areas[1].outline[1].x < scene.plot.right());
    figure.series[0].low.clear();
    figure.series[0].high.clear();
    CHECK_FALSE(io::check(figure));
}
