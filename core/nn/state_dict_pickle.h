// The part of Python's pickle format that a state dict of torch.save consists of: an interpreter that can build
// dictionaries, tuples and tensors and nothing else. It runs no code, whatever the file says.
// Format: Python's pickletools, protocols 2 to 4.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/nn/tensor_source.h"

namespace neuroscribe::nn {

/// A tensor of a state dict: a view into a storage, which is an entry of the archive.
struct PickledTensor {
    std::string storageKey; ///< entry data/<key>
    TensorType type = TensorType::Other;
    std::uint64_t elementBytes = 0;
    std::uint64_t offset = 0;           ///< elements
    std::vector<std::uint64_t> shape;   ///< at most 16 dimensions
    std::vector<std::uint64_t> strides; ///< elements; as many as the shape has
};
using StateDict = std::map<std::string, PickledTensor, std::less<>>; ///< by name

/// The tensors of a dictionary from text to tensors; other values of it are skipped. Takes memory in proportion to the
/// pickle. Errors: Parse (not a pickle of that kind), Unsupported (an operation that state dicts do not use); name
/// `where`.
Result<StateDict> readStateDict(std::string_view pickle, const std::string& where);

} // namespace neuroscribe::nn
