#include "core/nn/module/torch_placer.h"

#include <span>

namespace neuroscribe::nn {

Result<at::Tensor> TorchPlacer::place(std::initializer_list<std::string> names,
                                      const std::vector<std::uint64_t>& shape) {
    NS_ASSIGN(const TensorInfo* info, m_reader.find(names, shape));
    const std::vector<std::int64_t> sizes(shape.begin(), shape.end());
    const at::Tensor tensor = at::empty(sizes, at::kFloat);
    NS_TRY(m_reader.read(*info, {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())}));
    return tensor.to(m_device, m_type);
}

Result<at::Tensor> TorchPlacer::placeStacked(std::initializer_list<std::string> names,
                                             const std::vector<std::uint64_t>& shape) {
    std::vector<at::Tensor> parts;
    for (const std::string& name : names) {
        NS_ASSIGN(at::Tensor part, place({name}, shape));
        parts.push_back(std::move(part));
    }
    return at::cat(parts);
}

} // namespace neuroscribe::nn
