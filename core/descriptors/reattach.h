// Names survive a new clustering: which cluster that a person worked on is which new community.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/descriptors/curation.h"

namespace neuroscribe::descriptors {

/// A cluster that a new clustering must not lose: named, excluded, or made by hand.
bool outlivesClustering(const Cluster& cluster);

/// A new community, by its members; no member in two.
using MemberList = std::vector<RawDescriptorId>;

struct Match {
    ClusterId cluster;
    std::uint32_t community = 0;
    std::uint32_t overlap = 0; ///< members of both
    bool operator==(const Match&) const = default;
};

/// Each cluster that outlives the clustering is in one of the three, each community in at most one of `sure`.
struct Reattachment {
    /// The community is this cluster: at least half of each lies in the other, and no other pair of either has more
    /// than half of that overlap.
    std::vector<Match> sure;
    /// For a person to decide: assigned to each other and not sure, or, of a cluster that got no community, the one
    /// with which it shares most. Also a community that was assigned to nobody and of which at least half lies in one
    /// cluster; a cluster may therefore be here several times, and in `sure` as well.
    std::vector<Match> doubtful;
    /// Without a member in any community.
    std::vector<ClusterId> unmatched;
};

/// The one-to-one assignment with the largest sum of Jaccard indices, each list ascending by cluster, then community.
Reattachment reattach(const Curation& curation, const std::vector<MemberList>& communities);

} // namespace neuroscribe::descriptors
