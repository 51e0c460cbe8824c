// A study opened for tagging: what `tag` prints from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/context.h"
#include "app/cli/json_output.h"
#include "core/pipeline/tagged_study.h"
#include "core/stats/stratified.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

/// Thresholds as typed; empty or nothing: as stored in the study.
struct ThresholdOptions {
    std::string k, t, rule, alpha, split, tail, minLift, maxQ;
    std::optional<std::uint32_t> topK;

    /// What can be told before a study is read: how far t may go depends on its rule. Errors: as of over().
    Status check() const;
    /// Puts what was typed over `stored`. Errors: InvalidArgument, Unsupported.
    Result<tagging::Thresholds> over(tagging::Thresholds stored) const;
};

/// Declares -k, -t, --rule and the others.
void addThresholdOptions(CLI::App& verb, ThresholdOptions& options);

/// A tagged study in which things are found by their names.
struct TaggingSession : pipeline::TaggedStudy {
    /// Errors: NotFound.
    Result<std::uint32_t> column(const std::string& descriptor) const;
    /// "3/58" of this run. Errors: InvalidArgument, NotFound.
    Result<NeuronId> find(const std::string& neuron) const;
};

/// Errors: those of pipeline::tagStudy and ThresholdOptions::over.
Result<TaggingSession> startTagging(const Context& context, store::Project& project, const ThresholdOptions& options,
                                    bool allRules = false);

/// {"descriptor", "f", "base_rate", "lift", "low", "high", "p", "q", "yes", "answered", "solid", "score",
/// "rules": {"share", ..., "auprc", "iou_ceiling"}}; score: what t is compared with
Json tagJson(TaggingSession& session, NeuronId neuron, std::uint32_t column);
/// {"expected", "lift", "p"}; null where no exemplar is answered.
Json adjustedJson(const std::optional<stats::Stratified>& adjusted);
/// {"neuron", "layer", "unit"}
Json neuronJson(const TaggingSession& session, NeuronId neuron);
/// {"k", "t", "rule", "split", "tail", ...}: k in percent, t as a fraction.
Json thresholdsJson(const tagging::Thresholds& thresholds);
Json summaryJson(TaggingSession& session);

} // namespace neuroscribe::cli
