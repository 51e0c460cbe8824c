#include "core/descriptors/review.h"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "core/descriptors/curation_store.h"
#include "core/descriptors/edit_builder.h"

namespace neuroscribe::descriptors {
namespace {

using nlohmann::json;

constexpr const char* kKey = "review."; ///< in table clustering; the id of the edit follows, 0: none is in force
constexpr const char* kLeave = "cluster.leave";

/// Tells the items of a clustering apart: a community is in one of them for each cluster.
std::string signatureOf(const ReviewItem& item) {
    const std::uint32_t first = item.community.empty() ? 0 : item.community.front().value;
    return std::to_string(item.cluster.value) + ":" + std::to_string(first) + ":" +
           std::to_string(item.community.size());
}

/// The newest clustering in force, and which of its items were left as they are since.
struct Decisions {
    std::int64_t clustering = 0;
    std::set<std::string> left; ///< as signatureOf() has them

    std::string key() const { return kKey + std::to_string(clustering); }
};

Result<Decisions> loadDecisions(store::Database& database) {
    NS_ASSIGN(const auto history, loadCurationHistory(database));
    Decisions decisions;
    for (const store::HistoryEntry& entry : history) {
        if (entry.undone)
            break;
        if (entry.textCode == kReclusterCode)
            decisions = {entry.id, {}};
        if (entry.textCode != kLeave)
            continue;
        NS_ASSIGN(const auto arguments, argumentsOf(entry));
        if (arguments.size() == 2)
            decisions.left.insert(arguments[1]);
    }
    return decisions;
}

bool isOpen(const ReviewItem& item, const Curation& curation) {
    return curation.find(item.cluster) != nullptr && std::ranges::any_of(item.community, [&](RawDescriptorId member) {
               return curation.placeOf(member) != item.cluster;
           });
}

/// Nothing: not written by storeReview.
std::optional<ReviewItem> parseItem(const json& object) {
    const auto isNumber = [](const json& value) { return value.is_number_unsigned(); };
    if (!object.is_object() || !object.contains("cluster") || !isNumber(object["cluster"]) ||
        !object.contains("overlap") || !isNumber(object["overlap"]) || !object.contains("community") ||
        !object["community"].is_array() || !std::ranges::all_of(object["community"], isNumber))
        return std::nullopt;
    ReviewItem item{ClusterId(object["cluster"].get<std::uint32_t>()), {}, object["overlap"].get<std::uint32_t>()};
    for (const json& member : object["community"])
        item.community.emplace_back(member.get<std::uint32_t>());
    return item;
}

bool mayTake(const Curation& curation, RawDescriptorId member) {
    const ClusterId place = curation.placeOf(member);
    const Cluster* cluster = curation.find(place);
    return place != kSetAside && (!cluster || !outlivesClustering(*cluster));
}

} // namespace

std::vector<ReviewItem> reviewOf(const ReclusterPlan& plan, const std::vector<NewCommunity>& communities) {
    std::vector<ReviewItem> items;
    for (const Match& match : plan.reattachment.doubtful) {
        items.push_back({match.cluster, communities[match.community].members, match.overlap});
        std::ranges::sort(items.back().community);
    }
    return items;
}

Status storeReview(store::Database& database, const std::vector<ReviewItem>& items) {
    json list = json::array();
    for (const ReviewItem& item : items) {
        json members = json::array();
        for (const RawDescriptorId member : item.community)
            members.push_back(member.value);
        list.push_back({{"cluster", item.cluster.value}, {"overlap", item.overlap}, {"community", std::move(members)}});
    }
    NS_ASSIGN(const Decisions decisions, loadDecisions(database));
    NS_ASSIGN(auto replace, database.prepare("INSERT OR REPLACE INTO clustering(key, value) VALUES (?, ?)"));
    return replace.bind(1, decisions.key()).bind(2, list.dump()).run();
}

Result<std::vector<ReviewItem>> loadReview(store::Database& database, const Curation& curation) {
    NS_ASSIGN(const Decisions decisions, loadDecisions(database));
    NS_ASSIGN(auto select, database.prepare("SELECT value FROM clustering WHERE key = ?"));
    NS_ASSIGN(const bool row, select.bind(1, decisions.key()).step());
    std::vector<ReviewItem> items;
    if (!row)
        return items;
    const Error damaged{ErrorCode::Corrupt, database.path(), "the stored review of the clustering is none",
                        "Restore the study from a copy"};
    const json list = json::parse(select.text(0), nullptr, false);
    if (!list.is_array())
        return damaged;
    for (const json& object : list) {
        auto item = parseItem(object);
        if (!item)
            return damaged;
        if (isOpen(*item, curation) && !decisions.left.contains(signatureOf(*item)))
            items.push_back(std::move(*item));
    }
    return items;
}

Result<CurationEdit> takeCommunity(const Curation& curation, const ReviewItem& item) {
    EditBuilder builder(curation);
    NS_ASSIGN(const ClusterFacts* facts, builder.facts(item.cluster));
    const std::string name = facts->name;
    for (const RawDescriptorId member : curation.find(item.cluster)->members)
        NS_TRY(builder.move(member, kUnclustered)); // the last place wins
    std::size_t count = 0;
    for (const RawDescriptorId member : item.community)
        if (curation.placeOf(member) == item.cluster || mayTake(curation, member)) {
            NS_TRY(builder.move(member, item.cluster));
            ++count;
        }
    return builder.finish("cluster.take", {name, std::to_string(count)});
}

Result<CurationEdit> leaveCluster(const Curation& curation, const ReviewItem& item) {
    const Cluster* cluster = curation.find(item.cluster);
    if (!cluster)
        return Error{ErrorCode::InvalidArgument, "cluster " + std::to_string(item.cluster.value),
                     "there is no such cluster", ""};
    CurationEdit edit{kLeave, {cluster->name, signatureOf(item)}, {}};
    edit.delta.clusters.push_back({item.cluster, *cluster, *cluster});
    return edit;
}

} // namespace neuroscribe::descriptors
