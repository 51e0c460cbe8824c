// Small files of a Hugging Face folder, read as what they are: hostile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace neuroscribe::text {

inline constexpr std::uint64_t kMaxModelTextBytes = std::uint64_t{256} << 20;

/// Is there something under this path? Where nobody may look, or no path can be that long, there is nothing.
bool isThere(const std::filesystem::path& path);
/// Does the file's beginning look like a Git-LFS pointer (the file that `git clone` leaves without git-lfs)?
bool isGitLfsPointer(std::string_view beginning);
Error gitLfsPointerError(const std::string& path);

/// The whole file. Errors: NotFound, Io, Unsupported (larger than maxBytes), GitLfsPointer.
Result<std::string> readModelFile(const std::string& path, std::uint64_t maxBytes = kMaxModelTextBytes);
/// A JSON object. Errors: as readModelFile, and Parse.
Result<nlohmann::json> readModelJson(const std::string& path, std::uint64_t maxBytes = kMaxModelTextBytes);

/// Where the transformer of a folder lies: the folder itself, or the module of type Transformer of a
/// Sentence-Transformers folder (modules.json).
std::string transformerFolder(const std::string& modelFolder);

} // namespace neuroscribe::text
