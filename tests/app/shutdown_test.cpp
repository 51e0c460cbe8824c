// The order in which a session ends: nothing more is accepted, jobs are cancelled, what a person changed is written,
// the study closes, the lanes end.
#include "app/session/session.h"
#include "core/pipeline/study.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;

namespace {

std::string manyLines(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += "a line of its own with the number " + std::to_string(i) + " in it\n";
    return lines;
}

} // namespace

TEST_CASE("A session that ends in the middle of an import leaves the study as it was, and unlocked") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    writeFile(scratch.file("many.txt"), manyLines(200'000));
    {
        Session session;
        openAndSettle(session, scratch.file("study"));
        corpus::ImportOptions options;
        options.minWords = 1;
        options.language = "any";
        options.maxPerCategory = 0;
        session.importFiles({QString::fromStdString(scratch.file("many.txt"))}, options);
        REQUIRE(waitFor([&] { return session.jobs().active() && session.jobs().active()->done > 0; }));
        session.setThresholds({.tMilli = 444}, Gesture::Commit);
        session.setMark(NeuronId(2), {true, QStringLiteral("kept")});
    }
    auto project = store::Project::open(scratch.file("study"));
    REQUIRE(project);
    CHECK(project->openingNote().empty());
    const auto study = pipeline::loadStudy(*project);
    REQUIRE(study);
    CHECK((*study)->corpus->size() == 600);
    CHECK((*study)->thresholds.tMilli == 444);
    CHECK(loadMarks(project->connection(), (*study)->run->id)->at(NeuronId(2)).note == QStringLiteral("kept"));
}

TEST_CASE("A closed study is one file again, without a journal or a lock beside it") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    {
        Session session;
        openAndSettle(session, scratch.file("study"));
        session.setThresholds({.tMilli = 444}, Gesture::Commit);
    }
    for (const char* name : {"study.neuroscribe-wal", "study.neuroscribe-shm", "study.neuroscribe.lock"})
        CHECK_FALSE(std::filesystem::exists(scratch.path() / "study" / name));
}

TEST_CASE("A job that has not begun when the session ends never begins") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("study"));
    writeFile(scratch.file("many.txt"), manyLines(200'000));
    writeFile(scratch.file("few.txt"), manyLines(10));
    {
        Session session;
        session.openStudy(QString::fromStdString(scratch.file("study")));
        REQUIRE(waitFor([&] { return session.isOpen(); }));
        corpus::ImportOptions options;
        options.minWords = 1;
        options.language = "any";
        session.importFiles({QString::fromStdString(scratch.file("many.txt"))}, options);
        session.importFiles({QString::fromStdString(scratch.file("few.txt"))}, options);
    }
    auto project = store::Project::open(scratch.file("study"));
    REQUIRE(project);
    CHECK((*pipeline::loadStudy(*project))->corpus->size() == 20);
}

TEST_CASE("Another study opens while a job of the last one is being stopped") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("study"));
    makeBareStudy(scratch.file("other"));
    writeFile(scratch.file("many.txt"), manyLines(200'000));
    Session session;
    session.openStudy(QString::fromStdString(scratch.file("study")));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    corpus::ImportOptions options;
    options.minWords = 1;
    options.language = "any";
    const JobId job = session.importFiles({QString::fromStdString(scratch.file("many.txt"))}, options);
    session.openStudy(QString::fromStdString(scratch.file("other")));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    CHECK(session.title() == QStringLiteral("other"));
    CHECK(session.jobs().find(job)->state == JobState::Cancelled);
    CHECK(session.study()->corpus->size() == 20);
}
