#include "core/text/unicode.h"

#include "tests/support/catch.h"

using namespace neuroscribe::text;

namespace {
std::vector<char32_t> decode(std::string_view utf8) {
    std::vector<char32_t> all;
    for (std::size_t position = 0; position < utf8.size();)
        all.push_back(decodeNext(utf8, position));
    return all;
}
} // namespace

TEST_CASE("UTF-8 of every length survives a round trip") {
    for (const char32_t c : {U'a', U'é', U'中', U'😁', char32_t{0x10FFFF}, char32_t{0x7FF}, char32_t{0x800}}) {
        std::string utf8;
        appendUtf8(utf8, c);
        CHECK(decode(utf8) == std::vector<char32_t>{c});
    }
}

TEST_CASE("what is not UTF-8 becomes U+FFFD and reading goes on") {
    CHECK(decode("\x80"
                 "a") == std::vector<char32_t>{kReplacement, U'a'});
    CHECK(decode("\xC0\x80").front() == kReplacement);
    CHECK(decode("\xED\xA0\x80").front() == kReplacement);
    CHECK(decode("\xF4\x90\x80\x80").front() == kReplacement);
    CHECK(decode("\xE4\xB8").front() == kReplacement);
    CHECK(decode("\xE4\xB8"
                 "a")
              .back() == U'a');
}

TEST_CASE("the character classes are those of the reference tokenizer") {
    CHECK(isControl(0x0000));
    CHECK(isControl(0x200D));
    CHECK_FALSE(isControl(U'\t'));
    CHECK(isWhitespace(0x00A0));
    CHECK_FALSE(isWhitespace(U'a'));
    CHECK(isPunctuation(U'$'));
    CHECK(isPunctuation(0x2019));
    CHECK_FALSE(isPunctuation(U'a'));
    CHECK(isIdeograph(0x4E00));
    CHECK_FALSE(isIdeograph(0x3042));
}

TEST_CASE("canonical decomposition loses the accents and nothing else") {
    const std::vector<char32_t> composed{U'é', U'ö', U'a', 0x0301, 0xAC00};
    CHECK(stripAccents(composed) == std::vector<char32_t>{U'e', U'o', U'a', 0x1100, 0x1161});
}

TEST_CASE("composition joins letters and their marks, in texts of any length") {
    CHECK(composed("plain") == "plain");
    CHECK(composed("e\u0301 \u1112\u1161\u11ab") == "é \ud55c");
    CHECK(composed("\u0344") == "\u0308\u0301"); // never composed again
    std::string apart;
    std::string together;
    for (int i = 0; i < 5000; ++i) {
        apart += "e\u0301o\u0308.";
        together += "éö.";
    }
    CHECK(composed(apart) == together);
}

TEST_CASE("a text of nothing but marks is composed in reasonable time") {
    std::string marks;
    for (int i = 0; i < 300'000; ++i)
        marks += i % 2 == 0 ? "\u0301" : "\u0323";
    CHECK(composed(marks).size() == marks.size());
}
