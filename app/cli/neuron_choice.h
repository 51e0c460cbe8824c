// Neurons named on the command line: all, random:10, 3/58,2/1.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/extraction/extractor.h"

namespace neuroscribe::cli {

/// Seed of random:N where --seed is not given.
inline constexpr std::uint64_t kDefaultNeuronSeed = 1;

/// Whether the text names neurons at all. Errors: InvalidArgument.
Status checkNeuronChoice(const std::string& text);
/// N of random:N, where nothing else will do. Errors: InvalidArgument.
Result<std::uint32_t> randomNeurons(const std::string& text);
/// Ascending, each once. Errors: InvalidArgument, NotFound (the model has no such neuron).
Result<std::vector<NeuronId>> chooseNeurons(const extraction::RunInfo& run, const std::string& text,
                                            std::uint64_t seed);

} // namespace neuroscribe::cli
