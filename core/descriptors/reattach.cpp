#include "core/descriptors/reattach.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/descriptors/assignment.h"

namespace neuroscribe::descriptors {
namespace {

class Matcher {
public:
    Matcher(const Curation& curation, const std::vector<MemberList>& communities) : m_communities(communities) {
        for (std::uint32_t community = 0; community < communities.size(); ++community)
            for (const RawDescriptorId member : communities[community])
                m_communityOf[member] = community;
        for (const auto& [id, cluster] : curation.clusters())
            if (outlivesClustering(cluster))
                addCluster(id, cluster);
    }

    Reattachment match() {
        const auto columns = assign();
        std::vector<bool> isTaken(m_communities.size(), false);
        for (std::uint32_t row = 0; row < m_ids.size(); ++row)
            if (columns[row])
                isTaken[*columns[row]] = true;
        for (std::uint32_t row = 0; row < m_ids.size(); ++row)
            place(row, columns[row]);
        for (std::uint32_t community = 0; community < m_communities.size(); ++community)
            if (!isTaken[community])
                placeLeftOver(community);
        const auto order = [](const Match& a, const Match& b) {
            return std::pair(a.cluster, a.community) < std::pair(b.cluster, b.community);
        };
        std::ranges::sort(m_result.sure, order);
        std::ranges::sort(m_result.doubtful, order);
        return std::move(m_result);
    }

private:
    using Overlaps = std::map<std::uint32_t, std::uint32_t>; ///< by community (of a row) or row (of a community)

    void addCluster(ClusterId id, const Cluster& cluster) {
        const auto row = static_cast<std::uint32_t>(m_ids.size());
        m_ids.push_back(id);
        m_sizes.push_back(cluster.members.size());
        Overlaps& overlaps = m_ofRow.emplace_back();
        for (const RawDescriptorId member : cluster.members)
            if (const auto found = m_communityOf.find(member); found != m_communityOf.end())
                ++overlaps[found->second];
        for (const auto& [community, overlap] : overlaps)
            m_ofCommunity[community][row] = overlap;
    }

    std::vector<std::optional<std::uint32_t>> assign() const {
        std::vector<WeightedPair> pairs;
        for (std::uint32_t row = 0; row < m_ids.size(); ++row)
            for (const auto& [community, overlap] : m_ofRow[row]) {
                const std::size_t both = m_sizes[row] + m_communities[community].size() - overlap;
                pairs.push_back({row, community, static_cast<double>(overlap) / static_cast<double>(both)});
            }
        return bestAssignment(static_cast<std::uint32_t>(m_ids.size()),
                              static_cast<std::uint32_t>(m_communities.size()), pairs);
    }

    /// The largest overlap but that with `except`.
    static std::uint32_t nextLargest(const Overlaps& overlaps, std::uint32_t except) {
        std::uint32_t largest = 0;
        for (const auto& [other, overlap] : overlaps)
            if (other != except)
                largest = std::max(largest, overlap);
        return largest;
    }

    bool isSure(std::uint32_t row, std::uint32_t community, std::uint32_t overlap) const {
        const std::uint32_t rival =
            std::max(nextLargest(m_ofRow[row], community), nextLargest(m_ofCommunity.at(community), row));
        return 2 * std::size_t{overlap} >= m_sizes[row] &&
               2 * std::size_t{overlap} >= m_communities[community].size() && 2 * std::size_t{rival} <= overlap;
    }

    static std::uint32_t largest(const Overlaps& overlaps) {
        return std::ranges::max_element(overlaps, {}, [](const auto& entry) { return entry.second; })->first;
    }

    void place(std::uint32_t row, std::optional<std::uint32_t> community) {
        const Overlaps& overlaps = m_ofRow[row];
        if (overlaps.empty()) {
            m_result.unmatched.push_back(m_ids[row]);
            return;
        }
        const std::uint32_t with = community ? *community : largest(overlaps);
        const Match match{m_ids[row], with, overlaps.at(with)};
        (community && isSure(row, with, match.overlap) ? m_result.sure : m_result.doubtful).push_back(match);
    }

    void placeLeftOver(std::uint32_t community) {
        const auto overlaps = m_ofCommunity.find(community);
        if (overlaps == m_ofCommunity.end())
            return;
        const std::uint32_t row = largest(overlaps->second);
        const Match match{m_ids[row], community, overlaps->second.at(row)};
        const bool isListed = std::ranges::find(m_result.doubtful, match) != m_result.doubtful.end();
        if (!isListed && 2 * std::size_t{match.overlap} >= m_communities[community].size())
            m_result.doubtful.push_back(match);
    }

    const std::vector<MemberList>& m_communities;
    std::unordered_map<RawDescriptorId, std::uint32_t> m_communityOf;
    std::vector<ClusterId> m_ids;     ///< by row
    std::vector<std::size_t> m_sizes; ///< by row
    std::vector<Overlaps> m_ofRow;
    std::map<std::uint32_t, Overlaps> m_ofCommunity;
    Reattachment m_result;
};

} // namespace

bool outlivesClustering(const Cluster& cluster) {
    return cluster.isDescriptor() || cluster.excluded || !cluster.centre;
}

Reattachment reattach(const Curation& curation, const std::vector<MemberList>& communities) {
    return Matcher(curation, communities).match();
}

} // namespace neuroscribe::descriptors
