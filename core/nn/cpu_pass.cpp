#include "core/nn/cpu_pass.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace neuroscribe::nn {

void CpuForward::Workspace::reserve(const CpuForward& forward, std::size_t tokens, std::size_t longestSentence) {
    const std::size_t rows = roundUp(tokens, forward.m_kernels.tileRows);
    hidden.reserve(rows * forward.m_hiddenStride);
    qkv.reserve(rows * 3 * forward.m_hiddenStride);
    context.reserve(rows * forward.m_hiddenStride);
    dense.reserve(rows * forward.m_hiddenStride);
    inner.reserve(rows * forward.m_innerStride);
    scratch.reserve(
        std::max(productScratch(), attentionScratch(longestSentence, longestSentence, forward.m_config.headSize())));
}

std::size_t CpuForward::Pass::tokens() const {
    return firstRow(sentences());
}

std::size_t CpuForward::Pass::firstRow(std::size_t sentence) const {
    return static_cast<std::size_t>(batch.offsets[chunk.firstSentence + sentence] - batch.offsets[chunk.firstSentence]);
}

void CpuForward::Pass::run() {
    embed();
    for (std::size_t i = 0; i < forward.m_layers.size(); ++i)
        if (!layer(i))
            return;
}

void CpuForward::Pass::embed() {
    const std::size_t hidden = forward.m_config.hidden;
    const auto base = static_cast<std::size_t>(batch.offsets[chunk.firstSentence]);
    for (std::size_t s = 0; s < sentences(); ++s)
        for (std::size_t row = firstRow(s); row < firstRow(s + 1); ++row) {
            const auto word = static_cast<std::size_t>(batch.tokens[base + row]);
            const std::size_t position = row - firstRow(s) + forward.m_config.positionShift;
            forward.m_kernels.addNorm({.a = forward.m_words.data() + word * hidden,
                                       .bias = nullptr,
                                       .b = forward.m_positions.data() + position * hidden,
                                       .out = space.hidden.data() + row * forward.m_hiddenStride,
                                       .rows = 1,
                                       .columns = hidden,
                                       .stride = hidden,
                                       .gamma = forward.m_embeddingNorm.gamma.data(),
                                       .beta = forward.m_embeddingNorm.beta.data(),
                                       .epsilon = forward.m_config.layerNormEpsilon});
        }
}

bool CpuForward::Pass::endsAt(Site site, std::size_t index) const {
    return request.site == site && index + 1 == forward.m_layers.size();
}

void CpuForward::Pass::product(const Dense& dense, std::size_t firstColumn, std::size_t lastColumn, const float* x,
                               std::size_t xStride, std::size_t rows, float* y, std::size_t yStride,
                               const Activation* activation) {
    forward.m_kernels.product({.x = x,
                               .xStride = xStride,
                               .rows = rows,
                               .depth = dense.inputs,
                               .weights = dense.weights.data() + firstColumn * dense.inputs,
                               .columns = lastColumn - firstColumn,
                               .y = y,
                               .yStride = yStride,
                               .bias = activation ? dense.bias.data() + firstColumn : nullptr,
                               .activation = activation ? *activation : Activation::Relu,
                               .scratch = space.scratch.data()});
}

void CpuForward::Pass::addNorm(const Dense& dense, const NormWeights& norm, std::size_t rows) {
    forward.m_kernels.addNorm({.a = space.dense.data(),
                               .bias = dense.bias.data(),
                               .b = space.hidden.data(),
                               .out = space.hidden.data(),
                               .rows = rows,
                               .columns = forward.m_config.hidden,
                               .stride = forward.m_hiddenStride,
                               .gamma = norm.gamma.data(),
                               .beta = norm.beta.data(),
                               .epsilon = forward.m_config.layerNormEpsilon});
}

/// Rows of `hidden` become one per sentence.
void CpuForward::Pass::keepOnlyFirstTokens() {
    const std::size_t stride = forward.m_hiddenStride;
    for (std::size_t s = 1; s < sentences(); ++s)
        std::copy_n(space.hidden.data() + firstRow(s) * stride, stride, space.hidden.data() + s * stride);
}

/// Queries, keys and values to `context`. With firstTokensOnly the queries are in `dense`, one per sentence.
void CpuForward::Pass::attend(const Layer& l, bool firstTokensOnly) {
    const std::size_t stride = forward.m_hiddenStride;
    const std::size_t size = forward.m_config.headSize();
    const float* biases = l.queryKeyValue.bias.data();
    for (std::size_t s = 0; s < sentences(); ++s) {
        const float* qkv = space.qkv.data() + firstRow(s) * 3 * stride;
        const std::size_t row = firstTokensOnly ? s : firstRow(s);
        const std::size_t length = firstRow(s + 1) - firstRow(s);
        for (std::size_t at = 0; at < forward.m_config.hidden; at += size)
            forward.m_kernels.attention({.query = (firstTokensOnly ? space.dense.data() + s * stride : qkv) + at,
                                         .queryStride = 3 * stride,
                                         .queries = firstTokensOnly ? 1 : length,
                                         .key = qkv + stride + at,
                                         .value = qkv + 2 * stride + at,
                                         .keyStride = 3 * stride,
                                         .tokens = length,
                                         .size = size,
                                         .queryBias = biases + at,
                                         .valueBias = biases + 2 * stride + at,
                                         .scale = 1.0F / std::sqrt(static_cast<float>(size)),
                                         .out = space.context.data() + row * stride + at,
                                         .outStride = stride,
                                         .scratch = space.scratch.data()});
    }
}

/// In the last layer nobody asks for more than [CLS] when that is what is pooled: keys and values are computed for all
/// tokens, everything else for the first token of each sentence.
bool CpuForward::Pass::layer(std::size_t index) {
    const Layer& l = forward.m_layers[index];
    const std::size_t stride = forward.m_hiddenStride;
    const std::size_t inner = forward.m_innerStride;
    const bool compact = request.pooling == Pooling::Cls && index + 1 == forward.m_layers.size();
    const std::size_t rows = compact ? sentences() : tokens();
    float* x = space.hidden.data();
    float* dense = space.dense.data();
    const std::size_t first = compact ? stride : 0;
    product(l.queryKeyValue, first, 3 * stride, x, stride, tokens(), space.qkv.data() + first, 3 * stride);
    if (compact) {
        keepOnlyFirstTokens();
        product(l.queryKeyValue, 0, stride, x, stride, rows, dense, stride);
    }
    attend(l, compact);
    product(l.attentionOutput, 0, stride, space.context.data(), stride, rows, dense, stride);
    tap(Site::AttentionOutput, index, dense, stride, l.attentionOutput.bias.data(), compact);
    if (endsAt(Site::AttentionOutput, index))
        return false;
    addNorm(l.attentionOutput, l.attentionNorm, rows);
    product(l.inner, 0, inner, x, stride, rows, space.inner.data(), inner, &forward.m_config.activation);
    tap(Site::FfnInner, index, space.inner.data(), inner, nullptr, compact);
    if (endsAt(Site::FfnInner, index))
        return false;
    product(l.output, 0, stride, space.inner.data(), inner, rows, dense, stride);
    tap(Site::FfnOutput, index, dense, stride, l.output.bias.data(), compact);
    if (endsAt(Site::FfnOutput, index))
        return false;
    addNorm(l.output, l.outputNorm, rows);
    tap(Site::BlockOutput, index, x, stride, nullptr, compact);
    return true;
}

void CpuForward::Pass::tap(Site site, std::size_t index, const float* values, std::size_t stride, const float* bias,
                           bool compact) {
    if (request.site != site || (request.lastLayerOnly && index + 1 != forward.m_layers.size()))
        return;
    const std::size_t units = unitsAt(forward.m_config, site);
    const std::size_t row = valuesPerSentence(forward.m_config, request);
    for (std::size_t s = 0; s < sentences(); ++s) {
        float* to = out.data() + (chunk.firstSentence + s) * row + (request.lastLayerOnly ? 0 : index * units);
        if (request.pooling == Pooling::Cls)
            std::copy_n(values + (compact ? s : firstRow(s)) * stride, units, to);
        else
            poolTokens(s, values, stride, {to, units});
        for (std::size_t u = 0; bias && u < units; ++u) // adding a constant commutes with mean and max
            to[u] += bias[u];
    }
}

void CpuForward::Pass::poolTokens(std::size_t sentence, const float* values, std::size_t stride,
                                  std::span<float> to) const {
    const std::size_t margin = request.withSpecialTokens ? 0 : 1;
    const std::size_t first = firstRow(sentence) + margin;
    const std::size_t last = firstRow(sentence + 1) - margin;
    std::copy_n(values + first * stride, to.size(), to.begin());
    for (std::size_t row = first + 1; row < last; ++row) {
        const float* from = values + row * stride;
        if (request.pooling == Pooling::Mean)
            for (std::size_t u = 0; u < to.size(); ++u)
                to[u] += from[u];
        else
            for (std::size_t u = 0; u < to.size(); ++u) // a NaN stays
                to[u] = from[u] > to[u] || std::isnan(from[u]) ? from[u] : to[u];
    }
    if (request.pooling == Pooling::Mean)
        for (float& value : to)
            value /= static_cast<float>(last - first);
}

} // namespace neuroscribe::nn
