#include "core/nn/module/neox_network.h"

#include <algorithm>
#include <utility>

#include "core/nn/module/torch_activation.h"

namespace neuroscribe::nn {
namespace {

at::Tensor indices(const std::vector<std::int32_t>& values, const at::Device& device) {
    return at::tensor(std::vector<std::int64_t>(values.begin(), values.end()), at::kLong).to(device);
}

at::Tensor apply(const NeoxDense& dense, const at::Tensor& x) {
    return at::linear(x, dense.weight, dense.bias);
}

} // namespace

void NeoxNetwork::reserve(Cache& cache, std::int64_t rows) const {
    if (cache.rows + rows <= cache.room)
        return;
    cache.room = std::max(cache.rows + rows, 2 * cache.room);
    cache.layers.resize(m_weights.layers.size());
    for (at::Tensor& layer : cache.layers) {
        const at::Tensor larger = at::empty({cache.room, 2 * std::int64_t{m_weights.config.hidden}},
                                            at::TensorOptions(m_type).device(m_device));
        if (cache.rows > 0)
            larger.narrow(0, 0, cache.rows).copy_(layer.narrow(0, 0, cache.rows));
        layer = larger;
    }
}

NeoxNetwork::Rotation NeoxNetwork::rotation(const std::vector<std::int32_t>& positions) const {
    const std::int64_t rotary = m_weights.config.rotary;
    const at::Tensor even = at::arange(0, rotary, 2, at::kFloat) / static_cast<double>(rotary);
    const at::Tensor frequencies = 1 / at::pow(static_cast<double>(m_weights.config.rotaryBase), even);
    const at::Tensor angles =
        indices(positions, at::kCPU).to(at::kFloat).unsqueeze(1) * frequencies.to(at::kFloat).unsqueeze(0);
    return {angles.cos().unsqueeze(1).to(m_device), angles.sin().unsqueeze(1).to(m_device)};
}

void NeoxNetwork::rotate(const at::Tensor& part, const Rotation& by) const {
    const std::int64_t half = m_weights.config.rotary / 2;
    const at::Tensor heads = part.view({part.size(0), m_weights.config.heads, m_weights.config.headSize()});
    const at::Tensor first = heads.narrow(2, 0, half);
    const at::Tensor second = heads.narrow(2, half, half);
    const at::Tensor turned = first * by.cosine - second * by.sine;
    second.copy_(second * by.cosine + first * by.sine);
    first.copy_(turned);
}

at::Tensor NeoxNetwork::normed(const at::Tensor& x, const NeoxNorm& norm) const {
    return at::layer_norm(x, {m_weights.config.hidden}, norm.gamma, norm.beta, m_weights.config.normEpsilon).to(m_type);
}

at::Tensor NeoxNetwork::feedForward(const at::Tensor& x, const NeoxLayer& layer) const {
    return apply(layer.output,
                 activated(apply(layer.inner, normed(x, layer.feedForwardNorm)), m_weights.config.activation));
}

NeoxNetwork::Way NeoxNetwork::wayOf(const Pass& pass) const {
    std::vector<std::int32_t> wanted;
    std::vector<AttentionSpan> lastSpans = pass.lastSpans;
    for (AttentionSpan& span : lastSpans)
        wanted.push_back(std::exchange(span.firstQuery, static_cast<std::int32_t>(wanted.size())));
    return {rotation(pass.positions), m_attention.plan(pass.spans, m_device),
            m_attention.plan(std::move(lastSpans), m_device), indices(wanted, m_device)};
}

at::Tensor NeoxNetwork::throughLayer(std::size_t index, at::Tensor x, const Way& way, Cache* cache) const {
    const std::int64_t h = m_weights.config.hidden;
    const NeoxLayer& layer = m_weights.layers[index];
    const at::Tensor parts = apply(layer.queryKeyValue, normed(x, layer.attentionNorm));
    at::Tensor queries = parts.narrow(1, 0, h);
    at::Tensor keysValues = parts.narrow(1, h, 2 * h);
    rotate(queries, way.rotation);
    rotate(keysValues.narrow(1, 0, h), way.rotation);
    if (cache) {
        cache->layers[index].narrow(0, cache->rows, x.size(0)).copy_(keysValues);
        keysValues = cache->layers[index];
    }
    // Behind the keys and values of the last layer only the rows that are wanted go on.
    const bool last = index + 1 == m_weights.layers.size();
    if (last) {
        queries = queries.index_select(0, way.wanted);
        x = x.index_select(0, way.wanted);
    }
    const at::Tensor context = m_attention.attend(queries, keysValues, last ? way.lastPlan : way.plan);
    const at::Tensor attended = apply(layer.attentionOutput, context);
    if (m_weights.config.parallel)
        return feedForward(x, layer).to(at::kFloat).add_(attended).add_(x);
    x = x + attended;
    return x + feedForward(x, layer);
}

Result<at::Tensor> NeoxNetwork::run(const Pass& pass, Cache* cache, const std::stop_token& stop) const {
    const Way way = wayOf(pass);
    if (cache)
        reserve(*cache, static_cast<std::int64_t>(pass.tokens.size()));
    // In single precision, whatever the products are in: rounding adds up from layer to layer.
    at::Tensor x = m_weights.embeddings.index_select(0, indices(pass.tokens, m_device)).to(at::kFloat);
    for (std::size_t i = 0; i < m_weights.layers.size(); ++i) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "language model", "stopped", ""};
        x = throughLayer(i, std::move(x), way, cache);
    }
    if (cache)
        cache->rows += static_cast<std::int64_t>(pass.tokens.size());
    return at::linear(normed(x, m_weights.finalNorm), m_weights.head).to(at::kFloat);
}

} // namespace neuroscribe::nn
