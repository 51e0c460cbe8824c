#include "core/io/npy.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "core/io/npy_writer.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::io;

namespace {

/// A file as numpy.save writes it, byte for byte.
std::string npy(const std::string& dictionary, const std::string& values, char version = 1) {
    std::string text = dictionary + "\n";
    std::string file = "\x93NUMPY";
    file += version;
    file += '\0';
    file += static_cast<char>(text.size() & 0xFFU);
    file += static_cast<char>(text.size() >> 8U);
    if (version > 1)
        file += std::string(2, '\0');
    return file + text + values;
}

template <class T>
std::string bytes(const std::vector<T>& values) {
    std::string text(values.size() * sizeof(T), '\0');
    if (!values.empty())
        std::memcpy(text.data(), values.data(), text.size());
    return text;
}

std::string header(const std::string& type, const std::string& shape, const std::string& order = "False") {
    return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
}

struct Case {
    test::ScratchFolder folder;
    std::string write(const std::string& content) {
        test::writeFile(folder.file("array.npy"), content);
        return folder.file("array.npy");
    }
    ErrorCode floatError(const std::string& content) {
        const auto array = readFloatNpy(write(content));
        REQUIRE(!array.ok());
        REQUIRE(array.error().where.find("array.npy") != std::string::npos);
        return array.error().code;
    }
};

} // namespace

TEST_CASE("floats are read from 4 and 8 bytes, in all format versions") {
    Case c;
    for (const char version : {1, 2, 3}) {
        const auto single =
            readFloatNpy(c.write(npy(header("<f4", "(2, 3)"), bytes<float>({1, 2, 3, 4, 5, -6.5F}), version)));
        REQUIRE(single.ok());
        REQUIRE(single->rows == 2);
        REQUIRE(single->columns == 3);
        REQUIRE(single->values == std::vector<float>{1, 2, 3, 4, 5, -6.5F});
    }
    const auto wide = readFloatNpy(c.write(npy(header("<f8", "(1, 2)"), bytes<double>({0.1, 1e300}))));
    REQUIRE(wide->values[0] == 0.1F);
    REQUIRE(std::isinf(wide->values[1]));
    const auto none = readFloatNpy(c.write(npy(header("<f4", "(0, 5)"), "")));
    REQUIRE(none.ok());
    REQUIRE(none->columns == 5);
}

TEST_CASE("small integers are read from any width, one that does not fit is named") {
    Case c;
    const std::vector<std::int8_t> expected{1, 0, -1, 1};
    REQUIRE(readInt8Npy(c.write(npy(header("|i1", "(2, 2)"), bytes<std::int8_t>({1, 0, -1, 1}))))->values == expected);
    REQUIRE(readInt8Npy(c.write(npy(header("<i2", "(2, 2)"), bytes<std::int16_t>({1, 0, -1, 1}))))->values == expected);
    REQUIRE(readInt8Npy(c.write(npy(header("<i4", "(2, 2)"), bytes<std::int32_t>({1, 0, -1, 1}))))->values == expected);
    REQUIRE(readInt8Npy(c.write(npy(header("<i8", "(2, 2)"), bytes<std::int64_t>({1, 0, -1, 1}))))->values == expected);
    REQUIRE(readInt8Npy(c.write(npy(header("|b1", "(1, 2)"), std::string("\1\0", 2))))->values ==
            std::vector<std::int8_t>{1, 0});
    REQUIRE(readInt8Npy(c.write(npy(header("|u1", "(1, 2)"), "\x01\x7F")))->values == std::vector<std::int8_t>{1, 127});
    REQUIRE(!readInt8Npy(c.write(npy(header("|u1", "(1, 2)"), "\x01\xFF"))).ok());
    const auto large = readInt8Npy(c.write(npy(header("<i8", "(2, 2)"), bytes<std::int64_t>({1, 0, 257, 1}))));
    REQUIRE(large.error().code == ErrorCode::Parse);
    REQUIRE(large.error().where.find("row 1") != std::string::npos);
}

TEST_CASE("arrays longer than one chunk come back whole") {
    Case c;
    std::vector<double> values(200'001);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i);
    const auto array = readFloatNpy(c.write(npy(header("<f8", "(200001, 1)"), bytes(values))));
    REQUIRE(array.ok());
    for (std::size_t i = 0; i < values.size(); ++i)
        REQUIRE(array->values[i] == static_cast<float>(i));
}

TEST_CASE("what is not two-dimensional, C-ordered, little-endian floats is refused") {
    Case c;
    const std::string six = bytes<float>({1, 2, 3, 4, 5, 6});
    REQUIRE(c.floatError(npy(header("<f4", "(6,)"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header("<f4", "()"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header("<f4", "(1, 2, 3)"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header("<f4", "(2, 3)", "True"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header(">f4", "(2, 3)"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header("|O", "(2, 3)"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header("<f4", "(4294967296, 3)"), six)) == ErrorCode::Unsupported);
    REQUIRE(c.floatError(npy(header("<f4", "(2, 3)"), six, 4)) == ErrorCode::Unsupported);
    REQUIRE(readInt8Npy(c.write(npy(header("<f4", "(2, 3)"), six))).error().code == ErrorCode::Unsupported);
    REQUIRE(readFloatNpy(c.folder.file("absent.npy")).error().code == ErrorCode::NotFound);
}

TEST_CASE("a file that promises other than it holds is refused before anything is allocated") {
    Case c;
    const std::string six = bytes<float>({1, 2, 3, 4, 5, 6});
    REQUIRE(c.floatError(npy(header("<f4", "(2, 4)"), six)) == ErrorCode::Truncated);
    REQUIRE(c.floatError(npy(header("<f4", "(2, 2)"), six)) == ErrorCode::Parse);
    REQUIRE(c.floatError(npy(header("<f4", "(4294967295, 4294967295)"), six)) == ErrorCode::Truncated);
    REQUIRE(c.floatError(npy(header("<f8", "(4294967295, 4294967295)"), six)) == ErrorCode::Truncated);
}

TEST_CASE("every broken header is an error") {
    Case c;
    for (const char* dictionary :
         {"", "{", "{}", "[]", "{'descr': '<f4'}", "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3}",
          "{'descr': '<f4', 'fortran_order': Maybe, 'shape': (2, 3)}", "{'descr': '<f4, 'shape': (2, 3)}",
          "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2, 3)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (2, -3)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 3)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)} x",
          "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}",
          "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'more': 1}"})
        REQUIRE(c.floatError(npy(dictionary, bytes<float>({1, 2, 3, 4, 5, 6}))) == ErrorCode::Parse);
    REQUIRE(c.floatError("PK\3\4 not an array at all") == ErrorCode::Parse);
}

TEST_CASE("a file cut off anywhere is an error, never a crash") {
    Case c;
    for (const char version : {1, 2}) {
        const std::string whole = npy(header("<f4", "(2, 3)"), bytes<float>({1, 2, 3, 4, 5, 6}), version);
        for (std::size_t size = 0; size < whole.size(); ++size)
            REQUIRE(!readFloatNpy(c.write(whole.substr(0, size))).ok());
    }
    std::string huge = npy(header("<f4", "(2, 3)"), "", 2);
    huge[8] = huge[9] = huge[10] = huge[11] = '\xFF';
    REQUIRE(c.floatError(huge) == ErrorCode::Parse);
}

TEST_CASE("what is written is what NumPy writes, and reads back") {
    const test::ScratchFolder folder;
    const std::vector<float> values{1, std::numeric_limits<float>::quiet_NaN(), 3, 4, 5, 6};
    REQUIRE(writeNpy(folder.file("out.npy"), 3, 2, values.data()).ok());
    const std::string file = test::readFile(folder.file("out.npy"));
    REQUIRE(file.starts_with(std::string("\x93NUMPY\x01\x00\x76\x00", 10) +
                             "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"));
    REQUIRE(file.size() == 128 + 24);
    REQUIRE(file[127] == '\n');
    const auto back = readFloatNpy(folder.file("out.npy"));
    REQUIRE(back->rows == 3);
    REQUIRE(std::memcmp(back->values.data(), values.data(), 24) == 0);
    REQUIRE(writeNpy(folder.file("missing/out.npy"), 3, 2, values.data()).ok() == false);
}

TEST_CASE("a row-wise file appears only when all of its values were written") {
    const test::ScratchFolder folder;
    const std::vector<std::int8_t> row{1, 0, -1};
    {
        auto writer = NpyWriter::create(folder.file("b.npy"), NpyType::Int8, 2, 3);
        REQUIRE(writer->append(std::as_bytes(std::span(row))).ok());
        REQUIRE(writer->finish().error().code == ErrorCode::Mismatch);
    }
    REQUIRE(!std::filesystem::exists(folder.file("b.npy")));
    auto writer = NpyWriter::create(folder.file("b.npy"), NpyType::Int8, 2, 3);
    REQUIRE(writer->append(std::as_bytes(std::span(row))).ok());
    REQUIRE(writer->append(std::as_bytes(std::span(row))).ok());
    REQUIRE(writer->append(std::as_bytes(std::span(row))).error().code == ErrorCode::Mismatch);
    REQUIRE(writer->finish().ok());
    REQUIRE(readInt8Npy(folder.file("b.npy"))->values == std::vector<std::int8_t>{1, 0, -1, 1, 0, -1});
}
