#include "core/nn/sharded_checkpoint.h"

#include <filesystem>

#include <nlohmann/json.hpp>

#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

constexpr std::size_t kMaxShards = 1000;

} // namespace

Result<std::unique_ptr<TensorSource>> ShardedCheckpoint::open(const std::string& indexPath,
                                                              const SourceOpener& openShard) {
    NS_ASSIGN(const nlohmann::json index, text::readModelJson(indexPath));
    const auto map = index.find("weight_map");
    if (!index.is_object() || map == index.end() || !map->is_object())
        return Error{ErrorCode::Parse, indexPath, "the index has no weight_map", ""};
    auto checkpoint = std::make_unique<ShardedCheckpoint>();
    checkpoint->m_indexPath = indexPath;
    for (const auto& [name, shard] : map->items())
        NS_TRY(checkpoint->addTensor(name, shard, openShard));
    return std::unique_ptr<TensorSource>(std::move(checkpoint));
}

Status ShardedCheckpoint::addTensor(const std::string& name, const nlohmann::json& shard,
                                    const SourceOpener& openShard) {
    const std::string file = shard.is_string() ? shard.get<std::string>() : "";
    if (file.empty() || file.find_first_of(std::string_view("/\0", 2)) != std::string::npos || file == "." ||
        file == "..")
        return Error{ErrorCode::Corrupt, m_indexPath + ": " + name, "the shard is not a file of this folder", ""};
    const std::string path = (std::filesystem::path(m_indexPath).parent_path() / file).string();
    auto found = m_shards.find(path);
    if (found == m_shards.end()) {
        if (m_shards.size() == kMaxShards)
            return Error{ErrorCode::Unsupported, m_indexPath, "the checkpoint has more than 1,000 shards", ""};
        NS_ASSIGN(auto source, openShard(path));
        found = m_shards.emplace(path, std::move(source)).first;
    }
    const TensorInfo* tensor = found->second->find(name);
    if (!tensor)
        return Error{ErrorCode::MissingTensor, path + ": " + name, "the shard lacks a tensor that the index promises",
                     "Fetch the files again"};
    m_tensors.emplace(name, tensor);
    return {};
}

const TensorInfo* ShardedCheckpoint::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : found->second;
}

Status ShardedCheckpoint::readFloats(const TensorInfo& tensor, std::span<float> out) const {
    return m_shards.at(tensor.file)->readFloats(tensor, out);
}

} // namespace neuroscribe::nn
