// cluster: topics become clusters, named ones descriptors; a second clustering keeps the names.
#include <set>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

std::string encoderFolder() {
    return (sourceFolder() / "resources/demo/reviews-sbert-mini").string();
}

std::string describedStudy(const ScratchFolder& scratch) {
    const std::string study = scratch.file("study");
    writeFile(scratch.file("made.jsonl"), madeReviews(120));
    REQUIRE(runCli({"new", "-p", study}).status == 0);
    runJson({"import", scratch.file("made.jsonl"), "--language", "any", "-p", study});
    runJson({"describe", "-p", study, "--engine", "lexical"});
    return study;
}

json cluster(const std::string& study, std::vector<std::string> further) {
    std::vector<std::string> arguments{"cluster",     "-p",  study,        "--encoder", encoderFolder(),
                                       "--threshold", "0.5", "--min-size", "1",         "--device",
                                       "cpu"};
    arguments.insert(arguments.end(), further.begin(), further.end());
    return runJson(std::move(arguments));
}

std::set<std::string> namesOf(const json& report) {
    std::set<std::string> names;
    for (const json& one : report["clusters"])
        names.insert(one["name"].get<std::string>());
    return names;
}

} // namespace

TEST_CASE("every topic is in one cluster or in none, and names are suggestions until they are asked for") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    const std::string study = describedStudy(scratch);
    const json report = cluster(study, {});
    CHECK(report["dimension"] == 128);
    CHECK(report["embedded"] == report["descriptors"]);
    std::multiset<std::string> topics;
    for (const json& one : report["clusters"]) {
        CHECK(one["size"] == one["members"].size());
        CHECK(one["source"] == "suggested");
        CHECK(one["suggestions"]["centroid"]["name"] == one["name"]);
        for (const json& member : one["members"])
            topics.insert(member.get<std::string>());
    }
    for (const json& topic : report["unclustered"])
        topics.insert(topic.get<std::string>());
    CHECK(topics.size() == report["descriptors"]);
    CHECK(std::set(topics.begin(), topics.end()).size() == topics.size());
    const json status = runJson({"status", "-p", study});
    CHECK(status["curation"]["topics"] == report["descriptors"]);
    CHECK(status["curation"]["embedded"] == report["descriptors"]);
    CHECK(status["curation"]["clusters"] == report["clusters"].size());
    CHECK(status["curation"]["named"] == 0);
}

TEST_CASE("named clusters are descriptors, and the same clustering again keeps every name") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    const std::string study = describedStudy(scratch);
    const json named = cluster(study, {"--name", "headword"});
    REQUIRE(!named["clusters"].empty());
    CHECK(namesOf(named).size() == named["clusters"].size());
    CHECK(runJson({"status", "-p", study})["curation"]["named"] == named["clusters"].size());
    const json again = cluster(study, {"--name", "centroid"});
    CHECK(again["embedded"] == 0);
    CHECK(again["clusters"] == named["clusters"]);
    CHECK(again["reattached"].size() == named["clusters"].size());
    CHECK(again["doubtful"].empty());
    const json labels = runJson({"label", "-p", study, "--engine", "lexical"});
    CHECK(labels["pairs"] == 120 * named["clusters"].size());
}

TEST_CASE("average linkage cuts into as many clusters as asked for") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    const std::string study = describedStudy(scratch);
    CHECK(cluster(study, {"--method", "agglomerative", "--count", "3"})["clusters"].size() == 3);
}

TEST_CASE("a clustering that makes no sense is wrong usage") {
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{},
                                               {"--encoder", "a folder", "--method", "k-means"},
                                               {"--encoder", "a folder", "--name", "nickname"},
                                               {"--encoder", "a folder", "--threshold", "1.5"},
                                               {"--encoder", "a folder", "--min-size", "0"},
                                               {"--encoder", "a folder", "--count", "3"}}) {
        std::vector<std::string> arguments{"cluster", "-p", "nowhere"};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        CHECK(runCli(arguments).status == 2);
    }
}

} // namespace neuroscribe::test
