// The weights of a GPT-NeoX on a torch device.
#pragma once

#include <vector>

#include <ATen/ATen.h>

#include "core/nn/neox_config.h"
#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

/// y = weight x + bias
struct NeoxDense {
    at::Tensor weight; ///< [out, in]
    at::Tensor bias;   ///< [out]; undefined where the config has none
};
/// In single precision on every device: what is normalised is, too.
struct NeoxNorm {
    at::Tensor gamma, beta; ///< [hidden]
};
struct NeoxLayer {
    NeoxNorm attentionNorm, feedForwardNorm;
    NeoxDense queryKeyValue; ///< [3 hidden, hidden]: the queries of all heads, then their keys, then their values
    NeoxDense attentionOutput;
    NeoxDense inner;  ///< [intermediate, hidden]
    NeoxDense output; ///< [hidden, intermediate]
};
struct NeoxWeights {
    NeoxConfig config;
    at::Tensor embeddings; ///< [vocabulary, hidden]
    at::Tensor head;       ///< [vocabulary, hidden]; the embeddings where the config ties them
    NeoxNorm finalNorm;
    std::vector<NeoxLayer> layers;
    Hash128 hash; ///< of the config and the tensors used
};

/// Names with or without the "gpt_neox." prefix.
/// Errors: MissingTensor, ShapeMismatch, Unsupported, Io, Truncated, naming file and tensor. Throws what torch throws.
Result<NeoxWeights> placeNeoxWeights(const TensorSource& source, const NeoxConfig& config, const at::Device& device,
                                     at::ScalarType type);

} // namespace neuroscribe::nn
