#include "core/nn/input_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/float16.h"
#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "checkpoints are little-endian");

/// Elements converted at a time: the buffer stays in the cache and no second copy of a tensor is ever held.
constexpr std::size_t kBlock = 1U << 16;

} // namespace

Result<InputFile> InputFile::open(const std::string& path) {
    // Not waiting, or a named pipe would hold the program until somebody writes into it.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return Error{missing ? ErrorCode::NotFound : ErrorCode::Io, path,
                     missing ? "there is no such file" : std::strerror(errno), ""};
    }
    InputFile file(path, descriptor);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return Error{ErrorCode::Io, path, "this is not a regular file", ""};
    file.m_bytes = static_cast<std::uint64_t>(status.st_size);
    std::array<char, 64> beginning{};
    const std::size_t have = std::min<std::uint64_t>(beginning.size(), file.m_bytes);
    NS_TRY(file.readAt(0, std::as_writable_bytes(std::span(beginning.data(), have)), path));
    if (text::isGitLfsPointer({beginning.data(), have}))
        return text::gitLfsPointerError(path);
    return file;
}

InputFile::~InputFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

InputFile::InputFile(InputFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_descriptor(std::exchange(other.m_descriptor, -1)), m_bytes(other.m_bytes) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

Status InputFile::readAt(std::uint64_t offset, std::span<std::byte> out, const std::string& where) const {
    if (offset > m_bytes || out.size() > m_bytes - offset)
        return Error{ErrorCode::Truncated, where, "the file ends before the data does", "Fetch the file again"};
    while (!out.empty()) {
        const ssize_t n = ::pread(m_descriptor, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return Error{ErrorCode::Io, where, std::strerror(errno), ""};
        if (n == 0)
            return Error{ErrorCode::Truncated, where, "the file shrank while it was read", "Fetch the file again"};
        out = out.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return {};
}

Status InputFile::readFloats(const TensorInfo& tensor, std::span<float> out) const {
    if (tensor.type == TensorType::Other)
        return Error{ErrorCode::Unsupported, tensor.where(), "the values are not F32, F16 or BF16", ""};
    if (tensor.type == TensorType::Float32)
        return readAt(tensor.begin, std::as_writable_bytes(out), tensor.where());
    std::vector<std::uint16_t> raw(std::min(kBlock, out.size()));
    for (std::size_t at = 0; at < out.size(); at += kBlock) {
        const std::span<float> to = out.subspan(at, std::min(kBlock, out.size() - at));
        const std::span<std::uint16_t> from = std::span(raw).first(to.size());
        NS_TRY(readAt(tensor.begin + at * sizeof(std::uint16_t), std::as_writable_bytes(from), tensor.where()));
        if (tensor.type == TensorType::Float16)
            halfToFloat(from, to);
        else
            std::transform(from.begin(), from.end(), to.begin(), bfloat16ToFloat);
    }
    return {};
}

} // namespace neuroscribe::nn
