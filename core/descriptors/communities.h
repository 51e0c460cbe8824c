// Fast community detection as Sentence-Transformers defines it (SCIENCE, "Clustering"), exact and reproducible.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/base/matrix_view.h"
#include "core/base/progress.h"
#include "core/base/result.h"

namespace neuroscribe::descriptors {

struct CommunityOptions {
    double threshold = 0.75;    ///< on the cosine, inclusive; above -1, at most 1
    std::uint32_t minSize = 10; ///< at least 1; of fewer rows than this, all of them
    /// Sets of neighbours kept at most, a bit for each pair; those of further rows are computed again when their turn
    /// comes.
    std::uint64_t listBytes = std::uint64_t{512} << 20;

    Status validate() const;
};

struct Community {
    std::uint32_t centre = 0;           ///< row it was grown around; need not be among the members
    std::vector<std::uint32_t> members; ///< rows, by decreasing similarity to the centre, ties by lower index
    bool operator==(const Community&) const = default;
};

/// rows: [n][dimension], of unit length; for others see UnitRows. Communities by decreasing size, stable. Pairs within
/// 1e-5 of the threshold (more where the rows are so long that a float32 product may be further off) and the order of
/// the members are decided by a dot product in double precision, in index order: the result is that of the definition
/// worked out in double precision, with any number of threads and any listBytes.
/// Errors: InvalidArgument (options, shape), NonFinite (names the row), Cancelled (within 100 ms), OutOfMemory.
Result<std::vector<Community>> communities(MatrixView<const float> rows, const CommunityOptions& options,
                                           std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::descriptors
