#include "core/text/model_file.h"

#include <cstdio>
#include <memory>

namespace neuroscribe::text {
namespace {

/// Copying and printing a value recurses as deep as it is nested.
constexpr int kMaxDepth = 100;

} // namespace

bool isThere(const std::filesystem::path& path) {
    std::error_code failure;
    return std::filesystem::exists(path, failure);
}

bool isGitLfsPointer(std::string_view beginning) {
    return beginning.starts_with("version https://git-lfs.github.com/spec/");
}

Error gitLfsPointerError(const std::string& path) {
    return {ErrorCode::GitLfsPointer, path, "this is a Git-LFS pointer, not the file itself",
            "Fetch the file with: git lfs pull"};
}

Result<std::string> readModelFile(const std::string& path, std::uint64_t maxBytes) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (failure || !std::filesystem::exists(status))
        return Error{ErrorCode::NotFound, path, "there is no such file", ""};
    if (!std::filesystem::is_regular_file(status))
        return Error{ErrorCode::Io, path, "this is not a regular file", ""};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return Error{ErrorCode::Io, path, "the file can't be opened", ""};
    std::string content;
    std::string block(1U << 16, '\0');
    while (const std::size_t n = std::fread(block.data(), 1, block.size(), file.get())) {
        if (content.size() + n > maxBytes)
            return Error{ErrorCode::Unsupported, path, "the file is larger than such a file can be", ""};
        content.append(block, 0, n);
    }
    if (std::ferror(file.get()))
        return Error{ErrorCode::Io, path, "reading failed", ""};
    if (isGitLfsPointer(content))
        return gitLfsPointerError(path);
    return content;
}

Result<nlohmann::json> readModelJson(const std::string& path, std::uint64_t maxBytes) {
    NS_ASSIGN(const std::string content, readModelFile(path, maxBytes));
    bool isTooDeep = false;
    const auto isShallow = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        isTooDeep = isTooDeep || depth > kMaxDepth;
        return depth <= kMaxDepth;
    };
    nlohmann::json json = nlohmann::json::parse(content, isShallow, false);
    if (isTooDeep)
        return Error{ErrorCode::Parse, path, "the values are nested more deeply than such a file needs", ""};
    if (json.is_discarded())
        return Error{ErrorCode::Parse, path, "this is not valid JSON", ""};
    if (!json.is_object() && !json.is_array())
        return Error{ErrorCode::Parse, path, "a JSON object was expected", ""};
    return json;
}

std::string transformerFolder(const std::string& modelFolder) {
    const std::filesystem::path folder(modelFolder);
    if (!isThere(folder / "modules.json"))
        return modelFolder;
    const auto modules = readModelJson((folder / "modules.json").string());
    if (!modules || !modules->is_array())
        return modelFolder;
    for (const auto& entry : *modules) {
        if (!entry.is_object() || !entry.contains("type") || !entry["type"].is_string())
            continue;
        if (!entry["type"].get<std::string>().ends_with(".Transformer"))
            continue;
        const auto path = entry.find("path");
        if (path == entry.end() || !path->is_string() || path->get_ref<const std::string&>().empty())
            return modelFolder;
        return (folder / path->get<std::string>()).string();
    }
    return modelFolder;
}

} // namespace neuroscribe::text
