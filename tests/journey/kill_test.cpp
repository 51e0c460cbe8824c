// The window killed in the middle of something: what a person committed is there, and what was under way, done again,
// gives what an undisturbed run gives.
#include "app/settings/settings.h"
#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/journey/hand.h"
#include "tests/journey/program.h"
#include "tests/journey/screen.h"
#include "tests/journey/window_scripts.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <chrono>
#include <csignal>
#include <map>
#include <thread>

namespace neuroscribe::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

/// A study with the settings of somebody who had it open.
struct Place {
    std::string study;
    std::string settings;

    Place(const ScratchFolder& scratch, const std::string& name)
        : study(scratch.file(name)), settings(scratch.file(name + ".ini")) {
        app::Settings(QString::fromStdString(settings)).setOpenStudy(QString::fromStdString(study));
    }
    Running start(const char* script) const {
        qputenv(kSettingsVariable, QByteArray::fromStdString(settings));
        return Running::ofProgram(programFolder() / "test_journey", {script});
    }
    static void await(Running& running, const char* said) {
        if (!running.waitForError(said))
            FAIL(running.wait().out);
    }
    /// Lets the script come to its end; how long it took from kStarted.
    std::chrono::duration<double> finish(const char* script) const {
        Running running = start(script);
        await(running, kStarted);
        const auto began = Clock::now();
        await(running, kFinished);
        const auto took = Clock::now() - began;
        const Finished finished = running.wait();
        INFO(finished.out);
        REQUIRE(finished.status == 0);
        return took;
    }
    /// Kills the script `after` kStarted.
    void kill(const char* script, std::chrono::duration<double> after) const {
        Running running = start(script);
        await(running, kStarted);
        std::this_thread::sleep_for(after);
        running.signal(SIGKILL);
        running.wait();
    }
};

std::map<std::string, std::string> activationFiles(const std::string& study) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(study + "/activations"))
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), study).string()] = readFile(entry.path().string());
    return files;
}

std::string sentencesOf(const ScratchFolder& scratch, const std::string& study) {
    runJson({"export", "-p", study, "--what", "sentences", "--format", "csv", "--out", scratch.file("content.csv")});
    return readFile(scratch.file("content.csv"));
}

} // namespace

TEST_CASE("Killed in the middle of a drag: what was set before is there, the drag never was") {
    const ScratchFolder scratch;
    const Place place(scratch, "study");
    makeSmallStudy(place.study);
    const json before = runJson({"tag", "-p", place.study});
    REQUIRE(before["t"] == 0.35);
    for (const int milliseconds : {0, 13, 47, 110}) {
        fs::remove_all(place.study);
        makeSmallStudy(place.study);
        place.kill(kDragScript, std::chrono::milliseconds(milliseconds));
        const json after = runJson({"tag", "-p", place.study});
        CHECK(after["t"] == 0.3); // one page below
        CHECK(after["k"].get<double>() > before["k"].get<double>());
        const std::string k = std::to_string(after["k"].get<double>());
        makeSmallStudy(scratch.file("calm"));
        CHECK(after == runJson({"tag", "-p", scratch.file("calm"), "-t", "0.3", "-k", k.substr(0, k.find('.') + 4)}));
        fs::remove_all(scratch.file("calm"));
    }
    // The window takes up where the person was, with the whole way back.
    Program program(QString::fromStdString(place.settings));
    REQUIRE(eventually([&] { return undoEntry(program.window).startsWith(QStringLiteral("Undo: Set k")); }));
    press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(eventually([&] { return undoEntry(program.window).startsWith(QStringLiteral("Undo: Set t")); }));
    press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(eventually([&] { return undoEntry(program.window).isEmpty(); }));
    CHECK(program.session.thresholds() == tagging::Thresholds{});
}

TEST_CASE("Killed while the window imports: nothing of it is there, and the next import gives all") {
    const ScratchFolder scratch;
    const std::string file = scratch.file("made.jsonl");
    writeFile(file, madeReviews(30'000));
    qputenv(kFileVariable, QByteArray::fromStdString(file));
    const Place calm(scratch, "calm");
    const Place killed(scratch, "killed");
    for (const Place* place : {&calm, &killed})
        REQUIRE(runCli({"new", "-p", place->study}).status == 0);
    const auto whole = calm.finish(kImportScript);
    for (const double part : {0.05, 0.4, 0.8})
        killed.kill(kImportScript, whole * part);
    killed.finish(kImportScript);
    CHECK(sentencesOf(scratch, killed.study) == sentencesOf(scratch, calm.study));
}

TEST_CASE("Killed while the window extracts: extracting again gives the same bytes") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    writeFile(scratch.file("made.jsonl"), madeReviews(9'000));
    const Place calm(scratch, "calm");
    const Place killed(scratch, "killed");
    for (const Place* place : {&calm, &killed}) {
        REQUIRE(runCli({"new", "-p", place->study}).status == 0);
        REQUIRE(runCli({"import", scratch.file("made.jsonl"), "--language", "any", "-p", place->study}).status == 0);
    }
    const auto whole = calm.finish(kExtractScript);
    for (const double part : {0.3, 0.6, 0.9})
        killed.kill(kExtractScript, whole * part);
    killed.finish(kExtractScript);
    CHECK(activationFiles(killed.study) == activationFiles(calm.study));
}

} // namespace neuroscribe::test
