#include "core/store/study_folder.h"

#include <filesystem>

#include "core/store/files.h"

namespace neuroscribe::store {
namespace fs = std::filesystem;

std::string absolutePath(const std::string& path) {
    std::error_code failure;
    fs::path absolute = fs::absolute(path, failure).lexically_normal();
    if (!absolute.has_filename() && absolute.has_relative_path())
        absolute = absolute.parent_path();
    return failure ? path : absolute.string();
}

Result<std::string> findStudy(const std::string& given) {
    const fs::path path = absolutePath(given);
    std::error_code failure;
    if (path.filename() == kStudyFile && fs::is_regular_file(path, failure))
        return path.parent_path().string();
    if (!fs::exists(path, failure))
        return Error{ErrorCode::NotFound, path.string(), "there is no such folder", {}};
    if (!fs::is_regular_file(path / kStudyFile, failure))
        return Error{ErrorCode::NotFound, path.string(), "there is no study in this folder",
                     "Choose a folder that holds study.neuroscribe, or make a new study"};
    return path.string();
}

} // namespace neuroscribe::store
