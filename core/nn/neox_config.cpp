#include "core/nn/neox_config.h"

#include <span>

#include <nlohmann/json.hpp>

#include "core/nn/activation_name.h"
#include "core/nn/config_values.h"

namespace neuroscribe::nn {
namespace {

Status readSizes(const ConfigValues& values, NeoxConfig& config) {
    NS_ASSIGN(config.hidden, values.size("hidden_size", {1, 65'536}));
    NS_ASSIGN(config.heads, values.size("num_attention_heads", {1, 4'096}));
    NS_ASSIGN(config.layers, values.size("num_hidden_layers", {1, 1'000}));
    NS_ASSIGN(config.intermediate, values.size("intermediate_size", {1, 1'048'576}));
    NS_ASSIGN(config.vocabulary, values.size("vocab_size", {1, 10'000'000}));
    NS_ASSIGN(config.positions, values.size("max_position_embeddings", {1, 1'048'576}));
    if (config.hidden % config.heads != 0)
        return values.bad("num_attention_heads", std::to_string(config.heads) +
                                                     " heads do not divide a hidden size of " +
                                                     std::to_string(config.hidden));
    return {};
}

Status readRotary(const ConfigValues& values, NeoxConfig& config) {
    NS_ASSIGN(const float share, values.number("rotary_pct", 0, 1, 0.25F));
    NS_ASSIGN(config.rotaryBase, values.number("rotary_emb_base", 1, 1e12F, 10'000));
    config.rotary = static_cast<std::uint32_t>(share * static_cast<float>(config.headSize()));
    if (config.rotary == 0 || config.rotary % 2 != 0)
        return values.bad("rotary_pct", "the share of " + std::to_string(config.headSize()) +
                                            " values of a head is not an even number of them");
    return {};
}

/// Later checkpoints may stretch their positions: under other keys, and by rules that are not NeoX's.
Status checkPositions(const nlohmann::json& json, const std::string& where) {
    for (const char* key : {"rope_scaling", "rope_parameters"})
        if (json.contains(key) && !json[key].is_null())
            return Error{ErrorCode::Unsupported, where + ": " + key, "scaled positions are not supported", ""};
    return {};
}

} // namespace

void NeoxConfig::addTo(Hasher& hasher) const {
    hasher.add(std::string_view("gpt-neox 1"));
    for (const std::uint32_t number :
         {hidden, heads, layers, intermediate, vocabulary, positions, rotary, static_cast<std::uint32_t>(activation),
          std::uint32_t{parallel}, std::uint32_t{attentionBias}, std::uint32_t{tiedHead}})
        hasher.add(std::uint64_t{number});
    for (const float number : {rotaryBase, normEpsilon})
        hasher.add(std::as_bytes(std::span(&number, 1)));
}

Result<NeoxConfig> parseNeoxConfig(const nlohmann::json& json, const std::string& where) {
    if (!json.is_object())
        return Error{ErrorCode::Parse, where, "a JSON object was expected", ""};
    const ConfigValues values(json, where);
    NS_ASSIGN(const std::string type, values.word("model_type", ""));
    if (type != "gpt_neox")
        return Error{ErrorCode::Unsupported, where + ": model_type", "this is not a GPT-NeoX",
                     "Give the folder of a Pythia or OpenAssistant SFT model"};
    NS_TRY(checkPositions(json, where));
    NeoxConfig config;
    NS_TRY(readSizes(values, config));
    NS_TRY(readRotary(values, config));
    NS_ASSIGN(const std::string name, values.word("hidden_act", "gelu"));
    const auto activation = activationByName(name);
    if (!activation)
        return values.bad("hidden_act", "this activation is not known");
    config.activation = *activation;
    NS_ASSIGN(config.normEpsilon, values.epsilon("layer_norm_eps", 1e-5F));
    NS_ASSIGN(config.parallel, values.flag("use_parallel_residual", true));
    NS_ASSIGN(config.attentionBias, values.flag("attention_bias", true));
    NS_ASSIGN(config.tiedHead, values.flag("tie_word_embeddings", false));
    NS_ASSIGN(config.endTokens, values.tokens("eos_token_id", config.vocabulary, 0));
    return config;
}

} // namespace neuroscribe::nn
