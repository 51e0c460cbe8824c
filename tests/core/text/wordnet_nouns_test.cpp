// Reading WordNet's nouns: senses and hypernyms as the files have them, and damaged files refused by line.
#include "core/text/wordnet_nouns.h"

#include <algorithm>

#include "core/text/lemmatizer.h"
#include "tests/support/catch.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using text::WordNetNouns;

namespace {

std::vector<std::string> namesAbove(const WordNetNouns& nouns, const std::string& lemma) {
    std::vector<std::string> names;
    for (const auto synset : nouns.ancestors(nouns.senses(lemma).front()))
        names.push_back(nouns.name(synset));
    return names;
}

} // namespace

TEST_CASE("a synset knows what it is a kind of, over every path") {
    const test::ScratchFolder scratch;
    const auto nouns = WordNetNouns::open(test::writeWordNetNouns(scratch));
    REQUIRE(nouns.ok());
    CHECK(namesAbove(*nouns, "cat") == std::vector<std::string>{"entity", "animal", "pet", "cat"});
    CHECK(namesAbove(*nouns, "hot dog") == std::vector<std::string>{"entity", "food", "hot dog"});
    const auto animal = nouns->senses("animal").front();
    CHECK(nouns->lexicographerFile(animal) == 5);
    CHECK(nouns->subtreeSize(animal) == 5); // animal, pet, cat, dog, mouse
    CHECK(nouns->subtreeSize(nouns->senses("entity").front()) == nouns->size());
    CHECK(nouns->senses("unheard").empty());
}

TEST_CASE("the senses of a lemma keep the order of the index, the most frequent first") {
    const test::ScratchFolder scratch;
    const auto nouns = WordNetNouns::open(test::writeWordNetNouns(scratch));
    REQUIRE(nouns.ok());
    const auto senses = nouns->senses("dog");
    REQUIRE(senses.size() == 2);
    CHECK(nouns->lexicographerFile(senses[0]) == 5);
    CHECK(nouns->lexicographerFile(senses[1]) == 13);
}

TEST_CASE("damaged files of WordNet are refused, with the line") {
    const std::string top = "00000001 03 n 01 entity 0 000 | all  \n";
    for (const char* line :
         {"x 03 n 01 a 0 000 | g", "00000002 03 v 01 a 0 000 | g", "00000002 99 n 01 a 0 000 | g",
          "00000002 03 n 00 a 0 000 | g", "00000002 03 n ffffffff a 0 000 | g", "00000002 03 n 02 a 0 000 | g",
          "00000002 03 n 01 a 0 999999999 @ 00000001 n 0000 | g", "00000002 03 n 01 a 0 001 @ 00000009 n 0000 | g",
          "00000002 03 n 01 a 0", "00000001 03 n 01 a 0 000 | g", "00000002"}) {
        INFO(line);
        const auto nouns = WordNetNouns::parse(top + line + "\n", "");
        REQUIRE(!nouns.ok());
        CHECK(nouns.error().code == ErrorCode::Parse);
        CHECK(nouns.error().where == "data.noun:2");
    }
    for (const char* line : {"entity v 1 0 1 0 00000001", "entity n 1 0 1 0 00000009", "entity n 2 0 2 0 00000001",
                             "entity n 1 4294967295 1 0 00000001", "entity", "entity n 1 x"}) {
        INFO(line);
        const auto nouns = WordNetNouns::parse(top, line);
        REQUIRE(!nouns.ok());
        CHECK(nouns.error().where == "index.noun:1");
    }
}

TEST_CASE("hypernyms in a circle end, those without an end are refused") {
    const auto circle = WordNetNouns::parse("00000001 03 n 01 a 0 001 @ 00000002 n 0000 | g\n"
                                            "00000002 03 n 01 b 0 001 @ 00000001 n 0000 | g\n",
                                            "");
    REQUIRE(circle.ok());
    CHECK(circle->ancestors(0).size() == 2);
    std::string chain = "0 03 n 01 a 0 000 | g\n";
    for (int i = 1; i < 400; ++i)
        chain += std::to_string(i) + " 03 n 01 a 0 001 @ " + std::to_string(i - 1) + " n 0000 | g\n";
    const auto deep = WordNetNouns::parse(chain, "");
    REQUIRE(!deep.ok());
    CHECK(deep.error().code == ErrorCode::Parse);
}

TEST_CASE("the installed WordNet has its nouns") {
    const std::string folder = text::Lemmatizer::findWordNetFolder();
    SKIP_UNLESS(!folder.empty(), "WordNet is not installed");
    const auto nouns = WordNetNouns::open(folder);
    REQUIRE(nouns.ok());
    CHECK(nouns->size() == 82115);
    const auto above = namesAbove(*nouns, "golden retriever");
    CHECK(std::ranges::find(above, "dog") != above.end());
    CHECK(nouns->subtreeSize(nouns->senses("entity").front()) == nouns->size());
}
