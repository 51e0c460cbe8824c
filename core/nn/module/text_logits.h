// What text models read from the logits of their last layer.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// Into the rows of `out` that `members` (numbers of prompts) name. logits: [members, vocabulary] float32.
/// Errors: NonFinite, naming the prompt.
Status readFirstStep(const at::Tensor& logits, std::span<const std::size_t> members, std::span<const std::int32_t> ids,
                     FirstStep& out);
/// The token of the largest logit of each row. Errors: NonFinite, naming the prompt.
Result<std::vector<std::int32_t>> likeliest(const at::Tensor& logits, std::span<const std::size_t> members);

} // namespace neuroscribe::nn
