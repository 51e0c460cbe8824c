#include "core/io/heat_svg.h"

#include <cstdio>

#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

std::string fillOf(const heat::ColorScale& scale, float value) {
    char text[24];
    std::snprintf(text, sizeof text, "fill=\"#%06x\"", heat::colorOf(scale, value) & 0xFFFFFFU);
    return text;
}

/// A drawing of `rows` neurons and two descriptors.
struct Drawn {
    std::vector<float> values;
    std::vector<NeuronId> rowOrder;
    std::vector<std::uint32_t> columnOrder{1, 0};
    io::HeatDrawing drawing;

    explicit Drawn(std::uint32_t rows) : values(std::size_t{rows} * 2, 0.0F) {
        for (std::uint32_t i = 0; i < rows; ++i) {
            rowOrder.push_back(NeuronId(i));
            drawing.rowNames.push_back("L0 U" + std::to_string(i));
        }
        drawing.title = "k < 1 & t > 0";
        drawing.valueName = "f";
        drawing.columnNames = {"taste", "sound & noise"};
    }
    std::string svg() {
        drawing.values = values;
        drawing.rowOrder = rowOrder;
        drawing.columnOrder = columnOrder;
        return io::heatMapSvg(drawing);
    }
};

} // namespace

TEST_CASE("an SVG of few neurons names rows, columns and the scale, with every text escaped") {
    Drawn drawn(3);
    const std::string svg = drawn.svg();
    for (const char* text :
         {"<title>k &lt; 1 &amp; t &gt; 0</title>", ">taste<", ">sound &amp; noise<", ">L0 U2<", ">f<"})
        REQUIRE(svg.find(text) != std::string::npos);
    REQUIRE(svg.find(">sound") < svg.find(">taste")); // in the order of the columns
    REQUIRE(svg.ends_with("</svg>\n"));
}

TEST_CASE("an SVG of few neurons marks tags, solid ones told apart from hollow ones, and says what the marks mean") {
    Drawn drawn(3);
    REQUIRE(drawn.svg().find("<circle") == std::string::npos);
    using tagging::TagMark;
    const std::vector<TagMark> marks{TagMark::None,  TagMark::Solid,  TagMark::None,
                                     TagMark::Solid, TagMark::Hollow, TagMark::None};
    drawn.drawing.marks = marks;
    drawn.drawing.alpha = 0.05;
    const std::string svg = drawn.svg();
    const auto count = [&svg](const std::string& text) {
        std::size_t found = 0;
        for (auto at = svg.find(text); at != std::string::npos; at = svg.find(text, at + 1))
            ++found;
        return found;
    };
    REQUIRE(count("class=\"solid\"") == 3); // one of them in the legend
    REQUIRE(count("class=\"hollow\"") == 2);
    REQUIRE(count(">tag, q &lt; 0.05<") == 1);
    // The first row's only tag is in descriptor 1, which stands in the first column.
    const auto places = svg.substr(svg.find("class=\"solid\""), 40);
    const auto left = svg.find("<rect x=\"", svg.find("fill=\"white\"/>")) + 9;
    const double cell = std::stod(svg.substr(left));
    REQUIRE(std::stod(places.substr(places.find("cx=\"") + 4)) == Approx(cell + 12));
}

TEST_CASE("an SVG of bands of neurons has no marks: a band is no cell") {
    Drawn drawn(io::kNamedRows + 1);
    const std::vector<tagging::TagMark> marks(drawn.values.size(), tagging::TagMark::Solid);
    drawn.drawing.marks = marks;
    REQUIRE(drawn.svg().find("<circle") == std::string::npos);
}

TEST_CASE("one hot neuron among 9,216 is drawn") {
    Drawn drawn(9216);
    const std::string hot = fillOf(drawn.drawing.scale, 0.77F);
    REQUIRE(drawn.svg().find(hot) == std::string::npos);
    drawn.values[2 * 5555 + 1] = 0.77F;
    REQUIRE(drawn.svg().find(hot) != std::string::npos);
}

TEST_CASE("an SVG without neurons is a document") {
    REQUIRE(Drawn(0).svg().ends_with("</svg>\n"));
}
