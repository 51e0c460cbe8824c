#include "core/descriptors/cluster_counts.h"

#include <string>

namespace neuroscribe::descriptors {
namespace {

/// Ids of the topics that the union has named.
constexpr const char* kTopics =
    "(SELECT DISTINCT d.raw_descriptor_id AS id FROM description_descriptor d JOIN engine e "
    "ON e.id = d.engine_id WHERE e.task = 'topics' AND e.in_union = 1)";

Result<std::uint64_t> count(store::Database& database, const std::string& sql) {
    NS_ASSIGN(const auto number, database.integer(sql));
    return static_cast<std::uint64_t>(number.value_or(0));
}

} // namespace

Result<ClusterCounts> countClusters(store::Database& database) {
    const std::string ofTopics = std::string(" FROM ") + kTopics + " t";
    ClusterCounts counts;
    NS_ASSIGN(counts.topics, count(database, "SELECT count(*)" + ofTopics));
    NS_ASSIGN(counts.embedded, count(database, "SELECT max(n) FROM (SELECT count(*) AS n" + ofTopics +
                                                   " JOIN embedding b ON b.raw_descriptor_id = t.id "
                                                   "GROUP BY b.model_id)"));
    NS_ASSIGN(counts.clusters, count(database, "SELECT count(*) FROM cluster"));
    NS_ASSIGN(counts.named, count(database, "SELECT count(*) FROM cluster WHERE name_source <> 0"));
    NS_ASSIGN(counts.excluded, count(database, "SELECT count(*) FROM cluster WHERE excluded = 1"));
    NS_ASSIGN(counts.unclustered, count(database, "SELECT count(*)" + ofTopics +
                                                      " LEFT JOIN cluster_member m ON m.raw_descriptor_id = t.id "
                                                      "WHERE m.cluster_id IS NULL"));
    return counts;
}

} // namespace neuroscribe::descriptors
