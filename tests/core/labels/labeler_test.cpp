#include "core/labels/labeler.h"

#include <cmath>

#include "core/llm/engine_record.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/support/fake_language_model.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::FakeLanguageModel;
using neuroscribe::test::SmallCorpus;

namespace {

Result<LabelCounts> label(SmallCorpus& corpus, FakeLanguageModel& model, const LabelRequest& request = {},
                          std::stop_token stop = {}) {
    NullProgress progress;
    return labelWithModel(corpus.project, model, request, std::move(stop), progress);
}

/// Yes where the descriptor's word stands in the review.
llm::YesNoReply byWord(const std::string& prompt) {
    const std::size_t quote = prompt.rfind("\"?");
    const std::size_t start = prompt.rfind('"', quote - 1) + 1;
    const std::string word = prompt.substr(start, quote - start);
    return {.verdict = prompt.find(word) < start ? llm::Verdict::Yes : llm::Verdict::No, .text = "said"};
}

} // namespace

TEST_CASE("a language model answers every question about every sentence, sentence by sentence") {
    SmallCorpus corpus({"bread and music", "just bread", "only music", "none of them"});
    corpus.add("bread");
    corpus.add("music");
    FakeLanguageModel model;
    model.judge = byWord;
    const auto counts = label(corpus, model);
    REQUIRE(counts.ok());
    CHECK(counts->pairs == 8);
    CHECK(counts->yes == 4);
    CHECK(counts->no == 4);
    CHECK(corpus.answers() == std::vector<std::string>{"yynn", "ynyn"});
    REQUIRE(model.asked.size() == 8);
    CHECK(model.asked[0] == R"(Q: Does the Review: "bread and music" talk about "bread"? Answer in Yes/No A:)");
    CHECK(model.asked[1] == R"(Q: Does the Review: "bread and music" talk about "music"? Answer in Yes/No A:)");
    CHECK(model.asked[2].find("just bread") != std::string::npos);
}

TEST_CASE("only what this engine with this prompt has not answered is asked") {
    SmallCorpus corpus({"bread and music", "just bread"});
    corpus.add("bread");
    const auto asks = [&](const LabelRequest& request = {}, const char* identity = "fake 1") {
        FakeLanguageModel model;
        model.identityText = identity;
        REQUIRE(label(corpus, model, request).ok());
        return model.asked.size();
    };
    CHECK(asks() == 2);
    CHECK(asks() == 0);
    test::addSentences(corpus.database(), {"a third one"});
    CHECK(asks() == 1);
    corpus.add("music");
    CHECK(asks() == 3);
    // The question is what is asked about; the name is only shown.
    REQUIRE(corpus.database().execute("UPDATE descriptor SET name = 'songs' WHERE name = 'music'").ok());
    CHECK(asks() == 0);
    REQUIRE(corpus.database()
                .execute("INSERT INTO question(text) VALUES ('songs'); UPDATE descriptor SET question_id = "
                         "(SELECT id FROM question WHERE text = 'songs') WHERE name = 'songs'")
                .ok());
    CHECK(asks() == 3);
    CHECK(asks({}, "fake 2") == 6);
    LabelRequest other;
    other.prompt = "Is {descriptor} in {sentence}?";
    CHECK(asks(other) == 6);
    CHECK(asks() == 0);
    other.annotator = "judge";
    CHECK(asks(other) == 6);
}

TEST_CASE("what fails stays unanswered with its reason, and is asked again only when told to") {
    SmallCorpus corpus({"bread and music", "just bread", "only music"});
    corpus.add("bread");
    FakeLanguageModel model;
    model.judge = [](const std::string& prompt) -> llm::YesNoReply {
        if (prompt.find("just") != std::string::npos)
            return {.failure = llm::Failure::Refused, .detail = "400: no"};
        if (prompt.find("only") != std::string::npos)
            return {.text = "maybe"}; // an engine that gives no reason
        return byWord(prompt);
    };
    auto counts = label(corpus, model);
    REQUIRE(counts.ok());
    CHECK(counts->unanswered == 2);
    CHECK(counts->coverage() == Approx(1.0 / 3));
    CHECK(corpus.answers()[0] == "y--");
    model.asked.clear();
    REQUIRE(label(corpus, model).ok());
    CHECK(model.asked.empty());
    model.judge = byWord;
    LabelRequest again;
    again.retryFailed = true;
    counts = label(corpus, model, again);
    CHECK(model.asked.size() == 2);
    CHECK(counts->unanswered == 0);
    CHECK(corpus.answers()[0] == "yyn");
}

TEST_CASE("answers come back from blocks as they were given, over block borders") {
    std::vector<std::string> texts;
    for (int i = 0; i < 9000; ++i)
        texts.push_back("sentence " + std::to_string(i));
    SmallCorpus corpus(texts);
    corpus.add("taste");
    corpus.add("music");
    FakeLanguageModel model;
    model.atOnce = 512;
    REQUIRE(label(corpus, model).ok());
    CHECK(corpus.count("label_pending") == 0);
    const auto answers = corpus.answers();
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t c = 0; c < 2; ++c) {
            const auto reply = model.judge(model.asked[2 * i + c]);
            REQUIRE(answers[c][i] == (reply.verdict == llm::Verdict::Yes ? 'y' : 'n'));
        }
}

TEST_CASE("the threshold on margins moves without asking again") {
    SmallCorpus corpus({"a", "b", "c", "d", "e"});
    corpus.add("taste");
    FakeLanguageModel model;
    const std::vector<float> margins{-2.0F, -0.5F, 0.25F, 1.0F, 3.0F};
    model.judge = [&](const std::string& prompt) -> llm::YesNoReply {
        const float margin = margins[static_cast<std::size_t>(prompt[21] - 'a')];
        return {.verdict = margin > 0 ? llm::Verdict::Yes : llm::Verdict::No, .margin = margin};
    };
    REQUIRE(label(corpus, model).ok());
    CHECK(corpus.answers()[0] == "nnyyy");
    REQUIRE(setMarginThreshold(corpus.database(), "B", 1.0).ok());
    CHECK(corpus.answers()[0] == "nnn-y");
    REQUIRE(setMarginThreshold(corpus.database(), "B", -1.0).ok());
    CHECK(corpus.answers()[0] == "nyyyy");
    // Stored with the engine: running again keeps it.
    model.asked.clear();
    REQUIRE(label(corpus, model)->yes == 4);
    CHECK(model.asked.empty());
    REQUIRE(setMarginThreshold(corpus.database(), "B", 0).ok());
    CHECK(corpus.answers()[0] == "nnyyy");
    CHECK(setMarginThreshold(corpus.database(), "B", std::nan("")).error().code == ErrorCode::InvalidArgument);
    CHECK(setMarginThreshold(corpus.database(), "Ada", 1).error().code == ErrorCode::MissingInput);
}

TEST_CASE("a run that is stopped or fails keeps what was answered, and the next one goes on") {
    SmallCorpus corpus({"one", "two", "three", "four", "five", "six"});
    corpus.add("taste");
    corpus.add("music");
    FakeLanguageModel model;
    model.atOnce = 1;
    std::stop_source stop;
    const auto judge = model.judge;
    model.judge = [&](const std::string& prompt) {
        if (model.asked.size() == 5)
            stop.request_stop();
        return judge(prompt);
    };
    CHECK(label(corpus, model, {}, stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(corpus.count("label_pending") == 0);
    model.asked.clear();
    model.failure = Error{ErrorCode::Io, "fake", "the key is refused", ""};
    model.failAfter = 3;
    CHECK(label(corpus, model).error().why == "the key is refused");
    const std::size_t answeredBefore = 5 + 3;
    model.asked.clear();
    model.failure.reset();
    REQUIRE(label(corpus, model)->unanswered == 0);
    CHECK(model.asked.size() == 12 - answeredBefore);
}

TEST_CASE("a dry run tells prompts, tokens and time, and keeps what it asked") {
    SmallCorpus corpus({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"});
    corpus.add("taste");
    corpus.add("music");
    FakeLanguageModel model;
    model.atOnce = 4;
    NullProgress progress;
    auto estimate = estimateLabels(corpus.project, model, {}, {}, progress);
    REQUIRE(estimate.ok());
    CHECK(estimate->prompts == 20);
    CHECK(estimate->trialPrompts == 12);
    CHECK(model.asked.size() == 12);
    CHECK(estimate->seconds > 0);
    std::uint64_t bytes = 0;
    REQUIRE(label(corpus, model).ok());
    REQUIRE(model.asked.size() == 20);
    for (const std::string& prompt : model.asked)
        bytes += prompt.size();
    CHECK(estimate->tokens == bytes);
    estimate = estimateLabels(corpus.project, model, {}, {}, progress);
    CHECK(estimate->prompts == 0);
    CHECK(estimate->seconds == 0);
    model.counts = false;
    test::addSentences(corpus.database(), {"eleven"});
    CHECK(!estimateLabels(corpus.project, model, {}, {}, progress)->tokens);
}

TEST_CASE("a language model needs descriptors, sentences and a prompt that asks") {
    SmallCorpus corpus({});
    FakeLanguageModel model;
    CHECK(label(corpus, model).error().code == ErrorCode::MissingInput);
    corpus.add("taste");
    CHECK(label(corpus, model).error().code == ErrorCode::MissingInput);
    test::addSentences(corpus.database(), {"a sentence"});
    LabelRequest request;
    request.prompt = "Is it {descriptor}?";
    CHECK(label(corpus, model, request).error().code == ErrorCode::InvalidArgument);
    request = {};
    request.pairs = PairSet(5, 1, true);
    CHECK(label(corpus, model, request).error().code == ErrorCode::Mismatch);
    CHECK(model.asked.empty());
    CHECK(corpus.count("engine") == 0);
}
