// curate: clusters from a file, edits, history, and back into a file.
#include "tests/cli/cli_process.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

/// Described by the lexical engine: among its topics are these nouns.
std::string describedStudy(const ScratchFolder& scratch) {
    const std::string study = scratch.file("study");
    writeFile(scratch.file("reviews.txt"), "The bread was fresh and the soup was hot today.\n"
                                           "A flute and a piano played music in the garden.\n"
                                           "Fresh bread, hot soup and a flute for the guests.\n");
    REQUIRE(runCli({"new", "-p", study}).status == 0);
    runJson({"import", scratch.file("reviews.txt"), "--language", "any", "--min-words", "2", "-p", study});
    runJson({"describe", "-p", study, "--engine", "lexical", "--topics", "8"});
    return study;
}

std::vector<std::string> topicsOf(const ScratchFolder& scratch, const std::string& study) {
    runJson({"export", "-p", study, "--what", "topics", "--format", "json", "--out", scratch.file("topics.json")});
    std::vector<std::string> names;
    for (const json& topic : json::parse(readFile(scratch.file("topics.json"))))
        names.push_back(topic["name"]);
    return names;
}

} // namespace

TEST_CASE("a curation is imported, edited, undone and exported on the command line") {
    const ScratchFolder scratch;
    const std::string study = describedStudy(scratch);
    const auto topics = topicsOf(scratch, study);
    REQUIRE(topics.size() >= 4);
    const json file{{"clusters",
                     {{{"name", "food"}, {"members", {topics[0], topics[1], "nowhere to be found"}}},
                      {{"name", "sound"}, {"members", {topics[2]}}, {"source", "suggested"}}}},
                    {"set_aside", {topics[3]}}};
    writeFile(scratch.file("in.json"), file.dump());
    const auto curate = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"curate", "-p", study});
        return runJson(options);
    };
    CHECK(curate({"--import", scratch.file("in.json")}) ==
          json{{"clusters", 2}, {"descriptors", 1}, {"members", 3}, {"unknown_members", 1}, {"without_members", 0}});
    curate({"--confirm", "sound"});
    curate({"--rename", "sound", "music"});
    curate({"--exclude", "music"});
    CHECK(curate({"--merge", "music", "food"}) == json{{"clusters", 1}, {"descriptors", 1}, {"members", 3}});
    CHECK(curate({})["clusters"][0]["questions"] == json{"food", "sound"});
    CHECK(curate({"--history"})["edits"].size() == 5);
    CHECK(curate({"--undo", "2"})["undone"] == 2);
    CHECK(curate({"--redo", "9"})["redone"] == 2);
    CHECK(curate({"--undo", "1"})["clusters"] == 2);
    CHECK(curate({"--history"})["edits"][4]["undone"] == true);
    curate({"--export", scratch.file("out.json")});
    CHECK(runCli({"curate", "-p", study, "--export", scratch.file("none/out.json")}).status == 1);
    const json out = json::parse(readFile(scratch.file("out.json")));
    CHECK(out["clusters"][1]["name"] == "music");
    CHECK(out["clusters"][1]["excluded"] == true);
    CHECK(out["set_aside"] == json{topics[3]});
    // What the descriptors are is what label asks about.
    CHECK(runJson({"label", "-p", study, "--engine", "lexical"})["pairs"] == 6);
}

TEST_CASE("curate says what it can't do") {
    const ScratchFolder scratch;
    const std::string study = describedStudy(scratch);
    writeFile(scratch.file("bad.json"), "{\n\"clusters\": 1,");
    const Finished bad = runCli({"curate", "-p", study, "--import", scratch.file("bad.json")});
    CHECK(bad.status == 1);
    CHECK(bad.err.find("bad.json:2") != std::string::npos);
    CHECK(runCli({"curate", "-p", study, "--import", scratch.file("none.json")}).status == 1);
    CHECK(runCli({"curate", "-p", study, "--confirm", "nobody"}).err.find("nobody") != std::string::npos);
    CHECK(runCli({"curate", "-p", study, "--undo", "1", "--redo", "1"}).status == 2);
    CHECK(runCli({"curate", "-p", study, "--rename", "one"}).status == 2);
    CHECK(runCli({"curate"}).status == 2);
}

} // namespace neuroscribe::test
