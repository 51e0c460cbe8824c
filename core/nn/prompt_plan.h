// Prompts of one call to a text model: checked, and divided into batches of similar length.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// maxTokens: 0, no limit. Errors: InvalidArgument, naming the prompt (counted from 0).
Status checkPrompts(std::span<const TokenSequence> prompts, std::uint32_t vocabulary, std::uint32_t maxTokens);
/// Errors: InvalidArgument, naming the id.
Status checkIds(std::span<const std::int32_t> ids, std::uint32_t vocabulary);

/// Numbers of the prompts, sorted by length and cut into batches in which count x longest is at most `tokens` (one
/// prompt alone may be longer).
std::vector<std::vector<std::size_t>> planByLength(std::span<const TokenSequence> prompts, std::size_t tokens);

PackedBatch packPrompts(std::span<const TokenSequence> prompts, std::span<const std::size_t> members);

} // namespace neuroscribe::nn
