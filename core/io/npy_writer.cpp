#include "core/io/npy_writer.h"

#include <bit>

#include "core/base/checked.h"

static_assert(std::endian::native == std::endian::little, "values are written as they lie in memory");

namespace neuroscribe::io {
namespace {

constexpr std::size_t kAlignment = 64; // the format asks for it, so that arrays can be mapped

struct TypeInfo {
    const char* name;
    std::size_t size;
};

TypeInfo infoOf(NpyType type) {
    switch (type) {
    case NpyType::Float32:
        return {"<f4", 4};
    case NpyType::Int8:
        return {"|i1", 1};
    case NpyType::Int64:
        break;
    }
    return {"<i8", 8};
}

std::string makeHeader(const TypeInfo& type, std::size_t rows, std::size_t columns) {
    constexpr std::size_t kPrefix = 10; // magic, version, length of the dictionary
    std::string dictionary = std::string("{'descr': '") + type.name + "', 'fortran_order': False, 'shape': (" +
                             std::to_string(rows) + ", " + std::to_string(columns) + "), }";
    while ((kPrefix + dictionary.size() + 1) % kAlignment != 0)
        dictionary += ' ';
    dictionary += '\n';
    const auto length = static_cast<std::uint16_t>(dictionary.size());
    std::string header = "\x93NUMPY";
    header += {'\x01', '\x00', static_cast<char>(length & 0xFFU), static_cast<char>(length >> 8U)};
    return header + dictionary;
}

} // namespace

Result<NpyWriter> NpyWriter::create(const std::string& path, NpyType type, std::size_t rows, std::size_t columns) {
    const TypeInfo info = infoOf(type);
    const auto cells = checkedMultiply(rows, columns);
    const auto bytes = cells ? checkedMultiply(*cells, info.size) : std::nullopt;
    if (!bytes)
        return Error{ErrorCode::InvalidArgument, path, "the array is too large", ""};
    NS_ASSIGN(store::PartFile file, store::PartFile::create(path));
    const std::string header = makeHeader(info, rows, columns);
    NS_TRY(file.file().writeAt(0, std::as_bytes(std::span(header))));
    return NpyWriter(std::move(file), header.size(), header.size() + *bytes);
}

Status NpyWriter::append(std::span<const std::byte> values) {
    if (values.size() > m_end - m_offset)
        return Error{ErrorCode::Mismatch, m_file.file().path(), "more values than the array has room for", ""};
    NS_TRY(m_file.file().writeAt(m_offset, values));
    m_offset += values.size();
    return {};
}

Status NpyWriter::finish() {
    if (m_offset != m_end)
        return Error{ErrorCode::Mismatch, m_file.file().path(), "fewer values than the array has room for", ""};
    return m_file.commit();
}

} // namespace neuroscribe::io
