// Stopped, killed, damaged, out of space, extended: whatever happened, running again gives the bytes of a run that
// nothing ever happened to.
#include "core/extraction/extractor.h"
#include "core/extraction/ranks.h"
#include "tests/core/extraction/small_study.h"
#include "tests/support/child.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/random.h"

using namespace neuroscribe;
using namespace neuroscribe::extraction;
using test::SmallModel;

namespace {
constexpr std::uint32_t kSentences = 2 * store::kSegmentSentences + 300;

/// The files of a study of that many sentences, extracted in one go.
std::map<std::string, std::string> undisturbed(const test::ScratchFolder& folder, std::uint32_t sentences) {
    auto project = test::makeStudy(folder.file("undisturbed"), sentences);
    REQUIRE(SmallModel().extract(project));
    return test::activationFiles(folder.file("undisturbed"));
}

std::string runFolderOf(const std::string& study) {
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(study) / "activations"))
        return entry.path().string();
    return {};
}

ino_t inodeOf(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_ino;
}
} // namespace

TEST_CASE("stopped in the middle and run again, the result is that of an undisturbed run") {
    const test::ScratchFolder folder;
    const auto expected = undisturbed(folder, kSentences);
    auto project = test::makeStudy(folder.file("study"), kSentences);
    SmallModel model;
    model.options.journalSeconds = GENERATE(0.0, 5.0);
    std::uint64_t stopAt = 300;
    std::uint32_t resumed = 0;
    for (int stops = 0;; ++stops) {
        std::stop_source stop;
        model.encoder.batches = 0;
        model.encoder.beforeBatch = [&](std::uint64_t batch) {
            if (batch == stopAt)
                stop.request_stop();
        };
        const auto result = model.extract(project, stop.get_token());
        if (result) {
            CHECK(stops >= 2);
            CHECK(result->resumedFrom > resumed);
            CHECK(result->resumeExact);
            break;
        }
        REQUIRE(result.error().code == ErrorCode::Cancelled);
        CHECK_FALSE(*currentRun(project.connection()));
        REQUIRE(stops < 20);
    }
    CHECK(test::activationFiles(folder.file("study")) == expected);
}

TEST_CASE("stopping loses no finished batch") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 4000);
    SmallModel model;
    std::stop_source stop;
    model.encoder.beforeBatch = [&](std::uint64_t batch) {
        if (batch == 100)
            stop.request_stop();
    };
    REQUIRE_FALSE(model.extract(project, stop.get_token()));
    const std::uint64_t before = model.encoder.batches;
    REQUIRE(model.extract(project));
    SmallModel fresh;
    auto other = test::makeStudy(folder.file("other"), 4000);
    REQUIRE(fresh.extract(other));
    CHECK(before == 101);
    CHECK(model.encoder.batches == fresh.encoder.batches);
}

TEST_CASE("killed at random moments and run again, the result is that of an undisturbed run") {
    const test::ScratchFolder folder;
    const auto expected = undisturbed(folder, kSentences);
    const std::string study = folder.file("study");
    REQUIRE(test::makeStudy(study, kSentences).close());
    Random random(static_cast<std::uint64_t>(::getpid()));
    int killed = 0;
    for (bool finished = false; !finished;) {
        const bool letGo = killed >= 10;
        const pid_t child = test::startChild([&] {
            auto project = store::Project::open(study);
            SmallModel model;
            model.encoder.delay = std::chrono::microseconds(500);
            model.options.journalSeconds = 0.02;
            return project && model.extract(*project) ? 0 : 1;
        });
        if (!letGo) {
            ::usleep(static_cast<useconds_t>(20'000 + random.below(150'000)));
            ::kill(child, SIGKILL);
        }
        const int status = test::waitFor(child);
        finished = status == 0;
        killed += status == 128 + SIGKILL;
        REQUIRE((finished || status == 128 + SIGKILL));
    }
    CHECK(killed > 0);
    CHECK(test::activationFiles(study) == expected);
    auto project = test::openStudy(study);
    const auto run = currentRun(project.connection());
    REQUIRE(run);
    REQUIRE(*run);
    CHECK((*run)->sentences == kSentences);
}

TEST_CASE("a damaged or missing segment is named when it is read, and only it is made again") {
    const test::ScratchFolder folder;
    const std::string study = folder.file("study");
    auto project = test::makeStudy(study, kSentences);
    SmallModel model;
    const auto result = model.extract(project);
    REQUIRE(result);
    const auto expected = test::activationFiles(study);
    const std::string first = store::segmentPath(runFolderOf(study), 0);
    const std::string second = store::segmentPath(runFolderOf(study), 1);
    const ino_t firstBefore = inodeOf(first);
    std::vector<float> values(kSentences);

    const std::string damage = GENERATE("missing", "cut", "header", "value", "other run", "empty");
    std::string content = test::readFile(second);
    if (damage == "missing")
        std::filesystem::remove(second);
    else if (damage == "cut")
        std::filesystem::resize_file(second, 5000);
    else if (damage == "empty")
        std::filesystem::resize_file(second, 0);
    else if (damage == "header")
        test::writeFile(second, content.replace(50, 1, "~"));
    else if (damage == "value")
        test::writeFile(second, content.replace(5000, 2, "\x01\x02"));
    else
        std::filesystem::copy_file(first, second, std::filesystem::copy_options::overwrite_existing);

    const Status read = readNeuron(project.activationsFolder(), result->run, NeuronId(3), values);
    INFO(damage);
    if (damage != "value") { // a wrong value shows in the checksum, which costs reading all
        REQUIRE_FALSE(read);
        CHECK(read.error().where == second);
    }
    model.encoder.batches = 0;
    const auto mended = model.extract(project);
    REQUIRE(mended);
    CHECK(mended->resumedFrom == kSentences - store::kSegmentSentences);
    CHECK(inodeOf(first) == firstBefore);
    CHECK(test::activationFiles(study) == expected);
    CHECK(readNeuron(project.activationsFolder(), mended->run, NeuronId(3), values));
}

TEST_CASE("damaged ranks are built again without computing anything") {
    const test::ScratchFolder folder;
    const std::string study = folder.file("study");
    auto project = test::makeStudy(study, 3000);
    SmallModel model;
    REQUIRE(model.extract(project));
    const auto expected = test::activationFiles(study);
    const std::string ranks = (std::filesystem::path(runFolderOf(study)) / "ranks-validation.bin").string();
    std::string content = test::readFile(ranks);
    const bool header = GENERATE(true, false);
    content[header ? 20 : 6000] ^= 1;
    test::writeFile(ranks, content);
    model.encoder.batches = 0;
    REQUIRE(model.extract(project));
    CHECK(model.encoder.batches == 0);
    CHECK(test::activationFiles(study) == expected);
}

TEST_CASE("sentences added later extend the run, full segments stay as they are") {
    const test::ScratchFolder folder;
    const auto expected = undisturbed(folder, kSentences);
    const std::string study = folder.file("study");
    auto project = test::makeStudy(study, 5000);
    SmallModel model;
    const auto before = model.extract(project);
    REQUIRE(before);
    const ino_t first = inodeOf(store::segmentPath(runFolderOf(study), 0));
    test::addSentences(project, 5000, kSentences - 5000);
    const auto index = corpus::loadIndex(project.connection());
    const auto hash = corpus::corpusHash(project.connection());
    CHECK(openRanks(project.activationsFolder(), before->run, *index, *hash, corpus::Split::Calibration).error().code ==
          ErrorCode::Stale);
    const auto after = model.extract(project);
    REQUIRE(after);
    CHECK(after->resumedFrom == store::kSegmentSentences);
    CHECK(after->run.id == before->run.id);
    CHECK(inodeOf(store::segmentPath(runFolderOf(study), 0)) == first);
    CHECK(test::activationFiles(study) == expected);
}

TEST_CASE("resuming on another device says that the parts differ, for good") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 5000);
    SmallModel model;
    REQUIRE(model.extract(project));
    std::filesystem::remove(store::segmentPath(runFolderOf(folder.file("study")), 1));
    model.encoder.device = "CPU, another one";
    const auto resumed = model.extract(project);
    REQUIRE(resumed);
    CHECK_FALSE(resumed->resumeExact);
    std::filesystem::remove(store::segmentPath(runFolderOf(folder.file("study")), 1));
    CHECK_FALSE(model.extract(project)->resumeExact);
}

TEST_CASE("a disk that fills up stops the run with what is finished kept, and it can go on") {
    const test::ScratchFolder folder;
    const std::string disk = folder.file("disk");
    std::filesystem::create_directory(disk);
    SKIP_UNLESS(::getuid() == 0 && ::mount("none", disk.c_str(), "tmpfs", 0, "size=64m") == 0,
                "needs the right to mount a small file system");
    const std::string study = disk + "/study", filler = disk + "/filler";
    {
        const auto expected = undisturbed(folder, kSentences);
        auto project = test::makeStudy(study, kSentences);
        SmallModel model;
        model.encoder.beforeBatch = [&](std::uint64_t batch) {
            if (batch != 800)
                return;
            std::ofstream fill(filler, std::ios::binary);
            const std::string megabyte(1 << 20, 'x');
            while (fill.write(megabyte.data(), 1 << 20).flush())
                ;
        };
        const auto full = model.extract(project);
        REQUIRE_FALSE(full);
        INFO(describe(full.error()));
        CHECK(full.error().code == ErrorCode::DiskFull);
        for (const auto& entry : std::filesystem::directory_iterator(runFolderOf(study)))
            CHECK(entry.path().extension() != ".part");
        CHECK(std::filesystem::exists(store::segmentPath(runFolderOf(study), 0)));
        model.encoder.beforeBatch = {};

        const auto refused = model.extract(project);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::DiskFull);

        std::filesystem::remove(filler);
        const auto resumed = model.extract(project);
        REQUIRE(resumed);
        CHECK(resumed->resumedFrom >= store::kSegmentSentences);
        CHECK(test::activationFiles(study) == expected);
    }
    CHECK(::umount(disk.c_str()) == 0);
}

TEST_CASE("too little space is noticed before anything is computed, with the figures") {
    const test::ScratchFolder folder;
    const std::string disk = folder.file("disk");
    std::filesystem::create_directory(disk);
    SKIP_UNLESS(::getuid() == 0 && ::mount("none", disk.c_str(), "tmpfs", 0, "size=8m") == 0,
                "needs the right to mount a small file system");
    {
        auto project = test::makeStudy(disk + "/study", 2000);
        SmallModel model;
        const auto refused = model.extract(project);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::DiskFull);
        CHECK(refused.error().why.find("needed") != std::string::npos);
        CHECK(refused.error().why.find("available") != std::string::npos);
        CHECK(model.encoder.batches == 0);
    }
    CHECK(::umount(disk.c_str()) == 0);
}

TEST_CASE("a write that the system refuses is an error, not a signal or a half-made segment") {
    const test::ScratchFolder folder;
    const std::string study = folder.file("study");
    REQUIRE(test::makeStudy(study, kSentences).close());
    const int status = test::waitFor(test::startChild([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        auto project = store::Project::open(study);
        const rlimit limit{100'000, 100'000}; // smaller than a segment
        SmallModel model;
        model.encoder.beforeBatch = [&](std::uint64_t) { ::setrlimit(RLIMIT_FSIZE, &limit); };
        const auto result = model.extract(*project);
        return result ? 1 : result.error().code == ErrorCode::Io ? 0 : 2;
    }));
    CHECK(status == 0);
    for (const auto& entry : std::filesystem::directory_iterator(runFolderOf(study)))
        CHECK(entry.path().extension() == ".partial");
    auto project = test::openStudy(study);
    REQUIRE(SmallModel().extract(project));
    CHECK(test::activationFiles(study) == undisturbed(folder, kSentences));
}
