// Tensors of a checkpoint, placed on a torch device one after the other.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include <ATen/ATen.h>

#include "core/nn/weight_reader.h"

namespace neuroscribe::nn {

class TorchPlacer {
public:
    /// `source` outlives this object; `hasher` has taken up the config.
    TorchPlacer(const TensorSource& source, Hasher hasher, const at::Device& device, at::ScalarType type)
        : m_hasher(std::move(hasher)), m_reader(source, m_hasher), m_device(device), m_type(type) {}
    TorchPlacer(const TorchPlacer&) = delete;
    TorchPlacer& operator=(const TorchPlacer&) = delete;

    /// The first of `names` that is there. Errors: as WeightReader. Throws what torch throws.
    Result<at::Tensor> place(std::initializer_list<std::string> names, const std::vector<std::uint64_t>& shape);
    /// Tensors of one shape, one below the other.
    Result<at::Tensor> placeStacked(std::initializer_list<std::string> names, const std::vector<std::uint64_t>& shape);
    /// Of the config and all that was placed.
    Hash128 hash() const { return m_hasher.finish(); }

private:
    Hasher m_hasher;
    WeightReader m_reader;
    at::Device m_device;
    at::ScalarType m_type;
};

} // namespace neuroscribe::nn
