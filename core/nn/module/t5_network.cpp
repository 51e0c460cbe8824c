#include "core/nn/module/t5_network.h"

#include <algorithm>
#include <cmath>

#include "core/nn/module/torch_activation.h"

namespace neuroscribe::nn {
namespace {

/// In half precision the feed-forward layers of T5 reach infinity. What enters their last product is made smaller by a
/// power of two, which costs no digit, and the sum, in single precision, takes it back.
constexpr double kHalfScale = 1.0 / 64;

constexpr std::int64_t kFirstRoom = 16; ///< tokens of an answer before its caches grow

at::Tensor withTwiceTheRoom(const at::Tensor& cache) {
    return at::cat({cache, at::zeros_like(cache)}, 2);
}

Error cancelled() {
    return {ErrorCode::Cancelled, "language model", "stopped", ""};
}

} // namespace

T5Batch T5Network::makeBatch(PackedBatch packed) const {
    const T5Config& c = m_weights.config;
    T5Batch batch;
    batch.packed = std::move(packed);
    for (std::size_t p = 0; p < batch.packed.sentences(); ++p) {
        batch.lengths.push_back(batch.packed.offsets[p + 1] - batch.packed.offsets[p]);
        batch.longest = std::max(batch.longest, batch.lengths.back());
    }
    batch.bias = distanceBias(c, m_weights.encoderBias, 1 - batch.longest, batch.longest - 1, false);
    if (m_withKernels)
        return batch;
    batch.placed = makeTorchBatch(batch.packed, 0, m_device);
    for (const TorchGroup& group : batch.placed.groups) {
        const at::Tensor place = at::arange(group.longest, at::kLong);
        const at::Tensor distance = place.unsqueeze(0) - place.unsqueeze(1) + (batch.longest - 1);
        batch.groupBias.push_back(batch.bias.to(m_device)
                                      .index_select(1, distance.flatten().to(m_device))
                                      .view({c.heads, group.longest, group.longest}));
    }
    return batch;
}

at::Tensor T5Network::embed(const std::vector<std::int32_t>& tokens) const {
    const at::Tensor ids = at::tensor(std::vector<std::int64_t>(tokens.begin(), tokens.end()), at::kLong);
    return m_weights.embeddings.index_select(0, ids.to(m_device)).to(at::kFloat);
}

/// x / root mean square * gamma; x stays in single precision through all layers.
at::Tensor T5Network::normed(const at::Tensor& x, const at::Tensor& gamma) const {
    const at::Tensor length = at::linalg_vector_norm(x, 2, at::IntArrayRef{-1}, true);
    const at::Tensor inverse =
        (length.square() / static_cast<double>(m_weights.config.model) + m_weights.config.normEpsilon).rsqrt_();
    return (x * inverse).to(m_type).mul_(gamma);
}

void T5Network::addProduct(at::Tensor& x, const at::Tensor& rows, const at::Tensor& weight, double scale) const {
    if (m_type == at::kFloat)
        x.addmm_(rows, weight.t());
    else
        x.add_(at::linear(rows, weight), 1 / scale);
}

void T5Network::feedForward(at::Tensor& x, const T5FeedForward& layer) const {
    const at::Tensor rows = normed(x, layer.norm);
    const double scale = isHalf() ? kHalfScale : 1;
    at::Tensor inner = activated(at::linear(rows, layer.inner), m_weights.config.activation);
    if (isHalf())
        inner.mul_(scale);
    if (layer.gate.defined())
        inner.mul_(at::linear(rows, layer.gate));
    addProduct(x, inner, layer.output, scale);
}

Result<at::Tensor> T5Network::encode(const T5Batch& batch, const std::stop_token& stop) const {
    at::Tensor x = embed(batch.packed.tokens);
    for (const T5EncoderLayer& layer : m_weights.encoder) {
        if (stop.stop_requested())
            return cancelled();
        const at::Tensor parts = at::linear(normed(x, layer.attention.norm), layer.attention.queryKeyValue);
        addProduct(x, m_attend.encoderSelf(parts, batch), layer.attention.output);
        feedForward(x, layer.feedForward);
    }
    return normed(x, m_weights.encoderNorm);
}

Result<at::Tensor> T5Network::decode(const std::vector<std::int32_t>& tokens, const Attend& self, const Attend& cross,
                                     const std::stop_token& stop) const {
    at::Tensor x = embed(tokens);
    for (std::size_t i = 0; i < m_weights.decoder.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        const T5DecoderLayer& layer = m_weights.decoder[i];
        addProduct(x, self(i, normed(x, layer.attention.norm)), layer.attention.output);
        addProduct(x, cross(i, normed(x, layer.cross.norm)), layer.cross.output);
        feedForward(x, layer.feedForward);
    }
    x = normed(x, m_weights.decoderNorm);
    if (m_weights.config.tiedHead)
        x.mul_(1 / std::sqrt(static_cast<double>(m_weights.config.model)));
    return at::linear(x, m_weights.head).to(at::kFloat);
}

at::Tensor T5Network::crossFirst(std::size_t index, const at::Tensor& rows, const at::Tensor& encoded,
                                 const T5Batch& batch) const {
    const T5Config& c = m_weights.config;
    const T5CrossAttention& layer = m_weights.decoder[index].cross;
    const at::Tensor weights = layer.keyValue.view({2, c.heads, c.headSize, c.model});
    const at::Tensor query = at::linear(rows, layer.query).view({-1, c.heads, c.headSize});
    const at::Tensor wide = at::empty({rows.size(0), c.heads, c.model}, rows.options());
    for (std::int64_t h = 0; h < c.heads; ++h)
        wide.select(1, h).copy_(at::mm(query.select(1, h), weights[0][h]));
    const at::Tensor mixed = m_attend.toEncoded(wide, encoded, batch);
    const at::Tensor context = at::empty_like(query);
    for (std::int64_t h = 0; h < c.heads; ++h)
        context.select(1, h).copy_(at::mm(mixed.select(1, h), weights[1][h].t()));
    return context.view({-1, c.attention()});
}

Result<at::Tensor> T5Network::firstLogits(const at::Tensor& encoded, const T5Batch& batch,
                                          const std::stop_token& stop) const {
    const T5Config& c = m_weights.config;
    // The start token sees only itself: its context is its own value.
    const Attend self = [&](std::size_t index, const at::Tensor& rows) {
        const at::Tensor& all = m_weights.decoder[index].attention.queryKeyValue;
        return at::linear(rows, all.narrow(0, 2 * std::int64_t{c.attention()}, c.attention()));
    };
    const Attend cross = [&](std::size_t index, const at::Tensor& rows) {
        return crossFirst(index, rows, encoded, batch);
    };
    return decode(std::vector<std::int32_t>(batch.packed.sentences(), c.startToken), self, cross, stop);
}

Result<T5Network::Answers> T5Network::startAnswers(const at::Tensor& encoded, const T5Batch& batch,
                                                   const std::stop_token& stop) const {
    const T5Config& c = m_weights.config;
    const auto prompts = static_cast<std::int64_t>(batch.lengths.size());
    Answers answers;
    answers.lengths = batch.lengths;
    for (const T5DecoderLayer& layer : m_weights.decoder) {
        if (stop.stop_requested())
            return cancelled();
        const at::Tensor parts = m_attend.padded(at::linear(encoded, layer.cross.keyValue), batch)
                                     .view({prompts, batch.longest, 2, c.heads, c.headSize})
                                     .permute({2, 0, 3, 1, 4});
        answers.cross.push_back({parts[0].contiguous(), parts[1].contiguous()});
        const std::vector<std::int64_t> shape{prompts, c.heads, kFirstRoom, c.headSize};
        answers.self.push_back({at::zeros(shape, encoded.options()), at::zeros(shape, encoded.options())});
    }
    return answers;
}

Result<at::Tensor> T5Network::step(Answers& answers, const std::vector<std::int32_t>& tokens,
                                   const std::stop_token& stop) const {
    const T5Config& c = m_weights.config;
    const auto prompts = static_cast<std::int64_t>(tokens.size());
    const std::int64_t place = answers.steps++;
    const at::Tensor bias = distanceBias(c, m_weights.decoderBias, -place, 0, true);
    const std::vector<std::int64_t> places(tokens.size(), answers.steps);
    const Attend self = [&](std::size_t index, const at::Tensor& rows) {
        const at::Tensor parts =
            at::linear(rows, m_weights.decoder[index].attention.queryKeyValue).view({prompts, 3, c.heads, c.headSize});
        T5Cache& cache = answers.self[index];
        if (place == cache.keys.size(2))
            cache = {withTwiceTheRoom(cache.keys), withTwiceTheRoom(cache.values)};
        cache.keys.select(2, place).copy_(parts.select(1, 1));
        cache.values.select(2, place).copy_(parts.select(1, 2));
        return m_attend.toCache(parts.select(1, 0).contiguous().view({prompts, -1}), cache, places, bias);
    };
    const Attend cross = [&](std::size_t index, const at::Tensor& rows) {
        const at::Tensor query = at::linear(rows, m_weights.decoder[index].cross.query);
        return m_attend.toCache(query, answers.cross[index], answers.lengths, {});
    };
    return decode(tokens, self, cross, stop);
}

void T5Network::keep(Answers& answers, const std::vector<std::int64_t>& which) const {
    const at::Tensor rows = at::tensor(which, at::kLong).to(m_device);
    for (std::vector<T5Cache>* caches : {&answers.self, &answers.cross})
        for (T5Cache& cache : *caches)
            cache = {cache.keys.index_select(0, rows), cache.values.index_select(0, rows)};
    std::vector<std::int64_t> lengths;
    for (const std::int64_t one : which)
        lengths.push_back(answers.lengths[static_cast<std::size_t>(one)]);
    answers.lengths = std::move(lengths);
}

} // namespace neuroscribe::nn
