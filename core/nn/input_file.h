// A file read at given places with pread, never mapped: a mapped file that vanishes kills the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

/// Thread-safe for reading.
class InputFile {
public:
    /// Errors: NotFound, Io, GitLfsPointer.
    static Result<InputFile> open(const std::string& path);
    ~InputFile();
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;

    const std::string& path() const { return m_path; }
    std::uint64_t bytes() const { return m_bytes; }
    /// Fills `out` from `offset` on. Errors: Io, Truncated; both name `where`.
    Status readAt(std::uint64_t offset, std::span<std::byte> out, const std::string& where) const;
    /// Errors: the above, Unsupported (a type that is not floating point). out.size() == tensor.elements().
    Status readFloats(const TensorInfo& tensor, std::span<float> out) const;

private:
    InputFile(std::string path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}

    std::string m_path;
    int m_descriptor = -1;
    std::uint64_t m_bytes = 0;
};

} // namespace neuroscribe::nn
