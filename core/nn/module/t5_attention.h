// The attentions of a T5. On the processor they go through the kernels, sentence by sentence; on other devices through
// torch, in groups of similar length. Scores are not scaled: T5's weights have that inside.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

#include "core/nn/module/torch_batch.h"
#include "core/nn/t5_config.h"

namespace neuroscribe::nn {

/// What is added to the scores of a head at each distance of key from query: [heads][last - first + 1], float32.
/// buckets: [buckets, heads] float32 on the processor.
at::Tensor distanceBias(const T5Config& config, const at::Tensor& buckets, std::int64_t first, std::int64_t last,
                        bool decoder);

/// A batch of prompts as the encoder meets it.
struct T5Batch {
    PackedBatch packed;
    std::vector<std::int64_t> lengths;
    std::int64_t longest = 0;
    at::Tensor bias;                   ///< [heads, 2 longest - 1], by distance, on the processor
    TorchBatch placed;                 ///< for other devices
    std::vector<at::Tensor> groupBias; ///< one per group of `placed`: [heads, its longest, its longest]
};

/// Keys and values of a decoder's attention, kept between its steps.
struct T5Cache {
    at::Tensor keys;   ///< [prompts, heads, room, headSize]
    at::Tensor values; ///< alike
};

class T5Attend {
public:
    /// withKernels: the processor's kernels; else torch on any device.
    T5Attend(const T5Config& config, bool withKernels);

    /// Each token to all of its prompt: queryKeyValue [tokens, 3 a] -> [tokens, a].
    at::Tensor encoderSelf(const at::Tensor& queryKeyValue, const T5Batch& batch) const;
    /// One query per prompt: query [prompts, a] to the first lengths[p] places of the cache -> [prompts, a].
    /// bias: [heads, n] for the places in order, on the processor; undefined: none.
    at::Tensor toCache(const at::Tensor& query, const T5Cache& cache, const std::vector<std::int64_t>& lengths,
                       const at::Tensor& bias) const;
    /// One query per prompt and head of the model's own width, to the encoder's output itself:
    /// query [prompts, heads, m], encoded [tokens, m] -> [prompts, heads, m].
    at::Tensor toEncoded(const at::Tensor& query, const at::Tensor& encoded, const T5Batch& batch) const;
    /// Rows of the batch as [prompts, longest, width], zeros where a prompt has ended.
    at::Tensor padded(const at::Tensor& rows, const T5Batch& batch) const;

private:
    T5Config m_config;
    bool m_withKernels;
    std::vector<float> m_zeros; ///< the biases of queries and values that T5 does not have
};

} // namespace neuroscribe::nn
