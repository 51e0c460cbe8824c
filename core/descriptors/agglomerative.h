// Average-linkage clustering on the cosine distance (paper Table 5; SCIENCE, "Clustering").
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/matrix_view.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/descriptors/communities.h"

namespace neuroscribe::descriptors {

struct AgglomerativeOptions {
    /// Clusters are merged as long as the mean distance (1 - cosine) between the members of the two is at most this;
    /// 0 to 2.
    double distance = 0.25;
    /// Instead of by distance: merged until so many are left; 1 to the number of rows.
    std::optional<std::uint32_t> clusters;
    std::uint32_t minSize = 1; ///< smaller clusters are not returned; at least 1
    /// Most that the distances may take: 4 n (n - 1) bytes for n rows.
    std::uint64_t matrixBytes = std::uint64_t{2} << 30;

    Status validate() const;
};

/// rows: [n][dimension], of unit length; for others see UnitRows. A cluster is a Community: its centre is the member
/// nearest the mean direction, ties by lower row. Clusters by decreasing size, then by their lowest row. The same with
/// any number of threads; of two equally close pairs of clusters the one with the lower rows is merged first.
/// Errors: InvalidArgument (options, shape), Unsupported (too many rows for matrixBytes, told before any work),
/// NonFinite (names the row), Cancelled (within 100 ms), OutOfMemory.
Result<std::vector<Community>> agglomerate(MatrixView<const float> rows, const AgglomerativeOptions& options,
                                           std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::descriptors
