// The layers of a GPT-NeoX. Source: Black et al. 2022, section 2; rotary positions: Su et al. 2021.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/nn/module/neox_attention.h"
#include "core/nn/module/neox_weights.h"

namespace neuroscribe::nn {

class NeoxNetwork {
public:
    NeoxNetwork(NeoxWeights weights, const at::Device& device, at::ScalarType type, bool withKernels)
        : m_weights(std::move(weights)), m_attention(m_weights.config, withKernels), m_device(device), m_type(type) {}

    const NeoxWeights& weights() const { return m_weights; }
    const at::Device& device() const { return m_device; }
    bool isHalf() const { return m_type == at::kHalf; }

    /// Keys and values of rows that later ones attend to.
    struct Cache {
        std::vector<at::Tensor> layers; ///< [room, 2 hidden] each
        std::int64_t rows = 0;          ///< in use
        std::int64_t room = 0;
    };
    /// Room for `rows` more. Throws what torch throws.
    void reserve(Cache& cache, std::int64_t rows) const;

    /// New rows on their way through the layers.
    struct Pass {
        std::vector<std::int32_t> tokens;    ///< [rows]
        std::vector<std::int32_t> positions; ///< [rows]
        std::vector<AttentionSpan> spans; ///< cover all rows; keys are rows of the cache, or of this pass without one
        std::vector<AttentionSpan> lastSpans; ///< one per row that is wanted: its number as firstQuery, 1 query
    };
    /// Logits of the rows that are wanted: [wanted, vocabulary] float32. With a cache, the new rows go behind the ones
    /// in use. Errors: Cancelled. Throws what torch throws.
    Result<at::Tensor> run(const Pass& pass, Cache* cache, const std::stop_token& stop) const;

private:
    struct Rotation {
        at::Tensor cosine, sine; ///< [rows, 1, rotary / 2] float32
    };
    /// What the layers need to know of a pass.
    struct Way {
        Rotation rotation;
        NeoxAttention::Plan plan, lastPlan;
        at::Tensor wanted; ///< numbers of the rows that go through the last layer
    };
    Way wayOf(const Pass& pass) const;
    at::Tensor throughLayer(std::size_t index, at::Tensor x, const Way& way, Cache* cache) const;
    Rotation rotation(const std::vector<std::int32_t>& positions) const;
    /// Turns the first values of each head of `part` [rows, hidden] by its row's position.
    void rotate(const at::Tensor& part, const Rotation& by) const;
    at::Tensor normed(const at::Tensor& x, const NeoxNorm& norm) const;
    at::Tensor feedForward(const at::Tensor& x, const NeoxLayer& layer) const;

    NeoxWeights m_weights;
    NeoxAttention m_attention;
    at::Device m_device;
    at::ScalarType m_type;
};

} // namespace neuroscribe::nn
