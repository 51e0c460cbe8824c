#include "core/text/wordpiece.h"

#include "tests/core/text/tokenizer_cases.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::text;

namespace {

const std::vector<std::string> kPieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "un",     "##aff", "##able", "cafe",
                                       "!",     "'",     "a",     "##b",   "##a", "中",     "文",    "Cafe",   "é",
                                       "i",     "σας",   "##ς",   "σ",     "##.", "straße", "ss",    "caf",    "##é"};

std::unique_ptr<Tokenizer> make(WordPieceSettings settings = {}) {
    auto made = WordPiece::make(kPieces, std::move(settings), "vocab.txt");
    REQUIRE(made.ok());
    return std::move(*made);
}

std::string pieces(const Tokenizer& tokenizer, std::string_view text) {
    std::string joined;
    for (const TokenId id : tokenizer.encode(text)) {
        joined += joined.empty() ? "" : " ";
        joined += tokenizer.token(id);
    }
    return joined;
}

WordPieceSettings cased() {
    WordPieceSettings settings;
    settings.lowerCase = settings.stripAccents = false;
    return settings;
}

} // namespace

TEST_CASE("WordPiece gives the ids of BERT's own tokenizer") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto folder = *shared / "data/tokenizers/bert-base-uncased";
    const auto tokenizer = loadTokenizer(folder.string());
    REQUIRE(tokenizer.ok());
    const auto cases = test::readTokenizerCases(folder);
    REQUIRE(cases.size() == 47);
    for (const test::TokenizerCase& one : cases) {
        CAPTURE(one.text);
        CHECK((*tokenizer)->encode(one.text) == one.ids);
    }
}

TEST_CASE("the longest piece wins, and a word without a full cover is unknown") {
    const auto tokenizer = make();
    CHECK(pieces(*tokenizer, "The unaffable") == "the un ##aff ##able");
    CHECK(pieces(*tokenizer, "unaffablex the") == "[UNK] the");
    CHECK(pieces(*tokenizer, "") == "");
    CHECK(pieces(*tokenizer, " \t\r\n ") == "");
}

TEST_CASE("accents and case go in an uncased vocabulary and stay in a cased one") {
    CHECK(pieces(*make(), "CAFÉ Cafe\u0301") == "cafe cafe");
    CHECK(pieces(*make(cased()), "Cafe é café") == "Cafe é caf ##é");
    CHECK(pieces(*make(cased()), "CAFE") == "[UNK]");
}

TEST_CASE("accents can stay while the case goes") {
    WordPieceSettings settings;
    settings.stripAccents = false;
    CHECK(pieces(*make(settings), "CAFÉ") == "caf ##é");
}

TEST_CASE("lower case follows the language's own rules") {
    CHECK(pieces(*make(), "İ") == "i");
    CHECK(pieces(*make(), "ΣΑΣ") == "σας");
    CHECK(pieces(*make(), "Σ") == "σ");
    CHECK(pieces(*make(), "STRAßE") == "straße");
}

TEST_CASE("punctuation and ideographs stand alone") {
    CHECK(pieces(*make(), "the!!'the") == "the ! ! ' the");
    CHECK(pieces(*make(), "the中文the") == "the 中 文 the");
    WordPieceSettings settings;
    settings.splitIdeographs = false;
    CHECK(pieces(*make(settings), "中文") == "[UNK]");
}

TEST_CASE("control characters vanish inside a word and invalid bytes too") {
    const auto tokenizer = make();
    CHECK(pieces(*tokenizer, std::string_view("t\0h\x01"
                                              "e\x7f",
                                              6)) == "the");
    CHECK(pieces(*tokenizer, "t\u200dh\u00ade") == "the");
    CHECK(pieces(*tokenizer, "th\xff\xc3"
                             "e \xe4\xb8") == "the");
    CHECK(pieces(*tokenizer, "the\u2003the\u2028the\u00a0the") == "the the the the");
}

TEST_CASE("a word of 100 characters is split, one of 101 is unknown") {
    const std::string tail(99, 'b');
    CHECK(make()->encode("a" + tail).size() == 100);
    CHECK(pieces(*make(), "a" + tail + "b the") == "[UNK] the");
    std::string accented = "a";
    for (int i = 0; i < 99; ++i)
        accented += "b\u0301";
    CHECK(make()->encode(accented).size() == 100);
    CHECK(pieces(*make(), accented + "b") == "[UNK]");
}

TEST_CASE("other than ASCII late in a chunk gives what the same text gives in pieces") {
    const auto tokenizer = make();
    CHECK(pieces(*tokenizer, "the!the'é!the") == "the ! the ' [UNK] ! the");
    CHECK(pieces(*tokenizer, "the! thé") == "the ! the");
}

TEST_CASE("for the model a text is wrapped and truncated to fit") {
    const auto tokenizer = make();
    CHECK(tokenizer->encodeForModel("the the", 512) == std::vector<TokenId>{2, 4, 4, 3});
    CHECK(tokenizer->encodeForModel("the the the", 4) == std::vector<TokenId>{2, 4, 4, 3});
    CHECK(tokenizer->encodeForModel("unaffable", 4) == std::vector<TokenId>{2, 5, 6, 3});
    CHECK(tokenizer->encodeForModel("中文中文", 3) == std::vector<TokenId>{2, 14, 3});
    CHECK(tokenizer->encodeForModel("the", 2) == std::vector<TokenId>{2, 3});
    CHECK(tokenizer->encodeForModel("", 512) == std::vector<TokenId>{2, 3});
}

TEST_CASE("the text of a special token is plain text") {
    CHECK(pieces(*make(), "[SEP]") == "[UNK] [UNK] [UNK]");
}

TEST_CASE("the hash tells vocabularies and settings apart") {
    CHECK(make()->hash() == make()->hash());
    CHECK(make()->hash() != make(cased())->hash());
}

TEST_CASE("ids outside the vocabulary have no text") {
    CHECK(make()->token(4) == "the");
    CHECK(make()->token(-1).empty());
    CHECK(make()->token(1000).empty());
}
