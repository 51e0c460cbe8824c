#include <algorithm>

#include "core/text/lemmatizer.h"
#include "tests/support/catch.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using test::writeWordNet;
using text::Lemmatizer;

namespace {

using Words = std::vector<std::string>;

Words lemmasOf(const Lemmatizer& lemmatizer, const std::string& word) {
    Words lemmas = lemmatizer.lemmas(word);
    REQUIRE(lemmas.front() == word);
    lemmas.erase(lemmas.begin());
    return lemmas;
}

} // namespace

TEST_CASE("lemmas follow WordNet's exceptions and rules, checked against its index") {
    const test::ScratchFolder folder;
    const auto wordnet = Lemmatizer::fromWordNet(writeWordNet(folder));
    REQUIRE(wordnet.ok());
    REQUIRE(lemmasOf(*wordnet, "mice") == Words{"mouse"});
    REQUIRE(lemmasOf(*wordnet, "ran") == Words{"run"});
    REQUIRE(lemmasOf(*wordnet, "better") == Words{"good", "well"});
    REQUIRE(lemmasOf(*wordnet, "cars") == Words{"car"});
    REQUIRE(lemmasOf(*wordnet, "babies") == Words{"baby"});
    REQUIRE(lemmasOf(*wordnet, "boxes") == Words{"box"});
    REQUIRE(lemmasOf(*wordnet, "houses") == Words{"house"});
    REQUIRE(lemmasOf(*wordnet, "women") == Words{"woman"});
    REQUIRE(lemmasOf(*wordnet, "glasses") == Words{"glass"});
    REQUIRE(lemmasOf(*wordnet, "tvs") == Words{"tv"});
    REQUIRE(lemmasOf(*wordnet, "baked") == Words{"bake"});
    REQUIRE(lemmasOf(*wordnet, "stopped") == Words{"stop"});
    REQUIRE(lemmasOf(*wordnet, "telling") == Words{"tell"});
    REQUIRE(lemmasOf(*wordnet, "bigger") == Words{"big"});
    REQUIRE(lemmasOf(*wordnet, "largest") == Words{"large"});
    REQUIRE(lemmasOf(*wordnet, "caring") == Words{"care"}); // not car
    REQUIRE(lemmasOf(*wordnet, "glass").empty());
    REQUIRE(lemmasOf(*wordnet, "gas").empty());
    REQUIRE(lemmasOf(*wordnet, "unknowns").empty());
}

TEST_CASE("without WordNet only plurals are reduced") {
    const Lemmatizer rules;
    REQUIRE(!rules.hasWordNet());
    REQUIRE(lemmasOf(rules, "cars") == Words{"car"});
    REQUIRE(lemmasOf(rules, "babies") == Words{"baby"});
    REQUIRE(lemmasOf(rules, "churches") == Words{"church"});
    for (const char* word : {"gas", "glass", "bus", "this", "caring", "baked", "s", ""})
        REQUIRE(lemmasOf(rules, word).empty());
}

TEST_CASE("a folder that is no WordNet is an error") {
    const test::ScratchFolder folder;
    REQUIRE(Lemmatizer::fromWordNet(folder.path().string()).error().code == ErrorCode::NotFound);
}

TEST_CASE("the installed WordNet knows irregular forms") {
    const std::string folder = Lemmatizer::findWordNetFolder();
    SKIP_UNLESS(!folder.empty(), "WordNet is not installed");
    const auto wordnet = Lemmatizer::fromWordNet(folder);
    REQUIRE(wordnet.ok());
    const auto has = [&](const std::string& word, const std::string& lemma) {
        const auto lemmas = wordnet->lemmas(word);
        return std::ranges::find(lemmas, lemma) != lemmas.end();
    };
    REQUIRE(has("geese", "goose"));
    REQUIRE(has("tasted", "taste"));
    REQUIRE(has("worst", "bad"));
    REQUIRE(!has("caring", "car"));
}
