// RoBERTa and DistilBERT folders from their files to activations: the right tokenizer, the right positions.
#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/core/nn/torch_file.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

/// As RoBERTa numbers its special tokens; no more pieces than "the teeth" needs.
const json kVocabulary{{"<s>", 0}, {"<pad>", 1}, {"</s>", 2}, {"<unk>", 3}, {"t", 4},      {"h", 5},
                       {"e", 6},   {"Ġ", 7},     {"th", 8},   {"the", 9},   {"<mask>", 10}};
constexpr const char* kMerges = "#version: 0.2\nt h\nth e\n";
const std::vector<int> kTheTeeth{0, 9, 7, 4, 6, 6, 8, 2};

/// A RoBERTa of random weights in pytorch_model.bin, with a table of 16 positions behind that of the padding token.
json writeRoberta(const std::filesystem::path& folder) {
    json config = smallConfig();
    config["model_type"] = "roberta";
    config["vocab_size"] = kVocabulary.size();
    config["max_position_embeddings"] = 18;
    config["type_vocab_size"] = 1;
    config["pad_token_id"] = 1;
    config["layer_norm_eps"] = 1e-5;
    writeFile((folder / "config.json").string(), config.dump());
    writeFile((folder / "pytorch_model.bin").string(), torchFile(randomBert(config)));
    return config;
}

Npy activations(const ScratchFolder& folder, const json& input, const char* verb = "activations") {
    writeFile(folder.file("in.jsonl"), input.dump());
    runJson({verb, "--model", folder.path().string(), "--device", "cpu", "--in", folder.file("in.jsonl"), "--out",
             folder.file("out.npy")});
    return readNpy(folder.file("out.npy"));
}

json tokens(const ScratchFolder& folder, const std::string& text) {
    const Finished finished = runCli({"tokenize", "--model", folder.path().string()}, text);
    INFO(finished.err);
    REQUIRE(finished.status == 0);
    return finished.json();
}

} // namespace

TEST_CASE("a RoBERTa folder is tokenized by its byte-level BPE, between <s> and </s>") {
    const ScratchFolder folder;
    SECTION("vocab.json and merges.txt") {
        writeFile(folder.file("vocab.json"), kVocabulary.dump());
        writeFile(folder.file("merges.txt"), kMerges);
    }
    SECTION("tokenizer.json") {
        const json tokenizer{
            {"added_tokens", json::array()},
            {"normalizer", nullptr},
            {"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}}},
            {"post_processor", {{"type", "RobertaProcessing"}, {"sep", {"</s>", 2}}, {"cls", {"<s>", 0}}}},
            {"model", {{"type", "BPE"}, {"vocab", kVocabulary}, {"merges", {"t h", "th e"}}}}};
        writeFile(folder.file("tokenizer.json"), tokenizer.dump());
    }
    const json document = tokens(folder, "the teeth");
    CHECK(document["ids"] == kTheTeeth);
    CHECK(document["tokens"] == json({"<s>", "the", "Ġ", "t", "e", "e", "th", "</s>"}));
}

TEST_CASE("activations of a RoBERTa folder are those of its tokens, cut to the positions it has") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder folder;
    writeRoberta(folder.path());
    writeFile(folder.file("vocab.json"), kVocabulary.dump());
    writeFile(folder.file("merges.txt"), kMerges);
    for (const char* verb : {"activations", "embed"})
        CHECK(activations(folder, {{"text", "the teeth"}}, verb).values ==
              activations(folder, {{"input_ids", kTheTeeth}}, verb).values);
    // 14 letters and the two tokens around them fill the 16 positions: a longer text gives the same.
    const auto text = [](std::size_t letters) { return json{{"text", std::string(letters, 'e')}}; };
    CHECK(activations(folder, text(14)).values == activations(folder, text(40)).values);
    CHECK(activations(folder, text(14)).values != activations(folder, text(13)).values);
}

TEST_CASE("a DistilBERT folder goes from text to activations") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder folder;
    const json config{{"model_type", "distilbert"},
                      {"dim", 4},
                      {"n_heads", 2},
                      {"n_layers", 1},
                      {"hidden_dim", 6},
                      {"vocab_size", 5},
                      {"activation", "gelu"},
                      {"max_position_embeddings", 8}};
    RawTensors tensors;
    const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape) {
        const std::uint64_t count = shape[0] * (shape.size() > 1 ? shape[1] : 1);
        std::vector<float> values(count);
        for (std::size_t i = 0; i < count; ++i)
            values[i] = static_cast<float>((i * 7 + name.size()) % 5) - 2;
        tensors["distilbert." + name] = floats(std::move(shape), values);
    };
    const auto dense = [&](const std::string& name, std::uint64_t outputs, std::uint64_t inputs) {
        add(name + ".weight", {outputs, inputs});
        add(name + ".bias", {outputs});
    };
    add("embeddings.word_embeddings.weight", {5, 4});
    add("embeddings.position_embeddings.weight", {8, 4});
    const std::string layer = "transformer.layer.0.";
    for (const char* part : {"q_lin", "k_lin", "v_lin", "out_lin"})
        dense(layer + "attention." + part, 4, 4);
    dense(layer + "ffn.lin1", 6, 4);
    dense(layer + "ffn.lin2", 4, 6);
    for (const std::string& norm :
         {std::string("embeddings.LayerNorm"), layer + "sa_layer_norm", layer + "output_layer_norm"}) {
        add(norm + ".weight", {4});
        add(norm + ".bias", {4});
    }
    writeModel(folder.path(), config, tensors);
    writeFile(folder.file("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\nfood\n");
    const Npy out = activations(folder, {{"text", "Food"}});
    CHECK(out.columns == 4);
    CHECK(out.values == activations(folder, {{"input_ids", {2, 4, 3}}}).values);
}
} // namespace neuroscribe::test
