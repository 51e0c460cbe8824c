#include "core/labels/answer_origin.h"

#include "core/labels/labeler.h"
#include "core/labels/pending_answers.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/support/fake_language_model.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::FakeLanguageModel;
using neuroscribe::test::SmallCorpus;

namespace {

std::vector<AnswerOrigin> origins(SmallCorpus& corpus, std::uint32_t sentence, const std::string& question) {
    auto found = loadAnswerOrigins(corpus.database(), SentenceId(sentence), question);
    REQUIRE(found.ok());
    return std::move(*found);
}

} // namespace

TEST_CASE("from a label the way leads back to engine, prompt, raw answer, margin and time") {
    SmallCorpus corpus({"fine bread", "bad bread"});
    corpus.add("taste");
    corpus.add("music");
    const auto import = registerEngine(corpus.database(), "B", "import", "");
    REQUIRE(storeAnswers(corpus.database(), *import, "taste", SentenceId(0), {Answer::No}).ok());
    FakeLanguageModel model;
    model.judge = [](const std::string& prompt) -> llm::YesNoReply {
        if (prompt.find("bad") != std::string::npos)
            return {.text = "I can't say", .failure = llm::Failure::Refused, .detail = "400"};
        return {.verdict = llm::Verdict::Yes, .margin = 1.5F, .text = "**Yes**, it does"};
    };
    LabelRequest request;
    request.annotator = "judge";
    model.wrapper = "<|prompter|>{prompt}<|assistant|>";
    NullProgress progress;
    REQUIRE(labelWithModel(corpus.project, model, request, {}, progress).ok());

    const auto fine = origins(corpus, 0, "taste");
    REQUIRE(fine.size() == 2);
    CHECK(fine[0].engine.annotator == "judge");
    CHECK(fine[0].engine.identity == "fake 1");
    CHECK(fine[0].engine.device == "fake");
    CHECK(fine[0].answer == Answer::Yes);
    CHECK(fine[0].margin == 1.5F);
    CHECK(fine[0].reply == "**Yes**, it does");
    CHECK(fine[0].prompt == "<|prompter|>" + model.asked.front() + "<|assistant|>");
    CHECK(fine[0].askedAt > 1'600'000'000);
    CHECK(fine[1].engine.spec == "import");
    CHECK(fine[1].answer == Answer::No);
    CHECK(fine[1].prompt.empty());
    CHECK(!fine[1].margin);

    const auto bad = origins(corpus, 1, "music");
    REQUIRE(bad.size() == 1);
    CHECK(bad[0].answer == Answer::Unanswered);
    CHECK(bad[0].failure == llm::Failure::Refused);
    CHECK(bad[0].detail == "400");
    CHECK(bad[0].reply == "I can't say");

    REQUIRE(setMarginThreshold(corpus.database(), "judge", 2).ok());
    CHECK(origins(corpus, 0, "taste")[0].answer == Answer::No);
    CHECK(origins(corpus, 0, "never asked").empty());
    CHECK(loadAnswerOrigins(corpus.database(), SentenceId(9), "taste").error().code == ErrorCode::NotFound);
}

TEST_CASE("what a killed run left pending counts at once") {
    SmallCorpus corpus({"one", "two", "three"});
    corpus.add("taste");
    FakeLanguageModel model;
    const auto engine = registerEngine(corpus.database(), "B", "fake", "");
    const auto question = QuestionId(1);
    REQUIRE(storeAnswers(corpus.database(), *engine, "taste", SentenceId(0), {Answer::No}).ok());
    const std::vector<PendingAnswer> pending{
        {.question = question, .sentence = SentenceId(1), .answer = Answer::Yes, .margin = 0.5F, .reply = "Yes"},
        {.question = question, .sentence = SentenceId(2), .failure = llm::Failure::TimedOut, .detail = "30 s"}};
    REQUIRE(addPending(corpus.database(), *engine, pending).ok());
    const auto check = [&] {
        CHECK(corpus.answers()[0] == "ny-");
        CHECK(origins(corpus, 1, "taste").front().reply == "Yes");
        CHECK(origins(corpus, 2, "taste").front().failure == llm::Failure::TimedOut);
        CHECK(origins(corpus, 0, "taste").front().answer == Answer::No);
    };
    check();
    REQUIRE(foldPending(corpus.database(), *engine).ok());
    CHECK(corpus.count("label_pending") == 0);
    check();
    // Asked again, and answered this time.
    REQUIRE(addPending(corpus.database(), *engine,
                       std::vector<PendingAnswer>{
                           {.question = question, .sentence = SentenceId(2), .answer = Answer::No, .askedAt = 7}})
                .ok());
    REQUIRE(foldPending(corpus.database(), *engine).ok());
    CHECK(corpus.answers()[0] == "nyn");
    CHECK(origins(corpus, 2, "taste").front().failure == llm::Failure::None);
    CHECK(origins(corpus, 2, "taste").front().detail.empty());
}

TEST_CASE("raw answers that are the same are stored once, and long ones are cut between characters") {
    SmallCorpus corpus({"one", "two", "three"});
    corpus.add("taste");
    const auto engine = registerEngine(corpus.database(), "B", "fake", "");
    std::string longText = "x";
    while (longText.size() < 5000)
        longText += "\xC3\xA9";
    std::vector<PendingAnswer> pending;
    for (std::uint32_t i = 0; i < 3; ++i)
        pending.push_back({.question = QuestionId(1), .sentence = SentenceId(i), .answer = Answer::Yes});
    pending[0].reply = pending[1].reply = "Yes";
    pending[2].reply = longText;
    REQUIRE(addPending(corpus.database(), *engine, pending).ok());
    REQUIRE(foldPending(corpus.database(), *engine).ok());
    CHECK(corpus.count("reply_text") == 2);
    const std::string cut = origins(corpus, 2, "taste").front().reply;
    CHECK(cut.size() == 1999);
    CHECK(longText.starts_with(cut));
}

TEST_CASE("damage in what answers came with is an error") {
    SmallCorpus corpus({"one", "two"});
    corpus.add("taste");
    FakeLanguageModel model;
    NullProgress progress;
    REQUIRE(labelWithModel(corpus.project, model, {}, {}, progress).ok());
    REQUIRE(setMarginThreshold(corpus.database(), "B", 0.25).ok());
    for (const char* damage :
         {"UPDATE label_detail SET margins = x'00'", "UPDATE label_detail SET replies = x'0200000002000000'",
          "UPDATE label_detail SET failures = x'4040'", "UPDATE label_detail SET margins = zeroblob(20000)"}) {
        REQUIRE(corpus.database().execute("SAVEPOINT whole").ok());
        REQUIRE(corpus.database().execute(damage).ok());
        CHECK(loadAnswerOrigins(corpus.database(), SentenceId(0), "taste").error().code == ErrorCode::Corrupt);
        REQUIRE(corpus.database().execute("ROLLBACK TO whole; RELEASE whole").ok());
    }
    REQUIRE(corpus.database().execute("UPDATE label_detail SET margins = x'00'").ok());
    CHECK(loadLabels(corpus.database(), corpus.descriptors()).error().code == ErrorCode::Corrupt);
}
