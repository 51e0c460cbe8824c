#include "core/nn/torch_checkpoint.h"

#include "core/base/float16.h"
#include "core/nn/bert_weights.h"
#include "tests/core/nn/torch_file.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using test::ScratchFolder;
using test::TorchTensor;
using test::writeFile;
using test::ZipEntries;

namespace {

const std::vector<float> kSix{1, 2, 3, 4, 5, 6};

/// The archive of one state dict whose storages are given.
std::string archive(const test::TorchTensors& tensors, const std::vector<std::string>& storages,
                    const test::ZipLayout& layout = {}) {
    ZipEntries entries{{"m/data.pkl", test::stateDictPickle(tensors)}};
    for (std::size_t i = 0; i < storages.size(); ++i)
        entries.emplace_back("m/data/" + std::to_string(i), storages[i]);
    entries.emplace_back("m/version", "3\n");
    return test::zipArchive(entries, layout);
}

std::string oneTensor(const TorchTensor& tensor) {
    return archive({{"a", tensor}}, {test::bytesOf(kSix)});
}

std::unique_ptr<TensorSource> open(const ScratchFolder& folder, const std::string& content) {
    writeFile(folder.file("pytorch_model.bin"), content);
    auto opened = TorchCheckpoint::open(folder.file("pytorch_model.bin"));
    INFO((opened.ok() ? "" : describe(opened.error())));
    REQUIRE(opened.ok());
    return std::move(*opened);
}

std::vector<float> values(const TensorSource& source, const std::string& name) {
    const TensorInfo* tensor = source.find(name);
    REQUIRE(tensor);
    std::vector<float> read(tensor->elements());
    REQUIRE(source.readFloats(*tensor, read).ok());
    return read;
}

/// The error of opening a file with this content; it must name the file and `part`, an entry or tensor.
Error openError(const std::string& content, const std::string& part = "") {
    const ScratchFolder folder;
    const std::string path = folder.file("pytorch_model.bin");
    writeFile(path, content);
    const auto opened = TorchCheckpoint::open(path);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().where.find(path) == 0);
    CHECK(opened.error().where.find(part) != std::string::npos);
    return opened.error();
}

/// Overwrites a field of the directory's header of an entry.
template <class T>
std::string patched(std::string file, const std::string& entry, std::size_t field, T value) {
    const std::size_t name = file.rfind(entry, file.rfind("PK\6\6"));
    std::memcpy(file.data() + name - 46 + field, &value, sizeof value);
    return file;
}

} // namespace

TEST_CASE("tensors of a PyTorch checkpoint are the numbers they are") {
    std::vector<std::uint16_t> half, brain;
    for (const float value : kSix) {
        half.push_back(floatToHalf(value));
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        brain.push_back(static_cast<std::uint16_t>(bits >> 16));
    }
    const ScratchFolder folder;
    const auto file = open(folder, archive({{"a", {"FloatStorage", "0", 6, 0, {2, 3}, {3, 1}, false}},
                                            {"h", {"HalfStorage", "1", 6, 0, {6}, {1}, true}},
                                            {"b", {"BFloat16Storage", "2", 6, 0, {3, 2}, {2, 1}, false}}},
                                           {test::bytesOf(kSix), test::bytesOf(half), test::bytesOf(brain)}));
    for (const char* name : {"a", "h", "b"})
        CHECK(values(*file, name) == kSix);
    CHECK(file->find("a")->shape == std::vector<std::uint64_t>{2, 3});
    CHECK(file->find("c") == nullptr);
}

// golden/torch_1_13.bin: written by PyTorch 1.13.1 with
//   torch.save(OrderedDict(a=arange(6.).reshape(2, 3), h=arange(4.).half(), b=arange(4.).bfloat16(),
//                          t=arange(6.).reshape(2, 3).t(), v=arange(10.)[2:6], ids=arange(5).expand((1, -1)),
//                          d=arange(3).double(), p=Parameter(ones(2, 2)), e=zeros(0, 3), flag=tensor(True),
//                          s=tensor(1.5))) with ._metadata = OrderedDict({"": {"version": 1}}))
TEST_CASE("a file that PyTorch itself wrote is read") {
    const auto path = test::sourceFolder() / "tests/core/nn/golden/torch_1_13.bin";
    const auto opened = TorchCheckpoint::open(path.string());
    REQUIRE(opened.ok());
    const TensorSource& file = **opened;
    CHECK(file.find("a")->shape == std::vector<std::uint64_t>{2, 3});
    CHECK(values(file, "a") == std::vector<float>{0, 1, 2, 3, 4, 5});
    CHECK(values(file, "h") == std::vector<float>{0, 1, 2, 3});
    CHECK(values(file, "b") == std::vector<float>{0, 1, 2, 3});
    CHECK(file.find("t")->shape == std::vector<std::uint64_t>{3, 2});
    CHECK(values(file, "t") == std::vector<float>{0, 3, 1, 4, 2, 5});
    CHECK(values(file, "v") == std::vector<float>{2, 3, 4, 5});
    CHECK(values(file, "p") == std::vector<float>{1, 1, 1, 1});
    CHECK(values(file, "e").empty());
    CHECK(values(file, "s") == std::vector<float>{1.5F});
    for (const char* name : {"ids", "d", "flag"})
        CHECK(file.find(name)->type == TensorType::Other);
}

TEST_CASE("tensors may be views into a storage that they share") {
    const ScratchFolder folder;
    const auto file = open(folder, archive({{"all", {"FloatStorage", "0", 6, 0, {6}, {1}, false}},
                                            {"tied", {"FloatStorage", "0", 6, 0, {6}, {1}, false}},
                                            {"end", {"FloatStorage", "0", 6, 4, {2}, {1}, false}},
                                            {"one", {"FloatStorage", "0", 6, 5, {}, {}, false}},
                                            {"row", {"FloatStorage", "0", 6, 0, {1, 3}, {777, 1}, false}},
                                            {"none", {"FloatStorage", "0", 6, 6, {0, 3}, {3, 1}, false}}},
                                           {test::bytesOf(kSix)}));
    CHECK(values(*file, "tied") == kSix);
    CHECK(values(*file, "end") == std::vector<float>{5, 6});
    CHECK(values(*file, "one") == std::vector<float>{6});
    CHECK(values(*file, "row") == std::vector<float>{1, 2, 3});
    CHECK(values(*file, "none").empty());
}

TEST_CASE("a matrix stored column by column is read row by row") {
    const ScratchFolder folder;
    const auto file = open(folder, oneTensor({"FloatStorage", "0", 6, 0, {3, 2}, {1, 3}, false}));
    CHECK(values(*file, "a") == std::vector<float>{1, 4, 2, 5, 3, 6});
}

TEST_CASE("other strides are refused, naming the tensor") {
    for (const std::vector<std::uint64_t>& strides : {std::vector<std::uint64_t>{0, 1}, {6, 1}, {3, 2}, {1, 1}}) {
        const Error error = openError(oneTensor({"FloatStorage", "0", 6, 0, {2, 3}, strides, false}), ": a");
        CHECK(error.code == ErrorCode::Unsupported);
    }
    CHECK(openError(oneTensor({"FloatStorage", "0", 6, 0, {3}, {2}, false}), ": a").code == ErrorCode::Unsupported);
}

TEST_CASE("whole and double numbers may lie in a checkpoint but are not weights") {
    const ScratchFolder folder;
    const std::vector<std::int64_t> ids{0, 1, 2};
    const auto file = open(folder, archive({{"ids", {"LongStorage", "0", 3, 0, {1, 3}, {3, 1}, false}},
                                            {"repeated", {"LongStorage", "0", 3, 0, {4, 3}, {0, 1}, false}},
                                            {"double", {"DoubleStorage", "0", 3, 0, {3}, {1}, false}},
                                            {"a", {"FloatStorage", "1", 6, 0, {6}, {1}, false}}},
                                           {test::bytesOf(ids), test::bytesOf(kSix)}));
    CHECK(values(*file, "a") == kSix);
    for (const char* name : {"ids", "double"}) {
        const TensorInfo* tensor = file->find(name);
        REQUIRE(tensor);
        std::vector<float> read(3);
        const Status status = file->readFloats(*tensor, read);
        REQUIRE_FALSE(status.ok());
        CHECK(status.error().code == ErrorCode::Unsupported);
        CHECK(status.error().where.find(name) != std::string::npos);
    }
}

TEST_CASE("archives with their numbers in zip64 fields are read") {
    const ScratchFolder folder;
    const TorchTensor tensor{"FloatStorage", "0", 6, 0, {6}, {1}, false};
    CHECK(values(*open(folder, archive({{"a", tensor}}, {test::bytesOf(kSix)}, {.numbersInZip64 = true})), "a") ==
          kSix);
}

TEST_CASE("tensors that reach beyond their storage are refused, naming the tensor") {
    const std::uint64_t huge = std::uint64_t{1} << 62;
    for (const TorchTensor& tensor : {TorchTensor{"FloatStorage", "0", 7, 0, {7}, {1}, false},
                                      {"FloatStorage", "0", 6, 1, {6}, {1}, false},
                                      {"FloatStorage", "0", 6, huge, {6}, {1}, false},
                                      {"FloatStorage", "0", 6, 0, {huge}, {1}, false},
                                      {"FloatStorage", "0", 6, 0, {huge, 4}, {4, 1}, false},
                                      {"LongStorage", "0", 6, 0, {6}, {1}, false},
                                      {"FloatStorage", "0", 6, 0, {huge, 6}, {1, huge}, false}}) {
        CAPTURE(tensor.offset, tensor.shape);
        CHECK(openError(oneTensor(tensor), ": a").code == ErrorCode::Truncated);
    }
    CHECK(openError(oneTensor({"FloatStorage", "5", 6, 0, {6}, {1}, false}), ": a").code == ErrorCode::Corrupt);
    CHECK(openError(oneTensor({"FloatStorage", "../data.pkl", 6, 0, {6}, {1}, false}), ": a").code ==
          ErrorCode::Corrupt);
}

TEST_CASE("what is not a zip archive of torch.save is refused by its kind") {
    CHECK(openError("").code == ErrorCode::Truncated);
    CHECK(openError("PK").code == ErrorCode::Truncated);
    CHECK(openError("version https://git-lfs.github.com/spec/v1\noid sha256:1\n").code == ErrorCode::GitLfsPointer);
    CHECK(openError("<html>Not found</html>").code == ErrorCode::Corrupt);
    const Error legacy = openError("\x80\x02\x8a\x0al\xfc\x9c\x46\xf9 j\xa8P\x19.");
    CHECK(legacy.code == ErrorCode::Unsupported);
    CHECK(legacy.why.find("before 1.6") != std::string::npos);
    CHECK(openError(test::zipArchive({{"m/version", "3\n"}})).why.find("data.pkl") != std::string::npos);
    CHECK(openError(test::zipArchive({{"m/data.pkl", "\x80\x02N."}}), "m/data.pkl").code == ErrorCode::Parse);
    CHECK(openError(test::zipArchive({{"m/data.pkl", ""}}), "m/data.pkl").code == ErrorCode::Parse);
    CHECK(
        openError(test::zipArchive({{"m/byteorder", "big"}, {"m/data.pkl", test::stateDictPickle({})}}), "m/byteorder")
            .code == ErrorCode::Unsupported);
}

TEST_CASE("compressed and encrypted entries are refused, naming the entry") {
    const ZipEntries entries{{"m/data.pkl", test::stateDictPickle({})}};
    CHECK(openError(test::zipArchive(entries, {.method = 8}), "m/data.pkl").code == ErrorCode::Unsupported);
    CHECK(openError(test::zipArchive(entries, {.flags = 1}), "m/data.pkl").code == ErrorCode::Unsupported);
    CHECK(openError(patched<std::uint32_t>(test::zipArchive(entries), "m/data.pkl", 20, 5), "m/data.pkl").code ==
          ErrorCode::Unsupported);
}

TEST_CASE("a directory that lies about its entries is refused, naming the entry") {
    const std::string good = oneTensor({"FloatStorage", "0", 6, 0, {6}, {1}, false});
    const auto grown = [&](std::uint32_t bytes) {
        return patched(patched(good, "m/data/0", 20, bytes), "m/data/0", 24, bytes);
    };
    CHECK(openError(grown(100'000), "m/data/0").code == ErrorCode::Truncated);
    CHECK(openError(grown(0xFFFFFFFF), "m/data/0").code == ErrorCode::Truncated);
    CHECK(openError(grown(200), "m/version").code == ErrorCode::Corrupt); // now it overlaps its neighbour
    CHECK(openError(patched<std::uint32_t>(good, "m/data/0", 42, 0x7FFFFFFF), "m/data/0").code == ErrorCode::Truncated);
    CHECK(openError(patched<std::uint32_t>(good, "m/data/0", 42, 1), "m/data/0").code == ErrorCode::Corrupt);
    CHECK(openError(patched<std::uint32_t>(good, "m/data/0", 42, 0)).code == ErrorCode::Corrupt);
    CHECK(openError(patched<std::uint16_t>(good, "m/data/0", 28, 60'000)).code == ErrorCode::Corrupt);
    CHECK(openError(patched<std::uint32_t>(good, "m/data/0", 0, 0)).code == ErrorCode::Corrupt);
    CHECK(openError(test::zipArchive({{"m/data.pkl", "x"}, {"m/data.pkl", "y"}}), "m/data.pkl").code ==
          ErrorCode::Corrupt);
}

TEST_CASE("an end that points elsewhere is refused") {
    std::string file = oneTensor({"FloatStorage", "0", 6, 0, {6}, {1}, false});
    const auto with = [&](std::size_t fromEnd, std::uint32_t value) {
        std::string changed = file;
        std::memcpy(changed.data() + changed.size() - fromEnd, &value, sizeof value);
        return openError(changed).code;
    };
    CHECK(with(6, 0x7FFFFFFF) == ErrorCode::Corrupt);  // where the directory begins
    CHECK(with(10, 0x7FFFFFFF) == ErrorCode::Corrupt); // how long it is
    file = archive({}, {}, {.numbersInZip64 = true});
    const std::size_t locator = file.rfind("PK\6\7");
    CHECK(with(file.size() - locator, 0) == ErrorCode::Corrupt);
    CHECK(with(file.size() - locator - 8, 0x7FFFFFFF) == ErrorCode::Truncated);
    CHECK(with(file.size() - locator - 8, 1) == ErrorCode::Corrupt);
    CHECK(openError("PK\3\4" + file.substr(file.size() - 22)).code == ErrorCode::Corrupt);
}

TEST_CASE("a checkpoint cut anywhere is refused") {
    const std::string good = oneTensor({"FloatStorage", "0", 6, 0, {6}, {1}, false});
    for (std::size_t bytes = 0; bytes < good.size(); bytes += 7)
        CHECK(openError(good.substr(0, bytes)).code == ErrorCode::Truncated);
}

TEST_CASE("a checkpoint rewritten by torch.save is the same model") {
    const auto config = test::smallConfig();
    const auto tensors = test::randomBert(config);
    const ScratchFolder folder;
    test::writeModel(folder.path(), config, tensors);
    const auto original = loadBertWeights(folder.path().string());
    REQUIRE(original.ok());
    std::filesystem::remove(folder.path() / "model.safetensors");
    for (const bool zip64 : {false, true}) {
        writeFile(folder.file("pytorch_model.bin"), test::torchFile(tensors, {.numbersInZip64 = zip64}));
        const auto rewritten = loadBertWeights(folder.path().string());
        INFO((rewritten.ok() ? "" : describe(rewritten.error())));
        REQUIRE(rewritten.ok());
        CHECK(rewritten->hash == original->hash);
        CHECK(rewritten->layers[1].inner.weight == original->layers[1].inner.weight);
    }
}

TEST_CASE("a tensor that a PyTorch checkpoint lacks or has in another shape or type is named") {
    const auto config = test::smallConfig();
    const std::string name = "encoder.layer.1.output.dense.bias";
    const auto loadError = [&](const std::function<void(test::RawTensors&)>& change) {
        auto tensors = test::randomBert(config);
        change(tensors);
        const ScratchFolder folder;
        writeFile(folder.file("config.json"), config.dump());
        writeFile(folder.file("pytorch_model.bin"), test::torchFile(tensors));
        const auto weights = loadBertWeights(folder.path().string());
        REQUIRE_FALSE(weights.ok());
        CHECK(weights.error().where == folder.file("pytorch_model.bin") + ": " + name);
        return weights.error().code;
    };
    CHECK(loadError([&](auto& tensors) { tensors.erase(name); }) == ErrorCode::MissingTensor);
    CHECK(loadError([&](auto& tensors) {
              tensors[name] = test::floats({3, 4}, std::vector<float>(12));
          }) == ErrorCode::ShapeMismatch);
    CHECK(loadError([&](auto& tensors) {
              tensors[name] = {"F64", {12}, std::string(96, '\0')};
          }) == ErrorCode::Unsupported);
}
