// Small BERT folders made for a test: random weights, written as safetensors by hand.
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "tests/support/support.h"

namespace neuroscribe::test {

struct RawTensor {
    std::string type; ///< "F32", ...
    std::vector<std::uint64_t> shape;
    std::string bytes;
};
using RawTensors = std::map<std::string, RawTensor>;

template <class T>
std::string bytesOf(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

inline RawTensor floats(std::vector<std::uint64_t> shape, const std::vector<float>& values) {
    return {"F32", std::move(shape), bytesOf(values)};
}

/// Header and data of a safetensors file; `header` can be changed before it is written.
inline std::string safetensors(const RawTensors& tensors, const std::function<void(nlohmann::json&)>& change = {}) {
    nlohmann::json header = nlohmann::json::object();
    std::string data;
    for (const auto& [name, tensor] : tensors) {
        header[name] = {{"dtype", tensor.type},
                        {"shape", tensor.shape},
                        {"data_offsets", {data.size(), data.size() + tensor.bytes.size()}}};
        data += tensor.bytes;
    }
    if (change)
        change(header);
    const std::string text = header.dump();
    const std::uint64_t length = text.size();
    std::string file(sizeof length, '\0');
    std::memcpy(file.data(), &length, sizeof length);
    return file + text + data;
}

/// All tensors of a sound safetensors file.
inline RawTensors readSafetensors(const std::string& path) {
    const std::string file = readFile(path);
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, file.data(), sizeof headerBytes);
    const auto header = nlohmann::json::parse(file.substr(8, headerBytes));
    RawTensors tensors;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__")
            continue;
        const std::uint64_t begin = entry["data_offsets"][0], end = entry["data_offsets"][1];
        tensors[name] = {entry["dtype"], entry["shape"], file.substr(8 + headerBytes + begin, end - begin)};
    }
    return tensors;
}

inline nlohmann::json smallConfig() {
    return {{"model_type", "bert"},          {"hidden_size", 12},       {"num_attention_heads", 3},
            {"num_hidden_layers", 2},        {"intermediate_size", 20}, {"vocab_size", 40},
            {"max_position_embeddings", 16}, {"type_vocab_size", 2},    {"hidden_act", "gelu"},
            {"layer_norm_eps", 1e-12}};
}

/// Random tensors of the shapes that a config asks for.
inline RawTensors randomBert(const nlohmann::json& config, std::uint64_t seed = 1) {
    Random random(seed);
    RawTensors tensors;
    const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape) {
        std::uint64_t count = 1;
        for (const std::uint64_t n : shape)
            count *= n;
        std::vector<float> values(count);
        for (float& value : values)
            value = static_cast<float>(random.uniform() - 0.5) + (name.ends_with("LayerNorm.weight") ? 1.0F : 0.0F);
        tensors[name] = floats(std::move(shape), values);
    };
    const std::uint64_t hidden = config["hidden_size"], inner = config["intermediate_size"];
    add("embeddings.word_embeddings.weight", {config["vocab_size"], hidden});
    add("embeddings.position_embeddings.weight", {config["max_position_embeddings"], hidden});
    add("embeddings.token_type_embeddings.weight", {config["type_vocab_size"], hidden});
    add("embeddings.LayerNorm.weight", {hidden});
    add("embeddings.LayerNorm.bias", {hidden});
    for (int i = 0; i < config["num_hidden_layers"].get<int>(); ++i) {
        const std::string layer = "encoder.layer." + std::to_string(i) + ".";
        const auto dense = [&](const std::string& name, std::uint64_t out, std::uint64_t in) {
            add(layer + name + ".weight", {out, in});
            add(layer + name + ".bias", {out});
        };
        for (const char* part : {"query", "key", "value"})
            dense(std::string("attention.self.") + part, hidden, hidden);
        dense("attention.output.dense", hidden, hidden);
        dense("intermediate.dense", inner, hidden);
        dense("output.dense", hidden, inner);
        for (const char* norm : {"attention.output.LayerNorm", "output.LayerNorm"}) {
            add(layer + norm + ".weight", {hidden});
            add(layer + norm + ".bias", {hidden});
        }
    }
    return tensors;
}

inline void writeModel(const std::filesystem::path& folder, const nlohmann::json& config, const RawTensors& tensors) {
    std::filesystem::create_directories(folder);
    writeFile((folder / "config.json").string(), config.dump());
    writeFile((folder / "model.safetensors").string(), safetensors(tensors));
}

} // namespace neuroscribe::test
