// Which sentences stand for a neuron beyond its exemplars: from all over its activations, and at random.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace neuroscribe::ui {

inline constexpr std::uint64_t kRandomSeed = 1;
inline constexpr std::uint32_t kRandomSentences = 30;

/// Places in an order of `count` sentences: three from the middle of each tenth. All of them where there are few.
std::vector<std::uint32_t> bandPlaces(std::uint32_t count);
/// Places of the sentences that kRandomSeed draws, ascending: the same for every neuron, so that they can be compared.
std::vector<std::uint32_t> randomPlaces(std::uint32_t count);
/// Positions 0 .. values.size()-1, highest value first, ties: the lower one.
std::vector<std::uint32_t> orderByValue(std::span<const float> values);

} // namespace neuroscribe::ui
