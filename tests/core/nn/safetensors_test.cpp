#include "core/nn/safetensors.h"

#include <cmath>

#include <sys/stat.h>

#include "core/base/float16.h"
#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using test::ScratchFolder;
using test::writeFile;

namespace {

std::string number(std::uint64_t value) {
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// The error of opening a file with this content; `where` must name the file and contain `tensor`.
ErrorCode openError(const std::string& content, const std::string& tensor = "") {
    const ScratchFolder folder;
    const std::string path = folder.file("model.safetensors");
    writeFile(path, content);
    const auto opened = SafetensorsFile::open(path);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().where.find(path) == 0);
    CHECK(opened.error().where.find(tensor) != std::string::npos);
    return opened.error().code;
}

std::string twoTensors(const std::function<void(nlohmann::json&)>& change = {}) {
    return test::safetensors({{"a", test::floats({2}, {1, 2})}, {"b", test::floats({2, 2}, {1, 2, 3, 4})}}, change);
}

std::function<void(nlohmann::json&)> setRange(const char* name, nlohmann::json range) {
    return [=](nlohmann::json& header) { header[name]["data_offsets"] = range; };
}

} // namespace

TEST_CASE("F32, F16 and BF16 are read as the numbers they are") {
    const std::vector<float> values{0.0F, 1.0F, -2.5F, 0.15625F};
    std::vector<std::uint16_t> half, brain;
    for (const float value : values) {
        half.push_back(floatToHalf(value));
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        brain.push_back(static_cast<std::uint16_t>(bits >> 16));
    }
    const ScratchFolder folder;
    writeFile(folder.file("x"), test::safetensors({{"a", test::floats({4}, values)},
                                                   {"b", {"F16", {2, 2}, test::bytesOf(half)}},
                                                   {"c", {"BF16", {4, 1}, test::bytesOf(brain)}}}));
    const auto file = SafetensorsFile::open(folder.file("x"));
    REQUIRE(file.ok());
    for (const char* name : {"a", "b", "c"}) {
        const TensorInfo* tensor = (*file)->find(name);
        REQUIRE(tensor);
        std::vector<float> read(tensor->elements());
        REQUIRE((*file)->readFloats(*tensor, read).ok());
        CHECK(read == values);
    }
    CHECK((*file)->find("d") == nullptr);
}

TEST_CASE("half precision tensors larger than one block are read whole") {
    std::vector<std::uint16_t> half(200'001);
    for (std::size_t i = 0; i < half.size(); ++i)
        half[i] = floatToHalf(static_cast<float>(i % 2048));
    const ScratchFolder folder;
    writeFile(folder.file("x"), test::safetensors({{"a", {"F16", {half.size()}, test::bytesOf(half)}}}));
    const auto file = SafetensorsFile::open(folder.file("x"));
    REQUIRE(file.ok());
    std::vector<float> read(half.size());
    REQUIRE((*file)->readFloats(*(*file)->find("a"), read).ok());
    for (std::size_t i = 0; i < read.size(); ++i)
        REQUIRE(read[i] == static_cast<float>(i % 2048));
}

TEST_CASE("integers may lie in the file but are not weights") {
    const ScratchFolder folder;
    writeFile(folder.file("x"),
              test::safetensors({{"ids", {"I64", {2}, number(1) + number(2)}}, {"a", test::floats({1}, {3})}}));
    const auto file = SafetensorsFile::open(folder.file("x"));
    REQUIRE(file.ok());
    std::vector<float> read(2);
    const Status status = (*file)->readFloats(*(*file)->find("ids"), read);
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == ErrorCode::Unsupported);
}

TEST_CASE("a damaged safetensors file is refused, naming the file and the tensor") {
    CHECK(openError("") == ErrorCode::Truncated);
    CHECK(openError("1234567") == ErrorCode::Truncated);
    CHECK(openError("version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 9\n") == ErrorCode::GitLfsPointer);
    CHECK(openError(number(~std::uint64_t{0}) + "{}") == ErrorCode::Corrupt);
    CHECK(openError(number(kMaxSafetensorsHeader + 1) + "{}") == ErrorCode::Corrupt);
    CHECK(openError(number(1000) + "{}") == ErrorCode::Truncated);
    CHECK(openError(number(2) + "{]") == ErrorCode::Parse);
    CHECK(openError(number(2) + "[]") == ErrorCode::Parse);
    CHECK(openError(number(5000) + std::string(5000, '[')) == ErrorCode::Parse);
    const std::string good = twoTensors();
    CHECK(openError(good.substr(0, good.size() - 1), "b") == ErrorCode::Truncated);
}

TEST_CASE("offsets and shapes of a header are checked against the data") {
    const std::uint64_t huge = ~std::uint64_t{0} - 7;
    CHECK(openError(twoTensors(setRange("b", {8, 25})), "b") == ErrorCode::Truncated);
    CHECK(openError(twoTensors(setRange("b", {huge, huge + 7})), "b") == ErrorCode::Truncated);
    CHECK(openError(twoTensors(setRange("b", {24, 8})), "b") == ErrorCode::Corrupt);
    CHECK(openError(twoTensors(setRange("b", {4, 20})), "b") == ErrorCode::Corrupt);
    CHECK(openError(twoTensors(setRange("b", {8, 20})), "b") == ErrorCode::ShapeMismatch);
    CHECK(openError(twoTensors(setRange("b", {-8, 8})), "b") == ErrorCode::Parse);
    CHECK(openError(twoTensors(setRange("b", {8})), "b") == ErrorCode::Parse);
    CHECK(openError(twoTensors(setRange("b", "all")), "b") == ErrorCode::Parse);
    const auto shape = [](nlohmann::json value) {
        return twoTensors([=](nlohmann::json& header) { header["b"]["shape"] = value; });
    };
    CHECK(openError(shape({std::uint64_t{1} << 62, 4}), "b") == ErrorCode::ShapeMismatch);
    CHECK(openError(shape({2, 3}), "b") == ErrorCode::ShapeMismatch);
    CHECK(openError(shape({2.5, 2}), "b") == ErrorCode::Parse);
    CHECK(openError(shape(std::vector<int>(100, 1)), "b") == ErrorCode::Parse);
}

TEST_CASE("what is no file is refused, and a named pipe does not hold the program") {
    const ScratchFolder folder;
    REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
    CHECK(SafetensorsFile::open(folder.file("pipe")).error().code == ErrorCode::Io);
    CHECK(SafetensorsFile::open(folder.path().string()).error().code == ErrorCode::Io);
    CHECK(SafetensorsFile::open(folder.file("nowhere")).error().code == ErrorCode::NotFound);
}
