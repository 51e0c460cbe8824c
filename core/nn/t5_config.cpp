#include "core/nn/t5_config.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include <nlohmann/json.hpp>

#include "core/nn/config_values.h"

namespace neuroscribe::nn {
namespace {

Status readSizes(const ConfigValues& values, T5Config& config) {
    NS_ASSIGN(config.model, values.size("d_model", {1, 65'536}));
    NS_ASSIGN(config.headSize, values.size("d_kv", {1, 65'536}));
    NS_ASSIGN(config.heads, values.size("num_heads", {1, 4'096}));
    NS_ASSIGN(config.inner, values.size("d_ff", {1, 1'048'576}));
    NS_ASSIGN(config.encoderLayers, values.size("num_layers", {1, 1'000}));
    NS_ASSIGN(config.decoderLayers, values.size("num_decoder_layers", {1, 1'000}, config.encoderLayers));
    NS_ASSIGN(config.vocabulary, values.size("vocab_size", {1, 10'000'000}));
    return {};
}

Status readPositions(const ConfigValues& values, T5Config& config) {
    NS_ASSIGN(config.buckets, values.size("relative_attention_num_buckets", {4, 65'536}, 32));
    NS_ASSIGN(config.maxDistance, values.size("relative_attention_max_distance", {1, 1'048'576}, 128));
    if (config.buckets % 4 != 0)
        return values.bad("relative_attention_num_buckets", "the number of buckets is not a multiple of 4");
    if (config.maxDistance <= config.buckets / 2)
        return values.bad("relative_attention_max_distance", "the distance is not above half the number of buckets");
    return {};
}

Status setFeedForward(const std::string& name, const ConfigValues& values, T5Config& config) {
    struct Kind {
        const char* name;
        bool gated;
        Activation activation;
    };
    constexpr std::array<Kind, 3> kKinds{{{"relu", false, Activation::Relu},
                                          {"gated-gelu", true, Activation::GeluTanh},
                                          {"gated-silu", true, Activation::Silu}}};
    for (const Kind& kind : kKinds) {
        if (name == kind.name) {
            config.gated = kind.gated;
            config.activation = kind.activation;
            return {};
        }
    }
    return values.bad("feed_forward_proj", "this kind of feed-forward layer is not known");
}

Status readTokens(const ConfigValues& values, T5Config& config) {
    NS_ASSIGN(const auto padding, values.tokens("pad_token_id", config.vocabulary, 0));
    NS_ASSIGN(const auto start, values.tokens("decoder_start_token_id", config.vocabulary, padding.front()));
    config.startToken = start.front();
    NS_ASSIGN(config.endTokens, values.tokens("eos_token_id", config.vocabulary, 1));
    return {};
}

} // namespace

void T5Config::addTo(Hasher& hasher) const {
    hasher.add(std::string_view("t5 1"));
    for (const std::uint32_t number : {model, headSize, heads, inner, encoderLayers, decoderLayers, vocabulary, buckets,
                                       maxDistance, std::uint32_t{gated}, static_cast<std::uint32_t>(activation),
                                       std::uint32_t{tiedHead}, static_cast<std::uint32_t>(startToken)})
        hasher.add(std::uint64_t{number});
    hasher.add(std::as_bytes(std::span(&normEpsilon, 1)));
}

Result<T5Config> parseT5Config(const nlohmann::json& json, const std::string& where) {
    if (!json.is_object())
        return Error{ErrorCode::Parse, where, "a JSON object was expected", ""};
    const ConfigValues values(json, where);
    NS_ASSIGN(const std::string type, values.word("model_type", ""));
    if (type != "t5")
        return Error{ErrorCode::Unsupported, where + ": model_type", "this is not a T5",
                     "Give the folder of a T5, T5 v1.1 or FLAN-T5"};
    T5Config config;
    NS_TRY(readSizes(values, config));
    NS_TRY(readPositions(values, config));
    NS_ASSIGN(const std::string feedForward, values.word("feed_forward_proj", "relu"));
    NS_TRY(setFeedForward(feedForward, values, config));
    NS_TRY(readTokens(values, config));
    NS_ASSIGN(config.normEpsilon, values.epsilon("layer_norm_epsilon", 1e-6F));
    NS_ASSIGN(config.tiedHead, values.flag("tie_word_embeddings", true));
    return config;
}

std::uint32_t relativeBucket(const T5Config& config, std::int64_t distance, bool decoder) {
    const std::uint32_t count = decoder ? config.buckets : config.buckets / 2;
    const std::uint32_t behind = !decoder && distance > 0 ? count : 0;
    const std::int64_t far = decoder ? std::max<std::int64_t>(0, -distance) : std::abs(distance);
    const std::uint32_t exact = count / 2;
    if (far < exact)
        return behind + static_cast<std::uint32_t>(far);
    // In float, as the models were trained: the border between two buckets is where this rounding puts it.
    const auto scale = static_cast<float>(std::log(static_cast<double>(config.maxDistance) / exact));
    const float share = std::log(static_cast<float>(far) / static_cast<float>(exact)) / scale;
    const float rest = share * static_cast<float>(count - exact);
    return behind + std::min(count - 1, exact + static_cast<std::uint32_t>(std::min(rest, 1e6F)));
}

} // namespace neuroscribe::nn
