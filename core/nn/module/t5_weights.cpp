#include "core/nn/module/t5_weights.h"

#include "core/nn/module/torch_placer.h"

namespace neuroscribe::nn {
namespace {

Result<T5Attention> placeAttention(TorchPlacer& placer, const T5Config& c, const std::string& layer) {
    const std::string name = layer + "SelfAttention.";
    T5Attention to;
    NS_ASSIGN(to.norm, placer.place({layer + "layer_norm.weight"}, {c.model}));
    NS_ASSIGN(to.queryKeyValue,
              placer.placeStacked({name + "q.weight", name + "k.weight", name + "v.weight"}, {c.attention(), c.model}));
    NS_ASSIGN(to.output, placer.place({name + "o.weight"}, {c.model, c.attention()}));
    return to;
}

Result<T5CrossAttention> placeCross(TorchPlacer& placer, const T5Config& c, const std::string& layer) {
    const std::string name = layer + "EncDecAttention.";
    T5CrossAttention to;
    NS_ASSIGN(to.norm, placer.place({layer + "layer_norm.weight"}, {c.model}));
    NS_ASSIGN(to.query, placer.place({name + "q.weight"}, {c.attention(), c.model}));
    NS_ASSIGN(to.keyValue, placer.placeStacked({name + "k.weight", name + "v.weight"}, {c.attention(), c.model}));
    NS_ASSIGN(to.output, placer.place({name + "o.weight"}, {c.model, c.attention()}));
    return to;
}

Result<T5FeedForward> placeFeedForward(TorchPlacer& placer, const T5Config& c, const std::string& layer) {
    const std::string name = layer + "DenseReluDense.";
    T5FeedForward to;
    NS_ASSIGN(to.norm, placer.place({layer + "layer_norm.weight"}, {c.model}));
    NS_ASSIGN(to.inner, placer.place({name + (c.gated ? "wi_0.weight" : "wi.weight")}, {c.inner, c.model}));
    if (c.gated) {
        NS_ASSIGN(to.gate, placer.place({name + "wi_1.weight"}, {c.inner, c.model}));
    }
    NS_ASSIGN(to.output, placer.place({name + "wo.weight"}, {c.model, c.inner}));
    return to;
}

/// Only the first layer of a stack has the table of relative positions; all its layers use it.
Result<at::Tensor> placeBias(TorchPlacer& placer, const T5Config& c, const std::string& stack) {
    NS_ASSIGN(
        const at::Tensor placed,
        placer.place({stack + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight"}, {c.buckets, c.heads}));
    return placed.to(at::kCPU, at::kFloat);
}

Result<T5EncoderLayer> placeEncoderLayer(TorchPlacer& placer, const T5Config& c, std::uint32_t index) {
    const std::string name = "encoder.block." + std::to_string(index) + ".layer.";
    T5EncoderLayer to;
    NS_ASSIGN(to.attention, placeAttention(placer, c, name + "0."));
    NS_ASSIGN(to.feedForward, placeFeedForward(placer, c, name + "1."));
    return to;
}

Result<T5DecoderLayer> placeDecoderLayer(TorchPlacer& placer, const T5Config& c, std::uint32_t index) {
    const std::string name = "decoder.block." + std::to_string(index) + ".layer.";
    T5DecoderLayer to;
    NS_ASSIGN(to.attention, placeAttention(placer, c, name + "0."));
    NS_ASSIGN(to.cross, placeCross(placer, c, name + "1."));
    NS_ASSIGN(to.feedForward, placeFeedForward(placer, c, name + "2."));
    return to;
}

Status placeEnds(TorchPlacer& placer, T5Weights& to) {
    const T5Config& c = to.config;
    NS_ASSIGN(to.embeddings,
              placer.place({"shared.weight", "encoder.embed_tokens.weight", "decoder.embed_tokens.weight"},
                           {c.vocabulary, c.model}));
    to.head = to.embeddings;
    if (!c.tiedHead) {
        NS_ASSIGN(to.head, placer.place({"lm_head.weight"}, {c.vocabulary, c.model}));
    }
    NS_ASSIGN(to.encoderNorm, placer.place({"encoder.final_layer_norm.weight"}, {c.model}));
    NS_ASSIGN(to.decoderNorm, placer.place({"decoder.final_layer_norm.weight"}, {c.model}));
    NS_ASSIGN(to.encoderBias, placeBias(placer, c, "encoder"));
    NS_ASSIGN(to.decoderBias, placeBias(placer, c, "decoder"));
    return {};
}

} // namespace

Result<T5Weights> placeT5Weights(const TensorSource& source, const T5Config& config, const at::Device& device,
                                 at::ScalarType type) {
    Hasher hasher;
    config.addTo(hasher);
    TorchPlacer placer(source, std::move(hasher), device, type);
    T5Weights to;
    to.config = config;
    NS_TRY(placeEnds(placer, to));
    for (std::uint32_t i = 0; i < config.encoderLayers; ++i) {
        NS_ASSIGN(T5EncoderLayer layer, placeEncoderLayer(placer, config, i));
        to.encoder.push_back(std::move(layer));
    }
    for (std::uint32_t i = 0; i < config.decoderLayers; ++i) {
        NS_ASSIGN(T5DecoderLayer layer, placeDecoderLayer(placer, config, i));
        to.decoder.push_back(std::move(layer));
    }
    to.hash = placer.hash();
    return to;
}

} // namespace neuroscribe::nn
