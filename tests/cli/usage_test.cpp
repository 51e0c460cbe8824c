// Exit statuses and where general options may stand: what scripts rely on.
#include <csignal>
#include <cstdlib>

#include <sys/wait.h>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {

TEST_CASE("wrong usage exits with 2 and says what is wrong on stderr") {
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"dance"},
        {"new"},
        {"new", "-p", "x", "--no-such-option"},
        {"import", "-p", "x"},
        {"import", "-p", "x", "--format", "pdf", "file"},
        {"import", "-p", "x", "--min-words", "20", "--max-words", "10", "file"},
        {"label", "-p", "x"},
        {"label", "-p", "x", "--engine", "lexical", "--import", "file"},
        {"extract", "-p", "x"},
        {"extract", "-p", "x", "--model", "m", "--site", "logits"},
        {"extract", "-p", "x", "--model", "m", "--dtype", "f8"},
        {"tag", "-p", "x", "-k", "0.0001"},
        {"tag", "-p", "x", "-k", "50"},
        {"tag", "-p", "x", "--rule", "share", "-t", "1.5"},
        {"tag", "-p", "x", "-t", "a third"},
        {"tag", "-p", "x", "--rule", "best"},
        {"tag", "-p", "x", "--split", "test"},
        {"tag", "-p", "x", "--neuron", "three"},
        {"tag", "-p", "x", "--exemplars", "3"},
        {"export", "-p", "x", "--what", "dreams", "--out", "file"},
        {"export", "-p", "x", "--what", "tags", "--format", "npy", "--out", "file"},
        {"status", "-p", "x", "--device", "tpu"},
        {"status", "-p", "x", "--threads", "0"},
        {"status", "-p", "x", "--progress", "loud"},
        {"tokenize"},
    };
    for (const auto& arguments : wrong) {
        std::string line;
        for (const std::string& word : arguments)
            line += word + " ";
        INFO(line);
        const Finished finished = runCli(arguments);
        CHECK(finished.status == 2);
        CHECK(finished.out.empty());
        CHECK(finished.err.starts_with("error: "));
    }
}

TEST_CASE("a failure exits with 1 and names the file") {
    const ScratchFolder scratch;
    const Finished missing = runCli({"status", "-p", scratch.file("nowhere")});
    CHECK(missing.status == 1);
    CHECK(missing.out.empty());
    CHECK(missing.err.find("nowhere") != std::string::npos);

    REQUIRE(runCli({"new", "-p", scratch.file("study")}).status == 0);
    CHECK(runCli({"new", "-p", scratch.file("study")}).status == 1);
    const Finished noFile = runCli({"import", "-p", scratch.file("study"), scratch.file("no.jsonl")});
    CHECK(noFile.status == 1);
    CHECK(noFile.err.find("no.jsonl") != std::string::npos);
    CHECK(runCli({"tag", "-p", scratch.file("study")}).status == 1);
}

TEST_CASE("help and version exit with 0") {
    CHECK(runCli({"--help"}).status == 0);
    CHECK(runCli({"tag", "--help"}).out.find("--neuron") != std::string::npos);
    CHECK(runCli({"--version"}).out.starts_with("neuroscribe-cli "));
}

TEST_CASE("general options stand before or after the verb") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    REQUIRE(runCli({"--json", "-p", study, "new"}).json()["path"] == study);
    const Finished before = runCli({"--json", "--quiet", "-p", study, "status"});
    const Finished after = runCli({"status", "--quiet", "-p", study, "--json"});
    CHECK(before.status == 0);
    CHECK(before.out == after.out);
    CHECK(before.json()["steps"].size() == 5);
}

TEST_CASE("results that can't be written are a failure") {
    const ScratchFolder scratch;
    REQUIRE(runCli({"new", "-p", scratch.file("study")}).status == 0);
    const std::string command = (programFolder() / "neuroscribe-cli").string() + " status -p " + scratch.file("study") +
                                " > /dev/full 2> " + scratch.file("err");
    const int waited = std::system(command.c_str());
    CHECK(WEXITSTATUS(waited) == 1);
    CHECK(readFile(scratch.file("err")).find("standard output") != std::string::npos);
}

TEST_CASE("a reader of the results who goes away makes a failure, of tables and of JSON") {
    const ScratchFolder scratch;
    REQUIRE(runCli({"new", "-p", scratch.file("study")}).status == 0);
    for (const char* form : {"", " --json"}) {
        // The pipe is closed before the program writes; its status goes into a file.
        const std::string command = "(sleep 0.2; " + (programFolder() / "neuroscribe-cli").string() + " status -p " +
                                    scratch.file("study") + form + " 2> " + scratch.file("err") + "; echo $? > " +
                                    scratch.file("status") + ") | true";
        REQUIRE(std::system(command.c_str()) == 0);
        CHECK(readFile(scratch.file("status")) == "1\n");
        CHECK(readFile(scratch.file("err")).find("standard output") != std::string::npos);
    }
}

TEST_CASE("short work prints no progress where no terminal is") {
    const ScratchFolder scratch;
    const std::string study = scratch.file("study");
    writeFile(scratch.file("texts.jsonl"), "{\"text\": \"" + std::string("one two three four five six seven eight nine "
                                                                         "ten eleven\"}\n"));
    writeFile(scratch.file("labels.csv"), "id,food\n0,1\n");
    REQUIRE(runCli({"new", "-p", study}).status == 0);
    const Finished imported = runCli({"import", "-p", study, scratch.file("texts.jsonl"), "--language", "any"});
    CHECK(imported.status == 0);
    CHECK(imported.err.empty());
    const Finished labelled = runCli({"label", "-p", study, "--import", scratch.file("labels.csv")});
    CHECK(labelled.status == 0);
    CHECK(labelled.err.empty());
    const Finished told = runCli({"label", "-p", study, "--import", scratch.file("labels.csv"), "--progress", "json"});
    CHECK(told.err.find("\"step\":\"label\"") != std::string::npos);
}

TEST_CASE("SIGINT and SIGTERM end a verb that waits with 3") {
    SKIP_UNLESS(std::filesystem::exists(demoModel() + "/vocab.txt"), "the demo model is not in the source tree");
    for (const int signal : {SIGINT, SIGTERM}) {
        Running running = Running::waitingForInput({"tokenize", "--model", demoModel()});
        running.waitUntilSignalsAreHandled();
        running.signal(signal);
        const Finished finished = running.wait();
        CHECK(finished.status == 3);
        CHECK(finished.err.find("interrupted") != std::string::npos);
    }
}

} // namespace neuroscribe::test
