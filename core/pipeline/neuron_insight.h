// What stands behind the tags of one neuron: confounds, and where over t and k they live in both halves.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/result.h"
#include "core/pipeline/study.h"
#include "core/tagging/adjusted.h"
#include "core/tagging/confounds.h"
#include "core/tagging/persistence.h"

namespace neuroscribe::pipeline {

/// One neuron at the given thresholds. Each by descriptor, except `given`.
struct NeuronInsight {
    NeuronId neuron;
    std::vector<std::optional<stats::Stratified>> adjusted; ///< on the thresholds' half and tail
    std::optional<std::uint32_t> strongest;                 ///< of the tags
    std::vector<tagging::GivenStrongest> given;             ///< the other tags
    /// Counts among the exemplars of the other half, at the same k and tail.
    struct Other {
        std::uint32_t yes = 0;
        std::uint32_t answered = 0;
    };
    std::vector<Other> other;
    std::vector<tagging::Persistence> persistence; ///< empty under a rule of whole rows

    /// Of one tag; null for the strongest one and for what is no tag.
    const tagging::GivenStrongest* givenOf(std::uint32_t descriptor) const;
};

/// tags: of the neuron at these thresholds, strongest first. On any thread; some milliseconds at k = 1 %, up to half a
/// second at 10 %; stops between two descriptors. Errors: those of requireTaggable, Io, Corrupt, Cancelled.
Result<NeuronInsight> neuronInsight(const StudyData& study, NeuronId neuron, std::span<const std::uint8_t> active,
                                    const tagging::Thresholds& thresholds, std::span<const std::uint32_t> tags,
                                    std::stop_token stop);

/// Adjusted for category and length: one descriptor of some neurons, in their order, on the thresholds' half and tail.
/// On any thread; a second or more for thousands of neurons. Errors: those of requireTaggable and tagging::adjustedOf.
Result<std::vector<std::optional<stats::Stratified>>> adjustedNeurons(const StudyData& study, std::uint32_t descriptor,
                                                                      std::span<const NeuronId> neurons,
                                                                      const tagging::Thresholds& thresholds,
                                                                      std::stop_token stop);

} // namespace neuroscribe::pipeline
