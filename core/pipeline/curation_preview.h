// What an edit of the curation would do to labels, tags and correlations, told before it is made (PRODUCT, "Clusters").
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "core/pipeline/planned_labels.h"

namespace neuroscribe::pipeline {

/// Tags of one descriptor that come and go, over all neurons.
struct TagMoves {
    std::string descriptor; ///< as it is called after the edit; one that goes by its present name
    std::uint32_t appear = 0;
    std::uint32_t vanish = 0;
    bool operator==(const TagMoves&) const = default;
};

/// A pair of descriptors whose correlation moves by more than 0.1.
struct CorrelationMove {
    std::string first, second; ///< names after the edit, in the order of the columns
    double before = 0;
    double after = 0;
    bool operator==(const CorrelationMove&) const = default;
};

struct Consequences {
    /// Pairs (sentence, descriptor) that would be answered by the OR of several questions.
    std::uint64_t derived = 0;
    /// Pairs without an answer of the descriptors whose questions change, that are new or come back; excluded ones are
    /// not asked about.
    std::uint64_t toAsk = 0;
    bool tagsKnown = false; ///< false: nothing to tag with yet, or a rule of whole rows, which is not foreseen
    std::uint64_t tagsAppear = 0;
    std::uint64_t tagsVanish = 0;
    std::vector<TagMoves> tags;                ///< descriptors with a tag that moves, in the order of the columns
    std::vector<CorrelationMove> correlations; ///< the furthest first, then in the order of the columns
    std::uint32_t correlationsLost = 0;        ///< pairs defined now that would be undefined

    bool operator==(const Consequences&) const = default;
};

/// A correlation that moves by no more than this is not told.
inline constexpr double kCorrelationMove = 0.1;

/// Few exemplars, and no q: short enough for the window's thread.
bool isPreviewShort(const tagging::Thresholds& thresholds);

/// tagger: with the thresholds, counts and tags that are shown; null where the study has none. Correlations are over
/// both halves. Errors: those of Counter::moveTo, Cancelled.
Result<Consequences> previewConsequences(const StudyData& study, const tagging::Tagger* tagger,
                                         const PlannedLabels& plan, std::stop_token stop);

} // namespace neuroscribe::pipeline
