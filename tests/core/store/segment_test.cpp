#include "core/store/segment.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <vector>

#include "core/base/float16.h"
#include "core/base/random.h"

using namespace neuroscribe;
using namespace neuroscribe::store;

namespace {

SegmentHeader smallHeader(DType dtype) {
    SegmentHeader header;
    header.dtype = dtype;
    header.index = 2;
    header.firstSentence = 2 * kSegmentSentences;
    header.sentences = 70;
    header.neurons = 33;
    header.run = {1, 2};
    header.sentencesHash = {3, 4};
    return header;
}

std::vector<std::byte> randomValues(const SegmentHeader& header) {
    std::vector<std::byte> bytes(std::size_t{header.neurons} * header.sentences * sizeOf(header.dtype));
    Random random(7);
    for (std::size_t i = 0; i < bytes.size(); i += sizeOf(header.dtype)) {
        const float value = static_cast<float>(random.uniform() - 0.5);
        const std::uint16_t half = floatToHalf(value);
        if (header.dtype == DType::Float16)
            std::memcpy(bytes.data() + i, &half, 2);
        else
            std::memcpy(bytes.data() + i, &value, 4);
    }
    return bytes;
}

std::string writeSmall(const test::ScratchFolder& folder, DType dtype = DType::Float16) {
    const SegmentHeader header = smallHeader(dtype);
    REQUIRE(writeSegment(folder.path().string(), header, randomValues(header)));
    return segmentPath(folder.path().string(), header.index);
}

void flipByte(const std::string& path, std::streamoff at) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(at);
    const int old = file.get();
    file.seekp(at);
    file.put(static_cast<char>(old ^ 0x10));
}

} // namespace

TEST_CASE("a segment gives back what was written, neuron by neuron") {
    const test::ScratchFolder folder;
    const DType dtype = GENERATE(DType::Float16, DType::Float32);
    const std::string path = writeSmall(folder, dtype);
    const auto reader = SegmentReader::open(path);
    REQUIRE(reader);
    CHECK(reader->verify());
    const SegmentHeader& header = reader->header();
    CHECK(header.dtype == dtype);
    CHECK(header.firstSentence == 2 * kSegmentSentences);
    CHECK(header.run == Hash128{1, 2});
    CHECK(header.sentencesHash == Hash128{3, 4});
    const auto all = randomValues(header);
    const std::size_t row = header.sentences * sizeOf(dtype);
    std::vector<std::byte> part(5 * row);
    REQUIRE(reader->read(NeuronId(28), 5, part));
    CHECK(std::equal(part.begin(), part.end(), all.begin() + static_cast<std::ptrdiff_t>(28 * row)));
}

TEST_CASE("the same input makes the same file, and nothing half-made stays") {
    const test::ScratchFolder a, b;
    CHECK(test::readFile(writeSmall(a)) == test::readFile(writeSmall(b)));
    CHECK_FALSE(std::filesystem::exists(writeSmall(a) + ".part"));
}

TEST_CASE("reading outside a segment is refused") {
    const test::ScratchFolder folder;
    const auto reader = SegmentReader::open(writeSmall(folder));
    std::vector<std::byte> values(70 * 2);
    CHECK(reader->read(NeuronId(33), 1, values).error().code == ErrorCode::InvalidArgument);
    CHECK(reader->read(NeuronId(32), UINT32_MAX, values).error().code == ErrorCode::InvalidArgument);
    CHECK(reader->read(NeuronId(0), 1, std::span(values).first(10)).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("values that are not numbers are refused and named") {
    const test::ScratchFolder folder;
    const DType dtype = GENERATE(DType::Float16, DType::Float32);
    const SegmentHeader header = smallHeader(dtype);
    auto values = randomValues(header);
    const std::size_t at = 31 * 70 + 69;
    const std::uint16_t half = 0x7C00;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(values.data() + at * sizeOf(dtype), dtype == DType::Float16 ? static_cast<const void*>(&half) : &nan,
                sizeOf(dtype));
    const Status written = writeSegment(folder.path().string(), header, values);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::NonFinite);
    CHECK(written.error().why.find("neuron 31 at sentence " + std::to_string(2 * kSegmentSentences + 69)) == 0);
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a damaged header byte is noticed wherever it is") {
    const test::ScratchFolder folder;
    const std::string path = writeSmall(folder);
    for (std::streamoff at = 0; at < static_cast<std::streamoff>(kSegmentHeaderBytes); ++at) {
        flipByte(path, at);
        const auto reader = SegmentReader::open(path);
        INFO("byte " << at);
        REQUIRE_FALSE(reader);
        const ErrorCode code = reader.error().code;
        CHECK((code == ErrorCode::Corrupt || code == ErrorCode::NewerVersion));
        CHECK(reader.error().where == path);
        flipByte(path, at);
    }
}

TEST_CASE("damaged values are found by the checksum") {
    const test::ScratchFolder folder;
    const std::string path = writeSmall(folder);
    flipByte(path, static_cast<std::streamoff>(kSegmentHeaderBytes) + 1234);
    const auto reader = SegmentReader::open(path);
    REQUIRE(reader);
    CHECK(reader->verify().error().code == ErrorCode::Corrupt);
}

TEST_CASE("missing, short and overlong segments are told apart") {
    const test::ScratchFolder folder;
    const std::string path = writeSmall(folder);
    CHECK(SegmentReader::open(folder.file("0009.seg")).error().code == ErrorCode::NotFound);
    const std::string whole = test::readFile(path);
    test::writeFile(path, whole.substr(0, whole.size() - 1));
    CHECK(SegmentReader::open(path).error().code == ErrorCode::Truncated);
    test::writeFile(path, whole.substr(0, 100));
    CHECK(SegmentReader::open(path).error().code == ErrorCode::Truncated);
    test::writeFile(path, whole + "x");
    CHECK(SegmentReader::open(path).error().code == ErrorCode::Corrupt);
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
    CHECK_FALSE(SegmentReader::open(path));
}

TEST_CASE("a segment cut off while it is open is an error, not a signal") {
    const test::ScratchFolder folder;
    const std::string path = writeSmall(folder);
    const auto reader = SegmentReader::open(path);
    REQUIRE(reader);
    std::filesystem::resize_file(path, 200);
    std::vector<std::byte> values(70 * 2);
    CHECK(reader->read(NeuronId(32), 1, values).error().code == ErrorCode::Truncated);
    CHECK(reader->verify().error().code == ErrorCode::Truncated);
}
