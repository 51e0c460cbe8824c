#include "core/text/prompt_segments.h"

#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::text;

namespace {

/// "text|7 text|-1": each segment with the special token behind it.
std::string split(const std::vector<PromptPart>& parts) {
    const std::vector<SpecialToken> specials{{"<a>", 1}, {"<a><b>", 2}, {"<b>", 3}};
    std::string joined;
    for (const PromptSegment& segment : splitPrompt(parts, specials))
        joined += (joined.empty() ? "" : " ") + segment.text + "|" + std::to_string(segment.special);
    return joined;
}

} // namespace

TEST_CASE("special tokens divide a prompt where its template has them, and nowhere else") {
    CHECK(split({{"x<a>y", true}}) == "x|1 y|-1");
    CHECK(split({{"x<a>y", false}}) == "x<a>y|-1");
    CHECK(split({{"x<a>", true}, {"<a>", false}, {"<b>", true}}) == "x|1 <a>|3");
}

TEST_CASE("between special tokens the parts are one text") {
    CHECK(split({{"Q: ", true}, {"good", false}, {"?", true}}) == "Q: good?|-1");
    CHECK(split({}).empty());
    CHECK(split({{"<", true}, {"a>", false}}) == "<a>|-1");
}

TEST_CASE("of special tokens that begin at one place the longest counts") {
    CHECK(split({{"<a><b><a>", true}}) == "|2 |1");
}
