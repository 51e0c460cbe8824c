// A new clustering as one edit of the curation. What a person made stays:
//  - a descriptor that was set aside stays aside;
//  - a cluster that outlives the clustering (reattach.h) and is surely one of the new communities takes its members; a
//    person's keeps, besides, those of its own that the method left over;
//  - one that is not sure, or has no counterpart, stays exactly as it is, and the communities do without its members;
//  - the other old clusters go; what is left of a community becomes a new cluster if it is still large enough, else it
//    is unclustered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/descriptors/curation.h"
#include "core/descriptors/reattach.h"

namespace neuroscribe::descriptors {

struct NewCommunity {
    RawDescriptorId centre;
    MemberList members;
};

/// What the clustering makes of the curation, before the new clusters have names.
struct ReclusterPlan {
    struct Existing {
        ClusterId id;
        std::optional<RawDescriptorId> centre;
        MemberList members; ///< ascending
    };
    struct Fresh {
        ClusterId id;
        std::uint32_t community = 0;
        RawDescriptorId centre;
        MemberList members; ///< ascending
    };
    Reattachment reattachment;
    std::vector<Existing> existing; ///< ascending by id
    std::vector<Fresh> fresh;       ///< in the order of the communities
};

ReclusterPlan planReclustering(const Curation& curation, const std::vector<NewCommunity>& communities,
                               std::uint32_t minSize);

inline constexpr const char* kReclusterCode = "cluster.recluster";

/// names: of plan.fresh, in its order. source: Suggested or Automatic; an automatic name that another descriptor has
/// becomes "name (2)". Edit "cluster.recluster", arguments: count of the clusters after it, and of those that kept
/// their name. Its delta is empty where nothing changes. Errors: InvalidArgument (as many names as fresh clusters are
/// needed).
Result<CurationEdit> reclusterEdit(const Curation& curation, const ReclusterPlan& plan,
                                   const std::vector<std::string>& names, NameSource source);

} // namespace neuroscribe::descriptors
