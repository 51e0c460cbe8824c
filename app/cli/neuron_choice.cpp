#include "app/cli/neuron_choice.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "app/cli/numbers.h"
#include "core/pipeline/evaluation.h"

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

} // namespace

Status checkNeuronChoice(const std::string& text) {
    if (text == "all")
        return {};
    const auto count = randomCount(text);
    if (count == 0U)
        return Error{ErrorCode::InvalidArgument, "--neurons " + text, "random: wants a number above 0", ""};
    if (!count)
        NS_TRY(parseList(text));
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
    NS_ASSIGN(const auto names, parseList(text));
    NeuronChoice choice{NeuronChoice::Kind::List, 0, 0, {}};
    for (const NeuronName& name : names) {
        if (name.layer >= run.layers || name.unit >= run.units)
            return Error{ErrorCode::NotFound, std::to_string(name.layer) + "/" + std::to_string(name.unit),
                         "the model has no such neuron", ""};
        choice.list.emplace_back(name.layer * run.units + name.unit);
    }
    return pipeline::chosenNeurons(choice, run.neurons());
}

} // namespace neuroscribe::cli
