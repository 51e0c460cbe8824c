#include "core/nn/safetensors.h"

#include "core/base/float16.h"
#include "core/text/model_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace neuroscribe::nn {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian");

/// Elements converted at a time: the buffer stays in the cache and no second copy of a tensor is ever held.
constexpr std::size_t kBlock = 1U << 16;

template <class T>
std::span<std::byte> asBytes(std::span<T> values) {
    return std::as_writable_bytes(values);
}

} // namespace

Result<std::unique_ptr<SafetensorsFile>> SafetensorsFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return Error{missing ? ErrorCode::NotFound : ErrorCode::Io, path, std::strerror(errno), ""};
    }
    std::unique_ptr<SafetensorsFile> file(new SafetensorsFile(path, descriptor));
    NS_TRY(file->readHeader());
    return file;
}

SafetensorsFile::~SafetensorsFile() {
    ::close(m_descriptor);
}

Status SafetensorsFile::readHeader() {
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return Error{ErrorCode::Io, m_path, "this is not a regular file", ""};
    const auto fileBytes = static_cast<std::uint64_t>(status.st_size);
    std::array<char, 64> beginning{};
    const std::size_t have = std::min<std::uint64_t>(beginning.size(), fileBytes);
    NS_TRY(readAt(0, asBytes(std::span(beginning.data(), have)), m_path));
    if (text::isGitLfsPointer({beginning.data(), have}))
        return text::gitLfsPointerError(m_path);
    if (fileBytes < 8)
        return Error{ErrorCode::Truncated, m_path, "the file has only " + std::to_string(fileBytes) + " bytes", ""};
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, beginning.data(), sizeof headerBytes);
    if (headerBytes > kMaxSafetensorsHeader)
        return Error{ErrorCode::Corrupt, m_path,
                     "the header claims " + std::to_string(headerBytes) + " bytes, more than the 100 MB allowed",
                     "Is this a safetensors file?"};
    if (headerBytes > fileBytes - 8)
        return Error{ErrorCode::Truncated, m_path, "the file ends inside its header", "Fetch the file again"};
    std::string header(headerBytes, '\0');
    NS_TRY(readAt(8, asBytes(std::span(header.data(), header.size())), m_path));
    NS_ASSIGN(m_tensors, parseSafetensorsHeader(header, 8 + headerBytes, fileBytes - 8 - headerBytes, m_path));
    return {};
}

const TensorInfo* SafetensorsFile::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

Status SafetensorsFile::readAt(std::uint64_t offset, std::span<std::byte> out, const std::string& where) const {
    while (!out.empty()) {
        const ssize_t n = ::pread(m_descriptor, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return Error{ErrorCode::Io, where, std::strerror(errno), ""};
        if (n == 0)
            return Error{ErrorCode::Truncated, where, "the file ends before the data does", "Fetch the file again"};
        out = out.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return {};
}

Status SafetensorsFile::readFloats(const TensorInfo& tensor, std::span<float> out) const {
    if (tensor.type == TensorType::Other)
        return Error{ErrorCode::Unsupported, tensor.where(), "the values are not F32, F16 or BF16", ""};
    if (tensor.type == TensorType::Float32)
        return readAt(tensor.begin, asBytes(out), tensor.where());
    std::vector<std::uint16_t> raw(std::min(kBlock, out.size()));
    for (std::size_t at = 0; at < out.size(); at += kBlock) {
        const std::span<float> to = out.subspan(at, std::min(kBlock, out.size() - at));
        const std::span<std::uint16_t> from = std::span(raw).first(to.size());
        NS_TRY(readAt(tensor.begin + at * sizeof(std::uint16_t), asBytes(from), tensor.where()));
        if (tensor.type == TensorType::Float16)
            halfToFloat(from, to);
        else
            std::transform(from.begin(), from.end(), to.begin(), bfloat16ToFloat);
    }
    return {};
}

} // namespace neuroscribe::nn
