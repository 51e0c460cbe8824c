#include "core/labels/term_matcher.h"
#include "core/text/lemmatizer.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::SmallCorpus;
using neuroscribe::test::writeWordNet;

namespace {

Result<LabelCounts> label(SmallCorpus& corpus, const std::string& wordnet, std::stop_token stop = {}) {
    NullProgress progress;
    return labelLexically(corpus.project, kLabelMatrixName, stop, progress, wordnet);
}

} // namespace

TEST_CASE("terms match as words and sequences of words by lemma") {
    const test::ScratchFolder folder;
    const auto wordnet = text::Lemmatizer::fromWordNet(writeWordNet(folder));
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

TEST_CASE("what somebody else answered about a descriptor is left alone, and asked beside for another annotator") {
    SmallCorpus corpus({"a car", "a dog", "a car and a dog"});
    const test::ScratchFolder folder;
    const std::string wordnet = writeWordNet(folder);
    corpus.add("car");
    corpus.add("dog");
    const auto person = registerEngine(corpus.database(), kLabelMatrixName, "import", "");
    REQUIRE(person.ok());
    REQUIRE(storeAnswers(corpus.database(), *person, "car", SentenceId(0), {{Answer::No, Answer::Unanswered}}).ok());
    const auto counts = label(corpus, wordnet);
    REQUIRE(counts->pairs == 3); // only "dog"
    REQUIRE(corpus.answers() == std::vector<std::string>{"n--", "nyy"});
    NullProgress progress;
    REQUIRE(labelLexically(corpus.project, "words", {}, progress, wordnet)->pairs == 6);
    REQUIRE(corpus.answers("words") == std::vector<std::string>{"yny", "nyy"});
}
