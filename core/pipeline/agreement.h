// Two annotators of a study compared, descriptor by descriptor and together (SCIENCE, "What the paper leaves out" 4,
// 5). The labels B are judged by the other one; of two others, the first is judged by the second.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/labels/descriptor.h"
#include "core/stats/agreement.h"

namespace neuroscribe::pipeline {

struct AgreementRow {
    std::optional<DescriptorId> descriptor; ///< nothing: all active descriptors together
    std::string name;
    stats::FourFold table; ///< pairs that both answered; first: the judged one
    stats::IntervalEstimate kappa, ac1, precision, recall;
    /// Undefined where it is not B that is judged: nobody knows then how the pairs were drawn.
    stats::PopulationScores population;
    std::optional<double> yesRate; ///< pi: of all that B answered
    // Not among the pairs:
    std::uint64_t unsure = 0;   ///< one of the two, or both, are people and were not sure
    std::uint64_t setAside = 0; ///< drawn by disagreement
    // Among the pairs:
    std::uint64_t relabelled = 0; ///< B says something else today than when they were drawn

    std::uint64_t pairs() const { return table.both + table.first + table.second + table.neither; }
    /// Further pairs until kappa is known to so much on each side (stats::pairsStillNeeded).
    std::optional<std::uint64_t> stillNeeded(double halfWidth) const {
        return stats::pairsStillNeeded(table, halfWidth);
    }
};

struct AgreementReport {
    std::string judged, reference;
    std::vector<AgreementRow> rows; ///< active descriptors in display order
    AgreementRow pooled;
};

/// An annotator without answers makes rows without pairs. Errors: InvalidArgument (twice the same name), Corrupt,
/// Cancelled.
Result<AgreementReport> loadAgreement(store::Database& database, const std::string& a, const std::string& b,
                                      std::stop_token stop = {});

} // namespace neuroscribe::pipeline
