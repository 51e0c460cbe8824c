#include "core/nn/bert_config.h"

#include <array>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

using nlohmann::json;

Error badConfig(const std::string& where, const char* key, const std::string& why) {
    return {ErrorCode::BadConfig, where + ": " + key, why, ""};
}

/// The range is generous: it only keeps products inside 64 bits and allocations sane.
struct Range {
    std::uint32_t least, most;
};

Status readSize(const json& config, const char* key, const std::string& where, Range range, std::uint32_t& size) {
    const auto found = config.find(key);
    if (found == config.end())
        return badConfig(where, key, "the key is missing");
    const std::int64_t value = found->is_number_integer() ? found->get<std::int64_t>() : -1;
    const bool inside = value >= range.least && value <= range.most;
    if (!inside)
        return badConfig(where, key,
                         "the value " + found->dump().substr(0, 40) + " is not a whole number from " +
                             std::to_string(range.least) + " to " + std::to_string(range.most));
    size = static_cast<std::uint32_t>(value);
    return {};
}

Status readActivation(const json& config, const std::string& where, Activation& activation) {
    struct Name {
        const char* name;
        Activation activation;
    };
    constexpr std::array<Name, 7> kNames{{{"gelu", Activation::Gelu},
                                          {"gelu_new", Activation::GeluTanh},
                                          {"gelu_fast", Activation::GeluTanh},
                                          {"gelu_pytorch_tanh", Activation::GeluTanh},
                                          {"relu", Activation::Relu},
                                          {"silu", Activation::Silu},
                                          {"swish", Activation::Silu}}};
    const auto found = config.find("hidden_act");
    if (found == config.end())
        return {};
    for (const Name& known : kNames) {
        if (found->is_string() && found->get_ref<const std::string&>() == known.name) {
            activation = known.activation;
            return {};
        }
    }
    return badConfig(where, "hidden_act", "the activation " + found->dump().substr(0, 40) + " is not known");
}

Status readEpsilon(const json& config, const std::string& where, float& epsilon) {
    const auto found = config.find("layer_norm_eps");
    if (found == config.end())
        return {};
    if (!found->is_number() || !(found->get<double>() > 0) || found->get<double>() > 1)
        return badConfig(where, "layer_norm_eps", "the value is not a number above 0 and up to 1");
    epsilon = static_cast<float>(found->get<double>());
    return {};
}

Status checkFamily(const json& config, const std::string& where) {
    const auto type = config.find("model_type");
    if (type != config.end() && *type != "bert")
        return Error{ErrorCode::Unsupported, where + ": model_type",
                     "models of type " + type->dump().substr(0, 40) + " are not supported", "Give a BERT folder"};
    const auto positions = config.find("position_embedding_type");
    if (positions != config.end() && *positions != "absolute")
        return Error{ErrorCode::Unsupported, where + ": position_embedding_type",
                     "only absolute positions are supported", ""};
    const auto decoder = config.find("is_decoder");
    if (decoder != config.end() && *decoder != false)
        return Error{ErrorCode::Unsupported, where + ": is_decoder", "a decoder is not an encoder", ""};
    return {};
}

} // namespace

Result<BertConfig> parseBertConfig(const json& json, const std::string& where) {
    if (!json.is_object())
        return Error{ErrorCode::Parse, where, "a JSON object was expected", ""};
    NS_TRY(checkFamily(json, where));
    BertConfig config;
    NS_TRY(readSize(json, "hidden_size", where, {1, 65'536}, config.hidden));
    NS_TRY(readSize(json, "num_attention_heads", where, {1, 65'536}, config.heads));
    NS_TRY(readSize(json, "num_hidden_layers", where, {1, 1'000}, config.layers));
    NS_TRY(readSize(json, "intermediate_size", where, {1, 1'048'576}, config.intermediate));
    NS_TRY(readSize(json, "vocab_size", where, {1, 10'000'000}, config.vocabulary));
    NS_TRY(readSize(json, "max_position_embeddings", where, {2, 1'048'576}, config.positions));
    config.types = 2;
    if (json.contains("type_vocab_size"))
        NS_TRY(readSize(json, "type_vocab_size", where, {1, 1'000}, config.types));
    if (config.hidden % config.heads != 0)
        return badConfig(where, "num_attention_heads",
                         std::to_string(config.heads) + " heads do not divide a hidden size of " +
                             std::to_string(config.hidden));
    NS_TRY(readActivation(json, where, config.activation));
    NS_TRY(readEpsilon(json, where, config.layerNormEpsilon));
    return config;
}

Result<BertConfig> loadBertConfig(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "config.json").string();
    NS_ASSIGN(const json config, text::readModelJson(path));
    return parseBertConfig(config, path);
}

} // namespace neuroscribe::nn
