#include "core/pipeline/neuron_choice.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "core/pipeline/reference_sample.h"

namespace neuroscribe::pipeline {
namespace {

bool parseWhole(std::string_view text, std::uint32_t& value) {
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stopped == end;
}

} // namespace

Result<std::vector<NeuronId>> chosenNeurons(const NeuronChoice& choice, std::uint32_t neurons) {
    std::vector<NeuronId> chosen;
    switch (choice.kind) {
    case NeuronChoice::Kind::All:
        chosen = drawNeurons(neurons, neurons, 1);
        break;
    case NeuronChoice::Kind::Random:
        chosen = drawNeurons(choice.count, neurons, choice.seed);
        break;
    case NeuronChoice::Kind::List:
    case NeuronChoice::Kind::Bookmarked:
        chosen = choice.list;
        break;
    }
    std::ranges::sort(chosen);
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (chosen.empty())
        return Error{ErrorCode::InvalidArgument, "neurons", "there is no neuron to evaluate", "Choose at least one"};
    if (chosen.back().value >= neurons)
        return Error{ErrorCode::InvalidArgument, "neuron " + std::to_string(chosen.back().value),
                     "the model has no such neuron", ""};
    return chosen;
}

Result<NeuronName> parseNeuron(const std::string& text) {
    const std::string_view view = text;
    const std::size_t slash = view.find('/');
    NeuronName name;
    if (slash == std::string_view::npos || !parseWhole(view.substr(0, slash), name.layer) ||
        !parseWhole(view.substr(slash + 1), name.unit))
        return Error{ErrorCode::InvalidArgument, text, "a neuron is named LAYER/UNIT, for example 3/58", ""};
    return name;
}

Result<std::vector<NeuronName>> parseNeurons(const std::string& text) {
    constexpr const char* kBetween = ",; \t\r\n";
    std::vector<NeuronName> names;
    for (std::size_t from = text.find_first_not_of(kBetween); from != std::string::npos;) {
        const std::size_t to = std::min(text.find_first_of(kBetween, from), text.size());
        NS_ASSIGN(const NeuronName name, parseNeuron(text.substr(from, to - from)));
        names.push_back(name);
        from = text.find_first_not_of(kBetween, to);
    }
    if (names.empty())
        return Error{ErrorCode::InvalidArgument, text, "no neuron is named", "Name them LAYER/UNIT, for example 3/58"};
    return names;
}

Result<std::vector<NeuronId>> neuronIds(const std::vector<NeuronName>& names, std::uint32_t layers,
                                        std::uint32_t unitsPerLayer) {
    std::vector<NeuronId> ids;
    for (const NeuronName& name : names) {
        if (name.layer >= layers || name.unit >= unitsPerLayer)
            return Error{ErrorCode::NotFound, std::to_string(name.layer) + "/" + std::to_string(name.unit),
                         "the model has no such neuron", ""};
        ids.emplace_back(name.layer * unitsPerLayer + name.unit);
    }
    return ids;
}

} // namespace neuroscribe::pipeline
