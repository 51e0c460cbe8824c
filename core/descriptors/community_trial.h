// How many communities a threshold would give, told at once: for the slider that moves it.
#pragma once

#include <cstdint>
#include <stop_token>
#include <utility>

#include "core/base/matrix_view.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/descriptors/similarity_lists.h"

namespace neuroscribe::descriptors {

struct TrialOptions {
    double floor = 0.3; ///< the lowest threshold that will be asked for, in hundredths; above -1, at most 1
    /// Similar pairs kept at most (about 32 bytes a pair while it is made, half of it then): where those of the floor
    /// do not fit, it rises, a hundredth at a time.
    std::uint64_t pairBytes = std::uint64_t{512} << 20;

    Status validate() const;
};

struct TrialCounts {
    std::uint32_t communities = 0;
    std::uint32_t unclustered = 0; ///< rows in none
    bool operator==(const TrialCounts&) const = default;
};

/// The similar pairs of some rows, each row's by decreasing similarity. Unchangeable: any thread may ask.
class CommunityTrial {
public:
    /// Takes about as long as communities(); keeps a copy of the rows. Errors: as communities(); OutOfMemory also where
    /// not even the pairs of equal rows fit.
    static Result<CommunityTrial> make(MatrixView<const float> rows, const TrialOptions& options, std::stop_token stop,
                                       ProgressSink& progress);

    std::uint32_t rows() const { return m_rows.size(); }
    /// Lower thresholds can't be tried.
    double floor() const { return m_floor; }
    /// Of what communities() gives for these options, exactly; on the calling thread, in tens of milliseconds at 20,000
    /// rows. Errors: InvalidArgument (threshold below the floor or above 1, minSize 0).
    Result<TrialCounts> counts(double threshold, std::uint32_t minSize) const;

private:
    CommunityTrial(UnitRows rows, double floor, SimilarityLists lists)
        : m_rows(std::move(rows)), m_floor(floor), m_lists(std::move(lists)) {}

    UnitRows m_rows;
    double m_floor;
    SimilarityLists m_lists;
};

} // namespace neuroscribe::descriptors
