// How far a study is on its way from topics to descriptors, in numbers.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

struct ClusterCounts {
    std::uint64_t topics = 0;   ///< distinct, of the union
    std::uint64_t embedded = 0; ///< of these, by the encoder that embedded most of them
    std::uint64_t clusters = 0;
    std::uint64_t named = 0;       ///< clusters that are descriptors
    std::uint64_t excluded = 0;    ///< clusters, named or not
    std::uint64_t unclustered = 0; ///< topics in no cluster and not set aside
};
Result<ClusterCounts> countClusters(store::Database& database);

} // namespace neuroscribe::descriptors
