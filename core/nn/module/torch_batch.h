// How packed sentences lie on a torch device: index tensors made once per batch.
#pragma once

#include <vector>

#include <ATen/ATen.h>

#include "core/nn/api.h"

namespace neuroscribe::nn {

/// Sentences of similar length that attend together, padded to the longest of them.
struct TorchGroup {
    std::int64_t sentences = 0;
    std::int64_t longest = 0;
    bool padded = false;
    at::Tensor members; ///< [sentences] which sentences of the batch
    at::Tensor rows;    ///< [sentences * longest] packed row of each place; 0 where there is none
    at::Tensor places;  ///< [tokens of the group] the places that hold a token
    at::Tensor tokens;  ///< [tokens of the group] their packed rows
    at::Tensor missing; ///< [sentences, longest] true where there is no token
    at::Tensor special; ///< [sentences, longest] true where there is no token, or [CLS] or [SEP]
    at::Tensor lengths; ///< [sentences, 1] float, [CLS] and [SEP] included
};

struct TorchBatch {
    at::Tensor tokens;    ///< [total]
    at::Tensor positions; ///< [total]
    at::Tensor firsts;    ///< [sentences] packed row of each [CLS]
    std::int64_t sentences = 0;
    std::vector<TorchGroup> groups;
};

/// positionShift: row of the position table for the first token.
TorchBatch makeTorchBatch(const PackedBatch& batch, std::int64_t positionShift, const at::Device& device);

} // namespace neuroscribe::nn
