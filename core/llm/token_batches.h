// Which prompts go through a local model together.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/nn/api.h"

namespace neuroscribe::llm {

enum class BatchOrder {
    ByLength, ///< shortest first: nothing is padded much (encoder-decoders)
    AsGiven,  ///< neighbours that begin alike stay together: their beginning is computed once (decoder-only)
};

using Batch = std::vector<std::size_t>; ///< numbers of prompts

/// Batches that compute at most about `budget` token positions; `extra` more are counted for each prompt (its answer).
/// A prompt longer than that has a batch of its own. A pure function of lengths and common beginnings; each prompt is
/// in one batch.
std::vector<Batch> planBatches(std::span<const nn::TokenSequence> prompts, BatchOrder order, std::size_t budget,
                               std::size_t extra);

} // namespace neuroscribe::llm
