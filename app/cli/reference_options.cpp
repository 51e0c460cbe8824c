#include "app/cli/reference_options.h"

#include <CLI/CLI.hpp>

#include "app/cli/neuron_choice.h"
#include "app/cli/numbers.h"
#include "core/extraction/extractor.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/reference_sample.h"

namespace neuroscribe::cli {
namespace {

Result<std::vector<NeuronId>> chosenNeurons(store::Project& project, const std::string& text, std::uint64_t seed) {
    NS_ASSIGN(const auto run, extraction::currentRun(project.connection()));
    if (!run)
        return Error{ErrorCode::MissingInput, "activations", "the study has no finished extraction",
                     "Run extract first"};
    return chooseNeurons(*run, text, seed);
}

} // namespace

Status ReferenceOptions::check(const std::string& annotator) const {
    const bool exemplars = sentences == "exemplars";
    if (sentences != "all" && annotator == labels::kLabelMatrixName)
        return Error{ErrorCode::InvalidArgument, "--sentences " + sentences,
                     "a sample is for a reference annotator beside B", "Name it with --as"};
    if (exemplars == neurons.empty())
        return Error{ErrorCode::InvalidArgument, "--neurons", "it goes with --sentences exemplars",
                     "Give random:10 or a list such as 3/58,2/1"};
    if (!exemplars && !k.empty())
        return Error{ErrorCode::InvalidArgument, "-k", "it goes with --sentences exemplars", ""};
    if (!k.empty())
        NS_TRY(parseDecimal(k, 3));
    if (exemplars)
        NS_TRY(checkNeuronChoice(neurons));
    return {};
}

Result<std::optional<labels::PairSet>> ReferenceOptions::pairs(const Context& context, store::Project& project,
                                                               const std::string& annotator) const {
    using Pairs = std::optional<labels::PairSet>;
    const std::uint64_t seed = context.seed.value_or(kDefaultNeuronSeed);
    if (sentences == "balanced") {
        NS_ASSIGN(auto sample, pipeline::balancedSample(project, annotator, seed));
        return Pairs(std::move(sample));
    }
    if (sentences != "exemplars")
        return Pairs();
    std::optional<std::uint32_t> kMilli;
    if (!k.empty()) {
        NS_ASSIGN(kMilli, parseDecimal(k, 3));
    }
    NS_ASSIGN(const auto chosen, chosenNeurons(project, neurons, seed));
    NS_ASSIGN(auto sample, pipeline::exemplarSample(project, annotator, chosen, kMilli, seed));
    return Pairs(std::move(sample));
}

void declareReferenceOptions(CLI::App& verb, ReferenceOptions& options) {
    verb.add_option("--sentences", options.sentences,
                    "all; balanced (15 with and 15 without per descriptor); exemplars (of --neurons)")
        ->check(CLI::IsMember({"all", "balanced", "exemplars"}));
    verb.add_option("--neurons", options.neurons, "Neurons whose exemplars are labelled: random:10, 3/58,2/1 or all");
    verb.add_option("-k", options.k, "Percent of the calibration sentences that are exemplars; else as in the study");
}

} // namespace neuroscribe::cli
