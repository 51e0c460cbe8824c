// What a clustering leaves to decide, and the decision to take the new members.
#include "core/descriptors/review.h"

#include "core/store/project.h"
#include "tests/core/descriptors/curations.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using descriptors::test::applied;
using descriptors::test::kColour;
using descriptors::test::kFood;
using descriptors::test::members;
using descriptors::test::threeClusters;

TEST_CASE("open decisions are kept with the study, those without their cluster or news are not") {
    const neuroscribe::test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project.ok());
    store::Database& database = project->writer();
    const Curation curation = threeClusters();
    CHECK(loadReview(database, curation)->empty());
    const ReviewItem open{kFood, members({2, 3, 7}), 2};
    const ReviewItem within{kFood, members({1, 2}), 2};
    const ReviewItem gone{ClusterId(99), members({7}), 1};
    REQUIRE(storeReview(database, {open, within, gone}).ok());
    CHECK(*loadReview(database, curation) == std::vector<ReviewItem>{open});
    REQUIRE(storeReview(database, {}).ok());
    CHECK(loadReview(database, curation)->empty());
    for (const char* text : {"", "{}", "[1]", "[{\"cluster\":1,\"overlap\":1,\"community\":[-1]}]",
                             "[{\"cluster\":\"1\",\"overlap\":1,\"community\":[]}]"}) {
        INFO(text);
        REQUIRE(database.execute(std::string("UPDATE clustering SET value = '") + text + "'").ok());
        CHECK(loadReview(database, curation).error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("leaving a cluster as it is changes nothing of it, and can be undone") {
    Curation curation = threeClusters();
    const Curation before = curation;
    const CurationEdit edit = applied(curation, leaveCluster(curation, {kFood, members({2, 3, 7}), 2}));
    CHECK(edit.textCode == "cluster.leave");
    REQUIRE(edit.arguments.size() == 2);
    CHECK(edit.arguments[0] == "food");
    CHECK(curation == before);
    CHECK(edit.delta == edit.delta.reversed());
    CHECK(!leaveCluster(curation, {ClusterId(99), members({1}), 0}).ok());
}

TEST_CASE("a cluster takes a community, but nothing from clusters that somebody worked on, nor what is set aside") {
    Curation curation = threeClusters();
    applied(curation, rename(curation, kColour, "Colour", false));
    applied(curation, moveMembers(curation, members({8}), kSetAside));
    // 1 2 3 were food, 4 5 are Colour, 6 is a suggested cluster's, 7 unclustered, 8 set aside. A cluster made by hand
    // has no centre; this one came from the method.
    CurationDelta centre;
    const Cluster& music = *curation.find(descriptors::test::kMusic);
    ClusterFacts found = music;
    found.centre = RawDescriptorId(6);
    centre.clusters.push_back({descriptors::test::kMusic, music, found});
    REQUIRE(curation.apply(centre).ok());
    const auto edit = applied(curation, takeCommunity(curation, {kFood, members({2, 3, 4, 6, 7, 8}), 2}));
    CHECK(edit.textCode == "cluster.take");
    CHECK(edit.arguments == std::vector<std::string>{"food", "4"});
    CHECK(curation.find(kFood)->members == members({2, 3, 6, 7}));
    CHECK(curation.placeOf(RawDescriptorId(1)) == kUnclustered);
    CHECK(curation.find(kColour)->members == members({4, 5}));
    CHECK(curation.placeOf(RawDescriptorId(8)) == kSetAside);
    CHECK(!curation.find(descriptors::test::kMusic));
    CHECK(!takeCommunity(curation, {ClusterId(99), members({1}), 0}).ok());
}
