#include "core/nn/module/neox_weights.h"

#include "core/nn/module/torch_placer.h"

namespace neuroscribe::nn {
namespace {

class Placer {
public:
    Placer(const TensorSource& source, const NeoxConfig& config, const at::Device& device, at::ScalarType type)
        : m_placer(source, hasherOf(config), device, type) {}

    Result<at::Tensor> place(const std::string& name, const std::vector<std::uint64_t>& shape) {
        return m_placer.place({"gpt_neox." + name, name}, shape);
    }
    Result<NeoxDense> dense(const std::string& name, std::uint64_t outputs, std::uint64_t inputs, bool hasBias = true) {
        NeoxDense to;
        NS_ASSIGN(to.weight, place(name + ".weight", {outputs, inputs}));
        if (hasBias) {
            NS_ASSIGN(to.bias, place(name + ".bias", {outputs}));
        }
        return to;
    }
    Result<NeoxNorm> norm(const std::string& name, std::uint64_t size) {
        NS_ASSIGN(const at::Tensor gamma, place(name + ".weight", {size}));
        NS_ASSIGN(const at::Tensor beta, place(name + ".bias", {size}));
        return NeoxNorm{gamma.to(at::kFloat), beta.to(at::kFloat)};
    }
    Hash128 hash() const { return m_placer.hash(); }

private:
    static Hasher hasherOf(const NeoxConfig& config) {
        Hasher hasher;
        config.addTo(hasher);
        return hasher;
    }

    TorchPlacer m_placer;
};

/// Checkpoints hold query, key and value of one head after those of the other.
at::Tensor headsLast(const at::Tensor& rows, const NeoxConfig& c) {
    const std::int64_t heads = c.heads, size = c.headSize();
    return rows.view({heads, 3, size, -1}).transpose(0, 1).reshape(rows.sizes());
}

Result<NeoxLayer> placeLayer(Placer& placer, const NeoxConfig& c, std::uint32_t index) {
    const std::string name = "layers." + std::to_string(index) + ".";
    NeoxLayer to;
    NS_ASSIGN(to.attentionNorm, placer.norm(name + "input_layernorm", c.hidden));
    NS_ASSIGN(to.feedForwardNorm, placer.norm(name + "post_attention_layernorm", c.hidden));
    NS_ASSIGN(to.queryKeyValue,
              placer.dense(name + "attention.query_key_value", std::uint64_t{3} * c.hidden, c.hidden, c.attentionBias));
    NS_ASSIGN(to.attentionOutput, placer.dense(name + "attention.dense", c.hidden, c.hidden, c.attentionBias));
    NS_ASSIGN(to.inner, placer.dense(name + "mlp.dense_h_to_4h", c.intermediate, c.hidden));
    NS_ASSIGN(to.output, placer.dense(name + "mlp.dense_4h_to_h", c.hidden, c.intermediate));
    to.queryKeyValue.weight = headsLast(to.queryKeyValue.weight, c);
    if (c.attentionBias)
        to.queryKeyValue.bias = headsLast(to.queryKeyValue.bias, c);
    return to;
}

} // namespace

Result<NeoxWeights> placeNeoxWeights(const TensorSource& source, const NeoxConfig& config, const at::Device& device,
                                     at::ScalarType type) {
    Placer placer(source, config, device, type);
    NeoxWeights to;
    to.config = config;
    NS_ASSIGN(to.embeddings, placer.place("embed_in.weight", {config.vocabulary, config.hidden}));
    to.head = to.embeddings;
    if (!config.tiedHead) {
        NS_ASSIGN(to.head, placer.place("embed_out.weight", {config.vocabulary, config.hidden}));
    }
    NS_ASSIGN(to.finalNorm, placer.norm("final_layer_norm", config.hidden));
    for (std::uint32_t i = 0; i < config.layers; ++i) {
        NS_ASSIGN(NeoxLayer layer, placeLayer(placer, config, i));
        to.layers.push_back(std::move(layer));
    }
    to.hash = placer.hash();
    return to;
}

} // namespace neuroscribe::nn
