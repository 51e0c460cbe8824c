// `tag --neuron`: everything about one neuron.
#pragma once

#include "app/cli/tagging_session.h"
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

/// What stands behind the neuron's tags at the session's thresholds. Errors: Io, Corrupt.
Result<pipeline::NeuronInsight> loadInsight(TaggingSession& session, NeuronId neuron);

/// The tags and cells of tagJson(), each with "adjusted" {expected, lift, p}, "explained_by" {descriptor, odds_ratio,
/// p, explained} and "persistence" {t_end, k: [[first, last], ...] in percent}; null where there is none;
/// "other_half" {yes, answered}.
Json neuronDocument(TaggingSession& session, NeuronId neuron, const pipeline::NeuronInsight& insight,
                    const std::vector<Exemplar>& exemplars);
void printNeuron(TaggingSession& session, NeuronId neuron, const pipeline::NeuronInsight& insight,
                 const std::vector<Exemplar>& exemplars);

} // namespace neuroscribe::cli
