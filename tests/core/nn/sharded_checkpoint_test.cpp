#include "core/nn/sharded_checkpoint.h"

#include "core/nn/bert_weights.h"
#include "tests/core/nn/torch_file.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;
using test::RawTensors;
using test::ScratchFolder;
using test::writeFile;

namespace {

/// File contents of a checkpoint of one kind.
struct Kind {
    const char* whole; ///< name of the file that is not sharded
    std::string (*write)(const RawTensors&);
};
const Kind kSafetensors{"model.safetensors", [](const RawTensors& tensors) { return test::safetensors(tensors); }};
const Kind kTorch{"pytorch_model.bin", [](const RawTensors& tensors) { return test::torchFile(tensors); }};

/// Spreads the tensors over three shards, one after the other; returns the index.
json writeShards(const std::filesystem::path& folder, const Kind& kind, const RawTensors& tensors) {
    std::map<std::string, RawTensors> shards;
    json map = json::object();
    std::size_t i = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::string shard = "shard-" + std::to_string(i++ % 3) + "-of-3";
        shards[shard][name] = tensor;
        map[name] = shard;
    }
    for (const auto& [file, part] : shards)
        writeFile((folder / file).string(), kind.write(part));
    json index{{"metadata", {{"total_size", 1}}}, {"weight_map", map}};
    writeFile((folder / (std::string(kind.whole) + ".index.json")).string(), index.dump());
    return index;
}

BertWeights load(const std::filesystem::path& folder) {
    auto weights = loadBertWeights(folder.string());
    INFO((weights.ok() ? "" : describe(weights.error())));
    REQUIRE(weights.ok());
    return std::move(*weights);
}

/// A small BERT in shards whose index is changed before it is opened; the error must name `part`.
ErrorCode refused(const std::function<void(json&)>& change, const std::string& part) {
    const ScratchFolder folder;
    json index = writeShards(folder.path(), kSafetensors, test::randomBert(test::smallConfig()));
    change(index);
    writeFile(folder.file("model.safetensors.index.json"), index.dump());
    const auto opened = openCheckpoint(folder.path().string());
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().where.find(folder.path().string()) == 0);
    CHECK(opened.error().where.find(part) != std::string::npos);
    return opened.error().code;
}

} // namespace

TEST_CASE("a checkpoint in shards is the same model") {
    auto tensors = test::randomBert(test::smallConfig());
    tensors["embeddings.position_ids"] = {"I64", {1, 16}, std::string(128, '\0')};
    const ScratchFolder whole;
    test::writeModel(whole.path(), test::smallConfig(), tensors);
    const Hash128 hash = load(whole.path()).hash;
    for (const Kind& kind : {kSafetensors, kTorch}) {
        const ScratchFolder folder;
        writeFile(folder.file("config.json"), test::smallConfig().dump());
        writeShards(folder.path(), kind, tensors);
        CHECK(load(folder.path()).hash == hash);
    }
}

TEST_CASE("tiny-bert in shards, and rewritten by torch.save, has the same weights") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto original = *shared / "models/tiny-bert";
    const Hash128 hash = load(original).hash;
    const RawTensors tensors = test::readSafetensors((original / "model.safetensors").string());
    for (const Kind& kind : {kSafetensors, kTorch}) {
        const ScratchFolder folder;
        std::filesystem::copy_file(original / "config.json", folder.path() / "config.json");
        writeShards(folder.path(), kind, tensors);
        CHECK(load(folder.path()).hash == hash);
    }
    const ScratchFolder folder;
    std::filesystem::copy_file(original / "config.json", folder.path() / "config.json");
    writeFile(folder.file("pytorch_model.bin"), test::torchFile(tensors));
    CHECK(load(folder.path()).hash == hash);
}

TEST_CASE("a whole file goes before shards, safetensors before PyTorch") {
    const ScratchFolder folder;
    const auto source = [&] { return (*openCheckpoint(folder.path().string()))->path(); };
    const auto tensors = test::randomBert(test::smallConfig());
    writeShards(folder.path(), kTorch, tensors);
    CHECK(source() == folder.file("pytorch_model.bin.index.json"));
    writeFile(folder.file("pytorch_model.bin"), test::torchFile(tensors));
    CHECK(source() == folder.file("pytorch_model.bin"));
    writeShards(folder.path(), kSafetensors, tensors);
    CHECK(source() == folder.file("model.safetensors.index.json"));
    writeFile(folder.file("model.safetensors"), test::safetensors(tensors));
    CHECK(source() == folder.file("model.safetensors"));
}

TEST_CASE("an index that names no file of its folder is refused, naming the tensor") {
    const std::string name = "embeddings.LayerNorm.bias";
    for (const json& shard : {json("../shard-0-of-3"), json("/etc/passwd"), json("a/b"), json(".."), json("."),
                              json(""), json(3), json(), json(std::string("a\0b", 3))}) {
        CAPTURE(shard);
        CHECK(refused([&](json& index) { index["weight_map"][name] = shard; }, name) == ErrorCode::Corrupt);
    }
}

TEST_CASE("an index without a map is refused") {
    const std::string file = "model.safetensors.index.json";
    CHECK(refused([](json& index) { index.erase("weight_map"); }, file) == ErrorCode::Parse);
    CHECK(refused([](json& index) { index["weight_map"] = json::array(); }, file) == ErrorCode::Parse);
    CHECK(refused([](json& index) { index = json::array(); }, file) == ErrorCode::Parse);
    CHECK(refused([](json& index) { index = "x"; }, file) == ErrorCode::Parse);
}

TEST_CASE("a shard that is missing, damaged, too many, or lacks its tensor is named") {
    const std::string name = "embeddings.LayerNorm.bias";
    CHECK(refused([&](json& index) { index["weight_map"][name] = "nowhere"; }, "nowhere") == ErrorCode::NotFound);
    CHECK(refused([](json& index) { index["weight_map"]["extra"] = "shard-0-of-3"; }, "shard-0-of-3: extra") ==
          ErrorCode::MissingTensor);
    const ScratchFolder folder;
    writeShards(folder.path(), kTorch, test::randomBert(test::smallConfig()));
    const std::string content = test::readFile(folder.file("shard-1-of-3"));
    writeFile(folder.file("shard-1-of-3"), content.substr(0, content.size() - 100));
    const auto opened = openCheckpoint(folder.path().string());
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::Truncated);
    CHECK(opened.error().where.find(folder.file("shard-1-of-3")) == 0);
}
