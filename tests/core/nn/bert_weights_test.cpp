#include "core/nn/bert_weights.h"

#include "core/nn/sentence_folder.h"
#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;
using test::RawTensors;

namespace {

BertWeights load(const RawTensors& tensors) {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), test::smallConfig(), tensors);
    auto weights = loadBertWeights(folder.path().string());
    INFO((weights.ok() ? "" : describe(weights.error())));
    REQUIRE(weights.ok());
    return std::move(*weights);
}

Error loadError(const RawTensors& tensors, const json& config = test::smallConfig()) {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), config, tensors);
    const auto weights = loadBertWeights(folder.path().string());
    REQUIRE_FALSE(weights.ok());
    CHECK(weights.error().where.find((folder.path() / "model.safetensors").string()) == 0);
    return weights.error();
}

RawTensors renamed(const std::function<std::string(std::string)>& rename) {
    RawTensors tensors;
    for (const auto& [name, tensor] : test::randomBert(test::smallConfig()))
        tensors[rename(name)] = tensor;
    return tensors;
}

} // namespace

TEST_CASE("names may carry the bert. prefix and LayerNorm may say gamma and beta") {
    const Hash128 plain = load(test::randomBert(test::smallConfig())).hash;
    CHECK(load(renamed([](const std::string& name) { return "bert." + name; })).hash == plain);
    CHECK(load(renamed([](std::string name) {
              const bool norm = name.find("LayerNorm") != std::string::npos;
              if (norm && name.ends_with(".weight"))
                  name.replace(name.size() - 6, 6, "gamma");
              else if (norm)
                  name.replace(name.size() - 4, 4, "beta");
              return name;
          })).hash == plain);
}

TEST_CASE("heads, pooler and position ids are left alone") {
    auto tensors = test::randomBert(test::smallConfig());
    const Hash128 plain = load(tensors).hash;
    tensors["cls.predictions.bias"] = test::floats({40}, std::vector<float>(40));
    tensors["pooler.dense.weight"] = test::floats({12, 12}, std::vector<float>(144));
    tensors["embeddings.position_ids"] = {"I64", {1, 16}, std::string(128, '\0')};
    CHECK(load(tensors).hash == plain);
}

TEST_CASE("the hash is that of the weights and the config") {
    const Hash128 plain = load(test::randomBert(test::smallConfig())).hash;
    CHECK(load(test::randomBert(test::smallConfig(), 2)).hash != plain);
}

TEST_CASE("query, key and value lie one below the other and the token type is in the positions") {
    auto tensors = test::randomBert(test::smallConfig());
    tensors["encoder.layer.0.attention.self.key.bias"] = test::floats({12}, std::vector<float>(12, 7));
    tensors["embeddings.position_embeddings.weight"] = test::floats({16, 12}, std::vector<float>(192, 1));
    std::vector<float> types(24, 100);
    std::fill_n(types.begin(), 12, 2.0F);
    tensors["embeddings.token_type_embeddings.weight"] = test::floats({2, 12}, types);
    const BertWeights weights = load(tensors);
    const auto& bias = weights.layers[0].queryKeyValue.bias;
    REQUIRE(bias.size() == 36);
    CHECK(std::vector<float>(bias.begin() + 12, bias.begin() + 24) == std::vector<float>(12, 7));
    CHECK(weights.positions == std::vector<float>(192, 3));
}

TEST_CASE("a tensor that is missing or has another shape or type is named") {
    auto tensors = test::randomBert(test::smallConfig());
    SECTION("missing") {
        tensors.erase("encoder.layer.1.output.dense.weight");
        const Error error = loadError(tensors);
        CHECK(error.code == ErrorCode::MissingTensor);
        CHECK(error.where.find("encoder.layer.1.output.dense.weight") != std::string::npos);
    }
    SECTION("another shape") {
        tensors["encoder.layer.0.intermediate.dense.weight"] = test::floats({12, 20}, std::vector<float>(240));
        const Error error = loadError(tensors);
        CHECK(error.code == ErrorCode::ShapeMismatch);
        CHECK(error.where.find("encoder.layer.0.intermediate.dense.weight") != std::string::npos);
        CHECK(error.why.find("[12, 20]") != std::string::npos);
    }
    SECTION("whole numbers") {
        tensors["embeddings.LayerNorm.bias"] = {"I32", {12}, std::string(48, '\0')};
        CHECK(loadError(tensors).code == ErrorCode::Unsupported);
    }
    SECTION("a config that promises more than the file holds allocates nothing") {
        json config = test::smallConfig();
        config["vocab_size"] = 10'000'000;
        CHECK(loadError(tensors, config).code == ErrorCode::ShapeMismatch);
    }
    SECTION("more layers than there are") {
        json config = test::smallConfig();
        config["num_hidden_layers"] = 3;
        CHECK(loadError(tensors, config).code == ErrorCode::MissingTensor);
    }
}

TEST_CASE("a folder without a checkpoint, or none at all") {
    const test::ScratchFolder folder;
    CHECK(openCheckpoint(folder.file("nowhere")).error().code == ErrorCode::NotFound);
    CHECK(openCheckpoint(folder.path().string()).error().code == ErrorCode::NotFound);
    CHECK(openCheckpoint(folder.file(std::string(5000, 'x'))).error().code == ErrorCode::NotFound);
}

namespace {

/// A Sentence-Transformers folder around the small BERT; `dense`: config of its dense module.
void writeSentenceFolder(const std::filesystem::path& folder, const json& pooling, const json& dense) {
    test::writeModel(folder, test::smallConfig(), test::randomBert(test::smallConfig()));
    json modules = json::array();
    int index = 0;
    for (const char* part : {"Transformer", "Pooling", "Dense", "Normalize"}) {
        const std::string path = index == 0 ? "" : std::to_string(index) + "_" + part;
        modules.push_back(
            {{"idx", index++}, {"path", path}, {"type", std::string("sentence_transformers.models.") + part}});
    }
    test::writeFile((folder / "modules.json").string(), modules.dump());
    std::filesystem::create_directories(folder / "1_Pooling");
    test::writeFile((folder / "1_Pooling/config.json").string(), pooling.dump());
    test::writeModel(folder / "2_Dense", dense,
                     {{"linear.weight", test::floats({4, 12}, std::vector<float>(48, 1))},
                      {"linear.bias", test::floats({4}, {1, 2, 3, 4})}});
}

const json kMean{{"pooling_mode_mean_tokens", true}};
const json kDense{{"in_features", 12},
                  {"out_features", 4},
                  {"bias", true},
                  {"activation_function", "torch.nn.modules.activation.Tanh"}};

} // namespace

TEST_CASE("the parts of a Sentence-Transformers folder are read") {
    const test::ScratchFolder folder;
    writeSentenceFolder(folder.path(), kMean, kDense);
    test::writeFile(folder.file("sentence_bert_config.json"), R"({"max_seq_length": 9})");
    const auto head = loadSentenceHead(folder.path().string());
    REQUIRE(head.ok());
    CHECK(head->pooling == Pooling::Mean);
    CHECK(head->maxTokens == 9);
    REQUIRE(head->dense.size() == 1);
    CHECK(head->dense[0].activation == HeadActivation::Tanh);
    CHECK(head->dense[0].weights.bias == std::vector<float>{1, 2, 3, 4});
    CHECK(checkSentenceHead(*head, 12).ok());
    CHECK(checkSentenceHead(*head, 13).error().code == ErrorCode::BadConfig);
}

TEST_CASE("what a Sentence-Transformers folder asks for and we lack is said") {
    const test::ScratchFolder folder;
    const auto code = [&](const json& pooling, const json& dense) {
        writeSentenceFolder(folder.path(), pooling, dense);
        return loadSentenceHead(folder.path().string()).error().code;
    };
    json wrong = kDense;
    wrong["out_features"] = 5;
    CHECK(code(kMean, wrong) == ErrorCode::ShapeMismatch);
    wrong["out_features"] = -5;
    CHECK(code(kMean, wrong) == ErrorCode::BadConfig);
    wrong = kDense;
    wrong["activation_function"] = "torch.nn.Mystery";
    CHECK(code(kMean, wrong) == ErrorCode::BadConfig);
    CHECK(code({{"pooling_mode_lasttoken", true}, {"pooling_mode_mean_tokens", true}}, kDense) ==
          ErrorCode::Unsupported);
    CHECK(code({{"pooling_mode_cls_token", true}, {"pooling_mode_mean_tokens", true}}, kDense) == ErrorCode::BadConfig);
    CHECK(code(json::object(), kDense) == ErrorCode::BadConfig);
}
