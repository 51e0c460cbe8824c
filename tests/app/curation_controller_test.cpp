#include "app/session/curation_controller.h"

#include "app/session/session.h"
#include "core/descriptors/curation_edits.h"
#include "tests/support/catch.h"
#include "tests/ui/curate_study.h"
#include "tests/ui/small_study.h"
#include "tests/ui/speaking.h"

using namespace neuroscribe;
using namespace neuroscribe::app;
using namespace neuroscribe::test;
using descriptors::Curation;
using descriptors::kSetAside;
using descriptors::kUnclustered;

namespace {

struct Opened {
    ScratchFolder scratch;
    Session session;
    std::vector<Error> errors;

    Opened() {
        makeCurateStudy(scratch.file("study"));
        QObject::connect(&session, &Session::failed, &session, [this](const Error& error) { errors.push_back(error); });
        open();
    }
    void open() { openAndSettle(session, scratch.file("study")); }
    CurationController& curation() { return session.curation(); }
    const Curation& now() { return *session.curation().curation(); }
    void apply(const Result<descriptors::CurationEdit>& edit) {
        REQUIRE(edit);
        REQUIRE(curation().apply(*edit));
    }
    void written() {
        REQUIRE(waitFor([this] { return curation().isWritten(); }));
    }
    bool asStored() { return storedCuration(scratch.file("study")) == now(); }
    std::vector<std::string> descriptorNames() {
        std::vector<std::string> names;
        for (const labels::Descriptor& descriptor : session.study()->descriptors)
            names.push_back(descriptor.name);
        return names;
    }
};

} // namespace

TEST_CASE("Opening brings the clusters with their figures, their topics and what these are like") {
    Opened opened;
    REQUIRE(opened.now().clusters().size() == 3);
    const auto topics = opened.curation().topics();
    CHECK(topics->names[topicNamed("tea bags").value] == QStringLiteral("tea bags"));
    CHECK(topics->dimension == 3);
    CHECK(opened.curation().members(kUnclustered).size() == 2);
    const PlaceFigures price = opened.curation().figures().at(kPrice);
    CHECK(price.members == 3);
    CHECK(price.said == 60 / 7 + 1 + 60 / 8 + 1 + 60 / 9 + 1);
    CHECK(price.sentences < price.said); // some sentences were said to be about two of them
    const auto members = opened.curation().members(kGift);
    const auto similarities = similaritiesToCentre(*topics, opened.now(), kGift, members);
    CHECK(similarities.front() > 0.999F); // the centre itself
    CHECK(similarities.back() < 0.6F);
}

TEST_CASE("An edit is seen at once, written behind, and there again with its history") {
    const Speaking english("en"); // for the plurals
    Opened opened;
    opened.apply(descriptors::rename(opened.now(), kGift, "Gift / Present", false));
    CHECK(opened.now().find(kGift)->name == "Gift / Present");
    CHECK(opened.curation().undoText() == QStringLiteral("Rename “gift box” to Gift / Present"));
    const RawDescriptorId moved[] = {topicNamed("tea bags"), topicNamed("noise")};
    opened.apply(descriptors::moveMembers(opened.now(), moved, kPrice));
    CHECK(opened.curation().figures().at(kPrice).members == 5);
    CHECK(opened.curation().figures().at(kUnclustered).members == 0);
    opened.written();
    CHECK(opened.asStored());
    opened.session.closeStudy();
    CHECK(opened.curation().curation() == nullptr);
    opened.open();
    CHECK(opened.now().find(kPrice)->members.size() == 5);
    CHECK(opened.curation().history().size() == 2);
    CHECK(opened.curation().undoText() == QStringLiteral("Move 2 members to price"));
    opened.curation().undo();
    CHECK(opened.now().find(kPrice)->members.size() == 3);
    CHECK(opened.curation().figures().at(kUnclustered).members == 2);
    opened.written();
    CHECK(opened.asStored());
}

TEST_CASE("The history can be jumped in, there and back, and a new edit ends what was undone") {
    Opened opened;
    for (const char* name : {"One", "Two", "Three", "Four"})
        opened.apply(descriptors::rename(opened.now(), kPrice, name, false));
    opened.curation().jumpTo(1);
    CHECK(opened.now().find(kPrice)->name == "One");
    CHECK(opened.curation().redoText() == QStringLiteral("Rename “One” to Two"));
    opened.curation().jumpTo(4);
    CHECK(opened.now().find(kPrice)->name == "Four");
    opened.curation().jumpTo(0);
    CHECK_FALSE(opened.curation().canUndo());
    opened.written();
    CHECK(opened.asStored());
    opened.apply(descriptors::confirm(opened.now(), kGift));
    CHECK_FALSE(opened.curation().canRedo());
    CHECK(opened.curation().history().size() == 1);
    opened.written();
    CHECK(opened.asStored());
    CHECK(opened.errors.empty());
}

TEST_CASE("Clusters and thresholds have histories of their own") {
    Opened opened;
    opened.session.setThresholds({.tMilli = 400}, Gesture::Commit);
    opened.apply(descriptors::confirm(opened.now(), kGift));
    opened.written();
    REQUIRE(waitFor([&] { return opened.session.canUndo(); }));
    opened.curation().undo();
    CHECK(opened.session.thresholds().tMilli == 400);
    CHECK_FALSE(opened.now().find(kGift)->isDescriptor());
    opened.curation().redo();
    opened.session.undo();
    REQUIRE(waitFor([&] { return opened.session.thresholds().tMilli != 400; }));
    CHECK(opened.now().find(kGift)->isDescriptor());
}

TEST_CASE("A cluster that gets a name is a descriptor of the study, and what is selected stays selected") {
    Opened opened;
    opened.session.selection().setDescriptor(1);
    const std::string selected = opened.descriptorNames()[1];
    opened.apply(descriptors::rename(opened.now(), kPrice, "Price", false));
    REQUIRE(waitFor([&] {
        const auto names = opened.descriptorNames();
        return std::find(names.begin(), names.end(), "Price") != names.end();
    }));
    settle(opened.session);
    REQUIRE(opened.session.selection().descriptor());
    CHECK(opened.descriptorNames()[*opened.session.selection().descriptor()] == selected);
    opened.curation().undo();
    REQUIRE(waitFor([&] {
        const auto names = opened.descriptorNames();
        return std::find(names.begin(), names.end(), "Price") == names.end();
    }));
}

TEST_CASE("A cluster that takes the name of a descriptor asks what that one asked") {
    Opened opened;
    const std::string name = opened.descriptorNames().front(); // topic0, of no cluster
    const std::string question = opened.session.study()->descriptors.front().question;
    opened.apply(descriptors::rename(opened.now(), kPrice, name, false));
    opened.written();
    REQUIRE(waitFor([&] { return opened.now().find(kPrice)->questions == std::vector{question}; }));
    CHECK(opened.asStored());
    opened.curation().undo();
    opened.written();
    CHECK(opened.asStored());
    CHECK(opened.errors.empty());
}

TEST_CASE("What is proposed changes nothing until it is applied, and any other change takes it back") {
    Opened opened;
    const Curation before = opened.now();
    const ClusterId merged[] = {kPrice};
    const auto merge = descriptors::merge(opened.now(), merged, kGift);
    REQUIRE(merge);
    REQUIRE(opened.curation().propose(*merge));
    CHECK(opened.now() == before);
    CHECK(opened.curation().outcome()->find(kGift)->members.size() == 8);
    opened.apply(descriptors::confirm(opened.now(), kPrice));
    CHECK_FALSE(opened.curation().proposed());
    const auto again = descriptors::merge(opened.now(), merged, kGift);
    REQUIRE(opened.curation().propose(*again));
    REQUIRE(opened.curation().applyProposed());
    CHECK(opened.now().clusters().size() == 2);
    CHECK_FALSE(opened.curation().proposed());
    CHECK_FALSE(opened.curation().propose(*again)); // it no longer fits
}

TEST_CASE("A study that is only read says why its clusters can't be edited") {
    Opened opened;
    opened.session.closeStudy();
    opened.session.openStudy(QString::fromStdString(opened.scratch.file("study")), true);
    REQUIRE(waitFor([&] { return opened.session.isOpen(); }));
    settle(opened.session);
    CHECK_FALSE(opened.curation().canEdit());
    CHECK_FALSE(opened.curation().whyNot().isEmpty());
    const auto edit = descriptors::confirm(opened.now(), kGift);
    REQUIRE(edit);
    CHECK(opened.curation().apply(*edit).error().code == ErrorCode::ReadOnly);
    CHECK_FALSE(opened.curation().canUndo());
}

TEST_CASE("What can't be written is told, and what is stored is shown again") {
    Opened opened;
    {
        auto other = store::Database::open(opened.scratch.file("study/study.neuroscribe"), store::OpenMode::ReadWrite);
        REQUIRE(other);
        REQUIRE(
            other->execute("CREATE TRIGGER refuse BEFORE INSERT ON edit BEGIN SELECT raise(ABORT, 'refused'); END"));
    }
    opened.apply(descriptors::confirm(opened.now(), kGift));
    CHECK(opened.now().find(kGift)->isDescriptor());
    REQUIRE(waitFor([&] { return !opened.errors.empty() && !opened.now().find(kGift)->isDescriptor(); }));
    CHECK(opened.asStored());
    CHECK(opened.curation().history().empty());
}
