// A study made for tests of the verbs that need tags.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace neuroscribe::test {

inline constexpr std::uint32_t kMadeLayers = 2, kMadeUnits = 12, kMadeNeurons = kMadeLayers * kMadeUnits;

/// Sentences from JSON lines (made_data.h), their 0/1 columns `labels` as the label matrix, activations of a model
/// without weights.
void makeStudy(const std::string& folder, const std::string& jsonLines,
               const std::vector<std::string>& labels = {"food", "place"});

} // namespace neuroscribe::test
