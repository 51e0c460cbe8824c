#include "core/store/lock_file.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/store/files.h"

namespace neuroscribe::store {
namespace {

bool tryLock(int descriptor) {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(descriptor, F_OFD_SETLK, &whole) == 0;
}

std::string readHolder(int descriptor) {
    std::array<char, 300> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "an unknown process";
}

/// False when the holder removed the file between our open and our lock: then we hold a file that nobody will find.
bool isStillThere(int descriptor, const std::string& path) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

Status writeHolder(int descriptor, const std::string& path) {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0)
        host[0] = '?';
    const std::string text = std::to_string(::getpid()) + "@" + host.data();
    const bool written =
        ::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, text.data(), text.size(), 0) == ssize_t(text.size());
    if (!written)
        return systemError(path, errno ? errno : ENOSPC);
    return {};
}

Error lockError(int descriptor, const std::string& path, int systemErrno) {
    if (systemErrno == EAGAIN || systemErrno == EACCES)
        return {ErrorCode::Locked, path, "the study is open in process " + readHolder(descriptor),
                "Close it there, or open it read-only"};
    if (systemErrno == ENOLCK || systemErrno == EINVAL || systemErrno == EOPNOTSUPP || systemErrno == ENOSYS)
        return {ErrorCode::Unsupported, path, "this file system has no locks", {}};
    return systemError(path, systemErrno);
}

} // namespace

Result<LockFile> LockFile::acquire(const std::string& path) {
    for (;;) {
        const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor < 0)
            return systemError(path, errno);
        if (!tryLock(descriptor)) {
            Error error = lockError(descriptor, path, errno);
            ::close(descriptor);
            return error;
        }
        if (!isStillThere(descriptor, path)) {
            ::close(descriptor);
            continue;
        }
        LockFile lock(path, descriptor);
        NS_TRY(writeHolder(descriptor, path));
        return lock;
    }
}

LockFile::LockFile(LockFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
    if (this != &other) {
        release();
        m_path = std::move(other.m_path);
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

LockFile::~LockFile() {
    release();
}

void LockFile::release() {
    if (m_descriptor < 0)
        return;
    ::unlink(m_path.c_str()); // while still locked: nobody else can hold this name
    ::close(std::exchange(m_descriptor, -1));
}

} // namespace neuroscribe::store
