// Names after a new clustering: sure, doubtful, and nothing lost.
#include "core/descriptors/reattach.h"

#include <algorithm>
#include <numeric>

#include "core/base/random.h"
#include "core/descriptors/recluster.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;

namespace {

MemberList range(std::uint32_t first, std::uint32_t last) {
    MemberList members;
    for (std::uint32_t id = first; id <= last; ++id)
        members.push_back(RawDescriptorId(id));
    return members;
}

MemberList joined(MemberList a, const MemberList& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::ranges::sort(a);
    return a;
}

/// Clusters 1, 2, ... in the order given, each with its name, source and members.
struct Made {
    std::string name;
    NameSource source = NameSource::Person;
    MemberList members;
    bool excluded = false;
};
Curation curationOf(const std::vector<Made>& clusters) {
    CurationDelta delta;
    std::uint32_t id = 0;
    for (const Made& made : clusters) {
        ClusterFacts facts{.name = made.name, .source = made.source, .excluded = made.excluded};
        facts.centre = made.members.front();
        if (facts.isDescriptor())
            facts.questions = {made.name};
        delta.clusters.push_back({ClusterId(++id), std::nullopt, facts});
        for (const RawDescriptorId member : made.members)
            delta.moves.push_back({member, kUnclustered, ClusterId(id)});
    }
    std::ranges::sort(delta.moves, {}, &MemberMove::member);
    Curation curation;
    const Status applied = curation.apply(delta);
    REQUIRE(applied.ok());
    return curation;
}

std::vector<NewCommunity> communitiesOf(const std::vector<MemberList>& lists) {
    std::vector<NewCommunity> communities;
    for (const MemberList& members : lists)
        communities.push_back({members.front(), members});
    return communities;
}

/// The curation after the clustering; new clusters are called "new 0", "new 1", ...
Curation recluster(Curation curation, const std::vector<MemberList>& lists, std::uint32_t minSize = 2,
                   NameSource source = NameSource::Suggested) {
    const ReclusterPlan plan = planReclustering(curation, communitiesOf(lists), minSize);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < plan.fresh.size(); ++i)
        names.push_back("new " + std::to_string(i));
    const auto edit = reclusterEdit(curation, plan, names, source);
    REQUIRE(edit.ok());
    const Curation before = curation;
    const Status applied = curation.apply(edit->delta);
    if (!applied)
        FAIL(applied.error().where << ": " << applied.error().why);
    Curation undone = curation;
    REQUIRE(undone.apply(edit->delta.reversed()).ok());
    REQUIRE(undone.clusters() == before.clusters());
    return curation;
}

} // namespace

TEST_CASE("a cluster that shares most with one community, and little with others, is that community") {
    const Curation curation =
        curationOf({{"food", NameSource::Person, range(1, 10)}, {"price", NameSource::Automatic, range(11, 20)}});
    const Reattachment found = reattach(curation, {range(12, 22), range(1, 8)});
    CHECK(found.sure == std::vector<Match>{{ClusterId(1), 1, 8}, {ClusterId(2), 0, 9}});
    CHECK(found.doubtful.empty());
    CHECK(found.unmatched.empty());
}

TEST_CASE("half a cluster here and half there is for a person to decide") {
    const Curation curation = curationOf({{"food", NameSource::Person, range(1, 10)}});
    const Reattachment found = reattach(curation, {range(1, 5), range(6, 10)});
    CHECK(found.sure.empty());
    CHECK(found.doubtful == std::vector<Match>{{ClusterId(1), 0, 5}, {ClusterId(1), 1, 5}});
}

TEST_CASE("two clusters in one community: the larger share has it, the other is shown beside it") {
    const Curation curation =
        curationOf({{"taste", NameSource::Person, range(1, 12)}, {"flavour", NameSource::Person, range(13, 16)}});
    const Reattachment found = reattach(curation, {range(1, 16)});
    CHECK(found.sure == std::vector<Match>{{ClusterId(1), 0, 12}});
    CHECK(found.doubtful == std::vector<Match>{{ClusterId(2), 0, 4}});
}

TEST_CASE("suggested clusters have nothing to lose, excluded and unmatched ones are listed") {
    const Curation curation = curationOf({{"suggested", NameSource::Suggested, range(1, 5)},
                                          {"excluded", NameSource::Suggested, range(6, 10), true},
                                          {"gone", NameSource::Person, range(11, 12)}});
    const Reattachment found = reattach(curation, {range(1, 5), range(6, 10)});
    CHECK(found.sure == std::vector<Match>{{ClusterId(2), 1, 5}});
    CHECK(found.unmatched == std::vector<ClusterId>{ClusterId(3)});
}

TEST_CASE("a sure cluster takes the new members, and a person's keeps what the method left over") {
    const Curation before =
        curationOf({{"food", NameSource::Person, range(1, 10)}, {"price", NameSource::Automatic, range(11, 20)}});
    const Curation after = recluster(before, {joined(range(1, 9), range(30, 32)), range(11, 18)});
    REQUIRE(after.clusters().size() == 2);
    CHECK(after.find(ClusterId(1))->members == joined(range(1, 10), range(30, 32)));
    CHECK(after.find(ClusterId(1))->name == "food");
    CHECK(after.find(ClusterId(2))->members == range(11, 18));
    CHECK(after.placeOf(RawDescriptorId(19)) == kUnclustered);
}

TEST_CASE("a cluster that is not sure stays as it is, and the community does without its members") {
    const Curation before = curationOf({{"food", NameSource::Person, range(1, 10)}});
    const Curation after = recluster(before, {joined(range(1, 4), range(20, 29)), range(5, 6)});
    CHECK(after.find(ClusterId(1))->members == range(1, 10));
    REQUIRE(after.clusters().size() == 2);
    CHECK(after.find(ClusterId(2))->members == range(20, 29));
    CHECK(after.find(ClusterId(2))->name == "new 0");
    CHECK(after.find(ClusterId(2))->source == NameSource::Suggested);
}

TEST_CASE("what a person set aside stays aside, and what is left of a community may be too little") {
    Curation before = curationOf({{"food", NameSource::Suggested, range(1, 4)}});
    CurationDelta aside;
    aside.moves.push_back({RawDescriptorId(9), kUnclustered, kSetAside});
    REQUIRE(before.apply(aside).ok());
    const Curation after = recluster(before, {range(1, 4), joined(range(8, 9), {})});
    CHECK(after.placeOf(RawDescriptorId(9)) == kSetAside);
    CHECK(after.placeOf(RawDescriptorId(8)) == kUnclustered);
    REQUIRE(after.clusters().size() == 1);
    CHECK(after.clusters().begin()->first == ClusterId(2)); // ids are not used twice
}

TEST_CASE("automatic names are questions, and never a second one of the same name") {
    const Curation before = curationOf({{"new 0", NameSource::Person, range(1, 4)}});
    const Curation after = recluster(before, {range(10, 14), range(20, 24)}, 2, NameSource::Automatic);
    REQUIRE(after.clusters().size() == 3);
    CHECK(after.find(ClusterId(2))->name == "new 0 (2)");
    CHECK(after.find(ClusterId(2))->questions == std::vector<std::string>{"new 0 (2)"});
    CHECK(after.find(ClusterId(3))->name == "new 1");
}

TEST_CASE("the same clustering again changes nothing") {
    const Curation before =
        curationOf({{"food", NameSource::Person, range(1, 10)}, {"price", NameSource::Automatic, range(11, 20)}});
    const ReclusterPlan plan = planReclustering(before, communitiesOf({range(1, 10), range(11, 20)}), 2);
    const auto edit = reclusterEdit(before, plan, {}, NameSource::Automatic);
    REQUIRE(edit.ok());
    CHECK(edit->delta.isEmpty());
    CHECK(!reclusterEdit(before, plan, {"one too many"}, NameSource::Automatic).ok());
}

TEST_CASE("no name, exclusion or member set aside is lost over random clusterings") {
    Random random(11);
    for (int round = 0; round < 200; ++round) {
        constexpr std::uint32_t kMembers = 60;
        const auto drawn = [&](std::uint64_t groups) {
            std::vector<MemberList> lists(groups);
            for (const RawDescriptorId member : range(1, kMembers))
                if (const std::uint64_t place = random.below(groups + 1); place < groups)
                    lists[place].push_back(member);
            std::erase_if(lists, [](const MemberList& list) { return list.empty(); });
            return lists;
        };
        std::vector<Made> made;
        for (const MemberList& members : drawn(6))
            made.push_back({"c" + std::to_string(made.size()), static_cast<NameSource>(random.below(3)), members,
                            random.below(4) == 0});
        const Curation before = curationOf(made);
        const Curation after = recluster(before, drawn(1 + random.below(8)), 3, NameSource::Automatic);
        for (const auto& [id, cluster] : before.clusters())
            if (outlivesClustering(cluster)) {
                const Cluster* same = after.find(id);
                REQUIRE(same);
                REQUIRE(same->name == cluster.name);
                REQUIRE(same->excluded == cluster.excluded);
                REQUIRE(same->questions == cluster.questions);
            }
    }
}
