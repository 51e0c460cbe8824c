#include "core/store/project.h"

#include <string>

#include "tests/support/catch.h"
#include "tests/support/child.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::store;
namespace fs = std::filesystem;

namespace {
std::string studyFile(const std::string& folder) {
    return folder + "/study.neuroscribe";
}
void makeStudy(const std::string& folder) {
    auto project = Project::create(folder);
    REQUIRE(project);
    REQUIRE(project->setValue("key", "\"kept\""));
    REQUIRE(project->close());
}
ErrorCode openingError(const std::string& folder, Access access = Access::ReadWrite) {
    const auto opened = Project::open(folder, access);
    REQUIRE_FALSE(opened);
    return opened.error().code;
}
void allow(const std::string& path, unsigned mode) {
    fs::permissions(path, static_cast<fs::perms>(mode));
}
} // namespace

TEST_CASE("what was set is there after closing and opening, by folder and by file") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("deep/er/study");
    makeStudy(folder);
    for (const std::string& path : {folder, folder + "/", studyFile(folder)}) {
        auto project = Project::open(path);
        REQUIRE(project);
        CHECK(project->folder() == folder);
        CHECK(project->value("key").value() == "\"kept\"");
        CHECK_FALSE(project->value("other").value());
        CHECK(project->openingNote().empty());
        CHECK_FALSE(project->readOnly());
    }
}

TEST_CASE("a closed study is one file that says what it is") {
    const test::ScratchFolder scratch;
    makeStudy(scratch.file("study"));
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(scratch.file("study")))
        names.push_back(entry.path().filename());
    CHECK(names == std::vector<std::string>{"study.neuroscribe"});
    const std::string bytes = test::readFile(studyFile(scratch.file("study")));
    CHECK(bytes.substr(68, 4) == "NSCR"); // application_id
    CHECK(bytes[18] == 1);                // not WAL
}

TEST_CASE("creating never overwrites a study, a folder without one is named") {
    const test::ScratchFolder scratch;
    makeStudy(scratch.file("study"));
    CHECK(Project::create(scratch.file("study")).error().code == ErrorCode::AlreadyExists);
    CHECK(Project::open(scratch.file("study"))->value("key").value() == "\"kept\"");
    CHECK(openingError(scratch.file("nowhere")) == ErrorCode::NotFound);
    CHECK(openingError(scratch.path().string()) == ErrorCode::NotFound);
    test::writeFile(scratch.file("plain"), "x");
    CHECK_FALSE(Project::create(scratch.file("plain")));
}

TEST_CASE("foreign keys hold and the full-text table is there") {
    const test::ScratchFolder scratch;
    auto project = Project::create(scratch.file("study"));
    REQUIRE(project);
    CHECK_FALSE(project->writer().execute("INSERT INTO rejected VALUES(77, 'a', 'b', 'c')"));
    CHECK(project->writer().execute("INSERT INTO sentence_fts(rowid, text) VALUES(1, 'word')"));
}

TEST_CASE("a second process gets the pid and host of the first, and may read") {
    const test::ScratchFolder scratch;
    makeStudy(scratch.file("study"));
    int ready[2];
    int done[2];
    REQUIRE(::pipe(ready) == 0);
    REQUIRE(::pipe(done) == 0);
    const pid_t child = test::startChild([&] {
        auto project = Project::open(scratch.file("study"));
        char byte = project && project->setValue("key", "\"child\"") ? 'y' : 'n';
        if (::write(ready[1], &byte, 1) != 1 || ::read(done[0], &byte, 1) != 1)
            return 1;
        return 0;
    });
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    REQUIRE(byte == 'y');
    const auto second = Project::open(scratch.file("study"));
    auto reader = Project::open(scratch.file("study"), Access::ReadOnly);
    REQUIRE(::write(done[1], &byte, 1) == 1);

    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::Locked);
    CHECK(second.error().why.find(std::to_string(child) + "@") != std::string::npos);
    REQUIRE(reader);
    CHECK(reader->readOnly());
    CHECK(reader->value("key").value() == "\"child\"");
    CHECK(test::waitFor(child) == 0);
    for (const int end : {ready[0], ready[1], done[0], done[1]})
        ::close(end);
}

TEST_CASE("the same process can't open a study twice for writing") {
    const test::ScratchFolder scratch;
    auto first = Project::create(scratch.file("study"));
    REQUIRE(first);
    CHECK(openingError(scratch.file("study")) == ErrorCode::Locked);
    REQUIRE(first->close());
    CHECK(Project::open(scratch.file("study")));
}

TEST_CASE("a killed writer leaves no lock, what it committed stays and the rest is rolled back") {
    const test::ScratchFolder scratch;
    makeStudy(scratch.file("study"));
    const int status = test::waitFor(test::startChild([&] {
        auto project = Project::open(scratch.file("study"));
        if (!project || !project->setValue("committed", "1"))
            return 1;
        if (!project->writer().execute("BEGIN; INSERT INTO study_value VALUES('open', '1')"))
            return 1;
        ::kill(::getpid(), SIGKILL);
        return 2;
    }));
    REQUIRE(status == 128 + SIGKILL);
    auto project = Project::open(scratch.file("study"));
    REQUIRE(project);
    CHECK(project->openingNote().find("not closed properly") != std::string::npos);
    CHECK(project->value("committed").value() == "1");
    CHECK_FALSE(project->value("open").value());
}

TEST_CASE("a folder that can't be written opens only for reading") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    makeStudy(folder);
    allow(scratch.path().string(), 0755);
    allow(studyFile(folder), 0444);
    allow(folder, 0555);
    CHECK(test::runUnprivileged([&] {
              const auto writable = Project::open(folder);
              if (writable || writable.error().code != ErrorCode::ReadOnly)
                  return 1;
              auto project = Project::open(folder, Access::ReadOnly);
              if (!project || project->value("key").value() != "\"kept\"" || !project->openingNote().empty())
                  return 2;
              auto reader = project->newReader();
              if (!reader || !reader->integer("SELECT 1 FROM study_value"))
                  return 3;
              return Project::create(folder + "/inner").error().code == ErrorCode::ReadOnly ? 0 : 4;
          }) == 0);
    allow(folder, 0755);
}

TEST_CASE("a folder that can't be written and was not closed opens with its newest commits") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    makeStudy(folder);
    test::waitFor(test::startChild([&] {
        auto project = Project::open(folder);
        (void)project->setValue("key", "\"newest\"");
        ::kill(::getpid(), SIGKILL);
        return 0;
    }));
    REQUIRE(fs::file_size(studyFile(folder) + "-wal") > 0);
    fs::remove(studyFile(folder) + "-shm");
    fs::remove(folder + "/study.neuroscribe.lock");
    allow(scratch.path().string(), 0755);
    allow(folder, 0555);
    CHECK(test::runUnprivileged([&] {
              auto project = Project::open(folder, Access::ReadOnly);
              if (!project || !project->readOnly())
                  return 1;
              if (project->value("key").value() != "\"newest\"")
                  return 2;
              if (project->openingNote().find("temporary copy") == std::string::npos)
                  return 3;
              return project->newReader() ? 0 : 4;
          }) == 0);
    allow(folder, 0755);
}

TEST_CASE("a study of a newer version opens only for reading") {
    const test::ScratchFolder scratch;
    makeStudy(scratch.file("study"));
    {
        auto database = Database::open(studyFile(scratch.file("study")), OpenMode::ReadWrite);
        REQUIRE(database->execute("PRAGMA user_version=99"));
    }
    CHECK(openingError(scratch.file("study")) == ErrorCode::NewerVersion);
    auto project = Project::open(scratch.file("study"), Access::ReadOnly);
    REQUIRE(project);
    CHECK(project->openingNote().find("newer") != std::string::npos);
    CHECK(project->value("key").value() == "\"kept\"");
}

TEST_CASE("damage and foreign files are named") {
    const test::ScratchFolder scratch;
    const std::string folder = scratch.file("study");
    makeStudy(folder);
    const std::string whole = test::readFile(studyFile(folder));

    SECTION("text") {
        test::writeFile(studyFile(folder),
                        "not a database at all, but long enough to be looked at " + whole.substr(60));
        CHECK(openingError(folder) == ErrorCode::Corrupt);
        CHECK(openingError(folder, Access::ReadOnly) == ErrorCode::Corrupt);
    }
    SECTION("cut off") {
        test::writeFile(studyFile(folder), whole.substr(0, 5000));
        const auto opened = Project::open(folder);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::Corrupt);
        CHECK(opened.error().where == studyFile(folder));
    }
    SECTION("schema page overwritten") {
        std::string damaged = whole;
        damaged.replace(100, 1000, 1000, '\xff');
        test::writeFile(studyFile(folder), damaged);
        CHECK(openingError(folder) == ErrorCode::Corrupt);
    }
    SECTION("empty") {
        test::writeFile(studyFile(folder), "");
        CHECK_FALSE(Project::open(folder));
    }
    SECTION("somebody else's database") {
        fs::remove(studyFile(folder));
        auto database = Database::open(studyFile(folder), OpenMode::Create);
        REQUIRE(database->execute("CREATE TABLE t (x)"));
        CHECK(openingError(folder) == ErrorCode::Unsupported);
    }
    SECTION("our mark but no tables") {
        fs::remove(studyFile(folder));
        auto database = Database::open(studyFile(folder), OpenMode::Create);
        REQUIRE(database->execute("PRAGMA application_id=1314079570; PRAGMA user_version=1"));
        CHECK(openingError(folder) == ErrorCode::Corrupt);
    }
}

TEST_CASE("a copy has everything but unfinished files, and this study stays open where it is") {
    const test::ScratchFolder scratch;
    auto project = Project::create(scratch.file("study"));
    REQUIRE(project);
    REQUIRE(project->setValue("key", "1"));
    fs::create_directories(project->activationsFolder() + "/run");
    const std::string segment(200000, '\x5a');
    test::writeFile(project->activationsFolder() + "/run/0000.seg", segment);
    test::writeFile(project->activationsFolder() + "/run/0001.part", "half");

    REQUIRE(project->saveCopy(scratch.file("copies/one")));
    REQUIRE(project->setValue("key", "2"));
    CHECK(project->folder() == scratch.file("study"));
    auto copy = Project::open(scratch.file("copies/one"));
    REQUIRE(copy);
    CHECK(copy->value("key").value() == "1");
    CHECK(test::readFile(copy->activationsFolder() + "/run/0000.seg") == segment);
    CHECK_FALSE(fs::exists(copy->activationsFolder() + "/run/0001.part"));
}

TEST_CASE("a failed copy leaves nothing behind") {
    const test::ScratchFolder scratch;
    auto project = Project::create(scratch.file("study"));
    REQUIRE(project);
    fs::create_directories(scratch.file("full"));
    test::writeFile(scratch.file("full/mine"), "mine");
    CHECK(project->saveCopy(scratch.file("full")).error().code == ErrorCode::AlreadyExists);
    CHECK(project->saveCopy(scratch.file("study")).error().code == ErrorCode::AlreadyExists);
    test::writeFile(scratch.file("plain"), "x");
    CHECK_FALSE(project->saveCopy(scratch.file("plain/inner")));
    CHECK(std::distance(fs::directory_iterator(scratch.path()), {}) == 3);
    fs::create_directories(scratch.file("empty"));
    CHECK(project->saveCopy(scratch.file("empty/")));
    CHECK(Project::open(scratch.file("empty")));
}

TEST_CASE("readers see what is committed while the writer works") {
    const test::ScratchFolder scratch;
    auto project = Project::create(scratch.file("study"));
    REQUIRE(project);
    REQUIRE(project->setValue("a", "1"));
    auto reader = project->newReader();
    REQUIRE(reader);
    auto transaction = Transaction::begin(project->writer());
    REQUIRE(project->setValue("b", "1"));
    CHECK(reader->integer("SELECT count(*) FROM study_value").value() == 1);
    REQUIRE(transaction->commit());
    CHECK(reader->integer("SELECT count(*) FROM study_value").value() == 2);
    CHECK_FALSE(reader->execute("DELETE FROM study_value"));
}
