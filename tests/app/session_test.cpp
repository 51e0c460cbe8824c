#include "app/session/session.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/study.h"
#include "core/store/sqlite.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <QObject>

#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;
using tagging::Thresholds;

namespace {

QString folderIn(const ScratchFolder& scratch, const char* name = "study") {
    return QString::fromStdString(scratch.file(name));
}

struct Failures {
    std::vector<Error> errors;
    std::vector<Error> openErrors;
    explicit Failures(Session& session) {
        QObject::connect(&session, &Session::failed, &session, [this](const Error& error) { errors.push_back(error); });
        QObject::connect(&session, &Session::openFailed, &session,
                         [this](const QString&, const Error& error) { openErrors.push_back(error); });
    }
};

void waitForJobs(Session& session) {
    REQUIRE(waitFor([&] { return !session.jobs().anyActive(); }));
    settle(session);
}

/// Waits until what was written is in the study, by asking for the next edit.
void waitForUndo(Session& session, const QString& text) {
    REQUIRE(waitFor([&] { return session.undoText() == text; }));
}

} // namespace

TEST_CASE("A new study opens empty, and closes") {
    const ScratchFolder scratch;
    Session session;
    session.createStudy(folderIn(scratch));
    CHECK(session.isOpening());
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    CHECK_FALSE(session.isOpening());
    CHECK(session.title() == QStringLiteral("study"));
    CHECK(session.tagger() == nullptr);
    REQUIRE(waitFor([&] { return session.steps().size() == 5; }));
    CHECK(session.steps()[0].state == pipeline::StepState::Missing);
    session.closeStudy();
    CHECK_FALSE(session.isOpen());
    CHECK(session.folder().isEmpty());
}

TEST_CASE("A folder that is no study is told, and nothing is open") {
    const ScratchFolder scratch;
    Session session;
    const Failures failures(session);
    session.openStudy(folderIn(scratch, "nowhere"));
    REQUIRE(waitFor([&] { return !failures.openErrors.empty(); }));
    CHECK(failures.openErrors[0].code == ErrorCode::NotFound);
    CHECK_FALSE(session.isOpen());
    CHECK_FALSE(session.isOpening());
}

TEST_CASE("A study that another session holds is locked, and opens for reading") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session first;
    openAndSettle(first, scratch.file("study"));
    Session second;
    const Failures failures(second);
    second.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return !failures.openErrors.empty(); }));
    CHECK(failures.openErrors[0].code == ErrorCode::Locked);
    second.openStudy(folderIn(scratch), true);
    REQUIRE(waitFor([&] { return second.isOpen(); }));
    CHECK(second.isReadOnly());
    settle(second);
    REQUIRE(second.tagger() != nullptr);
    second.setThresholds({.tMilli = 500}, Gesture::Commit); // seen, not written
    CHECK(second.thresholds().tMilli == 500);
    CHECK_FALSE(second.canUndo());
    second.setMark(NeuronId(1), {true, {}});
    REQUIRE(failures.errors.size() == 1);
    CHECK(failures.errors[0].code == ErrorCode::ReadOnly);
}

TEST_CASE("The newest of several openings is the one that counts") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("first"));
    makeBareStudy(scratch.file("second"));
    Session session;
    session.openStudy(folderIn(scratch, "first"));
    session.openStudy(folderIn(scratch, "second"));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    CHECK(session.title() == QStringLiteral("second"));
    // The first one is given back, on its lane.
    const auto lock = scratch.path() / "first" / "study.neuroscribe.lock";
    REQUIRE(waitFor([&] { return !std::filesystem::exists(lock); }));
}

TEST_CASE("A study that is asked for again while it opens is not locked by its first opening") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    const Failures failures(session);
    session.openStudy(folderIn(scratch));
    session.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen() || !failures.openErrors.empty(); }));
    CHECK(failures.openErrors.empty());
    CHECK_FALSE(session.isReadOnly());
}

TEST_CASE("A gesture is one undo step, written when it ends, and undone after a restart") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    {
        Session session;
        openAndSettle(session, scratch.file("study"));
        for (const std::uint32_t t : {360U, 400U, 500U})
            session.setThresholds({.tMilli = t}, Gesture::Live);
        CHECK_FALSE(session.canUndo());
        session.setThresholds({.tMilli = 500}, Gesture::Commit);
        waitForUndo(session, QStringLiteral("Set t to 0.50"));
    }
    Session session;
    openAndSettle(session, scratch.file("study"));
    CHECK(session.thresholds().tMilli == 500);
    REQUIRE(session.canUndo());
    session.undo();
    REQUIRE(waitFor([&] { return session.thresholds().tMilli == 350; }));
    CHECK_FALSE(session.canUndo());
    CHECK(session.redoText() == QStringLiteral("Set t to 0.50"));
    session.redo();
    REQUIRE(waitFor([&] { return session.thresholds().tMilli == 500; }));
}

TEST_CASE("A gesture that ends where it began leaves no trace") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    session.setThresholds({.tMilli = 500}, Gesture::Live);
    session.setThresholds({}, Gesture::Commit);
    session.setThresholds({.tMilli = 400}, Gesture::Commit);
    waitForUndo(session, QStringLiteral("Set t to 0.40"));
    session.undo();
    REQUIRE(waitFor([&] { return session.thresholds() == Thresholds{}; }));
    CHECK_FALSE(session.canUndo());
}

TEST_CASE("Thresholds that make no sense are refused") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    const Failures failures(session);
    openAndSettle(session, scratch.file("study"));
    session.setThresholds({.kMilli = 99'999}, Gesture::Commit);
    CHECK(session.thresholds() == Thresholds{});
    REQUIRE(failures.errors.size() == 1);
    CHECK(failures.errors[0].code == ErrorCode::InvalidArgument);
}

TEST_CASE("A descriptor is switched off and on again by undo") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    REQUIRE(session.tagger()->summary().neuronsByDescriptor[0] > 0);
    session.setExcluded(0, true);
    CHECK(session.isExcluded(0));
    CHECK(session.tagger()->summary().neuronsByDescriptor[0] == 0);
    waitForUndo(session, QStringLiteral("Exclude topic0"));
    session.undo();
    REQUIRE(waitFor([&] { return !session.isExcluded(0); }));
    CHECK(session.tagger()->summary().neuronsByDescriptor[0] > 0);
}

TEST_CASE("Bookmarks and notes are there again when the study opens") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    {
        Session session;
        openAndSettle(session, scratch.file("study"));
        std::vector<ChangeSet> changes;
        QObject::connect(&session, &Session::changed, &session,
                         [&changes](const ChangeSet& change) { changes.push_back(change); });
        session.setMark(NeuronId(3), {true, QStringLiteral("räumt auf")});
        CHECK(changes == std::vector{ChangeSet{.marks = true}});
        session.setMark(NeuronId(4), {true, {}});
        session.setMark(NeuronId(4), {});
    }
    Session session;
    openAndSettle(session, scratch.file("study"));
    CHECK(session.mark(NeuronId(3)) == NeuronMark{true, QStringLiteral("räumt auf")});
    CHECK(session.mark(NeuronId(4)) == NeuronMark{});
}

TEST_CASE("Import and labelling are jobs that end with counts, and the steps follow") {
    const ScratchFolder scratch;
    std::string lines = "text\n";
    for (int i = 0; i < 40; ++i)
        lines +=
            std::string(i % 2 ? "the dog" : "the cat").append(" number ") + std::to_string(i) + " sits in the garden\n";
    writeFile(scratch.file("pets.csv"), lines);
    Session session;
    session.createStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    corpus::ImportOptions options;
    options.minWords = 1;
    options.language = "any";
    const JobId import = session.importFiles({QString::fromStdString(scratch.file("pets.csv"))}, options);
    CHECK(session.jobs().anyActive());
    waitForJobs(session);
    REQUIRE(session.jobs().find(import)->state == JobState::Done);
    CHECK(session.jobs().find(import)->result == QStringLiteral("40 sentence(s) added, 0 record(s) dropped"));
    const JobId label = session.labelLexically({{QStringLiteral("dog"), {}}, {QStringLiteral("cat"), {}}});
    waitForJobs(session);
    REQUIRE(session.jobs().find(label)->state == JobState::Done);
    CHECK(session.jobs().find(label)->result == QStringLiteral("40 yes, 40 no, 0 unanswered"));
    REQUIRE(session.study()->labels);
    REQUIRE(waitFor([&] { return session.steps()[2].state == pipeline::StepState::Done; }));
    CHECK(session.steps()[2].total == 80);
}

TEST_CASE("A job that fails says what and where, and the study stays open") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("study"));
    Session session;
    const Failures failures(session);
    session.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    const JobId job = session.importFiles({folderIn(scratch, "missing.csv")}, {});
    waitForJobs(session);
    CHECK(session.jobs().find(job)->state == JobState::Failed);
    REQUIRE(failures.errors.size() == 1);
    CHECK(failures.errors[0].code == ErrorCode::NotFound);
    CHECK(session.isOpen());
}

TEST_CASE("Thresholds chosen while a job runs are kept when its result comes in") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    session.labelLexically({{QStringLiteral("sentence"), {}}});
    session.setThresholds({.tMilli = 420}, Gesture::Commit);
    waitForJobs(session);
    CHECK(session.study()->descriptors.size() == kDescriptors + 1);
    CHECK(session.thresholds().tMilli == 420);
    CHECK(session.tagger()->thresholds().tMilli == 420);
    waitForUndo(session, QStringLiteral("Set t to 0.42"));
}

TEST_CASE("What a person changes while a job's result is on its way stays") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    bool changed = false;
    QObject::connect(&session.jobs(), &JobList::jobChanged, &session, [&](JobId id) {
        if (changed || session.jobs().find(id)->state != JobState::Done)
            return;
        changed = true; // the study has been read again by now, and is not shown yet
        session.setExcluded(0, true);
        session.setMark(NeuronId(2), {true, QStringLiteral("taste")});
    });
    session.labelLexically({{QStringLiteral("sentence"), {}}});
    REQUIRE(waitFor([&] { return session.study()->descriptors.size() == kDescriptors + 1; }));
    settle(session);
    CHECK(changed);
    CHECK(session.isExcluded(0));
    CHECK(session.tagger()->active()[0] == 0);
    CHECK(session.mark(NeuronId(2)).note == QStringLiteral("taste"));
    waitForUndo(session, QStringLiteral("Exclude topic0"));
}

TEST_CASE("What is selected and no longer there after a job is selected no more") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    session.selection().setNeuron(NeuronId(kLayers * kUnits - 1));
    session.selection().setDescriptor(0);
    session.selection().setSentence(SentenceId(1));
    {
        auto other = store::Database::open(scratch.file("study/study.neuroscribe"), store::OpenMode::ReadWrite);
        REQUIRE(other);
        REQUIRE(other->execute("DELETE FROM run"));
    }
    session.labelLexically({{QStringLiteral("sentence"), {}}});
    waitForJobs(session);
    CHECK_FALSE(session.selection().neuron().has_value());
    CHECK(session.selection().descriptor() == 0U);
    CHECK(session.selection().sentence() == SentenceId(1));
}

TEST_CASE("The descriptor that is selected stays selected when a job moves its column") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    session.selection().setDescriptor(1);
    const DescriptorId selected = session.study()->descriptors[1].id;
    {
        auto other = store::Database::open(scratch.file("study/study.neuroscribe"), store::OpenMode::ReadWrite);
        REQUIRE(other);
        REQUIRE(other->execute("UPDATE descriptor SET position = -position"));
    }
    session.labelLexically({{QStringLiteral("sentence"), {}}});
    waitForJobs(session);
    REQUIRE(session.study()->descriptors[1].id != selected);
    REQUIRE(waitFor([&] { return session.selection().descriptor().has_value(); }));
    CHECK(session.study()->descriptors[*session.selection().descriptor()].id == selected);
}

TEST_CASE("A copy holds what the study holds") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    const auto tagged = session.tagger()->summary().neuronsTagged;
    const JobId copy = session.saveCopy(folderIn(scratch, "copy"));
    waitForJobs(session);
    REQUIRE(session.jobs().find(copy)->state == JobState::Done);
    session.closeStudy();
    openAndSettle(session, scratch.file("copy"));
    CHECK(session.tagger()->summary().neuronsTagged == tagged);
}

TEST_CASE("A finished job leaves the list when it is cleared, a running one stays") {
    JobList list;
    const JobId done = list.add(QStringLiteral("import"), QStringLiteral("Import"));
    const JobId running = list.add(QStringLiteral("extract"), QStringLiteral("Extract"));
    Job job = *list.find(done);
    job.state = JobState::Done;
    list.update(job);
    list.clearFinished();
    CHECK(list.find(done) == nullptr);
    REQUIRE(list.find(running) != nullptr);
    CHECK(list.active()->id == running);
}
