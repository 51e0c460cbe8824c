#include "core/nn/weight_reader.h"

#include <algorithm>

namespace neuroscribe::nn {

Result<const TensorInfo*> WeightReader::find(std::initializer_list<std::string> names,
                                             std::span<const std::uint64_t> shape) const {
    const TensorInfo* found = nullptr;
    for (auto name = names.begin(); name != names.end() && !found; ++name)
        found = m_source.find(*name);
    if (!found)
        return Error{ErrorCode::MissingTensor, m_source.path() + ": " + *names.begin(),
                     "the checkpoint has no such tensor", "Does config.json belong to this checkpoint?"};
    if (!std::equal(found->shape.begin(), found->shape.end(), shape.begin(), shape.end()))
        return Error{ErrorCode::ShapeMismatch, found->where(),
                     "the shape is " + shapeText(found->shape) + " where config.json asks for " + shapeText(shape), ""};
    return found;
}

Status WeightReader::read(const TensorInfo& tensor, std::span<float> out) {
    NS_TRY(m_source.readFloats(tensor, out));
    m_hasher.add(std::string_view(tensor.name));
    m_hasher.add(std::as_bytes(out));
    return {};
}

} // namespace neuroscribe::nn
