// Through the module: what the rest of the program sees. Skipped where the module is not built.
#include <cmath>

#include "core/nn/cpu_forward.h"
#include "core/nn/loader.h"
#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

namespace {

Runtime* moduleOrNull() {
    const auto loaded = runtime();
    if (!loaded) {
        INFO(describe(loaded.error()));
        CHECK(loaded.error().code == ErrorCode::NotBuilt);
        return nullptr;
    }
    return *loaded;
}

PackedBatch mixedBatch(std::uint32_t vocabulary, std::uint32_t longest) {
    Random random(3);
    PackedBatch batch;
    batch.offsets.push_back(0);
    for (int s = 0; s < 25; ++s) {
        for (std::uint64_t i = 0, n = 3 + random.below(longest - 2); i < n; ++i)
            batch.tokens.push_back(static_cast<std::int32_t>(random.below(vocabulary)));
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    return batch;
}

} // namespace

TEST_CASE("the path for other devices agrees with the processor's own at every site and pooling") {
    Runtime* module = moduleOrNull();
    SKIP_UNLESS(module, "the nn module is not built");
    const test::ScratchFolder folder;
    for (const char* activation : {"gelu", "gelu_new", "relu", "silu"}) {
        auto config = test::smallConfig();
        config["hidden_act"] = activation;
        test::writeModel(folder.path(), config, test::randomBert(config));
        const PackedBatch batch = mixedBatch(40, 16);
        for (const Site site : {Site::FfnOutput, Site::FfnInner, Site::AttentionOutput, Site::BlockOutput})
            for (const Pooling pooling : {Pooling::Cls, Pooling::Mean, Pooling::Max}) {
                CAPTURE(activation, siteName(site), poolingName(pooling));
                std::vector<float> results[2];
                int i = 0;
                for (const char* device : {"cpu", "cpu:reference"}) {
                    const auto encoder = module->loadEncoder(
                        folder.path().string(), {.site = site, .pooling = pooling, .device = device, .threads = 2});
                    REQUIRE(encoder.ok());
                    results[i].resize(batch.sentences() * (*encoder)->layers() * (*encoder)->units());
                    REQUIRE((*encoder)->encode(batch, results[i++]).ok());
                }
                double largest = 0;
                for (std::size_t v = 0; v < results[0].size(); ++v)
                    largest = std::max(largest, std::abs(static_cast<double>(results[0][v]) - results[1][v]));
                CHECK(largest < 1e-4);
            }
    }
}

TEST_CASE("the encoder tells its shape, and its hash is that of the weights") {
    Runtime* module = moduleOrNull();
    SKIP_UNLESS(module, "the nn module is not built");
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto first = module->loadEncoder(folder.path().string(), {.site = Site::FfnInner, .device = "cpu"});
    REQUIRE(first.ok());
    CHECK((*first)->layers() == 2);
    CHECK((*first)->units() == 20);
    CHECK((*first)->maxTokens() == 16);
    CHECK((*first)->vocabularySize() == 40);
    CHECK((*first)->deviceText().find("CPU") == 0);
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig(), 2));
    const auto second = module->loadEncoder(folder.path().string(), {.device = "cpu:reference"});
    REQUIRE(second.ok());
    CHECK((*first)->weightsHash() != (*second)->weightsHash());
}

TEST_CASE("the module's sentence encoder gives unit vectors") {
    Runtime* module = moduleOrNull();
    SKIP_UNLESS(module, "the nn module is not built");
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto encoder = module->loadSentenceEncoder(folder.path().string(), "cpu", 1);
    REQUIRE(encoder.ok());
    CHECK((*encoder)->maxTokens() == 16);
    std::vector<float> out(12);
    REQUIRE((*encoder)->encode({{2, 9, 8, 3}, {0, 4}}, out).ok());
    double squares = 0;
    for (const float v : out)
        squares += static_cast<double>(v) * v;
    CHECK(squares == Approx(1).margin(1e-6));
}

TEST_CASE("devices and folders that are not there are refused") {
    Runtime* module = moduleOrNull();
    SKIP_UNLESS(module, "the nn module is not built");
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto code = [&](const std::string& path, const EncoderOptions& options) {
        const auto loaded = module->loadEncoder(path, options);
        REQUIRE_FALSE(loaded.ok());
        return loaded.error().code;
    };
    CHECK(code(folder.path().string(), {.device = "tpu"}) == ErrorCode::InvalidArgument);
    CHECK(code(folder.path().string(), {.device = "cuda:99"}) == ErrorCode::InvalidArgument);
    CHECK(code(folder.path().string(), {.device = "cpu", .precision = Precision::Float16}) ==
          ErrorCode::InvalidArgument);
    CHECK(code(folder.file("nowhere"), {.device = "cpu"}) == ErrorCode::NotFound);
}

TEST_CASE("the runtime tells what it runs on") {
    Runtime* module = moduleOrNull();
    SKIP_UNLESS(module, "the nn module is not built");
    const RuntimeInfo info = module->info(true);
    CHECK_FALSE(info.torchVersion.empty());
    CHECK_FALSE(info.blas.empty());
    CHECK(info.threads >= 1);
    CHECK(info.sgemmGflops > 0);
    CHECK(info.kernelGflops > 0);
    REQUIRE_FALSE(info.devices.empty());
    CHECK(info.devices.front().name == "cpu");
}
