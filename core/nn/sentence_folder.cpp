#include "core/nn/sentence_folder.h"

#include <array>
#include <filesystem>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

Error badConfig(const fs::path& file, const std::string& key, const std::string& why) {
    return {ErrorCode::BadConfig, file.string() + ": " + key, why, ""};
}

bool isOn(const json& config, const std::string& key) {
    const auto found = config.find(key);
    return found != config.end() && found->is_boolean() && found->get<bool>();
}

Status readPooling(const fs::path& folder, SentenceHead& head) {
    const fs::path file = folder / "config.json";
    NS_ASSIGN(const json config, text::readModelJson(file.string()));
    constexpr std::array<std::pair<const char*, Pooling>, 3> kModes{{{"pooling_mode_cls_token", Pooling::Cls},
                                                                     {"pooling_mode_mean_tokens", Pooling::Mean},
                                                                     {"pooling_mode_max_tokens", Pooling::Max}}};
    int chosen = 0;
    for (const auto& [key, pooling] : kModes)
        if (isOn(config, key)) {
            head.pooling = pooling;
            ++chosen;
        }
    for (const char* key :
         {"pooling_mode_mean_sqrt_len_tokens", "pooling_mode_weightedmean_tokens", "pooling_mode_lasttoken"})
        if (isOn(config, key))
            return Error{ErrorCode::Unsupported, file.string() + ": " + key, "this pooling is not supported",
                         "Supported: cls, mean, max"};
    if (chosen != 1)
        return badConfig(file, "pooling_mode", "exactly one of cls, mean and max must be on");
    return {};
}

Status readFeatures(const json& config, const fs::path& file, const char* key, std::uint32_t& features) {
    const auto found = config.find(key);
    if (found == config.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() < 1 ||
        found->get<std::uint64_t>() > 65'536)
        return badConfig(file, key, "the value is not a whole number from 1 to 65536");
    features = found->get<std::uint32_t>();
    return {};
}

Status readHeadActivation(const json& config, const fs::path& file, HeadActivation& activation) {
    constexpr std::array<std::pair<const char*, HeadActivation>, 4> kKnown{{{".Identity", HeadActivation::Identity},
                                                                            {".Tanh", HeadActivation::Tanh},
                                                                            {".ReLU", HeadActivation::Relu},
                                                                            {".GELU", HeadActivation::Gelu}}};
    const auto found = config.find("activation_function");
    const std::string name = found != config.end() && found->is_string() ? found->get<std::string>() : ".Tanh";
    for (const auto& [suffix, value] : kKnown)
        if (name.ends_with(suffix)) {
            activation = value;
            return {};
        }
    return badConfig(file, "activation_function", "the activation " + name.substr(0, 80) + " is not known");
}

Status readTensor(const TensorSource& source, const std::string& name, const std::vector<std::uint64_t>& shape,
                  std::vector<float>& out) {
    const TensorInfo* tensor = source.find(name);
    if (!tensor)
        return Error{ErrorCode::MissingTensor, source.path() + ": " + name, "the checkpoint has no such tensor", ""};
    if (tensor->shape != shape)
        return Error{ErrorCode::ShapeMismatch, tensor->where(),
                     "the shape is " + shapeText(tensor->shape) + " where config.json asks for " + shapeText(shape),
                     ""};
    out.resize(tensor->elements());
    return source.readFloats(*tensor, out);
}

Status readDense(const fs::path& folder, SentenceHead& head) {
    const fs::path file = folder / "config.json";
    NS_ASSIGN(const json config, text::readModelJson(file.string()));
    SentenceDense dense;
    NS_TRY(readFeatures(config, file, "in_features", dense.inputs));
    NS_TRY(readFeatures(config, file, "out_features", dense.outputs));
    NS_TRY(readHeadActivation(config, file, dense.activation));
    NS_ASSIGN(const auto source, openCheckpoint(folder.string()));
    NS_TRY(readTensor(*source, "linear.weight", {dense.outputs, dense.inputs}, dense.weights.weight));
    const bool hasBias = !config.contains("bias") || config["bias"] != false;
    if (hasBias)
        NS_TRY(readTensor(*source, "linear.bias", {dense.outputs}, dense.weights.bias));
    else
        dense.weights.bias.assign(dense.outputs, 0.0F);
    head.dense.push_back(std::move(dense));
    return {};
}

Status readMaxTokens(const fs::path& folder, SentenceHead& head) {
    const fs::path file = folder / "sentence_bert_config.json";
    if (!text::isThere(file))
        return {};
    NS_ASSIGN(const json config, text::readModelJson(file.string()));
    const auto found = config.find("max_seq_length");
    if (found == config.end() || found->is_null())
        return {};
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() < 2 || found->get<std::uint64_t>() > 1'048'576)
        return badConfig(file, "max_seq_length", "the value is not a whole number from 2 to 1048576");
    head.maxTokens = found->get<std::uint32_t>();
    return {};
}

Status readModule(const json& entry, const fs::path& folder, SentenceHead& head) {
    const fs::path file = folder / "modules.json";
    const auto type = entry.is_object() ? entry.find("type") : entry.end();
    const auto path = entry.is_object() ? entry.find("path") : entry.end();
    if (type == entry.end() || !type->is_string() || path == entry.end() || !path->is_string())
        return Error{ErrorCode::Parse, file.string(), "a module has no type or no path", ""};
    const fs::path part = folder / path->get<std::string>();
    const auto& name = type->get_ref<const std::string&>();
    if (name.ends_with(".Transformer")) {
        head.transformer = part.string();
        return readMaxTokens(part, head);
    }
    if (name.ends_with(".Pooling"))
        return readPooling(part, head);
    if (name.ends_with(".Dense"))
        return readDense(part, head);
    if (name.ends_with(".Normalize"))
        return {}; // every embedding leaves with unit length
    return Error{ErrorCode::Unsupported, file.string(), "modules of type " + name.substr(0, 80) + " are not supported",
                 "Supported: Transformer, Pooling, Dense, Normalize"};
}

} // namespace

Result<SentenceHead> loadSentenceHead(const std::string& folder) {
    SentenceHead head;
    const fs::path file = fs::path(folder) / "modules.json";
    if (!text::isThere(file)) {
        head.transformer = folder;
        return head;
    }
    NS_ASSIGN(const json modules, text::readModelJson(file.string()));
    if (!modules.is_array())
        return Error{ErrorCode::Parse, file.string(), "a JSON array was expected", ""};
    for (const json& entry : modules)
        NS_TRY(readModule(entry, folder, head));
    if (head.transformer.empty())
        return Error{ErrorCode::Unsupported, file.string(), "there is no Transformer among the modules", ""};
    return head;
}

Status checkSentenceHead(const SentenceHead& head, std::uint32_t hidden) {
    for (const SentenceDense& dense : head.dense) {
        if (dense.inputs != hidden)
            return Error{ErrorCode::BadConfig, head.transformer + ": in_features",
                         "a dense module takes " + std::to_string(dense.inputs) + " values but gets " +
                             std::to_string(hidden),
                         ""};
        hidden = dense.outputs;
    }
    return {};
}

} // namespace neuroscribe::nn
