// describe and label: engines asked, samples drawn, answers traced back, killed and taken up again.
#include <atomic>
#include <csignal>
#include <map>
#include <set>
#include <thread>

#include "core/extraction/extractor.h"
#include "core/llm/http_client.h"
#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_model.h"

#if NEUROSCRIBE_WITH_HTTP
#include "tests/support/model_server.h"
#endif

namespace neuroscribe::test {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;

std::string importStudy(const ScratchFolder& scratch, const std::string& name, int sentences) {
    writeFile(scratch.file("made.jsonl"), madeReviews(sentences));
    REQUIRE(runCli({"new", "-p", scratch.file(name)}).status == 0);
    runJson({"import", scratch.file("made.jsonl"), "--language", "any", "-p", scratch.file(name)});
    return scratch.file(name);
}

Arguments with(Arguments arguments, const Arguments& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::string exported(const ScratchFolder& scratch, const std::string& study, const Arguments& what) {
    const std::string out = scratch.file("exported");
    runJson(with({"export", "-p", study, "--out", out, "--what"}, what));
    return readFile(out);
}

std::string stateOf(const std::string& study, const std::string& step) {
    const json report = runJson({"status", "-p", study});
    for (const json& one : report["steps"])
        if (one["step"] == step)
            return one["state"];
    return {};
}

} // namespace

TEST_CASE("the lexical engine describes a study without a model") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 120);
    const json counts = runJson({"describe", "-p", study, "--engine", "lexical", "--topics", "3"});
    CHECK(counts["answered"] == 120);
    CHECK(counts["unanswered"] == 0);
    CHECK(counts["descriptors"].get<int>() > 120);
    CHECK(counts["distinct"].get<int>() > 5);
    CHECK(stateOf(study, "descriptors") == "partial"); // named, and none is a descriptor yet
    const std::string topics = exported(scratch, study, {"topics"});
    CHECK(topics.starts_with("name,sentences\n"));
    CHECK(topics.find("garden") != std::string::npos);
    const json sentence = runJson({"status", "-p", study, "--sentence", "0"});
    CHECK(sentence["topics"].size() == 1);
    CHECK(sentence["topics"][0]["engine"]["spec"] == "lexical");
    CHECK(sentence["topics"][0]["topics"].size() == 3);
    CHECK(runCli({"status", "-p", study, "--sentence", "0"}).out.find("lexical") != std::string::npos);
    CHECK(runCli({"status", "-p", study, "--sentence", "120"}).status == 1);
}

TEST_CASE("an engine that can't be opened leaves the topics of the study as they were") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 20);
    runJson({"describe", "-p", study, "--engine", "lexical"});
    const std::string topics = exported(scratch, study, {"topics"});
    CHECK(runCli({"describe", "-p", study, "--engine", scratch.file("none"), "--example", "3", "--example-topics", "a"})
              .status == 1);
    CHECK(exported(scratch, study, {"topics"}) == topics);
    CHECK(runJson({"status", "-p", study, "--sentence", "0"})["topics"][0]["engine"]["spec"] == "lexical");
}

TEST_CASE("options that do not fit one another are wrong usage") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 20);
    for (const Arguments& arguments : std::vector<Arguments>{
             {"describe"},
             {"describe", "--engine", "a folder"},
             {"describe", "--engine", "openai:nonsense"},
             {"describe", "--engine", "lexical", "--topics", "0"},
             {"describe", "--engine", "lexical", "--dry-run"},
             {"describe", "--engine", "lexical", "--prompt", "file"},
             {"label", "--engine", "lexical", "--wrapper", "plain"},
             {"label", "--import", "y", "--retry-failed"},
             {"label", "--import", "y", "--margin", "1"},
             {"label"},
             {"label", "--engine", "lexical", "--sentences", "balanced", "--as", "judge"},
             {"label", "--engine", "lexical", "--dry-run"},
             {"label", "--engine", "openai:http://localhost:1#m", "--sentences", "balanced"},
             {"label", "--engine", "openai:http://localhost:1#m", "--sentences", "exemplars", "--as", "judge"},
             {"label", "--engine", "openai:http://localhost:1#m", "--neurons", "random:10", "--as", "judge"},
             {"label", "--engine", "x", "--sentences", "exemplars", "--neurons", "random:0", "--as", "judge"},
             {"label", "--engine", "x", "--sentences", "exemplars", "--neurons", "1/2,x", "--as", "judge"},
             {"label", "--engine", "x", "--import", "y"}}) {
        const Finished finished = runCli(with(arguments, {"-p", study}));
        INFO(arguments.back() << ": " << finished.err);
        CHECK(finished.status == 2);
    }
    CHECK(runCli({"label", "--margin", "1", "-p", study}).status == 1); // nobody gave margins
}

#if NEUROSCRIBE_WITH_HTTP

namespace {

/// Says Yes about what the review names, No about the rest; topics are two words of the review.
Answered sensible(const Asked& asked) {
    const std::string& prompt = asked.prompt;
    if (!prompt.starts_with("Q: "))
        return {.text = "Topics: [Garden, " + prompt.substr(prompt.rfind(' ') + 1) + "]"};
    const std::size_t quote = prompt.rfind("\"?");
    const std::size_t begin = prompt.rfind('"', quote - 1) + 1;
    const std::string word = prompt.substr(begin, quote - begin);
    return {.text = prompt.find(word) < begin ? "**Yes**, it does" : "No."};
}

const Arguments kQuestions{"--descriptor", "bread", "--descriptor", "house", "--descriptor", "music"};

void extractSynthetic(const std::string& study) {
    auto project = store::Project::open(study);
    REQUIRE(project);
    SyntheticEncoder encoder(2, 12);
    const SyntheticTokenizer tokenizer;
    extraction::ExtractOptions options;
    options.model = "synthetic";
    NullProgress progress;
    REQUIRE(extraction::extract(*project, encoder, tokenizer, options, {}, progress));
}

} // namespace

TEST_CASE("a server names topics and answers questions, and every answer leads back to how it was asked") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 40);
    ModelServer server(sensible);
    const json topics = runJson({"describe", "-p", study, "--engine", server.spec(), "--engine", "lexical", "--example",
                                 "3", "--example-topics", "Size,Fit"});
    CHECK(topics["answered"] == 80);
    CHECK(topics["distinct"].get<int>() > 5);
    CHECK(server.requests() == 40);
    CHECK(server.log()[0].prompt.find("Expected Concepts: [Size, Fit].") != std::string::npos);

    const json estimate = runJson(with({"label", "-p", study, "--engine", server.spec(), "--dry-run"}, kQuestions));
    CHECK(estimate["prompts"] == 120);
    CHECK(estimate["tokens"].is_null());
    CHECK(estimate["trial_prompts"].get<int>() > 0);
    CHECK(estimate["seconds"].is_number());
    const Finished labelled = runCli({"label", "-p", study, "--engine", server.spec(), "--json"});
    INFO(labelled.err);
    CHECK(labelled.status == 0);
    CHECK(labelled.err.find("127.0.0.1") != std::string::npos); // what is sent where
    CHECK(labelled.json()["pairs"] == 120);
    CHECK(labelled.json()["coverage"] == 1);
    CHECK(server.requests() == 40 + 120); // the trial's answers were kept
    CHECK(stateOf(study, "labels") == "done");

    const json sentence = runJson({"status", "-p", study, "--sentence", "5"});
    CHECK(sentence["topics"].size() == 2);
    REQUIRE(sentence["answers"].size() == 3);
    const json& answer = sentence["answers"][0];
    CHECK(answer["descriptor"] == "bread");
    CHECK(answer["annotator"] == "B");
    CHECK(answer["engine"]["spec"] == server.spec());
    CHECK(answer["asked_at"].get<std::string>().starts_with("20"));
    const bool named = sentence["text"].get<std::string>().find("bread") != std::string::npos;
    CHECK(answer["answer"] == (named ? "yes" : "no"));
    CHECK(answer["reply"] == (named ? "**Yes**, it does" : "No."));
    CHECK(answer["prompt"].get<std::string>().find(sentence["text"].get<std::string>()) != std::string::npos);
}

TEST_CASE("answers that are none leave gaps: status 4, and they are asked again when told to") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 20);
    std::atomic<bool> moody = true;
    ModelServer server([&](const Asked& asked) {
        return moody && asked.prompt.find("\"bread\"?") != std::string::npos ? Answered{.text = "Maybe"}
                                                                             : sensible(asked);
    });
    const Arguments arguments = with({"label", "-p", study, "--engine", server.spec(), "--json"}, kQuestions);
    Finished finished = runCli(arguments);
    CHECK(finished.status == 4);
    CHECK(finished.json()["unanswered"] == 20);
    CHECK(stateOf(study, "labels") == "partial");
    const json sentence = runJson({"status", "-p", study, "--sentence", "0"});
    CHECK(sentence["answers"][0]["failure"] == "unparsable");
    CHECK(sentence["answers"][0]["reply"] == "Maybe");
    moody = false;
    CHECK(runCli(arguments).status == 4);
    CHECK(server.requests() == 60);
    finished = runCli(with(arguments, {"--retry-failed"}));
    CHECK(finished.status == 0);
    CHECK(server.requests() == 80);
}

TEST_CASE("reference annotators answer samples beside B") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 300);
    ModelServer server(sensible);
    runJson(with({"label", "-p", study, "--engine", server.spec()}, kQuestions));
    const std::string before = exported(scratch, study, {"labels"});
    const Arguments judge{"label", "-p", study, "--engine", server.spec(), "--as"};
    const json balanced = runJson(with(judge, {"judge", "--sentences", "balanced", "--seed", "4"}));
    CHECK(balanced["pairs"] == 3 * 30);
    CHECK(balanced["yes"] == 45); // this judge agrees with B
    CHECK(server.requests() == 900 + 90);
    runJson(with(judge, {"judge", "--sentences", "balanced", "--seed", "4"}));
    CHECK(server.requests() == 900 + 90);

    extractSynthetic(study);
    const Arguments exemplars =
        with(judge, {"other", "--sentences", "exemplars", "--neurons", "random:4", "-k", "10", "--seed", "4"});
    const int pairs = runJson(exemplars)["pairs"];
    CHECK(pairs % 3 == 0);
    CHECK(pairs / 3 > 15);
    CHECK(pairs / 3 <= 4 * 15);
    CHECK(server.requests() == 990 + static_cast<std::size_t>(pairs));
    runJson(exemplars);
    CHECK(server.requests() == 990 + static_cast<std::size_t>(pairs));
    CHECK(exported(scratch, study, {"labels"}) == before);
}

TEST_CASE("a prompt of one's own is a file, and another question") {
    const ScratchFolder scratch;
    const std::string study = importStudy(scratch, "study", 10);
    ModelServer server([](const Asked&) { return Answered{.text = "no"}; });
    writeFile(scratch.file("prompt.txt"), "{sentence} -- {descriptor}?\n");
    writeFile(scratch.file("wrapper.txt"), "<<{prompt}>>\n");
    runJson(with({"label", "-p", study, "--engine", server.spec()}, kQuestions));
    runJson({"label", "-p", study, "--engine", server.spec(), "--prompt", scratch.file("prompt.txt"), "--wrapper",
             scratch.file("wrapper.txt")});
    REQUIRE(server.requests() == 60);
    CHECK(server.log().back().prompt.starts_with("<<number"));
    CHECK(server.log().back().prompt.find("-- ") != std::string::npos);
    CHECK(server.log().back().prompt.ends_with("?>>"));
    const json sentence = runJson({"status", "-p", study, "--sentence", "0"});
    CHECK(sentence["answers"][0]["prompt"].get<std::string>().starts_with("<<number"));
    writeFile(scratch.file("prompt.txt"), "no placeholders");
    CHECK(runCli({"label", "-p", study, "--engine", server.spec(), "--prompt", scratch.file("prompt.txt")}).status ==
          1);
}

/// Nothing new arrives for a while.
void waitUntilIdle(const ModelServer& server) {
    for (std::size_t before = SIZE_MAX; before != server.requests();) {
        before = server.requests();
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
}

TEST_CASE("labelling through a server that is killed three times asks nothing twice but what was under way") {
    const ScratchFolder scratch;
    const std::string calm = importStudy(scratch, "calm", 200);
    const std::string killed = importStudy(scratch, "killed", 200);
    ModelServer server([](const Asked& asked) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return sensible(asked);
    });
    const auto label = [&](const std::string& study) {
        return with({"label", "-p", study, "--engine", server.spec(), "--json"}, kQuestions);
    };
    REQUIRE(runCli(label(calm)).status == 0);
    const std::size_t calmRequests = server.requests();
    CHECK(calmRequests == 600);
    std::map<std::string, int> mayRepeat;
    for (int round = 1; round <= 3; ++round) {
        Running running(label(killed));
        while (server.requests() < calmRequests + static_cast<std::size_t>(round) * 140)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        running.signal(SIGKILL);
        CHECK(running.wait().status == 128 + SIGKILL);
        waitUntilIdle(server); // what the killed run had sent is still being read
        const auto log = server.log();
        // A window of requests that were sent, and as many that were answered and not committed.
        const std::size_t underWay = 2 * llm::HttpSettings().connections;
        for (std::size_t i = log.size() - std::min(log.size(), underWay); i < log.size(); ++i)
            ++mayRepeat[log[i].prompt];
    }
    CHECK(runCli(label(killed)).status == 0);
    CHECK(exported(scratch, killed, {"labels"}) == exported(scratch, calm, {"labels"}));
    std::map<std::string, int> asked;
    const auto log = server.log();
    for (std::size_t i = calmRequests; i < log.size(); ++i)
        ++asked[log[i].prompt];
    CHECK(asked.size() == 600);
    for (const auto& [prompt, times] : asked) {
        INFO(prompt);
        REQUIRE(times <= 1 + mayRepeat[prompt]);
    }
}

#endif

TEST_CASE("labelling with local models that is killed three times ends as if it never was") {
    const auto shared = sharedFolder();
    SKIP_UNLESS(shared && nnBuilt(), "no shared models or no nn module");
    for (const char* model : {"tiny-t5", "tiny-gpt-neox"}) {
        INFO(model);
        const ScratchFolder scratch;
        const auto label = [&](const std::string& study) {
            return Arguments{
                "label",    "-p",           study,       "--engine",   (*shared / "models" / model).string(),
                "--device", "cpu",          "--threads", "1",          "--descriptor",
                "bread",    "--descriptor", "house",     "--progress", "json"};
        };
        const std::string calm = importStudy(scratch, "calm", 400);
        const Finished finished = runCli(label(calm));
        INFO(finished.err);
        REQUIRE((finished.status == 0 || finished.status == 4)); // a random model may be undecided
        const std::string killed = importStudy(scratch, "killed", 400);
        for (const int milliseconds : {0, 60, 150}) {
            Running running(label(killed));
            if (!running.waitForError("\"step\":\"label\""))
                break; // the earlier rounds finished everything
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            running.signal(SIGKILL);
            running.wait();
        }
        CHECK(runCli(label(killed)).status == finished.status);
        CHECK(exported(scratch, killed, {"labels"}) == exported(scratch, calm, {"labels"}));
        const auto margin = [&](const std::string& study) {
            return runJson({"status", "-p", study, "--sentence", "7"})["answers"][0]["margin"].get<double>();
        };
        CHECK(margin(killed) == Approx(margin(calm)).margin(1e-4));
        CHECK(runCli({"label", "-p", killed, "--margin", "1000", "--json"}).json()["yes"] == 0);
        CHECK(runCli({"label", "-p", killed, "--margin", "0", "--json"}).json() ==
              runCli({"label", "-p", calm, "--margin", "0", "--json"}).json());
    }
}

} // namespace neuroscribe::test
