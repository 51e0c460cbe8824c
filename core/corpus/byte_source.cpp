#include "core/corpus/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace neuroscribe::corpus {
namespace {

Error fileError(const std::string& path, int systemErrno) {
    const bool missing = systemErrno == ENOENT || systemErrno == ENOTDIR;
    return {missing ? ErrorCode::NotFound : ErrorCode::Io, path, std::strerror(systemErrno), {}};
}

class FileSource final : public ByteSource {
public:
    FileSource(std::string path, int descriptor, std::stop_token stop)
        : m_path(std::move(path)), m_descriptor(descriptor), m_stop(std::move(stop)) {}
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override { ::close(m_descriptor); }

    Result<std::size_t> read(std::span<char> bytes) override {
        // Here too, not only between records: one record may be a whole disk long.
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, m_path, "reading was cancelled", {}};
        ssize_t got = 0;
        do
            got = ::read(m_descriptor, bytes.data(), bytes.size());
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return fileError(m_path, errno);
        m_position += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }

    std::uint64_t position() const override { return m_position; }

private:
    std::string m_path;
    int m_descriptor;
    std::stop_token m_stop;
    std::uint64_t m_position = 0;
};

} // namespace

Result<std::size_t> MemorySource::read(std::span<char> bytes) {
    const std::size_t count = std::min(bytes.size(), m_bytes.size() - m_position);
    std::copy_n(m_bytes.data() + m_position, count, bytes.data());
    m_position += count;
    return count;
}

Result<std::unique_ptr<ByteSource>> openFile(const std::string& path, std::stop_token stop) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fileError(path, errno);
    auto source = std::make_unique<FileSource>(path, descriptor, std::move(stop));
    struct stat about {};
    if (::fstat(descriptor, &about) == 0 && S_ISDIR(about.st_mode))
        return Error{ErrorCode::Io, path, "it is a folder, not a file", "Name the files in it"};
    return std::unique_ptr<ByteSource>(std::move(source));
}

} // namespace neuroscribe::corpus
