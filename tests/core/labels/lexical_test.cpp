#include <algorithm>

#include "core/labels/lemmatizer.h"
#include "core/labels/term_matcher.h"
#include "core/labels/words.h"
#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::SmallCorpus;

namespace {

using Words = std::vector<std::string>;

/// A WordNet of a few words.
std::string writeWordNet(const test::ScratchFolder& folder) {
    test::writeFile(folder.file("noun.exc"), "mice mouse\nfeet foot\n");
    test::writeFile(folder.file("verb.exc"), "ran run\nate eat\nwas be\n");
    test::writeFile(folder.file("adj.exc"), "better good well\n");
    test::writeFile(folder.file("adv.exc"), "");
    test::writeFile(folder.file("index.noun"), "  1 licence\ncar n 1\nfoot n 1\nmouse n 1\nglass n 1\ngas n 1\n"
                                               "baby n 1\nbox n 1\nwoman n 1\ntv n 1\nhouse n 1\n");
    test::writeFile(folder.file("index.verb"), "care v 1\nrun v 1\nstop v 1\neat v 1\nbake v 1\nbe v 1\ntell v 1\n");
    test::writeFile(folder.file("index.adj"), "big a 1\nlarge a 1\ngood a 1\n");
    test::writeFile(folder.file("index.adv"), "");
    return folder.path().string();
}

Words lemmasOf(const Lemmatizer& lemmatizer, const std::string& word) {
    Words lemmas = lemmatizer.lemmas(word);
    REQUIRE(lemmas.front() == word);
    lemmas.erase(lemmas.begin());
    return lemmas;
}

Result<LabelCounts> label(SmallCorpus& corpus, const std::string& wordnet, std::stop_token stop = {}) {
    NullProgress progress;
    return labelLexically(corpus.project, kLabelMatrixName, stop, progress, wordnet);
}

} // namespace

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

TEST_CASE("terms match as words and sequences of words by lemma") {
    const test::ScratchFolder folder;
    const auto wordnet = Lemmatizer::fromWordNet(writeWordNet(folder));
    TermMatcher matcher(*wordnet);
    REQUIRE(matcher.add("mouse", 0));
    REQUIRE(matcher.add("Big Car", 1));
    REQUIRE(matcher.add("run", 2));
    REQUIRE(!matcher.add(" -!", 2));
    const auto match = [&](const char* text) {
        std::vector<bool> found(3);
        matcher.match(text, found);
        std::string letters;
        for (const bool one : found)
            letters += one ? 'y' : 'n';
        return letters;
    };
    REQUIRE(match("Two MICE ran.") == "yny");
    REQUIRE(match("bigger cars") == "nyn");
    REQUIRE(match("a big, car") == "nyn"); // punctuation does not part a sequence
    REQUIRE(match("big red car") == "nnn");
    REQUIRE(match("car big") == "nnn");
    REQUIRE(match("it was big") == "nnn"); // a sequence at the end, cut off
    REQUIRE(match("mousetrap carbon") == "nnn");
    REQUIRE(match("") == "nnn");
}

TEST_CASE("the lexical engine answers yes or no for every sentence") {
    SmallCorpus corpus({"two mice ran home", "a big car stopped", "nothing here", "the car and the mouse"});
    const test::ScratchFolder folder;
    const std::string wordnet = writeWordNet(folder);
    corpus.add("animal", {"mouse", "dog"});
    corpus.add("car");
    const auto counts = label(corpus, wordnet);
    REQUIRE(counts.ok());
    REQUIRE(corpus.answers() == std::vector<std::string>{"ynny", "nyny"});
    REQUIRE(counts->pairs == 8);
    REQUIRE(counts->yes == 4);
    REQUIRE(counts->no == 4);
    REQUIRE(counts->unanswered == 0);
}

TEST_CASE("the lexical engine asks only what it has not answered") {
    SmallCorpus corpus({"two mice ran home", "a big car stopped"});
    const test::ScratchFolder folder;
    const std::string wordnet = writeWordNet(folder);
    corpus.add("car");
    REQUIRE(label(corpus, wordnet).ok());
    // A stored answer that the text contradicts shows whether it was asked again.
    REQUIRE(corpus.database().execute("UPDATE label_block SET answers = x'0201'").ok());
    test::addSentences(corpus.database(), {"the last car"});
    REQUIRE(label(corpus, wordnet).ok());
    REQUIRE(corpus.answers()[0] == "yny");
}

TEST_CASE("changed synonyms ask anew, and going back finds the old answers") {
    SmallCorpus corpus({"two mice ran home", "a big car stopped", "nothing"});
    const test::ScratchFolder folder;
    const std::string wordnet = writeWordNet(folder);
    corpus.add("thing", {"mouse"});
    REQUIRE(label(corpus, wordnet).ok());
    REQUIRE(corpus.answers()[0] == "ynn");
    corpus.add("thing", {"car"});
    REQUIRE(label(corpus, wordnet).ok());
    REQUIRE(corpus.answers()[0] == "yyn");
    REQUIRE(corpus.database().execute("UPDATE engine SET created_at = '2001-01-01T00:00:00.000Z'").ok());
    REQUIRE(corpus.database().execute("DELETE FROM descriptor_synonym WHERE term = 'car'").ok());
    REQUIRE(label(corpus, wordnet).ok());
    REQUIRE(corpus.answers()[0] == "ynn");
    REQUIRE(corpus.count("engine") == 2);
}

TEST_CASE("more sentences than one block are all answered, in their places") {
    std::vector<std::string> texts;
    for (int i = 0; i < 5000; ++i)
        texts.push_back((i % 7 == 0 ? "a car number " : "no such thing ") + std::to_string(i));
    SmallCorpus corpus(texts);
    const test::ScratchFolder folder;
    corpus.add("car");
    const auto counts = label(corpus, writeWordNet(folder));
    REQUIRE(counts->pairs == 5000);
    const std::string answers = corpus.answers()[0];
    for (int i = 0; i < 5000; ++i)
        REQUIRE(answers[i] == (i % 7 == 0 ? 'y' : 'n'));
}

TEST_CASE("the lexical engine needs descriptors with words, sentences and a study to write to") {
    SmallCorpus corpus({});
    const test::ScratchFolder folder;
    const std::string wordnet = writeWordNet(folder);
    REQUIRE(label(corpus, wordnet).error().code == ErrorCode::MissingInput);
    corpus.add("???");
    REQUIRE(label(corpus, wordnet).error().code == ErrorCode::MissingInput);
    test::addSentences(corpus.database(), {"a car"});
    const auto noWord = label(corpus, wordnet);
    REQUIRE(noWord.error().code == ErrorCode::InvalidArgument);
    REQUIRE(noWord.error().where == "???");
    corpus.add("???", {"car"});
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(label(corpus, wordnet, stop.get_token()).error().code == ErrorCode::Cancelled);
    REQUIRE(label(corpus, wordnet).ok());
    REQUIRE(corpus.answers()[0] == "y");
}
