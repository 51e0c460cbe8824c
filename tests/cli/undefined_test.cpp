// What can't be told is undefined, in JSON, in tables and in the report, and never 0: a half without sentences, labels
// without answers.
#include <string>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/made_study.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Every figure of every point is null, and nobody was used.
void checkUndefined(const json& list) {
    REQUIRE_FALSE(list.empty());
    for (const json& entry : list) {
        INFO(entry.dump());
        for (const char* key : {"mean", "sd", "lo", "hi", "chance", "jaccard", "corrected"})
            if (entry.contains(key))
                CHECK(entry[key].is_null());
        CHECK(entry["used"] == 0);
    }
}

std::string reportOf(const std::string& study, const ScratchFolder& scratch, const std::string& rule) {
    runJson({"report", "-p", study, "--out", scratch.file("report.html"), "--resamples", "10", "--rule", rule});
    return readFile(scratch.file("report.html"));
}

void checkConsistencyUndefined(const std::string& study, const std::string& rule) {
    for (const char* by : {"neuron", "descriptor"}) {
        checkUndefined(
            runJson({"consistency", "-p", study, "--by", by, "--rule", rule, "--resamples", "10"})["points"]);
        const Finished table = runCli({"consistency", "-p", study, "--by", by, "--rule", rule, "--t-grid", "0.5"});
        CHECK(table.status == 0);
        CHECK(has(table.out, "undefined"));
        CHECK_FALSE(has(table.out, "nan"));
    }
}

} // namespace

TEST_CASE("where no label is answered everything that is made from labels is undefined") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    std::string lines;
    for (int i = 0; i < 60; ++i)
        lines += "{\"text\":\"one two three four five six seven eight nine ten " + std::to_string(i) +
                 "\",\"food\":\"\",\"place\":null}\n";
    makeStudy(study, lines);
    writeFile(scratch.file("ann.csv"), "id,food,place\n0,1,0\n"); // Ann knows one sentence of sixty
    runJson({"label", "-p", study, "--import", scratch.file("ann.csv"), "--as", "Ann"});
    for (const std::string rule : {"share", "occurrence"}) {
        INFO(rule);
        const json judged = runJson({"evaluate", "-p", study, "--neurons", "all", "--rule", rule});
        CHECK(judged["judged_neurons"].get<int>() < 24);
        checkUndefined(judged["precision"]);
        checkUndefined(judged["precision_at"]);
        checkConsistencyUndefined(study, rule);
        const json document = runJson({"tag", "-p", study, "--neuron", "0/0", "--rule", rule});
        for (const json& cell : document["cells"])
            for (const char* key : {"f", "base_rate", "lift", "low", "high", "p", "q"}) {
                INFO(key);
                CHECK(cell[key].is_null());
            }
        const Finished table = runCli({"tag", "-p", study, "--neuron", "0/0", "--rule", rule});
        CHECK(has(table.out, "food"));
        CHECK_FALSE(has(table.out, "nan"));
        const std::string html = reportOf(study, scratch, rule);
        CHECK(has(html, "<dt>Precision@2</dt><dd>undefined, chance undefined; "));
        CHECK(has(html, "<dd>undefined; 0 neurons, 24 left out (no tag in either half)</dd>"));
        CHECK_FALSE(has(html, ">nan<"));
    }
    runJson({"export", "-p", study, "--what", "heatmap", "--format", "csv", "--out", scratch.file("f.csv")});
    CHECK(has(readFile(scratch.file("f.csv")), "\n0/0,,\n"));
    runJson({"export", "-p", study, "--what", "heatmap", "--format", "json", "--out", scratch.file("f.json")});
    CHECK(json::parse(readFile(scratch.file("f.json")))[0]["food"].is_null());
    runJson({"export", "-p", study, "--what", "heatmap", "--format", "npy", "--out", scratch.file("f.npy")});
    for (const double value : readNpy(scratch.file("f.npy")).values)
        CHECK(value != value);
}

TEST_CASE("a study of one sentence has an empty half: each verb that compares halves says so, and so does the report") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    makeStudy(study, "{\"text\":\"one two three four five six seven eight nine ten\",\"food\":1,\"place\":0}\n");
    writeFile(scratch.file("ann.csv"), "id,food,place\n0,1,0\n");
    runJson({"label", "-p", study, "--import", scratch.file("ann.csv"), "--as", "Ann"});
    for (const char* verb : {"tag", "evaluate", "consistency"}) {
        INFO(verb);
        const Finished finished = runCli({verb, "-p", study});
        CHECK(finished.status == 1);
        CHECK(has(finished.err, "one of its halves has no sentence. Import more sentences."));
    }
    const std::string html = reportOf(study, scratch, "share");
    CHECK(has(html, "There are no tags: one of its halves has no sentence."));
    CHECK(has(html, "<dt>Sentences</dt><dd>1</dd>"));
    // Of one pair alone kappa is undefined: both said the same throughout.
    const json pooled = runJson({"agreement", "-p", study, "--a", "B", "--b", "Ann"})["pooled"];
    CHECK(pooled["n"] == 2);
    const json food = runJson({"agreement", "-p", study, "--a", "B", "--b", "Ann"})["descriptors"][0];
    CHECK(food["kappa"].is_null());
    CHECK(has(html, "undefined"));
}

} // namespace neuroscribe::test
