#include "core/descriptors/describe.h"

#include <csignal>
#include <map>

#include "tests/core/labels/small_corpus.h"
#include "tests/support/child.h"
#include "tests/support/fake_language_model.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using neuroscribe::test::FakeLanguageModel;
using neuroscribe::test::SmallCorpus;

namespace {

DescribeRequest madeRequest() {
    DescribeRequest request;
    request.example = SentenceId(0);
    request.exampleTopics = {"Size", "Fitness"};
    return request;
}

Status describe(SmallCorpus& corpus, FakeLanguageModel& model, const DescribeRequest& request = madeRequest(),
                std::stop_token stop = {}) {
    NullProgress progress;
    return describeWithModel(corpus.project, model, request, std::move(stop), progress);
}

std::map<std::string, std::uint32_t> found(SmallCorpus& corpus) {
    std::map<std::string, std::uint32_t> names;
    const auto descriptors = loadRawDescriptors(corpus.database());
    REQUIRE(descriptors.ok());
    for (const RawDescriptor& descriptor : *descriptors)
        names[descriptor.name] = descriptor.sentences;
    return names;
}

std::function<llm::Reply(const std::string&)> says(const std::string& text) {
    return [text](const std::string&) { return llm::Reply{.text = text}; };
}

using Names = std::map<std::string, std::uint32_t>;

} // namespace

TEST_CASE("every sentence is asked with the same example, and its answer becomes descriptors") {
    SmallCorpus corpus({"shoes that fit", "a fine tea"});
    FakeLanguageModel model;
    model.describe = [](const std::string& prompt) {
        return llm::Reply{.text = prompt.ends_with("tea") ? "Topics: [Taste, taste, Green  Tea]" : "1. Size\n2. Taste"};
    };
    REQUIRE(describe(corpus, model).ok());
    REQUIRE(model.asked.size() == 2);
    CHECK(model.asked[1] == "Identify at most 4 salient topics being discussed in a sentence.\nFor example, shoes that "
                            "fit\nExpected Concepts: [Size, Fitness].\nSentence:\na fine tea");
    CHECK(model.lastMaxTokens == 64);
    CHECK(found(corpus) == Names{{"taste", 2}, {"size", 1}, {"green tea", 1}});
    const auto counts = countDescriptions(corpus.database());
    REQUIRE(counts.ok());
    CHECK(counts->answered == 2);
    CHECK(counts->unanswered == 0);
    CHECK(counts->descriptors == 4);
    CHECK(counts->distinct == 3);
}

TEST_CASE("a language model needs an example where the prompt shows one") {
    SmallCorpus corpus({"shoes that fit"});
    FakeLanguageModel model;
    CHECK(describe(corpus, model, {}).error().code == ErrorCode::InvalidArgument);
    DescribeRequest request = madeRequest();
    request.exampleTopics.clear();
    CHECK(describe(corpus, model, request).error().code == ErrorCode::InvalidArgument);
    request = madeRequest();
    request.example = SentenceId(7);
    CHECK(describe(corpus, model, request).error().code == ErrorCode::NotFound);
    request = madeRequest();
    request.topics = 0;
    CHECK(describe(corpus, model, request).error().code == ErrorCode::InvalidArgument);
    request = madeRequest();
    request.maxTokens = 5000;
    CHECK(describe(corpus, model, request).error().code == ErrorCode::InvalidArgument);
    CHECK(model.asked.empty());
    CHECK(corpus.count("engine") == 0);
    request = {};
    request.prompt = "Topics of {sentence}?";
    CHECK(describe(corpus, model, request).ok());
    SmallCorpus empty({});
    CHECK(describe(empty, model, request).error().code == ErrorCode::MissingInput);
}

TEST_CASE("only what this engine with this prompt has not described is asked") {
    SmallCorpus corpus({"shoes that fit", "a fine tea"});
    const auto asks = [&](const DescribeRequest& request, const char* identity = "fake 1") {
        FakeLanguageModel model;
        model.identityText = identity;
        REQUIRE(describe(corpus, model, request).ok());
        return model.asked.size();
    };
    DescribeRequest request = madeRequest();
    CHECK(asks(request) == 2);
    CHECK(asks(request) == 0);
    test::addSentences(corpus.database(), {"a third one"});
    CHECK(asks(request) == 1);
    CHECK(asks(request, "fake 2") == 3);
    request.exampleTopics = {"Size"};
    CHECK(asks(request) == 3);
    request.topics = 3;
    CHECK(asks(request) == 3);
    request.prompt += "!";
    CHECK(asks(request) == 3);
    CHECK(asks(madeRequest()) == 0);
}

TEST_CASE("failures keep their reason and are asked again when told to") {
    SmallCorpus corpus({"shoes that fit", "a fine tea", "music"});
    FakeLanguageModel model;
    model.describe = [](const std::string& prompt) -> llm::Reply {
        if (prompt.ends_with("tea"))
            return {.text = "", .failure = llm::Failure::TimedOut, .detail = "30 s"};
        if (prompt.ends_with("music"))
            return {.text = "..."};
        return {.text = "Size"};
    };
    REQUIRE(describe(corpus, model).ok());
    auto counts = countDescriptions(corpus.database());
    CHECK(counts->answered == 1);
    CHECK(counts->unanswered == 2);
    CHECK(counts->failed == 2);
    auto origins = loadDescriptionOrigins(corpus.database(), SentenceId(1));
    REQUIRE(origins->size() == 1);
    CHECK(origins->front().description.failure == llm::Failure::TimedOut);
    CHECK(origins->front().description.detail == "30 s");
    CHECK(loadDescriptionOrigins(corpus.database(), SentenceId(2))->front().description.failure ==
          llm::Failure::Unparsable);
    model.asked.clear();
    REQUIRE(describe(corpus, model).ok());
    CHECK(model.asked.empty());
    DescribeRequest again = madeRequest();
    again.retryFailed = true;
    model.describe = says("Taste");
    REQUIRE(describe(corpus, model, again).ok());
    CHECK(model.asked.size() == 2);
    CHECK(found(corpus) == Names{{"size", 1}, {"taste", 2}});
    CHECK(countDescriptions(corpus.database())->unanswered == 0);
}

TEST_CASE("several engines make a union that remembers who said what") {
    SmallCorpus corpus({"shoes that fit"});
    FakeLanguageModel one;
    one.describe = says("Size, Fitness");
    FakeLanguageModel two;
    two.identityText = "fake 2";
    two.wrapper = "<|prompter|>{prompt}<|assistant|>";
    two.describe = says("SIZE, Comfort");
    REQUIRE(describe(corpus, one).ok());
    REQUIRE(describe(corpus, two).ok());
    CHECK(found(corpus) == Names{{"size", 1}, {"fitness", 1}, {"comfort", 1}});
    const auto counts = countDescriptions(corpus.database());
    CHECK(counts->answered == 2);
    CHECK(counts->descriptors == 3);
    const auto origins = loadDescriptionOrigins(corpus.database(), SentenceId(0));
    REQUIRE(origins->size() == 2);
    CHECK(origins->at(0).engine.identity == "fake 2");
    CHECK(origins->at(0).description.topics == std::vector<std::string>{"size", "comfort"});
    CHECK(origins->at(0).description.reply == "SIZE, Comfort");
    CHECK(origins->at(0).prompt == "<|prompter|>" + two.asked.front() + "<|assistant|>");
    CHECK(origins->at(1).description.topics == std::vector<std::string>{"size", "fitness"});
    CHECK(origins->at(1).description.askedAt > 1'600'000'000);

    // A new union begins with nobody; who is asked again is in it, with what it said.
    REQUIRE(leaveUnion(corpus.database()).ok());
    CHECK(found(corpus).empty());
    one.asked.clear();
    REQUIRE(describe(corpus, one).ok());
    CHECK(one.asked.empty());
    CHECK(found(corpus) == Names{{"size", 1}, {"fitness", 1}});
    CHECK(loadUnion(corpus.database())->size() == 1);
}

TEST_CASE("a stopped description keeps what was answered, and a dry run what it asked") {
    SmallCorpus corpus({"one", "two", "three", "four", "five", "six", "seven", "eight"});
    FakeLanguageModel model;
    model.atOnce = 1;
    std::stop_source stop;
    model.describe = [&](const std::string&) {
        if (model.asked.size() == 3)
            stop.request_stop();
        return llm::Reply{.text = "Taste"};
    };
    CHECK(describe(corpus, model, madeRequest(), stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(countDescriptions(corpus.database())->answered == 3);
    NullProgress progress;
    const auto estimate = estimateDescribe(corpus.project, model, madeRequest(), {}, progress);
    REQUIRE(estimate.ok());
    CHECK(estimate->prompts == 5);
    CHECK(estimate->trialPrompts == 3);
    CHECK(estimate->tokens.has_value());
    CHECK(countDescriptions(corpus.database())->answered == 6);
    model.asked.clear();
    REQUIRE(describe(corpus, model).ok());
    CHECK(model.asked.size() == 2);
}

TEST_CASE("descriptions that are killed go on where they were") {
    const test::ScratchFolder scratch;
    constexpr std::size_t kSentences = 400;
    {
        auto project = store::Project::create(scratch.file("study"));
        REQUIRE(project.ok());
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < kSentences; ++i)
            texts.push_back("sentence " + std::to_string(i));
        test::addSentences(project->writer(), texts);
    }
    const auto body = [&] {
        auto project = store::Project::open(scratch.file("study"));
        FakeLanguageModel model;
        model.logPath = scratch.file("log");
        model.delay = std::chrono::microseconds(200);
        NullProgress progress;
        return project && describeWithModel(*project, model, madeRequest(), {}, progress) ? 0 : 1;
    };
    const std::size_t atOnce = FakeLanguageModel().atOnce;
    for (std::size_t round = 1; round <= 3; ++round) {
        const pid_t child = test::startChild(body);
        while (!std::filesystem::exists(scratch.file("log")) ||
               FakeLanguageModel::readLog(scratch.file("log")).size() < round * 90)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        ::kill(child, SIGKILL);
        REQUIRE(test::waitFor(child) == 128 + SIGKILL);
    }
    REQUIRE(test::waitFor(test::startChild(body)) == 0);
    auto project = store::Project::open(scratch.file("study"));
    CHECK(countDescriptions(project->connection())->answered == kSentences);
    CHECK(FakeLanguageModel::readLog(scratch.file("log")).size() <= kSentences + 3 * 2 * atOnce);
}

TEST_CASE("the lexical engine describes without a model, anew when the corpus has changed") {
    std::vector<std::string> texts;
    for (int i = 0; i < 40; ++i)
        texts.push_back("the car and " + std::to_string(i) + " by the house");
    SmallCorpus corpus(texts);
    const test::ScratchFolder folder;
    const std::string wordnet = test::writeWordNet(folder);
    test::writeFile(folder.file("cntlist.rev"), "car%1:06:00:: 1 20\n");
    NullProgress progress;
    REQUIRE(describeLexically(corpus.project, 4, {}, progress, wordnet).ok());
    CHECK(found(corpus)["car"] == 40);
    const auto origins = loadDescriptionOrigins(corpus.database(), SentenceId(0));
    REQUIRE(origins->size() == 1);
    CHECK(origins->front().engine.spec == "lexical");
    CHECK(origins->front().prompt.empty());
    REQUIRE(describeLexically(corpus.project, 4, {}, progress, wordnet).ok());
    CHECK(corpus.count("engine") == 1);
    test::addSentences(corpus.database(), {"a mouse by the car"});
    REQUIRE(describeLexically(corpus.project, 4, {}, progress, wordnet).ok());
    CHECK(found(corpus)["car"] == 41);
    CHECK(corpus.count("description") == 41);
    CHECK(countDescriptions(corpus.database())->answered == 41);
    CHECK(describeLexically(corpus.project, 0, {}, progress, wordnet).error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    CHECK(describeLexically(corpus.project, 3, stop.get_token(), progress, wordnet).error().code ==
          ErrorCode::Cancelled);
}
