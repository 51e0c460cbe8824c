#include "core/store/file.h"

#include "core/store/files.h"

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <set>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace neuroscribe::store {
namespace {

// Linux transfers at most 0x7ffff000 bytes a call; smaller pieces also keep a single call short.
constexpr std::size_t kMaxTransfer = std::size_t{256} << 20;
constexpr const char* kPartEnding = ".part";

/// Part files under way in this process.
struct Parts {
    std::mutex mutex;
    std::multiset<std::string> paths;
};
Parts& parts() {
    static Parts all;
    return all;
}

void enter(const std::string& path) {
    const std::lock_guard lock(parts().mutex);
    parts().paths.insert(path);
}

void leave(const std::string& path) {
    const std::lock_guard lock(parts().mutex);
    if (const auto found = parts().paths.find(path); found != parts().paths.end())
        parts().paths.erase(found);
}

} // namespace

Result<File> File::open(const std::string& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        Error error = systemError(path, errno);
        if (error.code == ErrorCode::ReadOnly && (flags & O_ACCMODE) == O_RDONLY)
            error.code = ErrorCode::Io;
        return error;
    }
    return File(descriptor, path);
}

Result<File> File::openForReading(const std::string& path) {
    NS_ASSIGN(File file, open(path, O_RDONLY | O_NONBLOCK)); // a FIFO would block
    struct stat status {};
    if (::fstat(file.m_descriptor, &status) != 0)
        return systemError(path, errno);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::Io, path, "this is not a regular file", ""};
    return file;
}

Result<File> File::create(const std::string& path) {
    return open(path, O_RDWR | O_CREAT | O_TRUNC);
}

Result<File> File::openOrCreate(const std::string& path) {
    return open(path, O_RDWR | O_CREAT);
}

File::File(File&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_path(std::move(other.m_path)) {}

File& File::operator=(File&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

File::~File() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::uint64_t> File::size() const {
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0)
        return systemError(m_path, errno);
    return static_cast<std::uint64_t>(status.st_size);
}

Status File::readAt(std::uint64_t offset, std::span<std::byte> bytes) const {
    while (!bytes.empty()) {
        const ssize_t got =
            ::pread(m_descriptor, bytes.data(), std::min(bytes.size(), kMaxTransfer), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemError(m_path, errno);
        if (got == 0)
            return Error{ErrorCode::Truncated, m_path, "the file ends at byte " + std::to_string(offset), ""};
        bytes = bytes.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return {};
}

Status File::writeAt(std::uint64_t offset, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t put =
            ::pwrite(m_descriptor, bytes.data(), std::min(bytes.size(), kMaxTransfer), static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return systemError(m_path, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(put));
        offset += static_cast<std::uint64_t>(put);
    }
    return {};
}

Status File::truncate(std::uint64_t size) {
    if (::ftruncate(m_descriptor, static_cast<off_t>(size)) != 0)
        return systemError(m_path, errno);
    return {};
}

void File::adviseSequential() const {
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
}

Status File::sync() {
    if (::fsync(m_descriptor) != 0)
        return systemError(m_path, errno);
    return {};
}

Status File::close() {
    if (const int descriptor = std::exchange(m_descriptor, -1); descriptor >= 0 && ::close(descriptor) != 0)
        return systemError(m_path, errno);
    return {};
}

Result<PartFile> PartFile::create(const std::string& finalPath) {
    auto file = File::create(finalPath + kPartEnding);
    if (!file) {
        Error error = file.error();
        error.where = finalPath;
        return error;
    }
    file->m_path = finalPath;
    enter(finalPath + kPartEnding);
    return PartFile(std::move(file).value());
}

PartFile::PartFile(PartFile&& other) noexcept
    : m_file(std::move(other.m_file)), m_pending(std::exchange(other.m_pending, false)) {}

PartFile::~PartFile() {
    if (!m_pending)
        return;
    ::unlink(partPath().c_str());
    leave(partPath());
}

std::string PartFile::partPath() const {
    return m_file.path() + kPartEnding;
}

Status PartFile::commit() {
    NS_TRY(m_file.sync());
    NS_TRY(m_file.close());
    NS_TRY(renameOver(partPath(), m_file.path()));
    m_pending = false;
    leave(partPath());
    return {};
}

void removePartFiles() {
    const std::lock_guard lock(parts().mutex);
    for (const std::string& path : parts().paths)
        ::unlink(path.c_str());
}

} // namespace neuroscribe::store
