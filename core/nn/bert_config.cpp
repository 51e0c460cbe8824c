#include "core/nn/bert_config.h"

#include <array>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/nn/activation_name.h"
#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

using nlohmann::json;

constexpr std::uint64_t kMaxConfigBytes = 1'000'000;

Error badConfig(const std::string& where, const char* key, const std::string& why) {
    return {ErrorCode::BadConfig, where + ": " + key, why, ""};
}

/// What the families call the same sizes.
struct Keys {
    const char* modelType;
    Family family;
    const char* hidden;
    const char* heads;
    const char* layers;
    const char* intermediate;
    const char* activation;
};
constexpr std::array<Keys, 3> kFamilies{
    {{"bert", Family::Bert, "hidden_size", "num_attention_heads", "num_hidden_layers", "intermediate_size",
      "hidden_act"},
     {"distilbert", Family::DistilBert, "dim", "n_heads", "n_layers", "hidden_dim", "activation"},
     {"roberta", Family::Roberta, "hidden_size", "num_attention_heads", "num_hidden_layers", "intermediate_size",
      "hidden_act"}}};

/// A value as an error quotes it. Lists and objects may be nested deeply: dump() would recurse as deep.
std::string quoted(const json& value) {
    return value.is_structured() ? value.type_name() : value.dump().substr(0, 40);
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
                         "the value " + quoted(*found) + " is not a whole number from " + std::to_string(range.least) +
                             " to " + std::to_string(range.most));
    size = static_cast<std::uint32_t>(value);
    return {};
}

Status readActivation(const json& config, const char* key, const std::string& where, Activation& activation) {
    const auto found = config.find(key);
    if (found == config.end())
        return {};
    const auto known = found->is_string() ? activationByName(found->get_ref<const std::string&>()) : std::nullopt;
    if (!known)
        return badConfig(where, key, "the activation " + quoted(*found) + " is not known");
    activation = *known;
    return {};
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

/// Old files of BERT have no model_type.
Result<Keys> findKeys(const json& config, const std::string& where) {
    const auto type = config.find("model_type");
    if (type == config.end())
        return kFamilies.front();
    for (const Keys& keys : kFamilies)
        if (*type == keys.modelType)
            return keys;
    return Error{ErrorCode::Unsupported, where + ": model_type",
                 "models of type " + quoted(*type) + " are not supported",
                 "Give the folder of a BERT, DistilBERT or RoBERTa"};
}

Status checkKind(const json& config, const std::string& where) {
    const auto positions = config.find("position_embedding_type");
    if (positions != config.end() && *positions != "absolute")
        return Error{ErrorCode::Unsupported, where + ": position_embedding_type",
                     "only absolute positions are supported", ""};
    const auto decoder = config.find("is_decoder");
    if (decoder != config.end() && *decoder != false)
        return Error{ErrorCode::Unsupported, where + ": is_decoder", "a decoder is not an encoder", ""};
    return {};
}

/// RoBERTa counts positions from the row after that of the padding token, so its table has rows that no token uses.
Status readPositions(const json& config, const std::string& where, BertConfig& bert) {
    const char* key = "max_position_embeddings";
    std::uint32_t rows = 0;
    NS_TRY(readSize(config, key, where, {2, 1'048'576}, rows));
    if (bert.family == Family::Roberta) {
        std::uint32_t padding = 1;
        if (config.contains("pad_token_id"))
            NS_TRY(readSize(config, "pad_token_id", where, {0, 1'000'000}, padding));
        bert.positionShift = padding + 1;
    }
    if (rows < bert.positionShift + 2)
        return badConfig(where, key, std::to_string(rows) + " rows leave no room behind that of the padding token");
    bert.positions = rows - bert.positionShift;
    return {};
}

Status readTypes(const json& config, const std::string& where, BertConfig& bert) {
    if (bert.family == Family::DistilBert)
        return {};
    bert.types = 2;
    return config.contains("type_vocab_size") ? readSize(config, "type_vocab_size", where, {1, 1'000}, bert.types)
                                              : Status();
}

} // namespace

Result<BertConfig> parseBertConfig(const json& json, const std::string& where) {
    if (!json.is_object())
        return Error{ErrorCode::Parse, where, "a JSON object was expected", ""};
    NS_ASSIGN(const Keys keys, findKeys(json, where));
    NS_TRY(checkKind(json, where));
    BertConfig config;
    config.family = keys.family;
    NS_TRY(readSize(json, keys.hidden, where, {1, 65'536}, config.hidden));
    NS_TRY(readSize(json, keys.heads, where, {1, 65'536}, config.heads));
    NS_TRY(readSize(json, keys.layers, where, {1, 1'000}, config.layers));
    NS_TRY(readSize(json, keys.intermediate, where, {1, 1'048'576}, config.intermediate));
    NS_TRY(readSize(json, "vocab_size", where, {1, 10'000'000}, config.vocabulary));
    NS_TRY(readPositions(json, where, config));
    NS_TRY(readTypes(json, where, config));
    if (config.hidden % config.heads != 0)
        return badConfig(where, keys.heads,
                         std::to_string(config.heads) + " heads do not divide a hidden size of " +
                             std::to_string(config.hidden));
    NS_TRY(readActivation(json, keys.activation, where, config.activation));
    NS_TRY(readEpsilon(json, where, config.layerNormEpsilon));
    return config;
}

Result<BertConfig> loadBertConfig(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "config.json").string();
    NS_ASSIGN(const json config, text::readModelJson(path, kMaxConfigBytes));
    return parseBertConfig(config, path);
}

} // namespace neuroscribe::nn
