// A study with a tagger at given thresholds: what `tag` prints, and what exports of tags are written from.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::pipeline {

struct TaggedStudy {
    std::shared_ptr<const StudyData> study;
    tagging::Tagger tagger; ///< thresholds applied

    std::string neuron(NeuronId id) const;       ///< "LAYER/UNIT"
    bool solid(const tagging::Cell& cell) const; ///< q < alpha
    /// Columns of a neuron's tags: by the rule, then lift, then descriptor order.
    std::vector<std::uint32_t> tagsOf(NeuronId id);
    std::uint32_t neurons() const { return study->run->neurons(); }
};

/// database: of the study, for rules of whole rows; allRules: these too, though the thresholds need none of them.
/// Errors: those of requireTaggable and loadRowRules, Cancelled.
Result<TaggedStudy> tagStudy(std::shared_ptr<const StudyData> study, store::Database& database,
                             const tagging::Thresholds& thresholds, std::stop_token stop, ProgressSink& progress,
                             bool allRules = false);

} // namespace neuroscribe::pipeline
