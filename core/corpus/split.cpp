#include "core/corpus/split.h"

#include <algorithm>

#include "core/base/random.h"

namespace neuroscribe::corpus {
namespace {

struct Stratum {
    SideCounts old;
    std::vector<std::size_t> added; ///< positions among the new sentences
};

/// How many of the new ones go to calibration, so that the whole is even, or one more on the side that `lead` favours.
std::size_t calibrationShare(const Stratum& stratum, std::int64_t lead) {
    const std::uint64_t total = stratum.old.side[0] + stratum.old.side[1] + stratum.added.size();
    const std::uint64_t wanted = total / 2 + (total % 2 != 0 && lead <= 0 ? 1 : 0);
    const std::uint64_t missing = wanted > stratum.old.side[0] ? wanted - stratum.old.side[0] : 0;
    return std::min<std::uint64_t>(missing, stratum.added.size());
}

} // namespace

std::vector<Split> assignSides(const std::vector<std::string>& categories,
                               const std::map<std::string, SideCounts>& existing, std::uint64_t seed) {
    std::map<std::string, Stratum> strata;
    for (const auto& [name, counts] : existing)
        strata[name].old = counts;
    for (std::size_t i = 0; i < categories.size(); ++i)
        strata[categories[i]].added.push_back(i);

    std::int64_t lead = 0; // sentences that calibration has more than validation, so far
    for (const auto& [name, stratum] : strata)
        if (stratum.added.empty())
            lead += static_cast<std::int64_t>(stratum.old.side[0]) - static_cast<std::int64_t>(stratum.old.side[1]);

    std::vector<Split> sides(categories.size(), Split::Validation);
    Random random(seed);
    for (auto& [name, stratum] : strata) {
        if (stratum.added.empty())
            continue;
        shuffle(std::span(stratum.added), random);
        const std::size_t share = calibrationShare(stratum, lead);
        for (std::size_t i = 0; i < share; ++i)
            sides[stratum.added[i]] = Split::Calibration;
        const std::uint64_t calibration = stratum.old.side[0] + share;
        const std::uint64_t validation = stratum.old.side[1] + stratum.added.size() - share;
        lead += static_cast<std::int64_t>(calibration) - static_cast<std::int64_t>(validation);
    }
    return sides;
}

} // namespace neuroscribe::corpus
