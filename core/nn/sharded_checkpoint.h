// A checkpoint spread over several files with an index (model.safetensors.index.json, pytorch_model.bin.index.json).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

using SourceOpener = std::function<Result<std::unique_ptr<TensorSource>>(const std::string& path)>;

class ShardedCheckpoint final : public TensorSource {
public:
    /// indexPath lies in the shards' folder. Every tensor of the index must lie in the shard it names.
    /// Errors: Parse, Corrupt (a shard outside the folder), MissingTensor, and those of `openShard`.
    static Result<std::unique_ptr<TensorSource>> open(const std::string& indexPath, const SourceOpener& openShard);

    const TensorInfo* find(std::string_view name) const override;
    Status readFloats(const TensorInfo& tensor, std::span<float> out) const override;
    std::string path() const override { return m_indexPath; }

private:
    Status addTensor(const std::string& name, const nlohmann::json& shard, const SourceOpener& openShard);

    std::string m_indexPath;
    std::map<std::string, std::unique_ptr<TensorSource>, std::less<>> m_shards; ///< by path
    std::map<std::string, const TensorInfo*, std::less<>> m_tensors;
};

} // namespace neuroscribe::nn
