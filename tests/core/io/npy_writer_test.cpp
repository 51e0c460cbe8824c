// Arrays written in parts equal arrays written at once, and appear whole or not at all.
#include "core/io/npy_writer.h"

#include <filesystem>
#include <vector>

#include "core/io/npy.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::io {

TEST_CASE("rows appended one by one are read back as the array") {
    const test::ScratchFolder scratch;
    const std::vector<float> values{1, -2, 3.5F, 4, 5, 6e-8F};
    auto writer = NpyWriter::create(scratch.file("a.npy"), NpyType::Float32, 3, 2);
    REQUIRE(writer);
    for (std::size_t row = 0; row < 3; ++row)
        REQUIRE(writer->append(std::as_bytes(std::span(values).subspan(row * 2, 2))));
    CHECK_FALSE(std::filesystem::exists(scratch.file("a.npy")));
    REQUIRE(writer->finish());
    const auto array = readFloatNpy(scratch.file("a.npy"));
    REQUIRE(array);
    CHECK(array->rows == 3);
    CHECK(array->columns == 2);
    CHECK(array->values == values);
    const std::string file = test::readFile(scratch.file("a.npy"));
    CHECK((file.size() - 24) % 64 == 0); // values begin at a multiple of 64
}

TEST_CASE("an array with too few or too many values never appears") {
    const test::ScratchFolder scratch;
    const std::vector<std::int8_t> values{1, 0, -1};
    {
        auto writer = NpyWriter::create(scratch.file("few.npy"), NpyType::Int8, 2, 2);
        REQUIRE(writer);
        REQUIRE(writer->append(std::as_bytes(std::span(values))));
        CHECK(writer->finish().error().code == ErrorCode::Mismatch);
        CHECK(writer->append(std::as_bytes(std::span(values))).error().code == ErrorCode::Mismatch);
    }
    CHECK(std::filesystem::is_empty(scratch.path()));
    CHECK_FALSE(NpyWriter::create(scratch.file("huge.npy"), NpyType::Int64, SIZE_MAX / 2, 4));
}

} // namespace neuroscribe::io
