#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <new>
#include <optional>
#include <span>

#include "core/base/checked.h"
#include "core/io/npy.h"
#include "core/io/npy_header.h"
#include "core/io/npy_writer.h"
#include "core/store/file.h"

static_assert(std::endian::native == std::endian::little, "values are read as they lie in memory");

namespace neuroscribe::io {
namespace {

constexpr std::uint64_t kMaxHeaderBytes = std::uint64_t{1} << 20;
constexpr std::size_t kChunkValues = std::size_t{1} << 16;

/// An open array: where its values begin, of which type and how many.
struct Opened {
    store::File file;
    NpyHeader header;
    std::uint64_t offset = 0;
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;
};

Result<std::uint64_t> headerLength(const store::File& file, std::uint64_t& offset) {
    std::array<unsigned char, 12> start{};
    NS_TRY(file.readAt(0, std::as_writable_bytes(std::span(start).first(10))));
    if (std::memcmp(start.data(), "\x93NUMPY", 6) != 0)
        return Error{ErrorCode::Parse, file.path(), "this is not a NumPy file", "Save the array with numpy.save"};
    const unsigned version = start[6];
    if (version < 1 || version > 3)
        return Error{ErrorCode::Unsupported, file.path(), "NumPy format " + std::to_string(version) + " is not known",
                     "Save the array with numpy.save"};
    offset = 10;
    if (version == 1)
        return std::uint64_t{start[8]} | std::uint64_t{start[9]} << 8U;
    offset = 12;
    NS_TRY(file.readAt(8, std::as_writable_bytes(std::span(start).subspan(8, 4))));
    const std::uint64_t length = std::uint64_t{start[8]} | std::uint64_t{start[9]} << 8U |
                                 std::uint64_t{start[10]} << 16U | std::uint64_t{start[11]} << 24U;
    if (length > kMaxHeaderBytes)
        return Error{ErrorCode::Parse, file.path(), "the header of the NumPy file is too long", ""};
    return length;
}

Status checkShape(Opened& opened) {
    const std::string& path = opened.file.path();
    const auto& shape = opened.header.shape;
    if (shape.size() != 2)
        return Error{ErrorCode::Unsupported, path,
                     "an array of two dimensions is needed, this one has " + std::to_string(shape.size()), ""};
    if (opened.header.fortranOrder)
        return Error{ErrorCode::Unsupported, path, "the array is in Fortran order",
                     "Save numpy.ascontiguousarray(array)"};
    constexpr std::uint64_t kMaxSide = std::numeric_limits<std::uint32_t>::max();
    if (shape[0] > kMaxSide || shape[1] > kMaxSide)
        return Error{ErrorCode::Unsupported, path, "a side of the array is 2^32 or longer", ""};
    opened.rows = shape[0];
    opened.columns = shape[1];
    return {};
}

Result<Opened> openArray(const std::string& path) {
    NS_ASSIGN(store::File file, store::File::openForReading(path));
    Opened opened{std::move(file), {}, 0, 0, 0};
    NS_ASSIGN(const std::uint64_t length, headerLength(opened.file, opened.offset));
    std::string text(length, '\0');
    NS_TRY(opened.file.readAt(opened.offset, std::as_writable_bytes(std::span(text))));
    NS_ASSIGN(opened.header, parseNpyHeader(text, path));
    opened.offset += length;
    NS_TRY(checkShape(opened));
    return opened;
}

/// The file must hold exactly the values that its header promises.
Result<std::size_t> countValues(const Opened& opened, std::size_t valueSize) {
    const std::uint64_t values = opened.rows * opened.columns; // both below 2^32
    const auto bytes = checkedMultiply(values, valueSize);
    const auto end = bytes ? checkedAdd(*bytes, opened.offset) : std::nullopt;
    NS_ASSIGN(const std::uint64_t size, opened.file.size());
    if (!end || *end > size)
        return Error{ErrorCode::Truncated, opened.file.path(), "the file ends before its last value",
                     "Save the array again"};
    if (*end < size)
        return Error{ErrorCode::Parse, opened.file.path(), "there are bytes after the last value",
                     "Save the array again"};
    return static_cast<std::size_t>(values);
}

/// Reads values of the stored type chunk by chunk; convert: false for a value that does not fit.
template <class Stored, class T, class Convert>
Result<Array2d<T>> readAs(const Opened& opened, Convert convert) {
    NS_ASSIGN(const std::size_t count, countValues(opened, sizeof(Stored)));
    Array2d<T> array{static_cast<std::size_t>(opened.rows), static_cast<std::size_t>(opened.columns), {}};
    try {
        array.values.resize(count);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, opened.file.path(), "the array does not fit into memory", ""};
    }
    std::vector<Stored> chunk(std::min(count, kChunkValues));
    for (std::size_t done = 0; done < count; done += chunk.size()) {
        chunk.resize(std::min(chunk.size(), count - done));
        NS_TRY(opened.file.readAt(opened.offset + done * sizeof(Stored), std::as_writable_bytes(std::span(chunk))));
        for (std::size_t i = 0; i < chunk.size(); ++i)
            if (!convert(chunk[i], array.values[done + i]))
                return Error{ErrorCode::Parse,
                             opened.file.path() + ": row " + std::to_string((done + i) / opened.columns),
                             "a value is outside -128 to 127", ""};
    }
    return array;
}

template <class Stored>
Result<Array2d<float>> readFloats(const Opened& opened) {
    return readAs<Stored, float>(opened, [](Stored stored, float& value) {
        value = static_cast<float>(stored);
        return true;
    });
}

template <class Stored>
Result<Array2d<std::int8_t>> readInts(const Opened& opened) {
    return readAs<Stored, std::int8_t>(opened, [](Stored stored, std::int8_t& value) {
        value = static_cast<std::int8_t>(stored);
        return value == stored;
    });
}

Error wrongType(const Opened& opened, const std::string& wanted) {
    return {ErrorCode::Unsupported, opened.file.path(), "values of type " + opened.header.descr + " are not read here",
            "Save the array as " + wanted};
}

} // namespace

Result<Array2d<float>> readFloatNpy(const std::string& path) {
    NS_ASSIGN(const Opened opened, openArray(path));
    if (opened.header.descr == "<f4")
        return readFloats<float>(opened);
    if (opened.header.descr == "<f8")
        return readFloats<double>(opened);
    return wrongType(opened, "float32");
}

Result<Array2d<std::int8_t>> readInt8Npy(const std::string& path) {
    NS_ASSIGN(const Opened opened, openArray(path));
    const std::string& type = opened.header.descr;
    if (type == "|i1" || type == "|b1")
        return readInts<std::int8_t>(opened);
    if (type == "|u1")
        return readInts<std::uint8_t>(opened);
    if (type == "<i2")
        return readInts<std::int16_t>(opened);
    if (type == "<i4")
        return readInts<std::int32_t>(opened);
    if (type == "<i8")
        return readInts<std::int64_t>(opened);
    return wrongType(opened, "int8");
}

Status writeNpy(const std::string& path, std::size_t rows, std::size_t columns, const float* values) {
    NS_ASSIGN(NpyWriter writer, NpyWriter::create(path, NpyType::Float32, rows, columns));
    NS_TRY(writer.append(std::as_bytes(std::span(values, rows * columns))));
    return writer.finish();
}

} // namespace neuroscribe::io
