#include "core/descriptors/keyphrases.h"

#include <algorithm>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;

namespace {

using Phrases = std::vector<std::string>;

/// Texts of a shop for tea and shoes.
std::vector<std::string> madeTexts() {
    std::vector<std::string> texts;
    for (int i = 0; i < 60; ++i) {
        texts.push_back("I love this green tea, the flavor is great and the price is fine");
        texts.push_back("These shoes fit well; my feet are happy with the leather");
        texts.push_back("The battery life of the phone is short, and the price is high");
        texts.push_back("A car, a house, a foot, a glass and nothing else");
    }
    return texts;
}

/// With a small WordNet where no other is named.
struct Learned {
    test::ScratchFolder scratch;
    text::WordClasses classes;
    Keyphrases keyphrases{classes};

    explicit Learned(const std::string& wordnet = {}) : classes(text::WordClasses::open(folder(wordnet)).value()) {
        for (const std::string& text : madeTexts())
            keyphrases.learn(text);
    }
    std::string folder(const std::string& wordnet) {
        if (!wordnet.empty())
            return wordnet;
        const std::string made = test::writeWordNet(scratch);
        test::writeFile(scratch.file("cntlist.rev"), "car%1:06:00:: 1 20\nlove%2:37:00:: 1 30\n");
        return made;
    }
};

bool has(const Phrases& phrases, const std::string& phrase) {
    return std::find(phrases.begin(), phrases.end(), phrase) != phrases.end();
}

} // namespace

TEST_CASE("words that stand together are one keyphrase, plurals are base forms, praise is none") {
    Learned learned;
    const Phrases tea = learned.keyphrases.of("I love this green tea, great flavor", 4);
    CHECK(has(tea, "green tea"));
    CHECK(has(tea, "flavor"));
    CHECK(!has(tea, "tea"));
    CHECK(!has(tea, "great"));
    CHECK(!has(tea, "love"));
    CHECK(has(learned.keyphrases.of("new shoes for my feet", 4), "foot"));
}

TEST_CASE("there are at most as many keyphrases as asked for, each once, and the same every time") {
    Learned learned;
    const std::string text = "the battery life of the phone, the price of the phone, the leather and the flavor";
    const Phrases four = learned.keyphrases.of(text, 4);
    CHECK(four.size() == 4);
    CHECK(std::set<std::string>(four.begin(), four.end()).size() == 4);
    CHECK(learned.keyphrases.of(text, 2) == Phrases(four.begin(), four.begin() + 2));
    Learned again;
    CHECK(again.keyphrases.of(text, 4) == four);
}

TEST_CASE("what nearly every text has weighs less than what few have") {
    Learned learned;
    for (int i = 0; i < 300; ++i)
        learned.keyphrases.learn("the price again");
    CHECK(learned.keyphrases.of("the price of leather", 4) == Phrases{"leather", "price"});
    CHECK(learned.keyphrases.of("leather and price", 4) == Phrases{"leather", "price"});
}

TEST_CASE("a text of nothing but function words has no keyphrases, neither has an empty one, nor an unknown corpus") {
    Learned learned;
    CHECK(learned.keyphrases.of("it is what it is, and that is that!", 4).empty());
    CHECK(learned.keyphrases.of("", 4).empty());
    CHECK(learned.keyphrases.of("... !! ?", 4).empty());
    Keyphrases nothing(learned.classes);
    CHECK(nothing.of("the leather of the shoes", 4).empty());
    CHECK(learned.keyphrases.of("the leather", 0).empty());
}

TEST_CASE("keyphrases of real reviews name what they are about") {
    const std::string wordnet = text::Lemmatizer::findWordNetFolder();
    SKIP_UNLESS(!wordnet.empty(), "WordNet is not installed");
    Learned learned(wordnet);
    CHECK(learned.keyphrases.of("Reading about the battery life of this phone", 4)[0] == "battery life");
    CHECK(!has(learned.keyphrases.of("I keep reading about shoes", 4), "reading"));
    const auto classes = text::WordClasses::open(wordnet);
    REQUIRE(classes.ok());
    CHECK(classes->of("cookies").noun == "cookie");
    CHECK(classes->of("feet").noun == "foot");
    CHECK(classes->of("book").nounShare > 0.8);
    CHECK(classes->of("buying").nounShare < 0.3);
    CHECK(classes->of("cheaper").adjective);
    CHECK(classes->of("qwertyuiop").nounShare == 0.6);
}
