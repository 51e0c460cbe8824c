#include "core/store/files.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "core/base/checked.h"

namespace neuroscribe::store {
namespace fs = std::filesystem;
namespace {

class Descriptor {
public:
    Descriptor(const std::string& path, int flags, mode_t mode = 0644)
        : m_value(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_value >= 0)
            ::close(m_value);
    }
    explicit operator bool() const { return m_value >= 0; }
    int get() const { return m_value; }

private:
    int m_value;
};

Status copyBytes(int from, int to, const std::string& path) {
    std::array<char, 1 << 16> buffer; // where the kernel can't copy between two file systems itself
    for (;;) {
        const ssize_t direct = ::copy_file_range(from, nullptr, to, nullptr, std::size_t{1} << 30, 0);
        if (direct == 0)
            return {};
        if (direct > 0)
            continue;
        if (errno != EXDEV && errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
            return systemError(path, errno);
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got == 0)
            return {};
        if (got < 0)
            return systemError(path, errno);
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = ::write(to, buffer.data() + done, static_cast<std::size_t>(got - done));
            if (put < 0)
                return systemError(path, errno);
            done += put;
        }
    }
}

Status copyEntry(const fs::directory_entry& entry, const fs::path& target) {
    std::error_code failure;
    if (entry.is_symlink(failure))
        return {};
    if (entry.is_directory(failure))
        return copyTree(entry.path().string(), target.string());
    if (entry.is_regular_file(failure) && entry.path().extension() != ".part")
        return copyFile(entry.path().string(), target.string());
    return {};
}

} // namespace

Error systemError(const std::string& path, int systemErrno) {
    ErrorCode code = ErrorCode::Io;
    std::string hint;
    if (systemErrno == ENOENT || systemErrno == ENOTDIR) {
        code = ErrorCode::NotFound;
    } else if (systemErrno == EACCES || systemErrno == EPERM || systemErrno == EROFS) {
        code = ErrorCode::ReadOnly;
        hint = "Choose another folder, or change its permissions";
    } else if (systemErrno == ENOSPC || systemErrno == EDQUOT) {
        code = ErrorCode::DiskFull;
        hint = "Free some space and try again";
    } else if (systemErrno == EEXIST || systemErrno == ENOTEMPTY) {
        code = ErrorCode::AlreadyExists;
    }
    return {code, path, std::strerror(systemErrno), hint};
}

bool isWritable(const std::string& path) {
    return ::access(path.c_str(), W_OK) == 0;
}

bool isNetworkFileSystem(const std::string& path) {
    struct statfs about {};
    if (::statfs(path.c_str(), &about) != 0)
        return false;
    constexpr std::array<std::uint32_t, 5> kMagic = {0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x65735546};
    for (const std::uint32_t magic : kMagic) // NFS, SMB, CIFS, SMB2, FUSE
        if (static_cast<std::uint32_t>(about.f_type) == magic)
            return true;
    return false;
}

bool fileExists(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

std::uint64_t fileSize(const std::string& path) {
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    return failure ? 0 : size;
}

Result<std::uint64_t> freeBytes(const std::string& folder) {
    struct statvfs about {};
    if (::statvfs(folder.c_str(), &about) != 0)
        return systemError(folder, errno);
    return checkedMultiply(about.f_bavail, about.f_frsize).value_or(UINT64_MAX);
}

Result<std::uint64_t> treeBytes(const std::string& folder) {
    std::uint64_t bytes = 0;
    if (!fileExists(folder))
        return bytes;
    std::error_code failure;
    fs::recursive_directory_iterator entry(folder, failure);
    for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        std::error_code ignored;
        if (entry->is_regular_file(ignored))
            bytes += fileSize(entry->path().string());
    }
    if (failure)
        return systemError(folder, failure.value());
    return bytes;
}

Status makeFolders(const std::string& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        return systemError(folder, failure.value());
    return {};
}

Status syncFile(const std::string& path) {
    const Descriptor file(path, O_RDONLY);
    if (!file || ::fsync(file.get()) != 0)
        return systemError(path, errno);
    return {};
}

Status renameOver(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0)
        return systemError(to, errno);
    const fs::path parent = fs::path(to).parent_path();
    return syncFile(parent.empty() ? "." : parent.string());
}

void removeTree(const std::string& path) {
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

Status copyFile(const std::string& from, const std::string& to) {
    const Descriptor source(from, O_RDONLY);
    if (!source)
        return systemError(from, errno);
    const Descriptor target(to, O_WRONLY | O_CREAT | O_EXCL);
    if (!target)
        return systemError(to, errno);
    NS_TRY(copyBytes(source.get(), target.get(), to));
    if (::fsync(target.get()) != 0)
        return systemError(to, errno);
    return {};
}

Status copyTree(const std::string& from, const std::string& to) {
    NS_TRY(makeFolders(to));
    std::error_code failure;
    fs::directory_iterator entry(from, failure);
    for (; !failure && entry != fs::directory_iterator(); entry.increment(failure))
        NS_TRY(copyEntry(*entry, fs::path(to) / entry->path().filename()));
    if (failure)
        return systemError(from, failure.value());
    return syncFile(to);
}

} // namespace neuroscribe::store
