// What the store needs of the file system: may we write here, is it a network, copy, make durable. Private to
// core/store.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace neuroscribe::store {

/// Error of a failed system call, from errno: NotFound, ReadOnly, DiskFull, AlreadyExists, else Io.
Error systemError(const std::string& path, int systemErrno);

/// Neither permission nor a read-only mount forbids to write.
bool isWritable(const std::string& path);
/// NFS, SMB/CIFS or FUSE: SQLite's shared memory does not work there.
bool isNetworkFileSystem(const std::string& path);
bool fileExists(const std::string& path);
/// 0 when it does not exist.
std::uint64_t fileSize(const std::string& path);
Result<std::uint64_t> freeBytes(const std::string& folder);
/// Bytes of all regular files under the folder; 0 when it does not exist.
Result<std::uint64_t> treeBytes(const std::string& folder);

Status makeFolders(const std::string& folder);
Status syncFile(const std::string& path); ///< of a folder: its entries
Status renameOver(const std::string& from, const std::string& to);
void removeTree(const std::string& path); ///< best effort, for cleaning up
/// Shares blocks where the file system can. The target must not exist.
Status copyFile(const std::string& from, const std::string& to);
/// Regular files and folders only; unfinished files (*.part) are left out.
Status copyTree(const std::string& from, const std::string& to);

} // namespace neuroscribe::store
