// A curation as a value: what fits is applied, what does not changes nothing, and the reverse leads back.
#include "core/descriptors/curation.h"

#include "tests/core/descriptors/curations.h"

namespace neuroscribe::descriptors {
namespace {

using namespace test;

ClusterFacts facts(const std::string& name, NameSource source = NameSource::Person) {
    return {name, source, false, {name}, std::nullopt};
}

CurationDelta newCluster(std::uint32_t id, const ClusterFacts& after, std::uint32_t member) {
    return {{{ClusterId(id), std::nullopt, after}}, {{RawDescriptorId(member), kUnclustered, ClusterId(id)}}};
}

/// Nothing may have changed.
void checkRefused(const CurationDelta& delta) {
    const Curation before = threeClusters();
    Curation curation = before;
    const Status applied = curation.apply(delta);
    REQUIRE_FALSE(applied);
    CHECK(applied.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(applied.error().where.empty());
    CHECK(curation == before);
}

} // namespace

TEST_CASE("clusters list their members in order, and every member knows its place") {
    const Curation curation = threeClusters();
    REQUIRE(curation.clusters().size() == 3);
    CHECK(curation.find(kColour)->members == members({4, 5}));
    CHECK(curation.placeOf(RawDescriptorId(5)) == kColour);
    CHECK(curation.placeOf(RawDescriptorId(7)) == kUnclustered);
    CHECK(curation.placeOf(kMaxMember) == kUnclustered);
    CHECK(curation.nextId() == ClusterId(4));
}

TEST_CASE("the reverse of a delta leads back, but ids are never used twice") {
    Curation curation;
    const CurationEdit edit = applied(curation, createCluster(curation, members({9}), "new"));
    const Curation after = curation;
    REQUIRE(curation.apply(edit.delta.reversed()));
    CHECK(curation.clusters().empty());
    CHECK(curation.placeOf(RawDescriptorId(9)) == kUnclustered);
    CHECK(curation.nextId() == ClusterId(2));
    REQUIRE(curation.apply(edit.delta));
    CHECK(curation == after);
    CHECK(edit.delta.reversed().reversed() == edit.delta);
}

TEST_CASE("a delta that does not fit changes nothing") {
    const Cluster food = *threeClusters().find(kFood);
    SECTION("another before") {
        checkRefused({{{kFood, facts("drink"), facts("food")}}, {}});
    }
    SECTION("a cluster that is there already") {
        checkRefused(newCluster(1, facts("x"), 7));
    }
    SECTION("a cluster that is not there") {
        checkRefused({{{ClusterId(9), facts("x"), facts("y")}}, {}});
        checkRefused({{}, {{RawDescriptorId(7), kUnclustered, ClusterId(9)}}});
    }
    SECTION("neither before nor after") {
        checkRefused({{{ClusterId(9), std::nullopt, std::nullopt}}, {}});
    }
    SECTION("a member that is elsewhere") {
        checkRefused({{}, {{RawDescriptorId(7), kColour, kFood}}});
    }
    SECTION("a move to the same place") {
        checkRefused({{}, {{RawDescriptorId(1), kFood, kFood}}});
    }
    SECTION("a cluster without members") {
        checkRefused({{}, {{RawDescriptorId(6), kMusic, kFood}}});
        checkRefused({{{ClusterId(4), std::nullopt, facts("x")}}, {}});
    }
    SECTION("members without a cluster") {
        checkRefused({{{kFood, food, std::nullopt}}, {{RawDescriptorId(1), kFood, kUnclustered}}});
    }
    SECTION("twice, or out of order") {
        checkRefused({{}, {{RawDescriptorId(7), kUnclustered, kFood}, {RawDescriptorId(7), kFood, kColour}}});
        checkRefused({{}, {{RawDescriptorId(8), kUnclustered, kFood}, {RawDescriptorId(7), kUnclustered, kFood}}});
        checkRefused({{{kFood, food, facts("x")}, {kFood, facts("x"), facts("y")}}, {}});
    }
    SECTION("places that are no clusters") {
        checkRefused(newCluster(kSetAside.value, facts("x"), 7));
        checkRefused(newCluster(kUnclustered.value, facts("x"), 7));
    }
    SECTION("ids out of range") {
        checkRefused(newCluster(4, facts("x"), 0));
        checkRefused(newCluster(4, facts("x"), kMaxMember.value + 1));
    }
    SECTION("no name, no question") {
        checkRefused(newCluster(4, facts(""), 7));
        checkRefused(newCluster(4, {"x", NameSource::Automatic, false, {}, std::nullopt}, 7));
        checkRefused(newCluster(4, {"x", NameSource::Suggested, false, {""}, std::nullopt}, 7));
    }
    SECTION("two descriptors of one name") {
        checkRefused(
            {{{ClusterId(4), std::nullopt, facts("x")}, {ClusterId(5), std::nullopt, facts("x")}},
             {{RawDescriptorId(7), kUnclustered, ClusterId(4)}, {RawDescriptorId(8), kUnclustered, ClusterId(5)}}});
    }
}

TEST_CASE("two descriptors may swap their names in one step") {
    Curation curation;
    REQUIRE(curation.apply(newCluster(1, facts("a"), 1)));
    REQUIRE(curation.apply(newCluster(2, facts("b"), 2)));
    CHECK_FALSE(curation.apply({{{ClusterId(1), facts("a"), facts("b")}}, {}}));
    CHECK(curation.apply({{{ClusterId(1), facts("a"), facts("b")}, {ClusterId(2), facts("b"), facts("a")}}, {}}));
    CHECK(curation.descriptorNamed("a") == ClusterId(2));
    CHECK_FALSE(curation.descriptorNamed("c"));
}

TEST_CASE("a curation from its content continues with the next id") {
    const auto curation = Curation::from(newCluster(3, facts("x", NameSource::Suggested), 7), ClusterId(9));
    REQUIRE(curation);
    CHECK(curation->nextId() == ClusterId(9));
    CHECK(Curation::from(newCluster(3, facts("x"), 7), ClusterId(1))->nextId() == ClusterId(4));
    CHECK_FALSE(Curation::from({{}, {{RawDescriptorId(1), kUnclustered, kFood}}}, ClusterId(1)));
}

} // namespace neuroscribe::descriptors
