#include "core/nn/encoders.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>
#include <vector>

namespace neuroscribe::nn {
namespace {

class ForwardEncoder final : public Encoder {
public:
    ForwardEncoder(std::unique_ptr<Forward> forward, const EncoderOptions& options) : m_forward(std::move(forward)) {
        m_request.site = options.site;
        m_request.pooling = options.pooling;
    }

    std::uint32_t layers() const override { return m_forward->config().layers; }
    std::uint32_t units() const override { return unitsAt(m_forward->config(), m_request.site); }
    std::uint32_t maxTokens() const override { return m_forward->config().positions; }
    std::uint32_t vocabularySize() const override { return m_forward->config().vocabulary; }
    unsigned threads() const override { return m_forward->threads(); }
    Hash128 weightsHash() const override { return m_forward->weightsHash(); }
    std::string deviceText() const override { return m_forward->deviceText(); }
    Status encode(const PackedBatch& batch, std::span<float> out) override {
        return m_forward->run(batch, m_request, out);
    }

private:
    std::unique_ptr<Forward> m_forward;
    ForwardRequest m_request;
};

float activated(HeadActivation activation, double x) {
    switch (activation) {
    case HeadActivation::Identity:
        break;
    case HeadActivation::Tanh:
        return static_cast<float>(std::tanh(x));
    case HeadActivation::Relu:
        return static_cast<float>(x < 0 ? 0 : x);
    case HeadActivation::Gelu:
        return static_cast<float>(0.5 * x * std::erfc(-x * 0.70710678118654752));
    }
    return static_cast<float>(x);
}

std::vector<float> applyDense(const SentenceDense& dense, std::span<const float> x) {
    std::vector<float> y(dense.outputs);
    for (std::size_t o = 0; o < y.size(); ++o) {
        const float* row = dense.weights.weight.data() + o * dense.inputs;
        double sum = dense.weights.bias[o];
        for (std::size_t i = 0; i < dense.inputs; ++i)
            sum += static_cast<double>(row[i]) * x[i];
        y[o] = activated(dense.activation, sum);
    }
    return y;
}

class ForwardSentenceEncoder final : public SentenceEncoder {
public:
    ForwardSentenceEncoder(std::unique_ptr<Forward> forward, SentenceHead head)
        : m_forward(std::move(forward)), m_head(std::move(head)) {
        m_request.site = Site::BlockOutput;
        m_request.pooling = m_head.pooling;
        m_request.withSpecialTokens = true;
        m_request.lastLayerOnly = true;
        computeHash();
    }

    std::uint32_t dimension() const override {
        return m_head.dense.empty() ? m_forward->config().hidden : m_head.dense.back().outputs;
    }
    std::uint32_t maxTokens() const override {
        const std::uint32_t positions = m_forward->config().positions;
        return m_head.maxTokens == 0 ? positions : std::min(m_head.maxTokens, positions);
    }
    Hash128 weightsHash() const override { return m_hash; }
    Status encode(const PackedBatch& batch, std::span<float> out) override;

private:
    void computeHash() {
        Hasher hasher;
        const Hash128 transformer = m_forward->weightsHash();
        for (const std::uint64_t number :
             {transformer.high, transformer.low, static_cast<std::uint64_t>(m_head.pooling)})
            hasher.add(number);
        for (const SentenceDense& dense : m_head.dense) {
            hasher.add(std::as_bytes(std::span(dense.weights.weight)));
            hasher.add(std::as_bytes(std::span(dense.weights.bias)));
            hasher.add(static_cast<std::uint64_t>(dense.activation));
        }
        m_hash = hasher.finish();
    }

    std::unique_ptr<Forward> m_forward;
    SentenceHead m_head;
    ForwardRequest m_request;
    Hash128 m_hash;
};

Status normalise(std::size_t sentence, std::span<float> vector) {
    double squares = 0;
    for (const float v : vector)
        squares += static_cast<double>(v) * v;
    if (!std::isfinite(squares) || squares == 0)
        return Error{ErrorCode::NonFinite, "sentence " + std::to_string(sentence) + " of the batch",
                     "the embedding has no direction", "Check the checkpoint's weights"};
    const double inverse = 1 / std::sqrt(squares);
    for (float& v : vector)
        v = static_cast<float>(v * inverse);
    return {};
}

Status ForwardSentenceEncoder::encode(const PackedBatch& batch, std::span<float> out) try {
    const std::size_t hidden = m_forward->config().hidden;
    if (out.size() != batch.sentences() * dimension())
        return Error{ErrorCode::InvalidArgument, "out", "the size does not fit the batch", ""};
    std::vector<float> pooled(batch.sentences() * hidden);
    NS_TRY(m_forward->run(batch, m_request, pooled));
    for (std::size_t s = 0; s < batch.sentences(); ++s) {
        std::vector<float> x(pooled.begin() + static_cast<std::ptrdiff_t>(s * hidden),
                             pooled.begin() + static_cast<std::ptrdiff_t>((s + 1) * hidden));
        for (const SentenceDense& dense : m_head.dense)
            x = applyDense(dense, x);
        const auto to = out.subspan(s * dimension(), dimension());
        std::copy(x.begin(), x.end(), to.begin());
        NS_TRY(normalise(s, to));
    }
    return {};
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "embeddings", "there is not enough memory", "Use smaller batches"};
}

} // namespace

std::unique_ptr<Encoder> makeEncoder(std::unique_ptr<Forward> forward, const EncoderOptions& options) {
    return std::make_unique<ForwardEncoder>(std::move(forward), options);
}

std::unique_ptr<SentenceEncoder> makeSentenceEncoder(std::unique_ptr<Forward> forward, SentenceHead head) {
    return std::make_unique<ForwardSentenceEncoder>(std::move(forward), std::move(head));
}

} // namespace neuroscribe::nn
