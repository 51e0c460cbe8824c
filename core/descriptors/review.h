// What the newest clustering left for a person to decide: named clusters beside the new communities that may be they.
// It belongs to the edit that clustered: undone with it, there again when that is made again. Each decision is an edit
// too.
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

/// For the newest clustering that is in force; replaces what is stored for it. Inside the caller's transaction, or in
/// one of its own.
Status storeReview(store::Database& database, const std::vector<ReviewItem>& items);
/// Of the newest clustering in force, those that are still open: the cluster is there, some member of the community
/// lies outside it, and no edit in force leaves it as it is. Errors: Corrupt.
Result<std::vector<ReviewItem>> loadReview(store::Database& database, const Curation& curation);

/// The cluster takes the community for its own: its members come, but those set aside and those of other clusters that
/// outlive a clustering; its former ones that are not among them become unclustered. Edit "cluster.take", arguments:
/// its name, count of members. Errors: InvalidArgument (no such cluster, nothing to do).
Result<CurationEdit> takeCommunity(const Curation& curation, const ReviewItem& item);
/// The cluster stays as it is, and is not asked about again. Edit "cluster.leave", arguments: its name, which item it
/// was; its delta changes the cluster to what it is. Errors: InvalidArgument (no such cluster).
Result<CurationEdit> leaveCluster(const Curation& curation, const ReviewItem& item);

} // namespace neuroscribe::descriptors
