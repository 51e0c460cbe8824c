#include "core/nn/module/torch_forward.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "core/nn/module/torch_activation.h"
#include "core/nn/module/torch_batch.h"
#include "core/nn/module/torch_error.h"

namespace neuroscribe::nn {
namespace {

struct TorchDense {
    at::Tensor weight; ///< [out, in]
    at::Tensor bias;   ///< [out]
};
struct TorchNorm {
    at::Tensor gamma, beta;
};
struct TorchLayer {
    TorchDense queryKeyValue, attentionOutput, inner, output;
    TorchNorm attentionNorm, outputNorm;
};

class TorchForward final : public Forward {
public:
    TorchForward(BertWeights weights, const at::Device& device, Precision precision)
        : m_config(weights.config), m_hash(weights.hash), m_device(device),
          m_type(precision == Precision::Float16 ? at::kHalf : at::kFloat) {
        const std::int64_t h = m_config.hidden;
        const std::int64_t i = m_config.intermediate;
        m_words = place(weights.words, {m_config.vocabulary, h});
        m_positions = place(weights.positions, {static_cast<std::int64_t>(weights.positions.size()) / h, h});
        m_embeddingNorm = placeNorm(weights.embeddingNorm);
        for (const BertLayerWeights& from : weights.layers)
            m_layers.push_back({placeDense(from.queryKeyValue, 3 * h, h), placeDense(from.attentionOutput, h, h),
                                placeDense(from.inner, i, h), placeDense(from.output, h, i),
                                placeNorm(from.attentionNorm), placeNorm(from.outputNorm)});
    }

    const BertConfig& config() const override { return m_config; }
    Hash128 weightsHash() const override { return m_hash; }
    std::string deviceText() const override {
        return m_device.str() + (m_type == at::kHalf ? ", float16" : ", float32");
    }
    unsigned threads() const override { return 0; }
    Status run(const PackedBatch& batch, const ForwardRequest& request, std::span<float> out) override;

private:
    at::Tensor place(const std::vector<float>& values, at::IntArrayRef shape) const {
        const at::Tensor borrowed = at::from_blob(const_cast<float*>(values.data()), shape, at::kFloat);
        return borrowed.to(m_device, m_type, false, true);
    }
    TorchDense placeDense(const DenseWeights& dense, std::int64_t outputs, std::int64_t inputs) const {
        return {place(dense.weight, {outputs, inputs}), place(dense.bias, {outputs})};
    }
    TorchNorm placeNorm(const NormWeights& norm) const {
        const auto size = static_cast<std::int64_t>(norm.gamma.size());
        return {place(norm.gamma, {size}), place(norm.beta, {size})};
    }

    at::Tensor normed(const at::Tensor& x, const TorchNorm& norm) const {
        return at::layer_norm(x, {m_config.hidden}, norm.gamma, norm.beta, m_config.layerNormEpsilon);
    }
    /// [tokens or sentences, hidden]; firstOnly: only [CLS] asks.
    at::Tensor attention(const at::Tensor& x, const TorchLayer& layer, const TorchBatch& batch, bool firstOnly) const;
    at::Tensor attendGroup(const at::Tensor& queries, const at::Tensor& keysValues, const TorchGroup& group,
                           bool firstOnly) const;
    /// [sentences, units] float32
    at::Tensor pooled(const at::Tensor& values, const TorchBatch& batch, const ForwardRequest& request,
                      bool compact) const;
    /// [sentences, values per sentence] float32 on the device
    at::Tensor pass(const TorchBatch& batch, const ForwardRequest& request) const;

    BertConfig m_config;
    Hash128 m_hash;
    at::Device m_device;
    at::ScalarType m_type;
    at::Tensor m_words, m_positions;
    TorchNorm m_embeddingNorm;
    std::vector<TorchLayer> m_layers;
};

at::Tensor TorchForward::attendGroup(const at::Tensor& queries, const at::Tensor& keysValues, const TorchGroup& group,
                                     bool firstOnly) const {
    const std::int64_t h = m_config.hidden;
    const std::int64_t size = m_config.headSize();
    const auto heads = [&](const at::Tensor& rows) { // [sentences * n, hidden] -> [sentences, heads, n, size]
        return rows.view({group.sentences, -1, m_config.heads, size}).transpose(1, 2);
    };
    const at::Tensor q = heads(queries.index_select(0, firstOnly ? group.members : group.rows));
    const at::Tensor kv = keysValues.index_select(0, group.rows);
    const at::Tensor k = heads(kv.narrow(1, 0, h).contiguous());
    const at::Tensor v = heads(kv.narrow(1, h, h).contiguous());
    at::Tensor scores = at::matmul(q * (1.0 / std::sqrt(static_cast<double>(size))), k.transpose(2, 3));
    if (group.padded)
        scores = scores.masked_fill(group.missing.view({group.sentences, 1, 1, group.longest}),
                                    -std::numeric_limits<double>::infinity());
    // A padded place repeats row 0 of the batch: its weight is 0, its value finite unless the batch is bad anyway.
    return at::matmul(at::softmax(scores, -1), v).transpose(1, 2).reshape({-1, h});
}

at::Tensor TorchForward::attention(const at::Tensor& x, const TorchLayer& layer, const TorchBatch& batch,
                                   bool firstOnly) const {
    const std::int64_t h = m_config.hidden;
    const TorchDense& all = layer.queryKeyValue;
    const at::Tensor asking = firstOnly ? x.index_select(0, batch.firsts) : x;
    const at::Tensor queries = at::linear(asking, all.weight.narrow(0, 0, h), all.bias.narrow(0, 0, h));
    const at::Tensor keysValues = at::linear(x, all.weight.narrow(0, h, 2 * h), all.bias.narrow(0, h, 2 * h));
    at::Tensor context = at::empty_like(queries);
    for (const TorchGroup& group : batch.groups) {
        const at::Tensor mixed = attendGroup(queries, keysValues, group, firstOnly);
        if (firstOnly)
            context.index_copy_(0, group.members, mixed);
        else
            context.index_copy_(0, group.tokens, group.padded ? mixed.index_select(0, group.places) : mixed);
    }
    return context;
}

at::Tensor TorchForward::pooled(const at::Tensor& values, const TorchBatch& batch, const ForwardRequest& request,
                                bool compact) const {
    if (request.pooling == Pooling::Cls)
        return (compact ? values : values.index_select(0, batch.firsts)).to(at::kFloat);
    const at::Tensor result =
        at::empty({batch.sentences, values.size(1)}, at::TensorOptions(at::kFloat).device(m_device));
    for (const TorchGroup& group : batch.groups) {
        const at::Tensor rows =
            values.index_select(0, group.rows).to(at::kFloat).view({group.sentences, group.longest, -1});
        const at::Tensor left = (request.withSpecialTokens ? group.missing : group.special).unsqueeze(2);
        const double margin = request.withSpecialTokens ? 0 : 2;
        const at::Tensor one = request.pooling == Pooling::Mean
                                   ? rows.masked_fill(left, 0).sum(1) / (group.lengths - margin)
                                   : rows.masked_fill(left, -std::numeric_limits<double>::infinity()).amax(1);
        result.index_copy_(0, group.members, one);
    }
    return result;
}

at::Tensor TorchForward::pass(const TorchBatch& batch, const ForwardRequest& request) const {
    std::vector<at::Tensor> taps;
    at::Tensor x =
        normed(m_words.index_select(0, batch.tokens) + m_positions.index_select(0, batch.positions), m_embeddingNorm);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const TorchLayer& l = m_layers[i];
        const bool last = i + 1 == m_layers.size();
        const bool compact = last && request.pooling == Pooling::Cls;
        const auto tap = [&](Site site, const at::Tensor& values) { // true: nothing more is needed
            if (request.site == site && (last || !request.lastLayerOnly))
                taps.push_back(pooled(values, batch, request, compact));
            return request.site == site && last;
        };
        const at::Tensor context = attention(x, l, batch, compact);
        const at::Tensor residual = compact ? x.index_select(0, batch.firsts) : x;
        const at::Tensor attended = at::linear(context, l.attentionOutput.weight, l.attentionOutput.bias);
        if (tap(Site::AttentionOutput, attended))
            break;
        x = normed(attended + residual, l.attentionNorm);
        const at::Tensor inner = activated(at::linear(x, l.inner.weight, l.inner.bias), m_config.activation);
        if (tap(Site::FfnInner, inner))
            break;
        const at::Tensor output = at::linear(inner, l.output.weight, l.output.bias);
        if (tap(Site::FfnOutput, output))
            break;
        x = normed(output + x, l.outputNorm);
        tap(Site::BlockOutput, x);
    }
    return at::cat(taps, 1);
}

Status TorchForward::run(const PackedBatch& batch, const ForwardRequest& request, std::span<float> out) try {
    NS_TRY(checkBatch(batch, m_config, request));
    if (out.size() != batch.sentences() * valuesPerSentence(m_config, request))
        return Error{ErrorCode::InvalidArgument, "out", "the size does not fit the batch", ""};
    if (batch.sentences() == 0)
        return {};
    const at::InferenceMode noGradients;
    const TorchBatch placed = makeTorchBatch(batch, m_config.positionShift, m_device);
    const at::Tensor values = pass(placed, request).contiguous();
    at::Tensor host = values;
    if (!m_device.is_cpu()) {
        host = at::empty(values.sizes(), at::TensorOptions(at::kFloat).pinned_memory(m_device.is_cuda()));
        host.copy_(values);
    }
    std::memcpy(out.data(), host.data_ptr<float>(), out.size_bytes());
    return checkFinite(out, m_config, request);
} catch (const std::exception& error) {
    return torchError("batch of " + std::to_string(batch.tokens.size()) + " tokens", error);
}

} // namespace

Result<std::unique_ptr<Forward>> makeTorchForward(BertWeights weights, const std::string& device,
                                                  Precision precision) try {
    const at::Device place(device);
    if (place.is_cpu() && precision == Precision::Float16)
        return Error{ErrorCode::InvalidArgument, device, "half precision needs a CUDA device",
                     "Use float32 on the processor"};
    // Float32 means float32: TF32 keeps only ten bits of the mantissa.
    at::globalContext().setAllowTF32CuBLAS(false);
    at::globalContext().setAllowTF32CuDNN(false);
    const at::InferenceMode noGradients;
    return std::unique_ptr<Forward>(new TorchForward(std::move(weights), place, precision));
} catch (const std::exception& error) {
    return torchError(device, error);
}

} // namespace neuroscribe::nn
