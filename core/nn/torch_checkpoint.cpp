#include "core/nn/torch_checkpoint.h"

#include <algorithm>
#include <optional>

#include "core/base/checked.h"

namespace neuroscribe::nn {
namespace {

constexpr std::uint64_t kMaxPickle = 100'000'000;

/// Where a tensor without gaps lies in the file; nothing where it reaches beyond its storage.
std::optional<ZipEntry> rangeOf(const PickledTensor& tensor, const ZipEntry& storage) {
    std::optional<std::uint64_t> bytes = tensor.elementBytes;
    for (const std::uint64_t n : tensor.shape)
        bytes = bytes ? checkedMultiply(*bytes, n) : bytes;
    const auto begin = checkedMultiply(tensor.offset, tensor.elementBytes);
    const auto end = begin && bytes ? checkedAdd(*begin, *bytes) : std::nullopt;
    if (!end || *end > storage.end - storage.begin)
        return std::nullopt;
    return ZipEntry{storage.begin + *begin, storage.begin + *end};
}

bool isRowMajor(const PickledTensor& tensor) {
    std::uint64_t expected = 1;
    for (std::size_t i = tensor.shape.size(); i-- > 0;) {
        if (tensor.shape[i] > 1 && tensor.strides[i] != expected)
            return false;
        expected *= std::max<std::uint64_t>(tensor.shape[i], 1);
    }
    return true;
}

/// Checkpoints that were once converted from TensorFlow store their matrices this way.
bool isTransposedMatrix(const PickledTensor& tensor) {
    return tensor.shape.size() == 2 && tensor.strides[0] == 1 && tensor.strides[1] == tensor.shape[0];
}

Result<std::string> readEntry(const InputFile& file, const ZipEntry& entry) {
    if (entry.end - entry.begin > kMaxPickle)
        return Error{ErrorCode::Corrupt, file.path(), "the description of the tensors is larger than 100 MB", ""};
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

Status TorchCheckpoint::checkMagic() const {
    std::string beginning(std::min<std::uint64_t>(4, m_file.bytes()), '\0');
    NS_TRY(m_file.readAt(0, std::as_writable_bytes(std::span(beginning.data(), beginning.size())), path()));
    if (beginning == "PK\3\4")
        return {};
    if (beginning == "\x80\x02\x8a\x0a")
        return Error{ErrorCode::Unsupported, path(), "this is a checkpoint as PyTorch wrote it before 1.6",
                     "Save the model again with a newer PyTorch, or as safetensors"};
    if (beginning.size() < 4)
        return Error{ErrorCode::Truncated, path(), "the file has only " + std::to_string(beginning.size()) + " bytes",
                     "Fetch the file again"};
    return Error{ErrorCode::Corrupt, path(), "this is not a zip archive as torch.save writes it", ""};
}

Status TorchCheckpoint::readArchive() {
    NS_TRY(checkMagic());
    NS_ASSIGN(const ZipDirectory directory, readZipDirectory(m_file));
    const std::string suffix = "/data.pkl";
    const auto pickle = std::find_if(directory.begin(), directory.end(),
                                     [&](const auto& entry) { return entry.first.ends_with(suffix); });
    if (pickle == directory.end())
        return Error{ErrorCode::Corrupt, path(), "the archive has no data.pkl", "Is this a file of torch.save?"};
    const std::string folder = pickle->first.substr(0, pickle->first.size() - suffix.size());
    if (const auto order = directory.find(folder + "/byteorder"); order != directory.end()) {
        NS_ASSIGN(const std::string text, readEntry(m_file, order->second));
        if (text != "little")
            return Error{ErrorCode::Unsupported, path() + ": " + order->first, "the numbers are not little-endian", ""};
    }
    NS_ASSIGN(const std::string bytes, readEntry(m_file, pickle->second));
    NS_ASSIGN(const StateDict tensors, readStateDict(bytes, path() + ": " + pickle->first));
    for (const auto& [name, tensor] : tensors)
        NS_TRY(addTensor(name, tensor, folder, directory));
    return {};
}

Status TorchCheckpoint::addTensor(const std::string& name, const PickledTensor& pickled, const std::string& folder,
                                  const ZipDirectory& directory) {
    Entry entry{{name, path(), pickled.type, pickled.shape, 0, 0}, false};
    const auto storage = directory.find(folder + "/data/" + pickled.storageKey);
    if (storage == directory.end())
        return Error{ErrorCode::Corrupt, entry.info.where(), "the archive lacks the tensor's storage",
                     "Fetch the file again"};
    entry.isTransposed = !isRowMajor(pickled) && isTransposedMatrix(pickled);
    if (!isRowMajor(pickled) && !entry.isTransposed) {
        if (pickled.type == TensorType::Other)
            return {}; // no weight: position ids and the like
        return Error{ErrorCode::Unsupported, entry.info.where(), "the tensor is not stored in row-major order",
                     "Save the model again as safetensors"};
    }
    const std::optional<ZipEntry> range = rangeOf(pickled, storage->second);
    if (!range)
        return Error{ErrorCode::Truncated, entry.info.where(), "the tensor reaches beyond its storage",
                     "Fetch the file again"};
    entry.info.begin = range->begin;
    entry.info.end = range->end;
    m_tensors.emplace(name, std::move(entry));
    return {};
}

const TensorInfo* TorchCheckpoint::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second.info;
}

Status TorchCheckpoint::readFloats(const TensorInfo& tensor, std::span<float> out) const {
    if (!m_tensors.at(tensor.name).isTransposed)
        return m_file.readFloats(tensor, out);
    std::vector<float> stored(out.size());
    NS_TRY(m_file.readFloats(tensor, stored));
    const std::size_t rows = tensor.shape[0];
    const std::size_t columns = tensor.shape[1];
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            out[row * columns + column] = stored[column * rows + row];
    return {};
}

} // namespace neuroscribe::nn
