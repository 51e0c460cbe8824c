#include "core/descriptors/curation.h"

#include <algorithm>
#include <iterator>

#include "core/descriptors/curation_check.h"

namespace neuroscribe::descriptors {
namespace {

void replaceMembers(std::vector<RawDescriptorId>& members, const MemberFlow& flow) {
    std::vector<RawDescriptorId> stayed;
    std::ranges::set_difference(members, flow.out, std::back_inserter(stayed));
    members.clear();
    std::ranges::merge(stayed, flow.in, std::back_inserter(members));
}

} // namespace

CurationDelta CurationDelta::reversed() const {
    CurationDelta reverse;
    for (const ClusterChange& change : clusters)
        reverse.clusters.push_back({change.id, change.after, change.before});
    for (const MemberMove& move : moves)
        reverse.moves.push_back({move.member, move.to, move.from});
    return reverse;
}

Result<Curation> Curation::from(const CurationDelta& content, ClusterId nextId) {
    Curation curation;
    NS_TRY(curation.apply(content));
    curation.m_nextId = std::max(curation.m_nextId, nextId);
    return curation;
}

const Cluster* Curation::find(ClusterId id) const {
    const auto found = m_clusters.find(id);
    return found == m_clusters.end() ? nullptr : &found->second;
}

ClusterId Curation::placeOf(RawDescriptorId member) const {
    return member.value < m_places.size() ? m_places[member.value] : kUnclustered;
}

std::optional<ClusterId> Curation::descriptorNamed(const std::string& name) const {
    for (const auto& [id, cluster] : m_clusters)
        if (cluster.isDescriptor() && cluster.name == name)
            return id;
    return std::nullopt;
}

Status Curation::apply(const CurationDelta& delta) {
    NS_TRY(checkDelta(*this, delta));
    for (const ClusterChange& change : delta.clusters)
        if (change.after)
            static_cast<ClusterFacts&>(m_clusters[change.id]) = *change.after;
    move(delta);
    for (const ClusterChange& change : delta.clusters)
        if (!change.after)
            m_clusters.erase(change.id);
        else
            m_nextId = std::max(m_nextId, ClusterId(change.id.value + 1));
    return {};
}

void Curation::move(const CurationDelta& delta) {
    for (const auto& [id, flow] : memberFlows(delta))
        if (const auto cluster = m_clusters.find(id); cluster != m_clusters.end())
            replaceMembers(cluster->second.members, flow);
    if (!delta.moves.empty())
        m_places.resize(std::max<std::size_t>(m_places.size(), delta.moves.back().member.value + 1), kUnclustered);
    for (const MemberMove& step : delta.moves)
        m_places[step.member.value] = step.to;
    while (!m_places.empty() && m_places.back() == kUnclustered)
        m_places.pop_back();
}

} // namespace neuroscribe::descriptors
