#include "core/descriptors/recluster.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/descriptors/edit_builder.h"

namespace neuroscribe::descriptors {
namespace {

class Planner {
public:
    Planner(const Curation& curation, const std::vector<NewCommunity>& communities)
        : m_curation(curation), m_communities(communities) {}

    ReclusterPlan plan(std::uint32_t minSize) {
        std::vector<MemberList> lists;
        for (const NewCommunity& community : m_communities)
            lists.push_back(community.members);
        m_plan.reattachment = reattach(m_curation, lists);
        for (const Match& match : m_plan.reattachment.sure)
            m_sure[match.cluster] = match.community;
        keepUnsure();
        attachSure();
        std::ranges::sort(m_plan.existing, {}, &ReclusterPlan::Existing::id);
        addFresh(minSize);
        return std::move(m_plan);
    }

private:
    /// Those that stay as they are take their members first.
    void keepUnsure() {
        for (const auto& [id, cluster] : m_curation.clusters())
            if (outlivesClustering(cluster) && !m_sure.contains(id)) {
                m_taken.insert(cluster.members.begin(), cluster.members.end());
                m_plan.existing.push_back({id, cluster.centre, cluster.members});
            }
    }

    void attachSure() {
        std::unordered_set<RawDescriptorId> inCommunity;
        for (const NewCommunity& community : m_communities)
            inCommunity.insert(community.members.begin(), community.members.end());
        for (const auto& [id, number] : m_sure) {
            const NewCommunity& community = m_communities[number];
            const Cluster& cluster = *m_curation.find(id);
            ReclusterPlan::Existing existing{id, community.centre, free(community.members)};
            if (cluster.source == NameSource::Person)
                for (const RawDescriptorId member : cluster.members)
                    if (!inCommunity.contains(member))
                        existing.members.push_back(member);
            std::ranges::sort(existing.members);
            m_taken.insert(existing.members.begin(), existing.members.end());
            m_plan.existing.push_back(std::move(existing));
        }
    }

    void addFresh(std::uint32_t minSize) {
        ClusterId next = m_curation.nextId();
        for (std::uint32_t number = 0; number < m_communities.size(); ++number) {
            MemberList members = free(m_communities[number].members);
            if (members.size() < std::max(1U, minSize))
                continue;
            m_plan.fresh.push_back({next, number, m_communities[number].centre, std::move(members)});
            next = ClusterId(next.value + 1);
        }
    }

    /// Neither taken nor set aside, ascending.
    MemberList free(const MemberList& members) const {
        MemberList left;
        for (const RawDescriptorId member : members)
            if (!m_taken.contains(member) && m_curation.placeOf(member) != kSetAside)
                left.push_back(member);
        std::ranges::sort(left);
        return left;
    }

    const Curation& m_curation;
    const std::vector<NewCommunity>& m_communities;
    std::map<ClusterId, std::uint32_t> m_sure; ///< its community
    std::unordered_set<RawDescriptorId> m_taken;
    ReclusterPlan m_plan;
};

/// "taste", "taste (2)", ...: the first that no other descriptor has.
std::string freeName(const std::string& wanted, std::set<std::string>& used) {
    std::string name = wanted;
    for (int number = 2; !used.insert(name).second; ++number)
        name = wanted + " (" + std::to_string(number) + ")";
    return name;
}

Status moveAll(EditBuilder& builder, const MemberList& members, ClusterId to) {
    for (const RawDescriptorId member : members)
        NS_TRY(builder.move(member, to));
    return {};
}

} // namespace

ReclusterPlan planReclustering(const Curation& curation, const std::vector<NewCommunity>& communities,
                               std::uint32_t minSize) {
    return Planner(curation, communities).plan(minSize);
}

Result<CurationEdit> reclusterEdit(const Curation& curation, const ReclusterPlan& plan,
                                   const std::vector<std::string>& names, NameSource source) {
    if (names.size() != plan.fresh.size())
        return Error{ErrorCode::InvalidArgument, "names", "each new cluster needs one", ""};
    EditBuilder builder(curation);
    for (const auto& [id, cluster] : curation.clusters())
        NS_TRY(moveAll(builder, cluster.members, kUnclustered)); // the last place wins
    std::set<std::string> used;
    bool hasChanged = false;
    for (const ReclusterPlan::Existing& existing : plan.existing) {
        NS_ASSIGN(ClusterFacts * facts, builder.facts(existing.id));
        hasChanged = hasChanged || facts->centre != existing.centre;
        facts->centre = existing.centre;
        if (facts->isDescriptor())
            used.insert(facts->name);
        NS_TRY(moveAll(builder, existing.members, existing.id));
    }
    for (std::size_t i = 0; i < plan.fresh.size(); ++i) {
        ClusterFacts facts{.name = names[i], .source = source, .centre = plan.fresh[i].centre};
        if (facts.isDescriptor()) {
            facts.name = freeName(names[i], used);
            facts.questions = {facts.name};
        }
        builder.add(std::move(facts));
        NS_TRY(moveAll(builder, plan.fresh[i].members, plan.fresh[i].id));
    }
    std::vector<std::string> arguments{std::to_string(plan.existing.size() + plan.fresh.size()),
                                       std::to_string(plan.existing.size())};
    if (!hasChanged && plan.fresh.empty() && builder.moved() == 0)
        return CurationEdit{kReclusterCode, std::move(arguments), {}};
    return builder.finish(kReclusterCode, std::move(arguments));
}

} // namespace neuroscribe::descriptors
