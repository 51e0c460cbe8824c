// Reading beside the window: queries of panels, what waits for a server, and the tags of data that were read again.
#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "core/pipeline/study.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <QObject>

#include <atomic>
#include <thread>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;

namespace {

QString folderIn(const ScratchFolder& scratch, const char* name = "study") {
    return QString::fromStdString(scratch.file(name));
}

} // namespace

TEST_CASE("A query comes back, the latest of a channel only, and never about a closed study") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("study"));
    Session session;
    session.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    int answers = 0;
    std::size_t found = 0;
    const auto ask = [&] {
        session.query<std::vector<std::string>>(
            QStringLiteral("texts"),
            [](store::Database& database, std::stop_token) { return corpus::loadTexts(database, SentenceId(0), 5); },
            [&](Result<std::vector<std::string>> texts) {
                ++answers;
                found = texts ? texts->size() : 0;
            });
    };
    ask();
    REQUIRE(waitFor([&] { return answers == 1; }));
    CHECK(found == 5);
    ask();
    session.closeStudy();
    session.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    CHECK(answers == 1);
}

TEST_CASE("What waits for a server holds up no panel") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("study"));
    Session session;
    session.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    std::atomic<bool> answered = false;
    bool told = false, read = false;
    session.ask<int>(
        QStringLiteral("server"),
        [&answered](store::Database&, std::stop_token stop) -> Result<int> {
            while (!answered && !stop.stop_requested())
                std::this_thread::yield();
            return 1;
        },
        [&told](const Result<int>&) { told = true; });
    session.query<int>(
        QStringLiteral("panel"), [](store::Database&, std::stop_token) -> Result<int> { return 1; },
        [&read](const Result<int>&) { read = true; });
    CHECK(waitFor([&] { return read; }));
    CHECK_FALSE(told);
    answered = true;
    CHECK(waitFor([&] { return told; }));
}

TEST_CASE("Tags and q stay in sight while a job or an edit brings other labels") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    const auto before = session.study();
    bool gone = false;
    const auto look = [&] { gone |= !session.tagger() || !session.enrichment(); };
    QObject::connect(&session, &Session::changed, &session, look);
    session.labelLexically({{QStringLiteral("sentence"), {}}});
    REQUIRE(waitFor([&] {
        look();
        return session.study() != before && session.isTaggingSettled();
    }));
    CHECK_FALSE(gone);
    CHECK(session.tagger()->counts().descriptors == kDescriptors + 1);
    CHECK(session.tagger()->counts().descriptors == session.study()->descriptors.size());
}

TEST_CASE("Thresholds that move while other labels are being tagged count in the end") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    const auto before = session.study();
    const JobId job = session.labelLexically({{QStringLiteral("sentence"), {}}});
    REQUIRE(waitFor([&] { return session.jobs().find(job)->state == JobState::Done; }));
    std::uint32_t milli = 300;
    REQUIRE(waitFor([&] {
        milli = milli % 900 + 1;
        session.setThresholds({.kMilli = 5000, .tMilli = milli}, Gesture::Live);
        return session.study() != before;
    }));
    settle(session);
    CHECK(session.tagger()->thresholds() == session.thresholds());
    auto fresh = pipeline::makeTagger(*session.study(), session.thresholds().split, session.thresholds().tail);
    REQUIRE(fresh);
    REQUIRE(fresh->apply(session.thresholds()));
    CHECK(session.tagger()->summary().neuronsTagged == fresh->summary().neuronsTagged);
    CHECK(session.tagger()->counts().yes == fresh->counts().yes);
}

TEST_CASE("A query whose asker is gone is not delivered") {
    const ScratchFolder scratch;
    makeBareStudy(scratch.file("study"));
    Session session;
    session.openStudy(folderIn(scratch));
    REQUIRE(waitFor([&] { return session.isOpen(); }));
    bool late = false;
    bool done = false;
    {
        QObject asker;
        session.query<int>(
            QStringLiteral("a"), [](store::Database&, std::stop_token) -> Result<int> { return 1; },
            [&](Result<int>) { late = true; }, &asker);
    }
    session.query<int>(
        QStringLiteral("b"), [](store::Database&, std::stop_token) -> Result<int> { return 2; },
        [&](Result<int>) { done = true; });
    REQUIRE(waitFor([&] { return done; }));
    CHECK_FALSE(late);
}
