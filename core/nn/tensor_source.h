// Where the weights of a model come from: one file or several, read piece by piece into the caller's buffers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::nn {

enum class TensorType : std::uint8_t { Float32, Float16, BFloat16, Other };

struct TensorInfo {
    std::string name;
    std::string file; ///< path, for errors
    TensorType type = TensorType::Other;
    std::vector<std::uint64_t> shape;
    std::uint64_t begin = 0; ///< byte range inside the file
    std::uint64_t end = 0;

    std::uint64_t elements() const; ///< product of the shape; cannot overflow once a source has accepted the tensor
    std::string where() const { return file + ": " + name; }
};

/// "[2, 3]"
std::string shapeText(std::span<const std::uint64_t> shape);

/// Thread-safe for reading.
class TensorSource {
public:
    virtual ~TensorSource() = default;
    virtual const TensorInfo* find(std::string_view name) const = 0;
    /// `tensor` came from find(); out.size() == tensor.elements(). Errors: Unsupported (a type that is not floating
    /// point), Io, Truncated (the file shrank).
    virtual Status readFloats(const TensorInfo& tensor, std::span<float> out) const = 0;
    /// What to call the whole in an error about a missing tensor.
    virtual std::string path() const = 0;
};

} // namespace neuroscribe::nn
