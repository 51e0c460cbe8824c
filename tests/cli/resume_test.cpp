// Killed or interrupted anywhere, run again: the study equals one that was never disturbed.
#include <csignal>
#include <thread>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string newStudy(const ScratchFolder& scratch, const std::string& name) {
    REQUIRE(runCli({"new", "-p", scratch.file(name)}).status == 0);
    return scratch.file(name);
}

std::vector<std::string> importArguments(const ScratchFolder& scratch, const std::string& study) {
    return {"import",
            scratch.file("made.jsonl"),
            "--language",
            "any",
            "--label-field",
            "food",
            "--max-per-category",
            "0",
            "--progress",
            "json",
            "-p",
            study};
}

/// What a study holds, as text.
std::string content(const ScratchFolder& scratch, const std::string& study) {
    std::string all;
    for (const char* what : {"sentences", "labels"}) {
        runJson({"export", "-p", study, "--what", what, "--format", "csv", "--out", scratch.file("content.csv")});
        all += readFile(scratch.file("content.csv"));
    }
    return all;
}

std::map<std::string, std::string> activationFiles(const std::string& study) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(study + "/activations"))
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), study).string()] = readFile(entry.path().string());
    return files;
}

std::vector<std::string> extractArguments(const std::string& study) {
    return {"extract", "--model", demoModel(), "--device", "cpu", "--threads", "1", "--progress", "json", "-p", study};
}

} // namespace

TEST_CASE("an import that was killed leaves nothing, and the next one gives what an undisturbed one gives") {
    const ScratchFolder scratch;
    writeFile(scratch.file("made.jsonl"), madeReviews(6000));
    const std::string calm = newStudy(scratch, "calm");
    REQUIRE(runCli(importArguments(scratch, calm)).status == 0);
    const std::string expected = content(scratch, calm);
    const std::string killed = newStudy(scratch, "killed");
    for (const int milliseconds : {5, 40, 90, 150, 220}) {
        Running running(importArguments(scratch, killed));
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        running.signal(SIGKILL);
        running.wait();
    }
    REQUIRE(runCli(importArguments(scratch, killed)).status == 0);
    CHECK(content(scratch, killed) == expected);
}

TEST_CASE("an interrupted import exits with 3 and leaves the study as it was") {
    const ScratchFolder scratch;
    writeFile(scratch.file("made.jsonl"), madeReviews(60'000));
    const std::string study = newStudy(scratch, "study");
    Running running(importArguments(scratch, study));
    REQUIRE(running.waitForError("\"step\""));
    running.signal(SIGINT);
    const Finished finished = running.wait();
    CHECK(finished.status == 3);
    CHECK(runJson({"status", "-p", study})["steps"][0]["state"] == "missing");
}

TEST_CASE("an extraction killed at any moment resumes to the same bytes") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    writeFile(scratch.file("made.jsonl"), madeReviews(9000));
    const std::string calm = newStudy(scratch, "calm");
    const std::string killed = newStudy(scratch, "killed");
    for (const std::string& study : {calm, killed})
        REQUIRE(runCli(importArguments(scratch, study)).status == 0);
    REQUIRE(runCli(extractArguments(calm)).status == 0);
    // At the first report, in the middle, near the end.
    for (const int milliseconds : {0, 700, 2000}) {
        Running running(extractArguments(killed));
        if (!running.waitForError("\"step\":\"extract\""))
            break; // the earlier rounds finished everything
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        running.signal(SIGKILL);
        running.wait();
    }
    const Finished finished = runCli(extractArguments(killed));
    INFO(finished.err);
    REQUIRE(finished.status == 0);
    CHECK(activationFiles(killed) == activationFiles(calm));
}

TEST_CASE("an interrupted extraction exits with 3 and resumes") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    writeFile(scratch.file("made.jsonl"), madeReviews(20'000));
    const std::string study = newStudy(scratch, "study");
    REQUIRE(runCli(importArguments(scratch, study)).status == 0);
    Running running(extractArguments(study));
    REQUIRE(running.waitForError("\"step\":\"extract\""));
    running.signal(SIGINT);
    CHECK(running.wait().status == 3);
    std::vector<std::string> again = extractArguments(study);
    again.emplace_back("--json");
    const Finished finished = runCli(again);
    CHECK(finished.status == 0);
    CHECK(finished.json()["sentences"] == 20'000);
    CHECK(finished.json()["neurons"] == 768);
}

} // namespace neuroscribe::test
