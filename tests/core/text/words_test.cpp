#include "core/text/words.h"
#include "tests/support/catch.h"

using neuroscribe::text::wordsOf;

namespace {
using Words = std::vector<std::string>;
}

TEST_CASE("words are lower case, without punctuation, possessives and accents") {
    REQUIRE(wordsOf("The dog's COFFEE-maker, isn't caf\xC3\xA9 (or cafe\xCC\x81)!") ==
            Words{"the", "dog", "coffee", "maker", "isn't", "cafe", "or", "cafe"});
    REQUIRE(wordsOf("the dog\xE2\x80\x99s \xE2\x80\x9Cquoted\xE2\x80\x9D 'word'") ==
            Words{"the", "dog", "quoted", "word"});
    REQUIRE(wordsOf("\xE7\x8C\xAB\xE7\x8A\xAC x") == Words{"\xE7\x8C\xAB", "\xE7\x8A\xAC", "x"});
    REQUIRE(wordsOf("").empty());
    REQUIRE(wordsOf(" -- '' !").empty());
    REQUIRE(wordsOf("'s") == Words{"s"});
}
