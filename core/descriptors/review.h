// What the newest clustering left for a person to decide: named clusters beside the new communities that may be they.
#pragma once

#include <cstdint>
#include <vector>

#include "core/descriptors/recluster.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

struct ReviewItem {
    ClusterId cluster;
    MemberList community; ///< ascending; as the method found it
    std::uint32_t overlap = 0;
    bool operator==(const ReviewItem&) const = default;
};

/// The doubtful matches, in their order.
std::vector<ReviewItem> reviewOf(const ReclusterPlan& plan, const std::vector<NewCommunity>& communities);

/// Replaces what is stored. Inside the caller's transaction, or in one of its own.
Status storeReview(store::Database& database, const std::vector<ReviewItem>& items);
/// Those that are still open: the cluster is there, and some member of the community lies outside it. Errors: Corrupt.
Result<std::vector<ReviewItem>> loadReview(store::Database& database, const Curation& curation);

/// The cluster takes the community for its own: its members come, but those set aside and those of other clusters that
/// outlive a clustering; its former ones that are not among them become unclustered. Edit "cluster.take", arguments:
/// its name, count of members. Errors: InvalidArgument (no such cluster, nothing to do).
Result<CurationEdit> takeCommunity(const Curation& curation, const ReviewItem& item);

} // namespace neuroscribe::descriptors
