#include "app/cli/reference_options.h"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

#include "app/cli/numbers.h"
#include "core/extraction/extractor.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/reference_sample.h"

namespace neuroscribe::cli {
namespace {

constexpr std::uint64_t kDefaultSeed = 1;
constexpr std::string_view kRandom = "random:";

/// Of "random:10"; nothing for a list.
std::optional<std::uint32_t> randomCount(const std::string& text) {
    if (!text.starts_with(kRandom))
        return std::nullopt;
    std::uint32_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + kRandom.size(), end, count);
    return error == std::errc{} && stopped == end ? count : 0;
}

Result<std::vector<NeuronName>> parseList(const std::string& text) {
    std::vector<NeuronName> names;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        NS_ASSIGN(const NeuronName name, parseNeuron(text.substr(at, end - at)));
        names.push_back(name);
        at = end + 1;
    }
    return names;
}

Result<std::vector<NeuronId>> chosenNeurons(store::Project& project, const std::string& text, std::uint64_t seed) {
    NS_ASSIGN(const auto run, extraction::currentRun(project.connection()));
    if (!run)
        return Error{ErrorCode::MissingInput, "activations", "the study has no finished extraction",
                     "Run extract first"};
    if (const auto count = randomCount(text))
        return pipeline::drawNeurons(*count, run->neurons(), seed);
    NS_ASSIGN(const auto names, parseList(text));
    std::vector<NeuronId> neurons;
    for (const NeuronName& name : names) {
        if (name.layer >= run->layers || name.unit >= run->units)
            return Error{ErrorCode::NotFound, std::to_string(name.layer) + "/" + std::to_string(name.unit),
                         "the model has no such neuron", ""};
        neurons.emplace_back(name.layer * run->units + name.unit);
    }
    return neurons;
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
    const auto count = randomCount(neurons);
    if (count == 0U)
        return Error{ErrorCode::InvalidArgument, "--neurons " + neurons, "random: wants a number above 0", ""};
    if (exemplars && !count)
        NS_TRY(parseList(neurons));
    return {};
}

Result<std::optional<labels::PairSet>> ReferenceOptions::pairs(const Context& context, store::Project& project,
                                                               const std::string& annotator) const {
    using Pairs = std::optional<labels::PairSet>;
    const std::uint64_t seed = context.seed.value_or(kDefaultSeed);
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
    verb.add_option("--neurons", options.neurons, "Neurons whose exemplars are labelled: random:10 or 3/58,2/1");
    verb.add_option("-k", options.k, "Percent of the calibration sentences that are exemplars; else as in the study");
}

} // namespace neuroscribe::cli
