// The calibration and validation halves: seeded, stratified by category (SCIENCE, row "split").
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/corpus/sentence.h"

namespace neuroscribe::corpus {

/// Sentences of a category that have a side already.
struct SideCounts {
    std::uint64_t side[2] = {0, 0};
};

/// Sides of new sentences, given their categories. Every category comes out half and half, old and new together; of an
/// odd category the extra one goes to the half that is behind over all, so that odd categories alternate. Old sides are
/// never changed.
std::vector<Split> assignSides(const std::vector<std::string>& categories,
                               const std::map<std::string, SideCounts>& existing, std::uint64_t seed);

} // namespace neuroscribe::corpus
