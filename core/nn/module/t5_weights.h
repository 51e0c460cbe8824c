// The weights of a T5 on a torch device.
#pragma once

#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/nn/t5_config.h"
#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

/// m: width of the model, a: of attention, i: of the feed-forward layer. No layer has a bias.
struct T5Attention {
    at::Tensor norm;          ///< [m]
    at::Tensor queryKeyValue; ///< [3 a, m]
    at::Tensor output;        ///< [m, a]
};
/// Of the decoder to the encoder's output.
struct T5CrossAttention {
    at::Tensor norm;
    at::Tensor query;    ///< [a, m]
    at::Tensor keyValue; ///< [2 a, m]
    at::Tensor output;   ///< [m, a]
};
struct T5FeedForward {
    at::Tensor norm;
    at::Tensor inner;  ///< [i, m]
    at::Tensor gate;   ///< [i, m]; undefined where the config has no gate
    at::Tensor output; ///< [m, i]
};
struct T5EncoderLayer {
    T5Attention attention;
    T5FeedForward feedForward;
};
struct T5DecoderLayer {
    T5Attention attention;
    T5CrossAttention cross;
    T5FeedForward feedForward;
};

struct T5Weights {
    T5Config config;
    at::Tensor embeddings;  ///< [vocabulary, m]
    at::Tensor head;        ///< [vocabulary, m]; the embeddings where the config ties them
    at::Tensor encoderBias; ///< [buckets, heads] float32 on the processor, as the next
    at::Tensor decoderBias;
    at::Tensor encoderNorm; ///< [m]
    at::Tensor decoderNorm;
    std::vector<T5EncoderLayer> encoder;
    std::vector<T5DecoderLayer> decoder;
    Hash128 hash; ///< of the config and the tensors used
};

/// Errors: MissingTensor, ShapeMismatch, Unsupported, Io, Truncated, naming file and tensor. Throws what torch throws.
Result<T5Weights> placeT5Weights(const TensorSource& source, const T5Config& config, const at::Device& device,
                                 at::ScalarType type);

} // namespace neuroscribe::nn
