// The safetensors format: 8 bytes header length, a JSON header, then the data. Read with pread, never mapped: a mapped
// file that vanishes kills the process. Format: https://huggingface.co/docs/safetensors
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

inline constexpr std::uint64_t kMaxSafetensorsHeader = 100'000'000;

using TensorTable = std::map<std::string, TensorInfo, std::less<>>;

/// Checks a header against the number of data bytes behind it: types, shapes, ranges inside the file, no overlap.
/// dataStart is added to every range. Errors: Parse, Corrupt, Truncated, ShapeMismatch; all name `file` and the tensor.
Result<TensorTable> parseSafetensorsHeader(std::string_view header, std::uint64_t dataStart, std::uint64_t dataBytes,
                                           const std::string& file);

class SafetensorsFile final : public TensorSource {
public:
    /// Errors: NotFound, Io, GitLfsPointer, Truncated, Corrupt, Parse, ShapeMismatch.
    static Result<std::unique_ptr<SafetensorsFile>> open(const std::string& path);
    ~SafetensorsFile() override;
    SafetensorsFile(const SafetensorsFile&) = delete;
    SafetensorsFile& operator=(const SafetensorsFile&) = delete;

    const TensorInfo* find(std::string_view name) const override;
    Status readFloats(const TensorInfo& tensor, std::span<float> out) const override;
    std::string path() const override { return m_path; }
    const TensorTable& tensors() const { return m_tensors; }

private:
    SafetensorsFile(std::string path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}
    Status readHeader();
    Status readAt(std::uint64_t offset, std::span<std::byte> out, const std::string& where) const;

    std::string m_path;
    int m_descriptor;
    TensorTable m_tensors;
};

} // namespace neuroscribe::nn
