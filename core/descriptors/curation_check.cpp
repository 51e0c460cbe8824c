#include "core/descriptors/curation_check.h"

#include <algorithm>
#include <unordered_set>

#include "core/corpus/utf8.h"

namespace neuroscribe::descriptors {
namespace {

Error unfit(const std::string& where, const std::string& why) {
    return {ErrorCode::InvalidArgument, where, why, ""};
}
Error unfit(ClusterId id, const std::string& why) {
    return unfit("cluster " + std::to_string(id.value), why);
}
Error unfit(RawDescriptorId id, const std::string& why) {
    return unfit("member " + std::to_string(id.value), why);
}

/// By the id of what is changed: nothing where the delta leaves it alone.
const ClusterChange* changeOf(const CurationDelta& delta, ClusterId id) {
    const auto found = std::ranges::lower_bound(delta.clusters, id, {}, &ClusterChange::id);
    return found != delta.clusters.end() && found->id == id ? &*found : nullptr;
}

bool existsAfter(const Curation& curation, const CurationDelta& delta, ClusterId id) {
    if (const ClusterChange* change = changeOf(delta, id))
        return change->after.has_value();
    return curation.find(id) != nullptr;
}

bool isUtf8(const std::string& text) {
    std::string copy = text;
    return !corpus::repairUtf8(copy);
}

Status checkFacts(ClusterId id, const ClusterFacts& facts) {
    if (facts.name.empty())
        return unfit(id, "it has no name");
    if (facts.isDescriptor() && facts.questions.empty())
        return unfit(id, "a descriptor needs a question");
    if (std::ranges::find(facts.questions, std::string()) != facts.questions.end())
        return unfit(id, "a question is empty");
    if (!isUtf8(facts.name) || !std::ranges::all_of(facts.questions, isUtf8))
        return unfit(id, "its name or a question is not UTF-8");
    return {};
}

Status checkChanges(const Curation& curation, const CurationDelta& delta) {
    ClusterId last = kUnclustered;
    for (const ClusterChange& change : delta.clusters) {
        if (change.id <= last || !isCluster(change.id))
            return unfit(change.id, "the clusters of an edit are not in order");
        last = change.id;
        if (!change.before && !change.after)
            return unfit(change.id, "it neither was there nor will be");
        const Cluster* cluster = curation.find(change.id);
        if ((cluster != nullptr) != change.before.has_value())
            return unfit(change.id, cluster ? "there is one already" : "there is no such cluster");
        if (cluster && static_cast<const ClusterFacts&>(*cluster) != *change.before)
            return unfit(change.id, "it has changed since");
        if (change.after)
            NS_TRY(checkFacts(change.id, *change.after));
    }
    return {};
}

Status checkMoves(const Curation& curation, const CurationDelta& delta) {
    RawDescriptorId last;
    for (const MemberMove& move : delta.moves) {
        if (move.member <= last || move.member > kMaxMember)
            return unfit(move.member, "the members of an edit are not in order");
        last = move.member;
        if (move.from == move.to)
            return unfit(move.member, "it is moved to where it is");
        if (curation.placeOf(move.member) != move.from)
            return unfit(move.member, "it has moved since");
        if (isCluster(move.to) && !existsAfter(curation, delta, move.to))
            return unfit(move.to, "there is no such cluster");
    }
    return {};
}

/// A cluster has members exactly as long as it exists.
Status checkSizes(const Curation& curation, const CurationDelta& delta) {
    const MemberFlows flows = memberFlows(delta);
    const auto sizeAfter = [&](ClusterId id) {
        const Cluster* cluster = curation.find(id);
        const auto flow = flows.find(id);
        const std::size_t before = cluster ? cluster->members.size() : 0;
        return flow == flows.end() ? before : before + flow->second.in.size() - flow->second.out.size();
    };
    for (const auto& [id, flow] : flows)
        if (isCluster(id) && existsAfter(curation, delta, id) && sizeAfter(id) == 0)
            return unfit(id, "it would have no members");
    for (const ClusterChange& change : delta.clusters)
        if ((sizeAfter(change.id) != 0) != change.after.has_value())
            return unfit(change.id, change.after ? "it would have no members" : "its members would be nowhere");
    return {};
}

/// Only a name that the delta gives can come twice.
Status checkNames(const Curation& curation, const CurationDelta& delta) {
    std::unordered_set<std::string> given;
    for (const ClusterChange& change : delta.clusters)
        if (change.after && change.after->isDescriptor() && !given.insert(change.after->name).second)
            return unfit(change.id, "two descriptors would be called " + change.after->name);
    if (given.empty())
        return {};
    for (const auto& [id, cluster] : curation.clusters())
        if (cluster.isDescriptor() && !changeOf(delta, id) && given.contains(cluster.name))
            return unfit(id, "a descriptor is called " + cluster.name + " already");
    return {};
}

} // namespace

MemberFlows memberFlows(const CurationDelta& delta) {
    MemberFlows flows;
    for (const MemberMove& move : delta.moves) {
        flows[move.from].out.push_back(move.member);
        flows[move.to].in.push_back(move.member);
    }
    return flows;
}

bool isCluster(ClusterId place) {
    return place != kUnclustered && place != kSetAside;
}

Status checkDelta(const Curation& curation, const CurationDelta& delta) {
    NS_TRY(checkChanges(curation, delta));
    NS_TRY(checkMoves(curation, delta));
    NS_TRY(checkSizes(curation, delta));
    return checkNames(curation, delta);
}

} // namespace neuroscribe::descriptors
