// The lock of a study: an open-file-description lock on a small file that says who holds it. It goes with the process,
// so a crash leaves no stale lock behind. Private to core/store.
#pragma once

#include <string>

#include "core/base/result.h"

namespace neuroscribe::store {

class LockFile {
public:
    /// Errors: Locked (why names pid and host), ReadOnly, DiskFull, Io; Unsupported where the file system has no locks.
    static Result<LockFile> acquire(const std::string& path);
    /// Holds nothing.
    LockFile() = default;
    LockFile(LockFile&& other) noexcept;
    LockFile& operator=(LockFile&& other) noexcept;
    ~LockFile(); ///< releases and removes the file

private:
    LockFile(std::string path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    void release();

    std::string m_path;
    int m_descriptor = -1;
};

} // namespace neuroscribe::store
