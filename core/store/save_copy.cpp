#include "core/store/save_copy.h"

#include <filesystem>

#include <unistd.h>

#include "core/base/checked.h"
#include "core/store/files.h"
#include "core/store/study_folder.h"

namespace neuroscribe::store {
namespace fs = std::filesystem;
namespace {

Status refuseOccupied(const fs::path& target) {
    std::error_code failure;
    if (!fs::exists(target, failure))
        return {};
    if (fs::is_directory(target, failure) && fs::is_empty(target, failure))
        return {};
    return Error{ErrorCode::AlreadyExists, target.string(), "something is there already",
                 "Choose a new name, or an empty folder"};
}

Status refuseWithoutSpace(const std::string& folder, const std::string& target) {
    NS_ASSIGN(const std::uint64_t activations, treeBytes(folder + "/" + kActivationsFolder));
    const auto needed = checkedAdd(activations, fileSize(folder + "/" + kStudyFile));
    NS_ASSIGN(const std::uint64_t available, freeBytes(target));
    if (needed && *needed <= available)
        return {};
    return Error{ErrorCode::DiskFull, target,
                 "the copy needs " + std::to_string(needed.value_or(UINT64_MAX)) + " bytes and " +
                     std::to_string(available) + " are free",
                 "Free some space or choose another disk"};
}

Status copyParts(Database& database, const std::string& folder, const std::string& part) {
    NS_TRY(database.backupTo(part + "/" + kStudyFile));
    NS_TRY(syncFile(part + "/" + kStudyFile));
    const std::string activations = folder + "/" + kActivationsFolder;
    if (fileExists(activations))
        NS_TRY(copyTree(activations, part + "/" + kActivationsFolder));
    return syncFile(part);
}

} // namespace

Status copyStudy(Database& database, const std::string& folder, const std::string& target) {
    const fs::path wanted = absolutePath(target);
    NS_TRY(refuseOccupied(wanted));
    const fs::path parent = wanted.parent_path();
    NS_TRY(makeFolders(parent.string()));
    NS_TRY(refuseWithoutSpace(folder, parent.string()));
    std::string name = ".";
    name.append(wanted.filename().string()).append(".part-").append(std::to_string(::getpid()));
    const fs::path part = parent / name;
    removeTree(part.string());
    NS_TRY(makeFolders(part.string()));
    Status copied = copyParts(database, folder, part.string());
    if (copied)
        copied = renameOver(part.string(), wanted.string());
    if (!copied)
        removeTree(part.string());
    return copied;
}

} // namespace neuroscribe::store
