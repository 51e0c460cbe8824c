// Files made from the study: whole or not at all, of what is shown, and nothing else changes.
#include "app/session/file_jobs.h"

#include "app/session/session.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"
#include "tests/ui/small_study.h"

#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;
using pipeline::ExportFormat;
using pipeline::ExportKind;

namespace {

struct Opened {
    ScratchFolder scratch;
    Session session;
    FileJobs jobs{session};
    Opened() {
        makeSmallStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
    }
    QString path(const char* name) { return QString::fromStdString(scratch.file(name)); }
    bool exists(const char* name) { return std::filesystem::exists(scratch.file(name)); }
    Job ended(JobId id) {
        REQUIRE(waitFor([&] {
            const JobState state = session.jobs().find(id)->state;
            return state == JobState::Done || state == JobState::Cancelled || state == JobState::Failed;
        }));
        return *session.jobs().find(id);
    }
    Job exported(const char* name, ExportKind kind, ExportFormat format = ExportFormat::Csv) {
        return ended(jobs.exportPart(path(name), {.kind = kind, .format = format}));
    }
};

} // namespace

TEST_CASE("A file is written and told, and the study stays as it was loaded") {
    Opened open;
    const auto before = open.session.study();
    QStringList told;
    QObject::connect(&open.jobs, &FileJobs::written, &open.jobs, [&told](JobId, const QString& file) { told += file; });
    const Job job = open.exported("labels.csv", ExportKind::Labels);
    CHECK(job.state == JobState::Done);
    CHECK(job.key == QStringLiteral("export"));
    CHECK(job.result == QStringLiteral("600 rows, 6 columns"));
    CHECK(told == QStringList{open.path("labels.csv")});
    CHECK(readFile(open.scratch.file("labels.csv")).starts_with("id,topic0,"));
    CHECK(open.session.study() == before);
}

TEST_CASE("A file job is no step of the pipeline, and cancelling all jobs cancels it too") {
    Opened open;
    const JobId id = open.jobs.writeReport(open.path("x.html"), {.resamples = 200'000});
    CHECK(open.session.jobs().anyActive());
    for (const pipeline::StepStatus& step : open.session.steps())
        CHECK(step.state != pipeline::StepState::Running);
    open.session.cancelAllJobs();
    const Job job = open.ended(id);
    CHECK(job.state == JobState::Cancelled);
    CHECK(job.result == QStringLiteral("Stopped. No file was written."));
    CHECK_FALSE(open.exists("x.html"));
    CHECK_FALSE(open.exists("x.html.part"));
}

TEST_CASE("What can't be written is told with the file's name, and leaves what was there") {
    Opened open;
    std::optional<Error> told;
    QObject::connect(&open.session, &Session::failed, &open.jobs, [&told](const Error& error) { told = error; });
    const Job job = open.exported("no such folder/tags.csv", ExportKind::Tags);
    CHECK(job.state == JobState::Failed);
    CHECK(job.result.contains(open.path("no such folder/tags.csv")));
    REQUIRE(told);
    CHECK(told->where == open.scratch.file("no such folder/tags.csv"));

    writeFile(open.scratch.file("old.csv"), "mine");
    CHECK(open.exported("old.csv", ExportKind::Topics).state == JobState::Failed); // there are none
    CHECK(readFile(open.scratch.file("old.csv")) == "mine");
}

TEST_CASE("A file of a person that looks half-written is not touched") {
    Opened open;
    writeFile(open.scratch.file("tags.part"), "mine");
    CHECK(open.exported("tags.csv", ExportKind::Tags).state == JobState::Done);
    CHECK(readFile(open.scratch.file("tags.part")) == "mine");
    CHECK_FALSE(open.exists("tags.csv.part"));
}

TEST_CASE("What is written is what is shown, also in a study that is only read") {
    Opened open;
    open.session.closeStudy();
    open.session.openStudy(open.path("study"), true);
    REQUIRE(waitFor([&open] { return open.session.isOpen(); }));
    settle(open.session);
    open.session.setThresholds({.kMilli = 5000, .tMilli = 300}, Gesture::Commit);
    settle(open.session);
    CHECK(open.exported("all.csv", ExportKind::Tags).state == JobState::Done);
    CHECK(readFile(open.scratch.file("all.csv")).find("topic0") != std::string::npos);
    open.session.setExcluded(0, true);
    settle(open.session);
    CHECK(open.exported("fewer.csv", ExportKind::Tags).state == JobState::Done);
    const std::string fewer = readFile(open.scratch.file("fewer.csv"));
    CHECK(fewer.find("topic0") == std::string::npos);
    const auto lines = std::count(fewer.begin(), fewer.end(), '\n') - 1;
    CHECK(lines == open.session.tagger()->summary().tags);
    CHECK(lines > 0);
}

TEST_CASE("A study that closes stops what is written of it") {
    Opened open;
    const JobId report = open.jobs.writeReport(open.path("report.html"), {.resamples = 200'000});
    open.session.closeStudy();
    CHECK(open.ended(report).state == JobState::Cancelled);
    CHECK_FALSE(open.exists("report.html"));
}
