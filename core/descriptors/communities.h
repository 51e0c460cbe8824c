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
    std::uint32_t minSize = 10; ///< at least 1
    unsigned threads = 0;       ///< 0: all cores; the result is the same with any number
    std::uint64_t listBytes = std::uint64_t{512}
                              << 20; ///< neighbour lists kept at most; beyond, rows are computed again

    Status validate() const;
};

struct Community {
    std::uint32_t centre = 0;           ///< row it was grown around; need not be among the members
    std::vector<std::uint32_t> members; ///< rows, by decreasing similarity to the centre, ties by lower index
    bool operator==(const Community&) const = default;
};

/// rows: [n][dimension], unit length. Communities by decreasing size, stable. Pairs within 1e-5 of the threshold and
/// near-ties in the order are decided by a dot product in double precision, in index order.
/// Errors: InvalidArgument (options), NonFinite (names the row), Cancelled (within 100 ms), OutOfMemory.
Result<std::vector<Community>> communities(MatrixView<const float> rows, const CommunityOptions& options,
                                           std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::descriptors
