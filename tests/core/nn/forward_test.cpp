// The forward pass against values from an independent implementation, and against itself in other batches.
#include <array>
#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/nn/cpu_forward.h"
#include "core/nn/encoders.h"
#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;

namespace {

constexpr std::array kSites{Site::FfnOutput, Site::FfnInner, Site::AttentionOutput, Site::BlockOutput};
constexpr std::array kPoolings{Pooling::Cls, Pooling::Mean, Pooling::Max};

std::unique_ptr<Forward> load(const std::string& folder, unsigned threads = 2, const Kernels& set = kernels()) {
    auto weights = loadBertWeights(folder);
    REQUIRE(weights.ok());
    auto made = CpuForward::make(std::move(*weights), threads, set);
    REQUIRE(made.ok());
    return std::move(*made);
}

PackedBatch pack(const std::vector<std::vector<std::int32_t>>& sentences) {
    PackedBatch batch;
    batch.offsets.push_back(0);
    for (const auto& sentence : sentences) {
        batch.tokens.insert(batch.tokens.end(), sentence.begin(), sentence.end());
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    return batch;
}

std::vector<float> run(Forward& forward, const PackedBatch& batch, const ForwardRequest& request) {
    std::vector<float> out(batch.sentences() * valuesPerSentence(forward.config(), request));
    const Status status = forward.run(batch, request, out);
    INFO((status ? "" : describe(status.error())));
    REQUIRE(status.ok());
    return out;
}

double largestDifference(std::span<const float> a, std::span<const float> b) {
    REQUIRE(a.size() == b.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    return largest;
}

struct Expected {
    std::vector<std::vector<std::int32_t>> sentences;
    json cases;
};

Expected readExpected(const std::filesystem::path& folder) {
    Expected expected;
    expected.cases = json::parse(std::ifstream(folder / "expected.json"));
    for (const json& one : expected.cases)
        expected.sentences.push_back(one["input_ids"]);
    REQUIRE_FALSE(expected.sentences.empty());
    return expected;
}

/// All layers of a site in one row.
std::vector<float> flat(const json& layers) {
    std::vector<float> values;
    for (const json& layer : layers)
        for (const json& value : layer)
            values.push_back(value);
    return values;
}

PackedBatch randomBatch(std::size_t sentences, std::uint32_t longest, std::uint32_t vocabulary) {
    Random random(7);
    std::vector<std::vector<std::int32_t>> all(sentences);
    for (auto& sentence : all) {
        sentence.resize(3 + random.below(longest - 2));
        for (auto& token : sentence)
            token = static_cast<std::int32_t>(random.below(vocabulary));
    }
    return pack(all);
}

std::vector<std::int32_t> sentenceOf(const PackedBatch& batch, std::size_t s) {
    return {batch.tokens.begin() + batch.offsets[s], batch.tokens.begin() + batch.offsets[s + 1]};
}

} // namespace

TEST_CASE("every site of tiny-bert equals the reference, one by one and batched") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto folder = *shared / "models/tiny-bert";
    const Expected expected = readExpected(folder);
    for (const char* name : {"avx512", "avx2", "generic"}) {
        const Kernels* set = kernelsByName(name);
        if (!set)
            continue;
        const auto forward = load(folder.string(), 2, *set);
        for (const Site site : kSites) {
            const ForwardRequest request{.site = site};
            const std::size_t row = valuesPerSentence(forward->config(), request);
            const auto batched = run(*forward, pack(expected.sentences), request);
            for (std::size_t s = 0; s < expected.sentences.size(); ++s) {
                CAPTURE(name, siteName(site), s);
                const auto wanted = flat(expected.cases[s][siteName(site)]);
                CHECK(largestDifference(wanted, std::span(batched).subspan(s * row, row)) < 1e-4);
                CHECK(largestDifference(wanted, run(*forward, pack({expected.sentences[s]}), request)) < 1e-4);
            }
        }
    }
}

TEST_CASE("the sentence encoder equals the reference, with its dense module") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto folder = *shared / "models/reviews-sbert-mini";
    const Expected expected = readExpected(folder);
    auto head = loadSentenceHead(folder.string());
    REQUIRE(head.ok());
    CHECK(head->maxTokens == 64);
    REQUIRE(checkSentenceHead(*head, 128).ok());
    const auto encoder = makeSentenceEncoder(load(head->transformer), *head);
    std::vector<float> out(expected.sentences.size() * encoder->dimension());
    REQUIRE(encoder->encode(pack(expected.sentences), out).ok());
    for (std::size_t s = 0; s < expected.sentences.size(); ++s) {
        const std::vector<float> wanted = expected.cases[s]["embedding"];
        CHECK(largestDifference(wanted, std::span(out).subspan(s * wanted.size(), wanted.size())) < 1e-3);
    }
}

TEST_CASE("a plain BERT folder makes a sentence encoder with mean pooling") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto folder = *shared / "models/tiny-bert";
    const Expected expected = readExpected(folder);
    const auto head = loadSentenceHead(folder.string());
    REQUIRE(head.ok());
    const auto encoder = makeSentenceEncoder(load(head->transformer), *head);
    for (std::size_t s = 0; s < expected.sentences.size(); ++s) {
        std::vector<float> out(encoder->dimension());
        REQUIRE(encoder->encode(pack({expected.sentences[s]}), out).ok());
        const std::vector<float> wanted = expected.cases[s]["mean_pooled_normalised"];
        CHECK(largestDifference(wanted, out) < 1e-4);
    }
}

TEST_CASE("activations do not depend on the batch, the threads or the kernels") {
    const test::ScratchFolder folder;
    json config = test::smallConfig();
    config["hidden_size"] = 36;
    config["intermediate_size"] = 100;
    config["max_position_embeddings"] = 70;
    test::writeModel(folder.path(), config, test::randomBert(config));
    const PackedBatch batch = randomBatch(60, 70, 40);
    const auto one = load(folder.path().string(), 1);
    for (const Site site : kSites)
        for (const Pooling pooling : kPoolings) {
            const ForwardRequest request{.site = site, .pooling = pooling};
            const std::size_t row = valuesPerSentence(one->config(), request);
            const auto reference = run(*one, batch, request);
            for (const char* name : {"avx512", "avx2", "generic"})
                if (const Kernels* set = kernelsByName(name)) {
                    CAPTURE(name, siteName(site), poolingName(pooling));
                    const auto other = load(folder.path().string(), 3, *set);
                    CHECK(largestDifference(reference, run(*other, batch, request)) < 1e-4);
                }
            for (std::size_t s = 0; s < batch.sentences(); s += 13)
                CHECK(largestDifference(run(*one, pack({sentenceOf(batch, s)}), request),
                                        std::span(reference).subspan(s * row, row)) < 1e-4);
        }
}

TEST_CASE("the same batch gives the same bits again") {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto forward = load(folder.path().string(), 2);
    const PackedBatch batch = randomBatch(50, 16, 40);
    CHECK(run(*forward, batch, {}) == run(*forward, batch, {}));
}

TEST_CASE("mean and max leave [CLS] and [SEP] out, unless asked not to") {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto forward = load(folder.path().string());
    // With one token between them, mean and max are that token's own value; with all three they differ.
    const PackedBatch batch = pack({{2, 9, 3}});
    CHECK(run(*forward, batch, {.pooling = Pooling::Mean}) == run(*forward, batch, {.pooling = Pooling::Max}));
    CHECK(run(*forward, batch, {.pooling = Pooling::Mean, .withSpecialTokens = true}) !=
          run(*forward, batch, {.pooling = Pooling::Max, .withSpecialTokens = true}));
}

TEST_CASE("only the last layer is the last part of all layers") {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto forward = load(folder.path().string());
    const PackedBatch batch = pack({{2, 9, 8, 3}});
    const auto all = run(*forward, batch, {.pooling = Pooling::Mean});
    const auto last = run(*forward, batch, {.pooling = Pooling::Mean, .lastLayerOnly = true});
    CHECK(std::equal(last.begin(), last.end(), all.end() - static_cast<std::ptrdiff_t>(last.size())));
}

TEST_CASE("a batch that does not fit the model is refused, naming the sentence") {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), test::randomBert(test::smallConfig()));
    const auto forward = load(folder.path().string());
    const auto refused = [&](const PackedBatch& batch, Pooling pooling = Pooling::Cls) {
        const ForwardRequest request{.pooling = pooling};
        std::vector<float> out(batch.sentences() * valuesPerSentence(forward->config(), request));
        const Status status = forward->run(batch, request, out);
        REQUIRE_FALSE(status.ok());
        CHECK(status.error().code == ErrorCode::InvalidArgument);
        return status.error().where;
    };
    CHECK(refused(pack({{2, 3}, {2, 40, 3}})).find("sentence 1") == 0);
    CHECK(refused(pack({{2, -1, 3}})).find("sentence 0") == 0);
    CHECK(refused(pack({std::vector<std::int32_t>(17, 5)})).find("sentence 0") == 0);
    CHECK(refused(pack({{2}})).find("sentence 0") == 0);
    CHECK(refused(pack({{2, 3}}), Pooling::Mean).find("sentence 0") == 0);
    CHECK(refused({{2, 3}, {0, 3}}) == "batch");
    CHECK(refused({{2, 3, 4}, {0, 1000, 3}}).find("sentence 0") == 0);
    CHECK(refused({{2, 3}, {}}) == "batch");
    CHECK(run(*forward, {}, {}).empty());
}

TEST_CASE("NaN weights end as an error that names sentence and neuron") {
    const test::ScratchFolder folder;
    auto tensors = test::randomBert(test::smallConfig());
    std::vector<float> bias(12, 0.0F);
    bias[5] = std::nanf("");
    tensors["encoder.layer.1.output.dense.bias"] = test::floats({12}, bias);
    test::writeModel(folder.path(), test::smallConfig(), tensors);
    const auto forward = load(folder.path().string());
    std::vector<float> out(2 * 24);
    const Status status = forward->run(pack({{2, 9, 3}, {2, 8, 3}}), {}, out);
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == ErrorCode::NonFinite);
    CHECK(status.error().where == "sentence 0 of the batch, neuron 1/5");
}

TEST_CASE("a NaN early in the model does not get lost on the way to any site") {
    const test::ScratchFolder folder;
    auto tensors = test::randomBert(test::smallConfig());
    tensors["embeddings.LayerNorm.bias"] = test::floats({12}, std::vector<float>(12, std::nanf("")));
    test::writeModel(folder.path(), test::smallConfig(), tensors);
    const auto forward = load(folder.path().string());
    for (const Site site : kSites)
        for (const Pooling pooling : kPoolings) {
            const ForwardRequest request{.site = site, .pooling = pooling};
            std::vector<float> out(valuesPerSentence(forward->config(), request));
            const Status status = forward->run(pack({{2, 9, 3}}), request, out);
            REQUIRE_FALSE(status.ok());
            CHECK(status.error().code == ErrorCode::NonFinite);
        }
}
