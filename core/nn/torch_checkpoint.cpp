#include "core/nn/torch_checkpoint.h"

#include <algorithm>
#include <optional>

#include "core/base/checked.h"

namespace neuroscribe::nn {
namespace {

constexpr std::uint64_t kMaxPickle = 100'000'000;

/// Elements of a tensor whose strides are those of row-major order; nothing for any other, or on overflow.
std::optional<std::uint64_t> rowMajorElements(const PickledTensor& tensor) {
    std::optional<std::uint64_t> elements = 1;
    for (std::size_t i = tensor.shape.size(); elements && i-- > 0;) {
        if (tensor.shape[i] > 1 && tensor.strides[i] != *elements)
            return std::nullopt;
        elements = checkedMultiply(*elements, tensor.shape[i]);
    }
    return elements;
}

Result<std::string> readEntry(const InputFile& file, const ZipEntry& entry, std::uint64_t most) {
    if (entry.end - entry.begin > most)
        return Error{ErrorCode::Corrupt, file.path(), "the pickle is larger than 100 MB", ""};
    std::string text(entry.end - entry.begin, '\0');
    NS_TRY(file.readAt(entry.begin, std::as_writable_bytes(std::span(text.data(), text.size())), file.path()));
    return text;
}

} // namespace

Result<std::unique_ptr<TensorSource>> TorchCheckpoint::open(const std::string& path) {
    NS_ASSIGN(InputFile file, InputFile::open(path));
    std::unique_ptr<TorchCheckpoint> checkpoint(new TorchCheckpoint(std::move(file)));
    NS_TRY(checkpoint->readArchive());
    return std::unique_ptr<TensorSource>(std::move(checkpoint));
}

Status TorchCheckpoint::readArchive() {
    std::string beginning(std::min<std::uint64_t>(4, m_file.bytes()), '\0');
    NS_TRY(m_file.readAt(0, std::as_writable_bytes(std::span(beginning.data(), beginning.size())), path()));
    if (beginning != "PK\3\4")
        return Error{ErrorCode::Unsupported, path(), "this is not a zip archive as torch.save writes it since 1.6",
                     "Save the model again with a newer PyTorch, or as safetensors"};
    NS_ASSIGN(const ZipDirectory directory, readZipDirectory(m_file));
    const std::string suffix = "/data.pkl";
    const auto pickle = std::find_if(directory.begin(), directory.end(),
                                     [&](const auto& entry) { return entry.first.ends_with(suffix); });
    if (pickle == directory.end())
        return Error{ErrorCode::Corrupt, path(), "the archive has no data.pkl", ""};
    const std::string folder = pickle->first.substr(0, pickle->first.size() - suffix.size());
    if (const auto order = directory.find(folder + "/byteorder"); order != directory.end()) {
        NS_ASSIGN(const std::string text, readEntry(m_file, order->second, 100));
        if (text != "little")
            return Error{ErrorCode::Unsupported, path(), "the numbers are not little-endian", ""};
    }
    NS_ASSIGN(const std::string bytes, readEntry(m_file, pickle->second, kMaxPickle));
    NS_ASSIGN(const auto tensors, readStateDict(bytes, path() + ": " + pickle->first));
    for (const PickledTensor& tensor : tensors)
        NS_TRY(addTensor(tensor, folder, directory));
    return {};
}

Status TorchCheckpoint::addTensor(const PickledTensor& pickled, const std::string& folder,
                                  const ZipDirectory& directory) {
    if (pickled.type == TensorType::Other)
        return {}; // position ids and the like
    TensorInfo tensor{pickled.name, path(), pickled.type, pickled.shape, 0, 0};
    const auto entry = directory.find(folder + "/data/" + pickled.storageKey);
    if (entry == directory.end())
        return Error{ErrorCode::Corrupt, tensor.where(), "the archive lacks the tensor's storage", ""};
    if (pickled.strides.size() != pickled.shape.size())
        return Error{ErrorCode::Corrupt, tensor.where(), "shape and strides differ in length", ""};
    const auto elements = rowMajorElements(pickled);
    if (!elements)
        return Error{ErrorCode::Unsupported, tensor.where(), "the tensor is not stored in row-major order",
                     "Save the model again as safetensors"};
    const auto begin = checkedMultiply(pickled.offset, pickled.elementBytes);
    const auto bytes = checkedMultiply(*elements, pickled.elementBytes);
    const auto end = begin && bytes ? checkedAdd(*begin, *bytes) : std::nullopt;
    if (!end || *end > entry->second.end - entry->second.begin)
        return Error{ErrorCode::Truncated, tensor.where(), "the tensor reaches beyond its storage",
                     "Fetch the file again"};
    tensor.begin = entry->second.begin + *begin;
    tensor.end = entry->second.begin + *end;
    const std::string name = tensor.name;
    m_tensors.insert_or_assign(name, std::move(tensor));
    return {};
}

const TensorInfo* TorchCheckpoint::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

Status TorchCheckpoint::readFloats(const TensorInfo& tensor, std::span<float> out) const {
    return m_file.readFloats(tensor, out);
}

} // namespace neuroscribe::nn
