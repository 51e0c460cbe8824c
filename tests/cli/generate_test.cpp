// generate: local models as their expected.json says, servers as they answer, the key nowhere.
#include <cstdlib>
#include <filesystem>

#include <sys/stat.h>

#include "tests/cli/cli_process.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

#if NEUROSCRIBE_WITH_HTTP
#include "tests/support/model_server.h"
#endif

namespace neuroscribe::test {
namespace {

using nlohmann::json;

std::vector<json> linesOf(const std::string& out) {
    std::vector<json> lines;
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t end = out.find('\n', at);
        REQUIRE(end != std::string::npos);
        lines.push_back(json::parse(out.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

void checkModel(const std::filesystem::path& folder) {
    INFO(folder);
    const json expected = json::parse(readFile((folder / "expected.json").string()));
    const ScratchFolder scratch;
    std::string in;
    for (const json& one : expected)
        in += json{{"input_ids", one["input_ids"]}}.dump() + "\n";
    writeFile(scratch.file("in"), in);
    const Finished finished =
        runCli({"generate", "--engine", folder.string(), "--in", scratch.file("in"), "--max-tokens", "8", "--yes-no"});
    INFO(finished.err);
    REQUIRE(finished.status == 0);
    const auto lines = linesOf(finished.out);
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(lines[i]["ids"] == expected[i]["greedy"]);
        CHECK(lines[i]["text"].is_string());
        CHECK(lines[i]["yes_logit"].is_number());
        CHECK(lines[i]["no_logit"].is_number());
        CHECK(lines[i]["margin"].is_number());
    }
}

} // namespace

TEST_CASE("generate writes what the models write elsewhere") {
    const auto shared = sharedFolder();
    SKIP_UNLESS(shared && nnBuilt(), "no shared models or no nn module");
    for (const char* name : {"tiny-t5", "tiny-flan-t5", "tiny-gpt-neox", "tiny-gpt-neox-sequential"})
        checkModel(*shared / "models" / name);
}

TEST_CASE("generate takes prompts in JSON lines and an engine that writes") {
    const ScratchFolder scratch;
    writeFile(scratch.file("in"), "{\"prompt\":\"a\"}\n{\"text\":\"b\"}\n");
    const Finished wrongLine = runCli({"generate", "--engine", "/no/folder", "--in", scratch.file("in")});
    CHECK(wrongLine.status == 1);
    CHECK(wrongLine.err.find("in:2") != std::string::npos);
    CHECK(runCli({"generate", "--engine", "lexical", "--in", scratch.file("in")}).status == 2);
    CHECK(runCli({"generate", "--engine", "openai:nowhere", "--in", scratch.file("in")}).status == 2);
    CHECK(runCli({"generate", "--engine", "x", "--in", scratch.file("in"), "--max-tokens", "0"}).status == 2);
    CHECK(runCli({"generate", "--in", scratch.file("in")}).status == 2);
    writeFile(scratch.file("in"), "{\"prompt\":\"a\"}\n");
    CHECK(runCli({"generate", "--engine", "/no/folder", "--in", scratch.file("in")}).status == 1);
}

#if NEUROSCRIBE_WITH_HTTP

TEST_CASE("generate asks a server, in order, with the key of a file and without showing it") {
    const std::string key = "sk-very-secret-0123456789";
    const ModelServer server([](const Asked& asked) {
        Answered answered;
        answered.text = "about " + asked.prompt;
        answered.status = asked.prompt == "bad" ? 400 : 200;
        if (answered.status != 200)
            answered.body = R"({"error":{"message":"no, )" + asked.authorization + R"("}})";
        return answered;
    });
    const ScratchFolder scratch;
    writeFile(scratch.file("in"), "{\"prompt\":\"one\"}\n\n{\"prompt\":\"bad\"}\n{\"prompt\":\"three\"}\n");
    writeFile(scratch.file("key"), key + "\n");
    const std::vector<std::string> arguments{"generate",         "--engine",   server.spec(),      "--in",
                                             scratch.file("in"), "--key-file", scratch.file("key")};
    REQUIRE(::chmod(scratch.file("key").c_str(), 0644) == 0);
    CHECK(runCli(arguments).status == 1);
    CHECK(server.requests() == 0);

    REQUIRE(::chmod(scratch.file("key").c_str(), 0600) == 0);
    const Finished finished = runCli(arguments);
    CHECK(finished.status == 4);
    const auto lines = linesOf(finished.out);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["text"] == "about one");
    CHECK(lines[0]["ids"].is_null());
    CHECK(lines[1]["text"].is_null());
    CHECK(lines[1]["failure"] == "refused");
    CHECK(lines[2]["text"] == "about three");
    CHECK(finished.err.find(server.url()) != std::string::npos); // what is sent where
    CHECK(server.log()[0].authorization == "Bearer " + key);
    CHECK((finished.out + finished.err).find(key) == std::string::npos);
}

TEST_CASE("generate --yes-no reads a server's answer strictly") {
    const ModelServer server([](const Asked& asked) {
        Answered answered;
        answered.text = asked.prompt;
        return answered;
    });
    const ScratchFolder scratch;
    writeFile(scratch.file("in"), "{\"prompt\":\"Yes.\"}\n{\"prompt\":\"maybe\"}\n");
    const Finished finished = runCli({"generate", "--engine", server.spec(), "--in", scratch.file("in"), "--yes-no"});
    CHECK(finished.status == 4);
    const auto lines = linesOf(finished.out);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["text"] == "Yes.");
    CHECK(lines[0]["margin"].is_null());
    CHECK(lines[0]["yes_logit"].is_null());
    CHECK_FALSE(lines[0].contains("failure"));
    CHECK(lines[1]["failure"] == "unparsable");

    writeFile(scratch.file("in"), "{\"input_ids\":[1,2]}\n");
    CHECK(runCli({"generate", "--engine", server.spec(), "--in", scratch.file("in")}).status == 1);
}

TEST_CASE("A server that refuses the key ends generate with an error that does not repeat it") {
    ::setenv("NEUROSCRIBE_API_KEY", "sk-environment-secret", 1);
    const ModelServer server([](const Asked& asked) {
        Answered answered;
        answered.status = 401;
        answered.body = R"({"error":{"message":"wrong key )" + asked.authorization + R"("}})";
        return answered;
    });
    const ScratchFolder scratch;
    writeFile(scratch.file("in"), "{\"prompt\":\"one\"}\n");
    const Finished finished = runCli({"generate", "--engine", server.spec(), "--in", scratch.file("in")});
    ::unsetenv("NEUROSCRIBE_API_KEY");
    CHECK(finished.status == 1);
    CHECK(server.log()[0].authorization == "Bearer sk-environment-secret");
    CHECK((finished.out + finished.err).find("sk-environment-secret") == std::string::npos);
}

#endif

} // namespace neuroscribe::test
