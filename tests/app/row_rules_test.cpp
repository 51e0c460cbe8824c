// Rules of whole rows in the window: a job makes them at first use, the thresholds wait for it.
#include "app/session/session.h"
#include "core/pipeline/row_rules.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"
#include "tests/ui/small_study.h"

#include <algorithm>

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;
using tagging::Rule;
using tagging::Thresholds;

namespace {

std::size_t jobsOf(Session& session, const QString& key) {
    const auto& jobs = session.jobs().jobs();
    return static_cast<std::size_t>(
        std::count_if(jobs.begin(), jobs.end(), [&key](const Job& job) { return job.key == key; }));
}

} // namespace

TEST_CASE("A rule of whole rows is computed by one job, and tags follow") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    const auto before = session.tagger()->tags();
    const Thresholds wanted{.tMilli = 650, .rule = Rule::Auroc};
    session.setThresholds(wanted, Gesture::Commit);
    CHECK_FALSE(session.isTaggingSettled());
    CHECK(session.tagger()->tags() == before); // until the rows are there the state before is seen
    CHECK(session.thresholds().rule == Rule::Auroc);
    settle(session);
    REQUIRE(session.tagger()->thresholds() == wanted);
    for (NeuronId neuron{0}; neuron.value < kLayers * kUnits; ++neuron.value)
        for (std::uint32_t c = 0; c < kDescriptors; ++c) {
            const auto value = session.tagger()->ruleValues(neuron, c).auroc;
            CHECK(session.tagger()->tags().tagged(neuron, c) == (value && *value > 0.65));
        }
    CHECK(session.tagger()->tags().tagged(NeuronId(0), 0)); // planted
    session.setThresholds({.tMilli = 100, .rule = Rule::R}, Gesture::Commit);
    settle(session);
    CHECK(session.tagger()->thresholds().rule == Rule::R);
    CHECK(jobsOf(session, QStringLiteral("rules")) == 1);
}

TEST_CASE("A study that is stored with a rule of whole rows opens with its tags") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    {
        Session session;
        openAndSettle(session, scratch.file("study"));
        session.setThresholds({.tMilli = 2000, .rule = Rule::Auprc}, Gesture::Commit);
        settle(session);
        REQUIRE(waitFor([&] { return session.canUndo(); }));
        CHECK(session.undoText() == QStringLiteral("Use AUPRC"));
    }
    Session session;
    openAndSettle(session, scratch.file("study"));
    REQUIRE(session.tagger() != nullptr);
    CHECK(session.tagger()->thresholds().rule == Rule::Auprc);
    CHECK(session.tagger()->summary().tags > 0);
    REQUIRE(
        waitFor([&] { return !session.steps().empty() && session.steps().back().state == pipeline::StepState::Done; }));
    session.undo();
    REQUIRE(waitFor([&] { return session.thresholds().rule == Rule::Share; }));
    settle(session);
    CHECK(session.tagger()->thresholds().rule == Rule::Share);
}

TEST_CASE("When the job is stopped the thresholds go back to what is seen") {
    // The job may be faster than the stop; then its rule is in force. In ten attempts a stop comes in time.
    bool stopped = false;
    for (int attempt = 0; attempt < 10 && !stopped; ++attempt) {
        const ScratchFolder scratch;
        makeSmallStudy(scratch.file("study"));
        Session session;
        openAndSettle(session, scratch.file("study"));
        QObject::connect(
            &session.jobs(), &JobList::jobAdded, &session, [&session] { session.cancelAllJobs(); },
            Qt::QueuedConnection);
        session.setThresholds({.tMilli = 650, .rule = Rule::Auroc}, Gesture::Commit);
        REQUIRE(waitFor([&] { return jobsOf(session, QStringLiteral("rules")) == 1; }));
        settle(session);
        const auto& jobs = session.jobs().jobs();
        const auto job = std::ranges::find(jobs, QStringLiteral("rules"), &Job::key);
        REQUIRE(waitFor([&] { return job->state == JobState::Cancelled || job->state == JobState::Done; }));
        settle(session);
        stopped = job->state == JobState::Cancelled;
        CHECK(session.thresholds().rule == (stopped ? Rule::Share : Rule::Auroc));
        CHECK(session.tagger()->thresholds().rule == session.thresholds().rule);
    }
    CHECK(stopped);
}

TEST_CASE("A study that opens with a rule of whole rows keeps what is stored when the job is stopped") {
    const Thresholds stored{.kMilli = 5000, .tMilli = 650, .rule = Rule::Auroc};
    bool stopped = false;
    for (int attempt = 0; attempt < 10 && !stopped; ++attempt) {
        const ScratchFolder scratch;
        makeSmallStudy(scratch.file("study"));
        {
            Session session;
            openAndSettle(session, scratch.file("study"));
            session.setThresholds(stored, Gesture::Commit);
            settle(session);
            REQUIRE(waitFor([&] { return session.canUndo(); }));
        }
        {
            Session session;
            QObject::connect(
                &session.jobs(), &JobList::jobAdded, &session, [&session] { session.cancelAllJobs(); },
                Qt::QueuedConnection);
            session.openStudy(QString::fromStdString(scratch.file("study")));
            REQUIRE(waitFor([&] { return jobsOf(session, QStringLiteral("rules")) == 1; }));
            const Job& job = session.jobs().jobs().front();
            REQUIRE(waitFor([&] { return job.state == JobState::Cancelled || job.state == JobState::Done; }));
            settle(session);
            stopped = job.state == JobState::Cancelled;
            CHECK(session.thresholds().rule == (stopped ? Rule::Share : Rule::Auroc));
            CHECK(session.thresholds().kMilli == stored.kMilli);
        }
        Session again;
        openAndSettle(again, scratch.file("study"));
        CHECK(again.thresholds() == stored);
    }
    CHECK(stopped);
}

TEST_CASE("The other half has rows of its own") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    Thresholds wanted{.tMilli = 100, .rule = Rule::R};
    session.setThresholds(wanted, Gesture::Commit);
    settle(session);
    const auto first = session.tagger()->ruleValues(NeuronId(0), 0).r;
    wanted.split = corpus::Split::Validation;
    session.setThresholds(wanted, Gesture::Commit);
    settle(session);
    CHECK(session.tagger()->thresholds() == wanted);
    const auto second = session.tagger()->ruleValues(NeuronId(0), 0).r;
    REQUIRE((first && second));
    CHECK(*first != *second);
    CHECK(jobsOf(session, QStringLiteral("rules")) == 2);
}

TEST_CASE("Asking for the values alone changes no tag") {
    const ScratchFolder scratch;
    makeSmallStudy(scratch.file("study"));
    Session session;
    openAndSettle(session, scratch.file("study"));
    const auto before = session.tagger()->tags();
    CHECK(!session.tagger()->ruleValues(NeuronId(0), 0).r);
    session.wantRowRules();
    session.wantRowRules();
    REQUIRE(waitFor([&] { return session.tagger()->ruleValues(NeuronId(0), 0).r.has_value(); }));
    CHECK(session.tagger()->tags() == before);
    CHECK(jobsOf(session, QStringLiteral("rules")) == 1);
}
