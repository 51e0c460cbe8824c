// `tag --neuron`: everything about one neuron.
#pragma once

#include "app/cli/tagging_session.h"
#include "core/pipeline/label_quality.h"
#include "core/pipeline/neuron_insight.h"
#include "core/store/project.h"

namespace neuroscribe::cli {

/// One exemplar with what was stored and answered about it.
struct Exemplar {
    corpus::Sentence sentence;
    float activation = 0;
    std::vector<std::string> descriptors; ///< answered yes
};

/// The first `count` exemplars at the session's k, split and tail (fewer if k gives fewer). Errors: Io, Corrupt.
Result<std::vector<Exemplar>> loadExemplars(const TaggingSession& session, store::Project& project, NeuronId neuron,
                                            std::uint32_t count);

/// What stands behind the neuron's tags at the session's thresholds.
struct Behind {
    pipeline::NeuronInsight insight;
    pipeline::LabelQualities labels; ///< as the reference annotator judges them
};
/// truth: of the reference annotator; empty: who judges by default (pipeline::References). Errors: NotFound (no such
/// annotator), Io, Corrupt, Cancelled.
Result<Behind> loadBehind(TaggingSession& session, store::Project& project, NeuronId neuron, const std::string& truth,
                          const std::stop_token& stop);

/// The tags and cells of tagJson(), each with "adjusted" {expected, lift, p}, "explained_by" {descriptor, odds_ratio,
/// p, explained}, "persistence" {t_end, k: [[first, last], ...] in percent} and "noise_corrected" {value, low, high,
/// lift, annotator}; null where there is none; "noise_corrected_why": why there is none, where somebody judges
/// (pipeline::uncorrectedName); "other_half" {yes, answered}. "truth": who judges, or null.
Json neuronDocument(TaggingSession& session, NeuronId neuron, const Behind& behind,
                    const std::vector<Exemplar>& exemplars);
void printNeuron(TaggingSession& session, NeuronId neuron, const Behind& behind,
                 const std::vector<Exemplar>& exemplars);

} // namespace neuroscribe::cli
