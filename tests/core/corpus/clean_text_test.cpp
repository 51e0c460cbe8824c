#include "core/corpus/clean_text.h"

#include "core/corpus/html.h"
#include "core/corpus/utf8.h"
#include "tests/support/catch.h"

using namespace neuroscribe::corpus;

TEST_CASE("white space of every kind folds to one space and words are counted") {
    const CleanText clean = cleanText("\xEF\xBB\xBF  one\t\r\n two\xC2\xA0three\xE2\x80\x83\xE3\x80\x80"
                                      "four\x01\x7f five  ");
    CHECK(clean.text == "one two three four five");
    CHECK(clean.words == 5);
    CHECK_FALSE(clean.replacedUtf8);
    CHECK(cleanText(" \n ").words == 0);
    CHECK(cleanText("").text.empty());
    CHECK(cleanText(std::string_view("a\0b", 3)).text == "a b");
}

TEST_CASE("tags of text markup become a space, other angle brackets stay") {
    CHECK(cleanText("one<br />two<BR>three</p><a href=\"x\">four</a>").text == "one two three four");
    for (const char* kept : {"a < b and c > d", "<3", "<unknown>", "<", "<br", "a<b", "<p<", "x <y> z", "<brand>"})
        CHECK(cleanText(kept).text == kept);
}

TEST_CASE("character references are decoded once") {
    CHECK(decodeEntities("&lt;b&gt; &amp;amp; &quot;x&quot; &#39;y&#39; &#x27; &eacute;&hellip;&euro;") ==
          "<b> &amp; \"x\" 'y' ' é…€");
    CHECK(decodeEntities("&#146;&#150;") == "’–"); // as Windows wrote them
    for (const char* kept : {"AT&T", "&", "&;", "&nosuchname;", "&#;", "&#x;", "&#0;", "&#xD800;", "&#1114112;",
                             "&#99999999999999;", "&amp", "a & b; c"})
        CHECK(decodeEntities(kept) == kept);
    CHECK(cleanText("a&nbsp;b").text == "a b");
    CHECK(cleanText("&lt;br&gt;").text == "<br>");
}

TEST_CASE("what is not UTF-8 becomes U+FFFD, the rest stays byte for byte") {
    const std::string good = "aé€😀";
    std::string text = good;
    CHECK_FALSE(repairUtf8(text));
    CHECK(text == good);
    const std::string mark = "\xEF\xBF\xBD";
    const std::pair<std::string, std::string> cases[] = {{"a\x80z", "a" + mark + "z"},         // stray continuation
                                                         {"\xC0\xAF", mark + mark},            // overlong
                                                         {"\xE0\x80\x80", mark + mark + mark}, // overlong
                                                         {"\xED\xA0\x80", mark + mark + mark}, // surrogate
                                                         {"\xF4\x90\x80\x80", mark + mark + mark + mark}, // too large
                                                         {"\xE2\x82", mark},        // cut off at the end
                                                         {"\xE2\x82z", mark + "z"}, // cut off in the middle
                                                         {"\xF0\x9F\x98", mark},
                                                         {"\xff\xfe", mark + mark}};
    for (const auto& [bad, repaired] : cases) {
        std::string value = bad;
        CHECK(repairUtf8(value));
        CHECK(value == repaired);
        CHECK(cleanText(bad).text == repaired);
        CHECK(cleanText(bad).replacedUtf8);
    }
}
