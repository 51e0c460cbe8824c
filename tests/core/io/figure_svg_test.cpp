#include "core/io/figure_svg.h"

#include "core/io/xml_text.h"
#include "tests/core/io/made_figures.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::test;

namespace {

/// NEUROSCRIBE_UPDATE_GOLDENS=1 writes the drawing of today; look at it before it is kept.
void requireGolden(const io::Figure& figure, const std::string& name) {
    const std::string path = (sourceFolder() / "tests/core/io/golden" / name).string();
    const std::string svg = io::figureSvg(figure);
    if (std::getenv("NEUROSCRIBE_UPDATE_GOLDENS"))
        writeFile(path, svg);
    REQUIRE(svg == readFile(path));
}

} // namespace

TEST_CASE("SVG of figures is, word for word, what was looked at") {
    requireGolden(gappedLines(), "lines.svg");
    requireGolden(bars(), "bars.svg");
    requireGolden(matrix(), "matrix.svg");
    requireGolden(landscape(), "landscape.svg");
}

TEST_CASE("SVG carries title, caption, parameters and notes") {
    const std::string svg = io::figureSvg(gappedLines());
    for (const char* text : {"<title>Precision against t</title>", "<desc>mean over neurons, shaded SD k = 1 %, ",
                             ">mean over neurons, shaded SD</text>", ">k = 1 %, neurons = 10</text>",
                             ">left out: 2 neurons</text>", ">t = 2.5</text>"})
        REQUIRE(svg.find(text) != std::string::npos);
}

TEST_CASE("no text of a figure can become markup") {
    const std::string hostile = "</text><script>alert('x')</script>\" onload=\"y&\x01\xFF]]>";
    io::Figure figure = matrix();
    figure.title = figure.caption = hostile;
    figure.matrix->rowNames[0] = figure.matrix->columnNames[1] = figure.matrix->valueName = hostile;
    figure.parameters = {{hostile, hostile}};
    figure.notes = {hostile};
    io::SceneStyle wide = io::paperStyle();
    wide.width = 4000;
    const std::string svg = io::figureSvg(figure, wide);
    REQUIRE(svg.find("<script") == std::string::npos);
    REQUIRE(svg.find("\" onload") == std::string::npos);
    REQUIRE(svg.find('\x01') == std::string::npos);
    REQUIRE(svg.find('\xFF') == std::string::npos);
    REQUIRE(svg.find("&lt;script&gt;alert(&#39;x&#39;)") != std::string::npos);
}

TEST_CASE("XML text keeps letters of every script and drops what XML has not") {
    REQUIRE(io::xmlText("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;");
    REQUIRE(io::xmlText("größe 味 \xF0\x9F\x98\x80") == "größe 味 \xF0\x9F\x98\x80");
    REQUIRE(io::xmlText("a\tb\nc") == "a b c");
    REQUIRE(io::xmlText(std::string("a\0b\x7F", 4)) == "ab");
    REQUIRE(io::xmlText("a\xEF\xBF\xBE") == "a");     // U+FFFE
    REQUIRE(io::xmlText("a\xC3") == "a\xEF\xBF\xBD"); // cut off
    REQUIRE(io::xmlText("x\xE2\x80\xAEy") == "xy");   // turns the text after it around
}
