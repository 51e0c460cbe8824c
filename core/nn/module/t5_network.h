// The two stacks of a T5. Source: Raffel et al. 2020, and T5 v1.1 (gated feed-forward layers, a head of its own).
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/nn/module/t5_attention.h"
#include "core/nn/module/t5_weights.h"

namespace neuroscribe::nn {

class T5Network {
public:
    T5Network(T5Weights weights, const at::Device& device, at::ScalarType type, bool withKernels)
        : m_weights(std::move(weights)), m_withKernels(withKernels), m_attend(m_weights.config, withKernels),
          m_device(device), m_type(type) {}

    const T5Weights& weights() const { return m_weights; }
    const at::Device& device() const { return m_device; }
    bool isHalf() const { return m_type == at::kHalf; }

    T5Batch makeBatch(PackedBatch packed) const;
    /// [tokens, m]. Errors: Cancelled. This and the rest throw what torch throws.
    Result<at::Tensor> encode(const T5Batch& batch, const std::stop_token& stop) const;
    /// Logits of the first token of each answer: [prompts, vocabulary] float32. No keys and values are kept; those of
    /// the encoder's output are not even computed. Errors: Cancelled.
    Result<at::Tensor> firstLogits(const at::Tensor& encoded, const T5Batch& batch, const std::stop_token& stop) const;

    /// A batch of answers under way.
    struct Answers {
        std::vector<T5Cache> self, cross;  ///< one per layer
        std::vector<std::int64_t> lengths; ///< of the prompts
        std::int64_t steps = 0;            ///< places of `self` in use
    };
    /// Errors: Cancelled.
    Result<Answers> startAnswers(const at::Tensor& encoded, const T5Batch& batch, const std::stop_token& stop) const;
    /// One more token each: tokens [prompts] -> logits [prompts, vocabulary] float32. Errors: Cancelled.
    Result<at::Tensor> step(Answers& answers, const std::vector<std::int32_t>& tokens,
                            const std::stop_token& stop) const;
    /// Only these answers go on.
    void keep(Answers& answers, const std::vector<std::int64_t>& which) const;

private:
    /// The context of one attention of layer `index`, from the normalised rows.
    using Attend = std::function<at::Tensor(std::size_t index, const at::Tensor& rows)>;

    at::Tensor embed(const std::vector<std::int32_t>& tokens) const;
    at::Tensor normed(const at::Tensor& x, const at::Tensor& gamma) const;
    /// x += weight rows, where the rows were scaled by `scale`.
    void addProduct(at::Tensor& x, const at::Tensor& rows, const at::Tensor& weight, double scale = 1) const;
    void feedForward(at::Tensor& x, const T5FeedForward& layer) const;
    Result<at::Tensor> decode(const std::vector<std::int32_t>& tokens, const Attend& self, const Attend& cross,
                              const std::stop_token& stop) const;
    /// Attention of one query per prompt to the encoder's output, the keys' and values' weights applied to the query
    /// and the context instead of to every token.
    at::Tensor crossFirst(std::size_t index, const at::Tensor& rows, const at::Tensor& encoded,
                          const T5Batch& batch) const;

    T5Weights m_weights;
    bool m_withKernels;
    T5Attend m_attend;
    at::Device m_device;
    at::ScalarType m_type;
};

} // namespace neuroscribe::nn
