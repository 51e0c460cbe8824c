// How the clusters of a study came about: the newest clustering, by its parameters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

enum class ClusterMethod : std::uint8_t { Community, Agglomerative };
const char* methodName(ClusterMethod method); ///< "community", "agglomerative"
/// Errors: InvalidArgument.
Result<ClusterMethod> parseMethod(const std::string& name);

struct ClusteringRecord {
    std::string model; ///< EmbeddingModel::identity
    ClusterMethod method = ClusterMethod::Community;
    double threshold = 0.75;            ///< on the cosine; of no effect where `count` is given
    std::optional<std::uint32_t> count; ///< agglomerative: clusters to cut into
    std::uint32_t minSize = 10;
    bool operator==(const ClusteringRecord&) const = default;
};

/// Nothing: the study was never clustered. Errors: Corrupt.
Result<std::optional<ClusteringRecord>> loadClustering(store::Database& database);
/// Inside the caller's transaction, or in one of its own.
Status saveClustering(store::Database& database, const ClusteringRecord& record);

} // namespace neuroscribe::descriptors
