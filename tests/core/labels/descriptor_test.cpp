#include "core/labels/descriptor.h"
#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::SmallCorpus;

namespace {
std::vector<Answer> letters(const std::string& word) {
    std::vector<Answer> answers;
    for (const char c : word)
        answers.push_back(c == 'y' ? Answer::Yes : c == 'n' ? Answer::No : Answer::Unanswered);
    return answers;
}
} // namespace

TEST_CASE("descriptors keep the order in which they were added, and their identity") {
    SmallCorpus corpus({});
    const auto taste = addDescriptor(corpus.database(), "taste", {"flavour", "aroma"});
    const auto music = addDescriptor(corpus.database(), "music");
    const auto again = addDescriptor(corpus.database(), "taste", {"flavour", "savour"});
    REQUIRE(*again == *taste);
    const auto descriptors = corpus.descriptors();
    REQUIRE(descriptors.size() == 2);
    REQUIRE(descriptors[0].id == *taste);
    REQUIRE(descriptors[0].name == "taste");
    REQUIRE(descriptors[0].question == "taste");
    REQUIRE(descriptors[0].synonyms == std::vector<std::string>{"aroma", "flavour", "savour"});
    REQUIRE(descriptors[1].id == *music);
    REQUIRE(descriptors[1].synonyms.empty());
    REQUIRE(!descriptors[1].excluded);
}

TEST_CASE("a descriptor needs a name") {
    SmallCorpus corpus({});
    REQUIRE(addDescriptor(corpus.database(), " \t").error().code == ErrorCode::InvalidArgument);
    REQUIRE(corpus.descriptors().empty());
}

TEST_CASE("excluded descriptors stay, switched off") {
    SmallCorpus corpus({});
    corpus.add("taste");
    const DescriptorId id = corpus.descriptors()[0].id;
    REQUIRE(setExcluded(corpus.database(), id, true).ok());
    REQUIRE(corpus.descriptors()[0].excluded);
    REQUIRE(setExcluded(corpus.database(), id, false).ok());
    REQUIRE(!corpus.descriptors()[0].excluded);
    REQUIRE(setExcluded(corpus.database(), DescriptorId(99), true).error().code == ErrorCode::NotFound);
}

TEST_CASE("answers come back where they were stored, over block borders, and leave the rest unanswered") {
    std::vector<std::string> texts;
    for (int i = 0; i < 9000; ++i)
        texts.push_back("sentence " + std::to_string(i));
    SmallCorpus corpus(texts);
    corpus.add("taste");
    corpus.add("music");
    const auto engine = registerEngine(corpus.database(), "B", "test", "");
    std::string pattern;
    for (int i = 0; i < 4200; ++i)
        pattern += "yn-"[i % 3];
    REQUIRE(storeAnswers(corpus.database(), *engine, "taste", SentenceId(4000), letters(pattern)).ok());
    const auto answers = corpus.answers();
    REQUIRE(answers[0] == std::string(4000, '-') + pattern + std::string(800, '-'));
    REQUIRE(answers[1] == std::string(9000, '-'));
    const LabelCounts counts = countLabels(*loadLabels(corpus.database(), corpus.descriptors()));
    REQUIRE(counts.pairs == 18'000);
    REQUIRE(counts.yes == 1400);
    REQUIRE(counts.no == 1400);
    REQUIRE(counts.unanswered == 15'200);
    REQUIRE(counts.coverage() == Approx(2800.0 / 18'000));
}

TEST_CASE("storing an unanswered cell keeps the answer that is there") {
    SmallCorpus corpus({"a", "b", "c"});
    corpus.add("taste");
    const auto engine = registerEngine(corpus.database(), "B", "test", "");
    REQUIRE(storeAnswers(corpus.database(), *engine, "taste", SentenceId(0), letters("yn-")).ok());
    REQUIRE(storeAnswers(corpus.database(), *engine, "taste", SentenceId(0), letters("-yn")).ok());
    REQUIRE(corpus.answers()[0] == "yyn");
}

TEST_CASE("the newest engine that answered wins, cell by cell") {
    SmallCorpus corpus({"a", "b", "c", "d"});
    corpus.add("taste");
    const auto first = registerEngine(corpus.database(), "B", "one", "");
    REQUIRE(storeAnswers(corpus.database(), *first, "taste", SentenceId(0), letters("yyyn")).ok());
    const auto second = registerEngine(corpus.database(), "B", "two", "");
    REQUIRE(*second != *first);
    REQUIRE(storeAnswers(corpus.database(), *second, "taste", SentenceId(0), letters("nn-")).ok());
    REQUIRE(corpus.answers()[0] == "nnyn");
    // Another prompt of the same engine is another engine; other annotators stand beside B.
    REQUIRE(*registerEngine(corpus.database(), "B", "two", "hash") != *second);
    const auto person = registerEngine(corpus.database(), "Ada", "person", "");
    REQUIRE(storeAnswers(corpus.database(), *person, "taste", SentenceId(0), letters("y")).ok());
    REQUIRE(corpus.answers()[0] == "nnyn");
    REQUIRE(corpus.answers("Ada")[0] == "y---");
}

TEST_CASE("an engine that is asked again becomes the newest") {
    SmallCorpus corpus({"a", "b"});
    corpus.add("taste");
    const auto first = registerEngine(corpus.database(), "B", "one", "");
    REQUIRE(storeAnswers(corpus.database(), *first, "taste", SentenceId(0), letters("yy")).ok());
    REQUIRE(corpus.database().execute("UPDATE engine SET created_at = '2001-01-01T00:00:00.000Z'").ok());
    const auto second = registerEngine(corpus.database(), "B", "two", "");
    REQUIRE(storeAnswers(corpus.database(), *second, "taste", SentenceId(0), letters("nn")).ok());
    REQUIRE(
        corpus.database().execute("UPDATE engine SET created_at = '2002-01-01T00:00:00.000Z' WHERE spec = 'two'").ok());
    REQUIRE(corpus.answers()[0] == "nn");
    REQUIRE(*registerEngine(corpus.database(), "B", "one", "") == *first);
    REQUIRE(corpus.answers()[0] == "yy");
}

TEST_CASE("annotators are those with answers, B first") {
    SmallCorpus corpus({"a"});
    corpus.add("taste");
    REQUIRE(loadAnnotators(corpus.database())->empty());
    for (const char* name : {"Ada", "B", "Zoe", "Silent"}) {
        const auto engine = registerEngine(corpus.database(), name, "test", "");
        if (std::string(name) != "Silent")
            REQUIRE(storeAnswers(corpus.database(), *engine, "taste", SentenceId(0), letters("y")).ok());
    }
    REQUIRE(*loadAnnotators(corpus.database()) == std::vector<std::string>{"B", "Ada", "Zoe"});
}

TEST_CASE("damaged answers are refused") {
    SmallCorpus corpus({"a", "b"});
    corpus.add("taste");
    const auto engine = registerEngine(corpus.database(), "B", "test", "");
    REQUIRE(storeAnswers(corpus.database(), *engine, "taste", SentenceId(0), letters("yn")).ok());
    const auto load = [&] { return loadLabels(corpus.database(), corpus.descriptors()); };
    for (const char* damage :
         {"UPDATE label_block SET answers = x'0203'", "UPDATE label_block SET answers = x'020101'",
          "UPDATE label_block SET answers = x'0201', block = 1", "UPDATE label_block SET block = -1"}) {
        REQUIRE(load().ok());
        REQUIRE(corpus.database().execute("SAVEPOINT whole").ok());
        REQUIRE(corpus.database().execute(damage).ok());
        const auto damaged = load();
        REQUIRE(!damaged.ok());
        REQUIRE(damaged.error().code == ErrorCode::Corrupt);
        REQUIRE(corpus.database().execute("ROLLBACK TO whole; RELEASE whole").ok());
    }
}
