// The neurons that an evaluation is about, and how a person names them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"

namespace neuroscribe::pipeline {

struct NeuronChoice {
    enum class Kind : std::uint8_t { All, Random, List, Bookmarked };
    Kind kind = Kind::Random;
    std::uint32_t count = 10;   ///< of Random: the paper's
    std::uint64_t seed = 1;     ///< of Random
    std::vector<NeuronId> list; ///< of List as named; of Bookmarked who keeps the bookmarks puts them in

    bool operator==(const NeuronChoice&) const = default;
};
/// Ascending, each once. Errors: InvalidArgument (none, or one that the model does not have).
Result<std::vector<NeuronId>> chosenNeurons(const NeuronChoice& choice, std::uint32_t neurons);

struct NeuronName {
    std::uint32_t layer = 0;
    std::uint32_t unit = 0;
};
/// "3/58". Errors: InvalidArgument; `where` is the text.
Result<NeuronName> parseNeuron(const std::string& text);
/// "3/127, 5/12": commas, semicolons or white space between them. Errors: InvalidArgument (what `where` quotes is no
/// name, or there is none at all).
Result<std::vector<NeuronName>> parseNeurons(const std::string& text);
/// In the order named. Errors: NotFound (the model has no such neuron; `where` names it).
Result<std::vector<NeuronId>> neuronIds(const std::vector<NeuronName>& names, std::uint32_t layers,
                                        std::uint32_t unitsPerLayer);

} // namespace neuroscribe::pipeline
