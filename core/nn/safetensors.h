// The safetensors format: 8 bytes header length, a JSON header, then the data.
// Format: https://huggingface.co/docs/safetensors
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/nn/input_file.h"
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
    const TensorInfo* find(std::string_view name) const override;
    Status readFloats(const TensorInfo& tensor, std::span<float> out) const override;
    std::string path() const override { return m_file.path(); }
    const TensorTable& tensors() const { return m_tensors; }

private:
    explicit SafetensorsFile(InputFile file) : m_file(std::move(file)) {}
    Status readHeader();

    InputFile m_file;
    TensorTable m_tensors;
};

} // namespace neuroscribe::nn
