// Which pairs of sentence and descriptor a person is asked about, in which order (SCIENCE, "Judging p2"). Descriptors
// alternate and the order within one says nothing about what the model answered.
#pragma once

#include <cstdint>
#include <vector>

#include "core/labels/disagreement.h"
#include "core/labels/pair_set.h"
#include "core/labels/person_answers.h"

namespace neuroscribe::pipeline {

struct ValidationPair {
    std::uint32_t descriptor = 0; ///< column
    SentenceId sentence;
    labels::Drawn drawn = labels::Drawn::Balanced;
    labels::Answer model = labels::Answer::Unanswered; ///< what B says
    double weight = 0;                                 ///< sentences of the descriptor it stands for; 0: not known

    bool operator==(const ValidationPair&) const = default;
};
using ValidationQueue = std::vector<ValidationPair>;

/// The pairs of labels::balancedPairs.
ValidationQueue balancedQueue(const labels::LabelMatrix& labels, const std::vector<labels::Descriptor>& descriptors,
                              std::uint32_t each, std::uint64_t seed);

/// Of each active descriptor at most `each`: those about which somebody differs, drawn by the seed, then the least
/// margins. No sample of anything.
ValidationQueue disagreementQueue(const labels::Disagreement& disagreement, const labels::LabelMatrix& labels,
                                  const std::vector<labels::Descriptor>& descriptors, std::uint32_t each,
                                  std::uint64_t seed);

} // namespace neuroscribe::pipeline
