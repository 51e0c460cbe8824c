#include "core/nn/safetensors.h"

namespace neuroscribe::nn {

Result<std::unique_ptr<SafetensorsFile>> SafetensorsFile::open(const std::string& path) {
    NS_ASSIGN(InputFile input, InputFile::open(path));
    std::unique_ptr<SafetensorsFile> file(new SafetensorsFile(std::move(input)));
    NS_TRY(file->readHeader());
    return file;
}

Status SafetensorsFile::readHeader() {
    const std::uint64_t fileBytes = m_file.bytes();
    if (fileBytes < 8)
        return Error{ErrorCode::Truncated, path(), "the file has only " + std::to_string(fileBytes) + " bytes", ""};
    std::uint64_t headerBytes = 0;
    NS_TRY(m_file.readAt(0, std::as_writable_bytes(std::span(&headerBytes, 1)), path()));
    if (headerBytes > kMaxSafetensorsHeader)
        return Error{ErrorCode::Corrupt, path(),
                     "the header claims " + std::to_string(headerBytes) + " bytes, more than the 100 MB allowed",
                     "Is this a safetensors file?"};
    if (headerBytes > fileBytes - 8)
        return Error{ErrorCode::Truncated, path(), "the file ends inside its header", "Fetch the file again"};
    std::string header(headerBytes, '\0');
    NS_TRY(m_file.readAt(8, std::as_writable_bytes(std::span(header.data(), header.size())), path()));
    NS_ASSIGN(m_tensors, parseSafetensorsHeader(header, 8 + headerBytes, fileBytes - 8 - headerBytes, path()));
    return {};
}

const TensorInfo* SafetensorsFile::find(std::string_view name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

Status SafetensorsFile::readFloats(const TensorInfo& tensor, std::span<float> out) const {
    return m_file.readFloats(tensor, out);
}

} // namespace neuroscribe::nn
