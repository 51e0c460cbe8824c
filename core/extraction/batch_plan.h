// Which sentences of a segment go through the encoder together: a pure function of token lengths and limits, so that a
// resumed run makes the same batches as an uninterrupted one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/hash.h"
#include "core/nn/api.h"

namespace neuroscribe::extraction {

struct BatchLimits {
    std::uint32_t tokens = 1024;   ///< a longer sentence gets a batch of its own
    std::uint32_t sentences = 256; ///< bounds the output, sentences x neurons floats
    /// That share a batch. A batch of at least as many sentences has a multiple of them: all threads end together.
    std::uint32_t threads = 1;
};

/// Large on a GPU; on a CPU, for each thread, small enough that stopping between two batches takes about a second at
/// most, even for BERT-base. requestedTokens: 0 = choose.
BatchLimits batchLimits(const nn::Encoder& encoder, std::uint32_t requestedTokens);

/// Batches of row numbers (positions in `lengths`), each row once. Rows of similar length share a batch; the order of
/// the batches is mixed, so that the remaining time can be told from those done.
using BatchPlan = std::vector<std::vector<std::uint32_t>>;
BatchPlan planBatches(std::span<const std::uint32_t> lengths, const BatchLimits& limits);

Hash128 planHash(const BatchPlan& plan);

} // namespace neuroscribe::extraction
