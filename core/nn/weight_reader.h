// Tensors of a checkpoint, one at a time: found, checked against the config, read and hashed, so that a model that does
// not fit into memory twice can still be placed on a device.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

class WeightReader {
public:
    /// Both outlive this object.
    WeightReader(const TensorSource& source, Hasher& hasher) : m_source(source), m_hasher(hasher) {}

    /// The first of `names` that the checkpoint has. Errors: MissingTensor (names the first), ShapeMismatch.
    Result<const TensorInfo*> find(std::initializer_list<std::string> names,
                                   std::span<const std::uint64_t> shape) const;
    /// `tensor` came from find(); out.size() == tensor.elements(). Errors: as TensorSource::readFloats.
    Status read(const TensorInfo& tensor, std::span<float> out);

private:
    const TensorSource& m_source;
    Hasher& m_hasher;
};

} // namespace neuroscribe::nn
