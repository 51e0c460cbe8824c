// What each edit of a curation does, and what it refuses.
#include "core/descriptors/curation_edits.h"

#include "tests/core/descriptors/curations.h"

namespace neuroscribe::descriptors {
namespace {

using namespace test;

void checkNothing(const Result<CurationEdit>& edit) {
    REQUIRE_FALSE(edit);
    CHECK(edit.error().code == ErrorCode::InvalidArgument);
}

std::vector<std::string> list(std::initializer_list<std::string> texts) {
    return texts;
}

/// threeClusters() with "food" and "colour" confirmed.
Curation twoDescriptors() {
    Curation curation = threeClusters();
    applied(curation, confirm(curation, kFood));
    applied(curation, confirm(curation, kColour));
    return curation;
}

} // namespace

TEST_CASE("confirming a suggested name makes a descriptor that asks about it") {
    Curation curation = threeClusters();
    CHECK_FALSE(curation.find(kFood)->isDescriptor());
    const CurationEdit edit = applied(curation, confirm(curation, kFood));
    CHECK(curation.find(kFood)->source == NameSource::Person);
    CHECK(curation.find(kFood)->questions == list({"food"}));
    CHECK(edit.textCode == "cluster.confirm");
    CHECK(edit.arguments == list({"food"}));
    checkNothing(confirm(curation, kFood));
    checkNothing(confirm(curation, ClusterId(77)));
}

TEST_CASE("several suggestions are confirmed as one edit, each name on one of them") {
    Curation curation = twoDescriptors();
    applied(curation, createCluster(curation, members({7}), "music")); // 4, the second of that name
    applied(curation, createCluster(curation, members({8}), "food"));  // 5, a name that is taken
    const std::vector<ClusterId> all{kFood, ClusterId(4), kMusic, ClusterId(5)};
    const Curation before = curation;
    const CurationEdit edit = applied(curation, confirmAll(curation, all));
    CHECK(edit.textCode == "cluster.confirm"); // one is left to confirm
    CHECK(edit.arguments == list({"music"}));
    CHECK(curation.find(ClusterId(4))->source == NameSource::Person);
    CHECK(curation.find(ClusterId(4))->questions == list({"music"}));
    for (const ClusterId left : {kMusic, ClusterId(5)})
        CHECK(*curation.find(left) == *before.find(left));
    checkNothing(confirmAll(curation, all));
    const std::vector<ClusterId> unknown{ClusterId(77)};
    checkNothing(confirmAll(curation, unknown));
    Curation fresh = threeClusters();
    const std::vector<ClusterId> three{kFood, kColour, kMusic};
    const CurationEdit many = applied(fresh, confirmAll(fresh, three));
    CHECK(many.textCode == "cluster.confirm_many");
    CHECK(many.arguments == list({"3"}));
    REQUIRE(fresh.apply(many.delta.reversed()));
    CHECK(fresh == threeClusters());
}

TEST_CASE("an automatic name that is confirmed is a person's from then on") {
    Curation curation = threeClusters();
    ClusterFacts automatic = *curation.find(kFood);
    automatic.source = NameSource::Automatic;
    automatic.questions = {"eating"};
    REQUIRE(curation.apply({{{kFood, *curation.find(kFood), automatic}}, {}}));
    const std::vector<ClusterId> one{kFood};
    applied(curation, confirmAll(curation, one));
    CHECK(curation.find(kFood)->source == NameSource::Person);
    CHECK(curation.find(kFood)->questions == list({"eating"}));
}

TEST_CASE("a name is trimmed, and the question follows only when asked to") {
    Curation curation = threeClusters();
    applied(curation, rename(curation, kFood, "  meals\t", false));
    CHECK(curation.find(kFood)->name == "meals");
    CHECK(curation.find(kFood)->questions == list({"meals"})); // it was no descriptor
    CHECK(applied(curation, rename(curation, kFood, "dishes", false)).arguments == list({"meals", "dishes"}));
    CHECK(curation.find(kFood)->questions == list({"meals"}));
    applied(curation, rename(curation, kFood, "dishes", true));
    CHECK(curation.find(kFood)->questions == list({"dishes"}));
    checkNothing(rename(curation, kFood, "dishes", false));
    checkNothing(rename(curation, kFood, " \n", false));
    checkNothing(rename(curation, ClusterId(77), "x", false));
}

TEST_CASE("a question that a person gave outlives naming") {
    Curation curation = threeClusters();
    applied(curation, setQuestion(curation, kFood, " eating or drinking "));
    applied(curation, rename(curation, kFood, "meals", false));
    CHECK(curation.find(kFood)->questions == list({"eating or drinking"}));
    checkNothing(setQuestion(curation, kFood, "eating or drinking"));
    checkNothing(setQuestion(curation, kFood, ""));
}

TEST_CASE("no two descriptors have one name, suggestions may") {
    Curation curation = twoDescriptors();
    applied(curation, createCluster(curation, members({7}), "food"));
    const auto refused = confirm(curation, ClusterId(4));
    checkNothing(refused);
    CHECK(refused.error().where == "cluster 1");
    CHECK(refused.error().why.find("food") != std::string::npos);
    checkNothing(rename(curation, ClusterId(4), "colour", false));
    CHECK(rename(curation, ClusterId(4), "Food", false)); // another word
    CHECK(rename(curation, kFood, "music", false));       // music is only suggested
}

TEST_CASE("a merge ORs the questions of descriptors and empties the others") {
    Curation curation = twoDescriptors();
    const std::vector from{kColour, kMusic, kFood, kColour};
    const CurationEdit edit = applied(curation, merge(curation, from, kFood));
    REQUIRE(curation.clusters().size() == 1);
    const Cluster& food = *curation.find(kFood);
    CHECK(food.name == "food");
    CHECK(food.members == members({1, 2, 3, 4, 5, 6}));
    CHECK(food.questions == list({"food", "colour"})); // nobody confirmed music
    CHECK(edit.textCode == "cluster.merge_many");
    CHECK(edit.arguments == list({"2", "food"}));
    const Curation before = twoDescriptors();
    REQUIRE(curation.apply(edit.delta.reversed()));
    CHECK(curation.clusters() == before.clusters());
}

TEST_CASE("merging into a suggestion keeps what was asked") {
    Curation curation = twoDescriptors();
    const std::vector from{kFood};
    CHECK(applied(curation, merge(curation, from, kMusic)).arguments == list({"food", "music"}));
    CHECK(curation.find(kMusic)->source == NameSource::Suggested);
    applied(curation, confirm(curation, kMusic));
    CHECK(curation.find(kMusic)->questions == list({"food"}));
    const std::vector itself{kMusic};
    checkNothing(merge(curation, itself, kMusic));
    checkNothing(merge(curation, {}, kMusic));
    checkNothing(merge(curation, from, kMusic)); // gone by now
}

TEST_CASE("a new cluster takes members from anywhere and leaves no empty cluster behind") {
    Curation curation = twoDescriptors();
    const CurationEdit edit = applied(curation, createCluster(curation, members({7, 6, 1, 7}), " mixed "));
    CHECK(curation.find(ClusterId(4))->members == members({1, 6, 7}));
    CHECK(curation.find(ClusterId(4))->name == "mixed");
    CHECK_FALSE(curation.find(kMusic));
    CHECK(curation.find(kFood)->members == members({2, 3}));
    CHECK(edit.arguments == list({"mixed", "3"}));
    checkNothing(createCluster(curation, {}, "x"));
    checkNothing(createCluster(curation, members({0}), "x"));
    checkNothing(createCluster(curation, members({8}), " "));
}

TEST_CASE("a split leaves the first part where it is") {
    Curation curation = twoDescriptors();
    const CurationEdit edit =
        applied(curation, split(curation, kFood, {members({2}), members({3}), members({1})}, {"three", "one"}));
    CHECK(curation.find(kFood)->members == members({2}));
    CHECK(curation.find(kFood)->isDescriptor());
    CHECK(curation.find(ClusterId(4))->members == members({3}));
    CHECK(curation.find(ClusterId(5))->name == "one");
    CHECK_FALSE(curation.find(ClusterId(5))->isDescriptor());
    CHECK(edit.arguments == list({"food", "3"}));
}

TEST_CASE("the parts of a split are the members, each once") {
    const Curation curation = twoDescriptors();
    checkNothing(split(curation, kFood, {members({1, 2, 3})}, {}));
    checkNothing(split(curation, kFood, {members({1}), members({2})}, {"x"}));
    checkNothing(split(curation, kFood, {members({1, 2}), members({2, 3})}, {"x"}));
    checkNothing(split(curation, kFood, {members({1, 2, 3}), {}}, {"x"}));
    checkNothing(split(curation, kFood, {members({1}), members({2, 3})}, {}));
    checkNothing(split(curation, ClusterId(77), {members({1}), members({2})}, {"x"}));
}

TEST_CASE("members move into a cluster, out of all clusters, or aside") {
    Curation curation = twoDescriptors();
    CHECK(applied(curation, moveMembers(curation, members({1, 6, 4}), kColour)).arguments == list({"2", "colour"}));
    CHECK(curation.find(kColour)->members == members({1, 4, 5, 6}));
    CHECK_FALSE(curation.find(kMusic));
    CHECK(applied(curation, moveMembers(curation, members({5}), kSetAside)).textCode == "members.set_aside");
    CHECK(curation.placeOf(RawDescriptorId(5)) == kSetAside);
    CHECK(applied(curation, moveMembers(curation, members({5, 2}), kUnclustered)).arguments == list({"2"}));
    CHECK(curation.placeOf(RawDescriptorId(5)) == kUnclustered);
    checkNothing(moveMembers(curation, members({5}), kUnclustered));
    checkNothing(moveMembers(curation, members({5}), kMusic));
    checkNothing(moveMembers(curation, {}, kFood));
}

TEST_CASE("clusters are excluded and included, alone and in bulk") {
    Curation curation = twoDescriptors();
    const std::vector both{kFood, kColour};
    const std::vector one{kFood};
    CHECK(applied(curation, setExcluded(curation, one, true)).textCode == "cluster.exclude");
    CHECK(curation.find(kFood)->excluded);
    CHECK(applied(curation, setExcluded(curation, both, true)).arguments == list({"colour"}));
    const CurationEdit edit = applied(curation, setExcluded(curation, both, false));
    CHECK(edit.textCode == "cluster.include_many");
    CHECK(edit.arguments == list({"2"}));
    checkNothing(setExcluded(curation, both, false));
}

TEST_CASE("automatic names are taken back, a person's stay") {
    Curation curation = twoDescriptors();
    const std::vector both{kFood, kColour};
    checkNothing(withdrawNames(curation, both)); // a person gave them
    CurationDelta automatic;
    ClusterFacts before = *curation.find(kFood), after = before;
    after.source = NameSource::Automatic;
    automatic.clusters.push_back({kFood, before, after});
    REQUIRE(curation.apply(automatic));
    const CurationEdit edit = applied(curation, withdrawNames(curation, both));
    CHECK(edit.textCode == "cluster.unname");
    CHECK(edit.arguments == list({"1"}));
    CHECK(curation.find(kFood)->source == NameSource::Suggested);
    CHECK(curation.find(kFood)->name == before.name);
    CHECK(curation.find(kColour)->source == NameSource::Person);
}

} // namespace neuroscribe::descriptors
