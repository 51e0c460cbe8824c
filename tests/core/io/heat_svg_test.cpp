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
