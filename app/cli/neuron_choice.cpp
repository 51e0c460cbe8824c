#include "app/cli/neuron_choice.h"

#include <charconv>
#include <optional>

#include "core/pipeline/neuron_choice.h"

namespace neuroscribe::cli {
namespace {

constexpr std::string_view kRandom = "random:";

/// Of "random:10"; 0 where that is no number; nothing for anything else.
std::optional<std::uint32_t> randomCount(const std::string& text) {
    if (!text.starts_with(kRandom))
        return std::nullopt;
    std::uint32_t count = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + kRandom.size(), end, count);
    return error == std::errc{} && stopped == end ? count : 0;
}

} // namespace

Status checkNeuronChoice(const std::string& text) {
    if (text == "all")
        return {};
    const auto count = randomCount(text);
    if (count == 0U)
        return Error{ErrorCode::InvalidArgument, "--neurons " + text, "random: wants a number above 0", ""};
    if (!count)
        NS_TRY(pipeline::parseNeurons(text));
    return {};
}

Result<std::uint32_t> randomNeurons(const std::string& text) {
    NS_TRY(checkNeuronChoice(text));
    if (const auto count = randomCount(text))
        return *count;
    return Error{ErrorCode::InvalidArgument, "--neurons " + text, "here they are drawn", "Give random:10"};
}

Result<std::vector<NeuronId>> chooseNeurons(const extraction::RunInfo& run, const std::string& text,
                                            std::uint64_t seed) {
    using pipeline::NeuronChoice;
    if (text == "all")
        return pipeline::chosenNeurons({NeuronChoice::Kind::All, 0, 0, {}}, run.neurons());
    if (const auto count = randomCount(text))
        return pipeline::chosenNeurons({NeuronChoice::Kind::Random, *count, seed, {}}, run.neurons());
    NeuronChoice choice{NeuronChoice::Kind::List, 0, 0, {}};
    NS_ASSIGN(const auto names, pipeline::parseNeurons(text));
    NS_ASSIGN(choice.list, pipeline::neuronIds(names, run.layers, run.units));
    return pipeline::chosenNeurons(choice, run.neurons());
}

} // namespace neuroscribe::cli
