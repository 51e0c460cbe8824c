#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/base/checked.h"
#include "core/nn/safetensors.h"

namespace neuroscribe::nn {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxDimensions = 16;

struct TypeName {
    const char* name;
    TensorType type;
    std::uint64_t bytes; ///< of one element
};
constexpr std::array<TypeName, 14> kTypes{{{"F32", TensorType::Float32, 4},
                                           {"F16", TensorType::Float16, 2},
                                           {"BF16", TensorType::BFloat16, 2},
                                           {"F64", TensorType::Other, 8},
                                           {"I64", TensorType::Other, 8},
                                           {"U64", TensorType::Other, 8},
                                           {"I32", TensorType::Other, 4},
                                           {"U32", TensorType::Other, 4},
                                           {"I16", TensorType::Other, 2},
                                           {"U16", TensorType::Other, 2},
                                           {"I8", TensorType::Other, 1},
                                           {"U8", TensorType::Other, 1},
                                           {"BOOL", TensorType::Other, 1},
                                           {"F8_E4M3", TensorType::Other, 1}}};

/// Fills type and returns the bytes of one element; 0 for a type that is not known.
std::uint64_t readType(const json& entry, TensorType& type) {
    const auto found = entry.find("dtype");
    if (found == entry.end() || !found->is_string())
        return 0;
    const auto& name = found->get_ref<const std::string&>();
    const auto known = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& t) { return name == t.name; });
    if (known == kTypes.end())
        return 0;
    type = known->type;
    return known->bytes;
}

bool readNumbers(const json& entry, const char* key, std::size_t most, std::vector<std::uint64_t>& numbers) {
    const auto found = entry.find(key);
    if (found == entry.end() || !found->is_array() || found->size() > most)
        return false;
    for (const json& number : *found) {
        if (!number.is_number_unsigned())
            return false;
        numbers.push_back(number.get<std::uint64_t>());
    }
    return true;
}

Status readEntry(const json& entry, std::uint64_t dataStart, std::uint64_t dataBytes, TensorInfo& tensor) {
    std::vector<std::uint64_t> range;
    if (!entry.is_object() || !readNumbers(entry, "shape", kMaxDimensions, tensor.shape) ||
        !readNumbers(entry, "data_offsets", 2, range) || range.size() != 2)
        return Error{ErrorCode::Parse, tensor.where(), "the header entry lacks a usable shape or data_offsets", ""};
    std::optional<std::uint64_t> bytes = readType(entry, tensor.type);
    const bool typeIsKnown = *bytes != 0;
    if (range[0] > range[1])
        return Error{ErrorCode::Corrupt, tensor.where(), "the data begins after its end", ""};
    if (range[1] > dataBytes)
        return Error{ErrorCode::Truncated, tensor.where(),
                     "the data ends at byte " + std::to_string(range[1]) + " but the file has only " +
                         std::to_string(dataBytes) + " bytes of data",
                     "Fetch the file again"};
    for (const std::uint64_t n : tensor.shape)
        bytes = bytes ? checkedMultiply(*bytes, n) : bytes;
    if (typeIsKnown && (!bytes || *bytes != range[1] - range[0]))
        return Error{ErrorCode::ShapeMismatch, tensor.where(),
                     "shape " + shapeText(tensor.shape) + " does not fill " + std::to_string(range[1] - range[0]) +
                         " bytes",
                     ""};
    tensor.begin = dataStart + range[0];
    tensor.end = dataStart + range[1];
    return {};
}

Status checkOverlap(const TensorTable& tensors) {
    std::vector<const TensorInfo*> order;
    for (const auto& [name, tensor] : tensors)
        if (tensor.end > tensor.begin)
            order.push_back(&tensor);
    std::sort(order.begin(), order.end(), [](auto* a, auto* b) { return a->begin < b->begin; });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i]->begin < order[i - 1]->end)
            return Error{ErrorCode::Corrupt, order[i]->where(), "the data overlaps that of " + order[i - 1]->name, ""};
    return {};
}

} // namespace

std::uint64_t TensorInfo::elements() const {
    std::uint64_t product = 1;
    for (const std::uint64_t n : shape)
        product *= n;
    return product;
}

std::string shapeText(std::span<const std::uint64_t> shape) {
    std::string text = "[";
    for (const std::uint64_t n : shape) {
        text += text.size() == 1 ? "" : ", ";
        text += std::to_string(n);
    }
    return text + "]";
}

Result<TensorTable> parseSafetensorsHeader(std::string_view header, std::uint64_t dataStart, std::uint64_t dataBytes,
                                           const std::string& file) {
    const json entries = json::parse(header, nullptr, false);
    if (!entries.is_object())
        return Error{ErrorCode::Parse, file, "the safetensors header is not a JSON object", ""};
    TensorTable tensors;
    for (const auto& [name, entry] : entries.items()) {
        if (name == "__metadata__")
            continue;
        TensorInfo tensor;
        tensor.name = name;
        tensor.file = file;
        NS_TRY(readEntry(entry, dataStart, dataBytes, tensor));
        tensors.emplace(name, std::move(tensor));
    }
    NS_TRY(checkOverlap(tensors));
    return tensors;
}

} // namespace neuroscribe::nn
