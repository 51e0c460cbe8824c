// DistilBERT and RoBERTa are BERT under other names: the same weights give the same activations.
#include <array>

#include "core/nn/cpu_forward.h"
#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;
using test::RawTensors;

namespace {

struct Model {
    json config;
    RawTensors tensors;
};

std::vector<float> valuesOf(const test::RawTensor& tensor) {
    REQUIRE(tensor.type == "F32");
    std::vector<float> values(tensor.bytes.size() / sizeof(float));
    std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    return values;
}

/// The token type of all our sentences is in the positions, as where a family has no types.
void foldTypes(RawTensors& tensors) {
    const auto types = valuesOf(tensors.at("embeddings.token_type_embeddings.weight"));
    auto& positions = tensors.at("embeddings.position_embeddings.weight");
    auto values = valuesOf(positions);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] += types[i % positions.shape[1]];
    positions = test::floats(positions.shape, values);
    tensors.erase("embeddings.token_type_embeddings.weight");
}

std::string replaced(std::string text, const std::vector<std::pair<std::string, std::string>>& replacements) {
    for (const auto& [from, to] : replacements)
        if (const std::size_t at = text.find(from); at != std::string::npos)
            return text.replace(at, from.size(), to);
    return text;
}

RawTensors renamed(const RawTensors& tensors, const std::string& prefix,
                   const std::vector<std::pair<std::string, std::string>>& replacements) {
    RawTensors result;
    for (const auto& [name, tensor] : tensors)
        result[prefix + replaced(name, replacements)] = tensor;
    return result;
}

Model asDistilBert(const Model& bert, const std::string& prefix) {
    Model model{{{"model_type", "distilbert"},
                 {"dim", bert.config["hidden_size"]},
                 {"n_heads", bert.config["num_attention_heads"]},
                 {"n_layers", bert.config["num_hidden_layers"]},
                 {"hidden_dim", bert.config["intermediate_size"]},
                 {"activation", bert.config["hidden_act"]},
                 {"vocab_size", bert.config["vocab_size"]},
                 {"max_position_embeddings", bert.config["max_position_embeddings"]}},
                bert.tensors};
    foldTypes(model.tensors);
    RawTensors layers = renamed(model.tensors, "",
                                {{"attention.self.query", "attention.q_lin"},
                                 {"attention.self.key", "attention.k_lin"},
                                 {"attention.self.value", "attention.v_lin"},
                                 {"attention.output.dense", "attention.out_lin"},
                                 {"attention.output.LayerNorm", "sa_layer_norm"},
                                 {"intermediate.dense", "ffn.lin1"},
                                 {"output.dense", "ffn.lin2"},
                                 {"output.LayerNorm", "output_layer_norm"}});
    model.tensors = renamed(layers, prefix, {{"encoder.layer.", "transformer.layer."}});
    return model;
}

/// RoBERTa's table begins with the rows of what comes before the padding token and of that token itself.
Model asRoberta(const Model& bert, const std::string& prefix) {
    Model model = bert;
    model.config["model_type"] = "roberta";
    model.config["pad_token_id"] = 1;
    model.config["type_vocab_size"] = 1;
    foldTypes(model.tensors);
    auto& positions = model.tensors.at("embeddings.position_embeddings.weight");
    auto values = valuesOf(positions);
    const std::uint64_t hidden = positions.shape[1];
    values.insert(values.begin(), 2 * hidden, 1000.0F);
    model.config["max_position_embeddings"] = positions.shape[0] + 2;
    positions = test::floats({positions.shape[0] + 2, hidden}, values);
    model.tensors["embeddings.token_type_embeddings.weight"] =
        test::floats({1, hidden}, std::vector<float>(hidden, 0.0F));
    model.tensors = renamed(model.tensors, prefix, {});
    return model;
}

Result<BertWeights> weightsOf(const Model& model) {
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), model.config, model.tensors);
    return loadBertWeights(folder.path().string());
}

/// All layers of all sites for a few sentences, the longest as long as the model takes.
std::vector<float> activations(const Model& model) {
    auto weights = weightsOf(model);
    INFO((weights.ok() ? "" : describe(weights.error())));
    REQUIRE(weights.ok());
    const auto forward = CpuForward::make(std::move(*weights), 1);
    REQUIRE(forward.ok());
    const std::uint32_t longest = (*forward)->config().positions;
    PackedBatch batch;
    batch.offsets.push_back(0);
    for (const std::uint32_t length : {2U, 3U, longest}) {
        for (std::uint32_t i = 0; i < length; ++i)
            batch.tokens.push_back(static_cast<std::int32_t>((i * 7 + length) % (*forward)->config().vocabulary));
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    std::vector<float> all;
    for (const Site site : {Site::FfnOutput, Site::FfnInner, Site::AttentionOutput, Site::BlockOutput}) {
        const ForwardRequest request{.site = site, .pooling = Pooling::Max, .withSpecialTokens = true};
        std::vector<float> out(batch.sentences() * valuesPerSentence((*forward)->config(), request));
        REQUIRE((*forward)->run(batch, request, out).ok());
        all.insert(all.end(), out.begin(), out.end());
    }
    return all;
}

/// The tensor that is missing from the model, as the error names it.
std::string missing(Model model, const std::string& name) {
    REQUIRE(model.tensors.erase(name) == 1);
    const auto weights = weightsOf(model);
    REQUIRE_FALSE(weights.ok());
    CHECK(weights.error().code == ErrorCode::MissingTensor);
    return weights.error().where.substr(weights.error().where.find(": ") + 2);
}

Model smallBert() {
    return {test::smallConfig(), test::randomBert(test::smallConfig())};
}

} // namespace

TEST_CASE("the same weights under the names of another family give the same activations at every site") {
    const Model bert = smallBert();
    const auto expected = activations(bert);
    CHECK(activations(asDistilBert(bert, "")) == expected);
    CHECK(activations(asDistilBert(bert, "distilbert.")) == expected);
    CHECK(activations(asRoberta(bert, "")) == expected);
    CHECK(activations(asRoberta(bert, "roberta.")) == expected);
}

TEST_CASE("tiny-bert under the names of another family gives the same activations at every site") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto folder = *shared / "models/tiny-bert";
    const Model bert{json::parse(test::readFile((folder / "config.json").string())),
                     test::readSafetensors((folder / "model.safetensors").string())};
    const auto expected = activations(bert);
    CHECK(activations(asDistilBert(bert, "distilbert.")) == expected);
    CHECK(activations(asRoberta(bert, "roberta.")) == expected);
}

TEST_CASE("the family is part of a model's identity") {
    const Model bert = smallBert();
    const auto hash = [](const Model& model) { return weightsOf(model)->hash; };
    CHECK(hash(asDistilBert(bert, "")) != hash(bert));
    CHECK(hash(asRoberta(bert, "")) != hash(bert));
    CHECK(hash(asRoberta(bert, "")) == hash(asRoberta(bert, "roberta.")));
}

TEST_CASE("a RoBERTa takes as many tokens as there are rows behind that of the padding token") {
    Model model = asRoberta(smallBert(), "");
    CHECK(weightsOf(model)->config.positions == 16);
    model.config["pad_token_id"] = 4;
    CHECK(weightsOf(model)->config.positions == 13);
    model.config["pad_token_id"] = 15;
    CHECK(weightsOf(model)->config.positions == 2);
    model.config["pad_token_id"] = 16;
    CHECK(weightsOf(model).error().where.ends_with("config.json: max_position_embeddings"));
    model.config["pad_token_id"] = -1;
    CHECK(weightsOf(model).error().where.ends_with("config.json: pad_token_id"));
    model.config.erase("pad_token_id");
    CHECK(weightsOf(model)->config.positions == 16);
}

TEST_CASE("keys and tensors of another family are named as that family has them") {
    Model model = asDistilBert(smallBert(), "");
    CHECK(missing(model, "transformer.layer.1.ffn.lin2.weight") == "transformer.layer.1.ffn.lin2.weight");
    CHECK(missing(model, "transformer.layer.0.sa_layer_norm.bias") == "transformer.layer.0.sa_layer_norm.bias");
    model.config["n_heads"] = 5;
    CHECK(weightsOf(model).error().where.ends_with("config.json: n_heads"));
    model.config["activation"] = "mystery";
    model.config["n_heads"] = 3;
    CHECK(weightsOf(model).error().where.ends_with("config.json: activation"));
    model.config.erase("hidden_dim");
    CHECK(weightsOf(model).error().where.ends_with("config.json: hidden_dim"));
}
