// Texts as token ids in batches for an encoder.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// Sequences first .. end-1, end to end.
PackedBatch pack(std::span<const TokenSequence> sequences, std::size_t first, std::size_t end);
/// Ends of consecutive batches of at most about 2,048 tokens; a longer sequence has a batch of its own.
std::vector<std::size_t> batchEnds(std::span<const TokenSequence> sequences);

} // namespace neuroscribe::nn
