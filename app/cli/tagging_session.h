// A study opened for tagging: what `tag` and `export` print from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/context.h"
#include "app/cli/json_output.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

/// Thresholds as typed; empty or nothing: as stored in the study.
struct ThresholdOptions {
    std::string k, t, rule, alpha, split, tail, minLift, maxQ;
    std::optional<std::uint32_t> topK;

    /// Puts what was typed over `stored`. Errors: InvalidArgument, Unsupported.
    Result<tagging::Thresholds> over(tagging::Thresholds stored) const;
};

/// Declares -k, -t, --rule and the others.
void addThresholdOptions(CLI::App& verb, ThresholdOptions& options);

struct TaggingSession {
    std::shared_ptr<const pipeline::StudyData> study;
    tagging::Tagger tagger; ///< thresholds applied

    std::string neuron(NeuronId id) const;
    bool solid(const tagging::Cell& cell) const; ///< q < alpha
    /// Columns of a neuron's tags: by the rule, then lift, then descriptor order.
    std::vector<std::uint32_t> tagsOf(NeuronId id);
    /// Errors: NotFound.
    Result<std::uint32_t> column(const std::string& descriptor) const;
    /// "3/58" of this run. Errors: InvalidArgument, NotFound.
    Result<NeuronId> find(const std::string& neuron) const;
    std::uint32_t neurons() const { return study->run->neurons(); }
};

/// allRules: also the rules of whole rows, which are computed at first use, though the tags need none of them.
/// Errors: those of requireTaggable and pipeline::loadRowRules, Cancelled.
Result<TaggingSession> startTagging(const Context& context, store::Project& project, const ThresholdOptions& options,
                                    bool allRules = false);

/// {"descriptor", "f", "base_rate", "lift", "low", "high", "p", "q", "yes", "answered", "solid", "score",
/// "rules": {"share", ..., "auprc", "iou_ceiling"}}; score: what t is compared with
Json tagJson(TaggingSession& session, NeuronId neuron, std::uint32_t column);
/// {"neuron", "layer", "unit"}
Json neuronJson(const TaggingSession& session, NeuronId neuron);
/// {"k", "t", "rule", "split", "tail", ...}: k in percent, t as a fraction.
Json thresholdsJson(const tagging::Thresholds& thresholds);
Json summaryJson(TaggingSession& session);

} // namespace neuroscribe::cli
