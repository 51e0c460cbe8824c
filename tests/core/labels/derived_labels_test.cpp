// Descriptors of several questions, as a merge leaves them: answers are the Kleene OR, and nothing is asked twice.
#include "core/labels/answer_origin.h"
#include "core/labels/labeler.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/support/fake_language_model.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::FakeLanguageModel;
using neuroscribe::test::SmallCorpus;

namespace {

using Words = std::vector<std::string>;

Answer answerOf(char letter) {
    return letter == 'y' ? Answer::Yes : letter == 'n' ? Answer::No : Answer::Unanswered;
}

void say(SmallCorpus& corpus, EngineId engine, const std::string& question, const std::string& letters) {
    std::vector<Answer> answers;
    for (const char letter : letters)
        answers.push_back(answerOf(letter));
    REQUIRE(storeAnswers(corpus.database(), engine, question, SentenceId(0), answers));
}

/// Merges as the curation does: the descriptor asks `further` as well.
void askAlso(SmallCorpus& corpus, const std::string& descriptor, const std::string& further, int position) {
    REQUIRE(corpus.database().execute(
        "INSERT OR IGNORE INTO question(text) VALUES('" + further +
        "'); INSERT INTO descriptor_question VALUES((SELECT id FROM descriptor WHERE name = '" + descriptor + "'), " +
        std::to_string(position) + ", (SELECT id FROM question WHERE text = '" + further + "'))"));
}

EngineId engineOf(SmallCorpus& corpus, const std::string& spec) {
    return registerEngine(corpus.database(), kLabelMatrixName, spec, "").value();
}

std::uint64_t label(SmallCorpus& corpus, FakeLanguageModel& model, const LabelRequest& request = {}) {
    NullProgress progress;
    REQUIRE(labelWithModel(corpus.project, model, request, {}, progress));
    return model.asked.size();
}

const Words kNine{"0", "1", "2", "3", "4", "5", "6", "7", "8"};

} // namespace

TEST_CASE("answers over several questions are their Kleene OR") {
    SmallCorpus corpus(kNine);
    corpus.add("food");
    const EngineId engine = engineOf(corpus, "import");
    say(corpus, engine, "food", "yyynnn---");
    say(corpus, engine, "meals", "yn-yn-yn-");
    CHECK_FALSE(corpus.descriptors()[0].isDerived());
    askAlso(corpus, "food", "meals", 1);
    CHECK(corpus.descriptors()[0].isDerived());
    CHECK(corpus.descriptors()[0].questions() == Words{"food", "meals"});
    CHECK(corpus.answers() == Words{"yyyyn-y--"});
    askAlso(corpus, "food", "dishes", 2); // nobody answered
    CHECK(corpus.answers() == Words{"yyyy--y--"});
    CHECK(loadEngineLabels(corpus.database(), corpus.descriptors(), engine)->at(SentenceId(6), 0) == Answer::Yes);
    const auto counts = countByEngine(corpus.database(), corpus.descriptors());
    REQUIRE(counts);
    CHECK(counts->front() == AnswersByEngine{{engine, 5}});
}

TEST_CASE("whose a derived answer is: the engine's that answered the question which decided") {
    SmallCorpus corpus(kNine);
    corpus.add("food");
    askAlso(corpus, "food", "meals", 1);
    const EngineId first = engineOf(corpus, "first");
    const EngineId second = engineOf(corpus, "second");
    say(corpus, first, "food", "ynnn-----");
    say(corpus, second, "meals", "yyn------");
    const auto counts = countByEngine(corpus.database(), corpus.descriptors());
    REQUIRE(counts);
    CHECK(counts->front() == AnswersByEngine{{first, 2}, {second, 1}});
}

TEST_CASE("a language model is asked each open question once, and none where one of them says Yes") {
    SmallCorpus corpus({"bread", "music", "paint"});
    corpus.add("food");
    corpus.add("sound");
    FakeLanguageModel model;
    model.judge = [](const std::string& prompt) {
        const bool yes = prompt.find("bread") != std::string::npos && prompt.find("food") != std::string::npos;
        return llm::YesNoReply{.verdict = yes ? llm::Verdict::Yes : llm::Verdict::No, .text = "said"};
    };
    CHECK(label(corpus, model) == 6);
    const EngineId meals = engineOf(corpus, "other");
    say(corpus, meals, "meals", "nnn");
    askAlso(corpus, "food", "sound", 1);
    model.asked.clear();
    CHECK(label(corpus, model) == 0); // both questions are answered
    askAlso(corpus, "food", "meals", 2);
    model.asked.clear();
    CHECK(label(corpus, model) == 2); // of "meals"; the first sentence is decided
    CHECK(model.asked[0].find("\"meals\"") != std::string::npos);
    CHECK(model.asked[0].find("bread") == std::string::npos);
    CHECK(corpus.answers() == Words{"ynn", "nnn"});
    model.asked.clear();
    CHECK(label(corpus, model) == 0);
}

TEST_CASE("two descriptors with one question ask it once") {
    SmallCorpus corpus({"bread", "music"});
    corpus.add("food");
    corpus.add("meals");
    askAlso(corpus, "meals", "food", 1);
    FakeLanguageModel model;
    model.judge = [](const std::string&) { return llm::YesNoReply{.verdict = llm::Verdict::No, .text = "No"}; };
    CHECK(label(corpus, model) == 4);
}

TEST_CASE("the lexical engine answers all questions of a descriptor by all its terms") {
    SmallCorpus corpus({"bread", "a meal", "a flute", "nothing"});
    corpus.add("bread");
    corpus.add("meal");
    NullProgress progress;
    REQUIRE(labelLexically(corpus.project, kLabelMatrixName, {}, progress));
    CHECK(corpus.answers() == Words{"ynnn", "nynn"});
    askAlso(corpus, "bread", "meal", 1);
    REQUIRE(addDescriptor(corpus.database(), "bread", {"flute"}));
    const auto counts = labelLexically(corpus.project, kLabelMatrixName, {}, progress);
    REQUIRE(counts);
    CHECK(counts->yes == 4);
    CHECK(counts->pairs == 8);
    CHECK(corpus.answers() == Words{"yyyn", "nynn"}); // what "meal" says by its own terms stands

    REQUIRE(corpus.database().execute("DELETE FROM descriptor_question; DELETE FROM descriptor_synonym"));
    CHECK(corpus.answers() == Words{"ynnn", "nynn"}); // undone: the former answers count again
}

TEST_CASE("lexical answers to terms that are no more the descriptor's give way to what others answered") {
    SmallCorpus corpus({"bread", "a meal"});
    corpus.add("bread");
    const EngineId file = engineOf(corpus, "import");
    say(corpus, file, "bread", "ny");
    const EngineId lexical =
        registerEngine(corpus.database(), kLabelMatrixName, "lexical", lexicalPromptHash(corpus.descriptors()[0], true))
            .value();
    say(corpus, lexical, "bread", "yn");
    CHECK(corpus.answers() == Words{"yn"});
    CHECK_FALSE(hasOtherTerms(llm::loadEngine(corpus.database(), lexical).value(), corpus.descriptors()[0]));
    REQUIRE(addDescriptor(corpus.database(), "bread", {"roll"}));
    CHECK(hasOtherTerms(llm::loadEngine(corpus.database(), lexical).value(), corpus.descriptors()[0]));
    CHECK(corpus.answers() == Words{"ny"});
}

TEST_CASE("the way back from a derived answer has the answers to every question") {
    SmallCorpus corpus(kNine);
    corpus.add("food");
    askAlso(corpus, "food", "meals", 1);
    const EngineId engine = engineOf(corpus, "import");
    say(corpus, engine, "food", "yyynnn---");
    say(corpus, engine, "meals", "yn-yn-yn-");
    const Descriptor descriptor = corpus.descriptors()[0];
    const std::string expected = corpus.answers()[0];
    for (std::uint32_t i = 0; i < 9; ++i) {
        const auto origins = loadAnswerOrigins(corpus.database(), SentenceId(i), descriptor);
        REQUIRE(origins);
        CHECK(standingAnswer(*origins, descriptor, kLabelMatrixName) == answerOf(expected[i]));
        CHECK(standingAnswer(*origins, descriptor, "nobody") == Answer::Unanswered);
    }
    const auto both = loadAnswerOrigins(corpus.database(), SentenceId(0), descriptor);
    REQUIRE(both->size() == 2);
    CHECK((*both)[0].question == "food");
    CHECK((*both)[1].question == "meals");
}
