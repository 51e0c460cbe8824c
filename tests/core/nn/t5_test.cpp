// T5 through the module, against an independent implementation and against itself. Skipped where the module is not
// built.
#include "tests/core/nn/text_models.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;
using test::moduleOrNull;
using test::randomPrompt;

namespace {

constexpr const char* kDevices[]{"cpu", "cpu:reference"};

std::unique_ptr<TextModel> load(const std::filesystem::path& folder, const std::string& device = "cpu") {
    return test::loadText(folder, {.device = device});
}

json smallT5(const char* feedForward, bool tied) {
    return {{"model_type", "t5"},
            {"d_model", 12},
            {"d_kv", 5},
            {"num_heads", 3},
            {"d_ff", 20},
            {"num_layers", 2},
            {"vocab_size", 40},
            {"feed_forward_proj", feedForward},
            {"tie_word_embeddings", tied},
            {"eos_token_id", 1}};
}

test::RawTensors randomT5(const json& config, std::uint64_t seed = 1) {
    Random random(seed);
    test::RawTensors tensors;
    const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape) {
        std::vector<float> values(std::accumulate(shape.begin(), shape.end(), std::uint64_t{1}, std::multiplies<>()));
        for (float& value : values)
            value = static_cast<float>(random.uniform() - 0.5) + (name.ends_with("norm.weight") ? 1.0F : 0.0F);
        tensors[name] = test::floats(std::move(shape), values);
    };
    const std::uint64_t m = config["d_model"], a = config["num_heads"].get<std::uint64_t>() * 5, i = config["d_ff"];
    const auto attention = [&](const std::string& layer, const std::string& kind) {
        add(layer + "layer_norm.weight", {m});
        for (const char* part : {"q", "k", "v"})
            add(layer + kind + "." + part + ".weight", {a, m});
        add(layer + kind + ".o.weight", {m, a});
    };
    add("shared.weight", {config["vocab_size"], m});
    if (!config["tie_word_embeddings"])
        add("lm_head.weight", {config["vocab_size"], m});
    for (const std::string stack : {"encoder", "decoder"}) {
        add(stack + ".final_layer_norm.weight", {m});
        add(stack + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight", {32, config["num_heads"]});
        for (int b = 0; b < config["num_layers"].get<int>(); ++b) {
            const std::string layer = stack + ".block." + std::to_string(b) + ".layer.";
            const std::string last = layer + (stack == "encoder" ? "1." : "2.");
            attention(layer + "0.", "SelfAttention");
            if (stack == "decoder")
                attention(layer + "1.", "EncDecAttention");
            add(last + "layer_norm.weight", {m});
            for (const char* inner : {"wi", "wi_0", "wi_1"})
                add(last + "DenseReluDense." + inner + ".weight", {i, m});
            add(last + "DenseReluDense.wo.weight", {m, i});
        }
    }
    return tensors;
}

} // namespace

TEST_CASE("T5 and FLAN-T5 write and weigh as the reference does, alone and among others") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared && moduleOrNull(), "no shared data, or the nn module is not built");
    for (const char* name : {"tiny-t5", "tiny-flan-t5"})
        for (const char* device : kDevices) {
            const auto folder = *shared / "models" / name;
            const test::TextCases expected = test::readTextCases(folder);
            const auto model = load(folder, device);
            Random random(4);
            for (std::size_t i = 0; i < expected.prompts.size(); ++i) {
                CAPTURE(name, device, i);
                test::checkCase(*model, {expected.prompts[i]}, 0, expected.cases[i]);
                test::checkCase(*model, expected.prompts, i, expected.cases[i]);
                std::vector<TokenSequence> crowd{expected.prompts[i]};
                for (std::size_t length = 1; length < 90; length += 11)
                    crowd.push_back(randomPrompt(random, 32'000, length));
                test::checkCase(*model, crowd, 0, expected.cases[i]);
            }
        }
}

TEST_CASE("the processor's own attention and torch's give the same, for every kind of T5") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    Random random(6);
    std::vector<TokenSequence> prompts;
    for (std::size_t length = 1; length < 300; length += 23)
        prompts.push_back(randomPrompt(random, 40, length));
    for (const char* feedForward : {"relu", "gated-gelu", "gated-silu"})
        for (const bool tied : {true, false}) {
            CAPTURE(feedForward, tied);
            const json config = smallT5(feedForward, tied);
            test::writeModel(folder.path(), config, randomT5(config));
            const auto own = load(folder.path()), reference = load(folder.path(), "cpu:reference");
            const auto ids = test::allIds(*own);
            const auto a = own->firstStep(prompts, ids, {}), b = reference->firstStep(prompts, ids, {});
            REQUIRE((a.ok() && b.ok()));
            for (std::size_t i = 0; i < a->logits.size(); ++i)
                REQUIRE(a->logits[i] == Approx(b->logits[i]).margin(1e-4));
            const auto written = own->generate(prompts, 40, {});
            REQUIRE(written.ok());
            CHECK(*written == *reference->generate(prompts, 40, {}));
            CHECK(own->weightsHash() == reference->weightsHash());
        }
}

TEST_CASE("an end token ends its answer and no other") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    json config = smallT5("gated-gelu", false);
    auto tensors = randomT5(config, 3);
    std::string& head = tensors["lm_head.weight"].bytes;
    std::fill(head.end() - static_cast<std::ptrdiff_t>(12 * sizeof(float)), head.end(), '\0'); // 39 is never the best
    Random random(8);
    std::vector<TokenSequence> prompts;
    for (std::size_t p = 0; p < 12; ++p)
        prompts.push_back(randomPrompt(random, 40, 1 + random.below(20)));
    config["eos_token_id"] = 39;
    test::writeModel(folder.path(), config, tensors);
    const auto endless = *load(folder.path())->generate(prompts, 30, {});
    // Whatever ends the answers now, they are the beginnings of those before.
    config["eos_token_id"] = {endless[0][3], endless[1][1]};
    test::writeModel(folder.path(), config, tensors);
    const auto model = load(folder.path());
    CHECK(model->endTokens().size() == 2);
    const auto answers = *model->generate(prompts, 30, {});
    std::size_t ended = 0;
    for (std::size_t p = 0; p < prompts.size(); ++p) {
        TokenSequence wanted = endless[p];
        const auto isEnd = [&](std::int32_t id) { return id == endless[0][3] || id == endless[1][1]; };
        wanted.erase(std::find_if(wanted.begin(), wanted.end(), isEnd), wanted.end());
        ended += wanted.size() < endless[p].size() ? 1 : 0;
        CHECK(answers[p] == wanted);
        CHECK((*model->generate(std::vector<TokenSequence>{prompts[p]}, 30, {}))[0] == wanted);
    }
    CHECK(ended >= 2);
    CHECK((*model->generate(prompts, 0, {}))[0].empty());
}

TEST_CASE("positions are those of the prompts and one for each token asked of the decoder") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    json config = smallT5("relu", true);
    test::writeModel(folder.path(), config, randomT5(config));
    const auto model = load(folder.path());
    const std::vector<TokenSequence> prompts{{3, 4, 5}, {6}};
    CHECK(model->positionsComputed() == 0);
    REQUIRE(model->firstStep(prompts, std::vector<std::int32_t>{2}, {}).ok());
    CHECK(model->positionsComputed() == 4 + 2);
    const auto answer = model->generate(std::vector<TokenSequence>{{3, 4, 5}}, 5, {});
    REQUIRE(answer.ok());
    CHECK(model->positionsComputed() == 6 + 3 + std::min<std::size_t>(5, (*answer)[0].size() + 1));
}

TEST_CASE("the model tells what it is") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    json config = smallT5("relu", true);
    test::writeModel(folder.path(), config, randomT5(config));
    const auto model = load(folder.path());
    CHECK(model->isEncoderDecoder());
    CHECK(model->maxTokens() == 0);
    CHECK(model->vocabularySize() == 40);
    CHECK(model->endTokens() == std::vector<std::int32_t>{1});
    CHECK(model->deviceText() == "CPU, 2 threads");
    const Hash128 hash = model->weightsHash();
    test::writeModel(folder.path(), config, randomT5(config, 2));
    CHECK(load(folder.path())->weightsHash() != hash);
    test::writeModel(folder.path(), smallT5("relu", true), randomT5(config));
    CHECK(load(folder.path())->weightsHash() == hash);
}

TEST_CASE("bad prompts are refused, a stop is heard, bad weights are told") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    json config = smallT5("gated-gelu", true);
    auto tensors = randomT5(config);
    test::writeModel(folder.path(), config, tensors);
    const std::vector<std::int32_t> ids{2, 3};
    const auto model = load(folder.path());
    for (const TokenSequence& bad : {TokenSequence{}, TokenSequence{40}, TokenSequence{-1}}) {
        CHECK(model->firstStep(std::vector<TokenSequence>{{1}, bad}, ids, {}).error().code ==
              ErrorCode::InvalidArgument);
        CHECK(model->generate(std::vector<TokenSequence>{{1}, bad}, 3, {}).error().code == ErrorCode::InvalidArgument);
    }
    const std::vector<TokenSequence> prompts{{3, 4}};
    CHECK(model->firstStep(prompts, std::vector<std::int32_t>{40}, {}).error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    CHECK(model->firstStep(prompts, ids, stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(model->generate(prompts, 3, stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(model->firstStep({}, ids, {}).value().logits.empty());
    CHECK(model->generate({}, 3, {}).value().empty());

    tensors["encoder.final_layer_norm.weight"] = test::floats({12}, std::vector<float>(12, NAN));
    test::writeModel(folder.path(), config, tensors);
    const auto broken = load(folder.path());
    CHECK(broken->firstStep(prompts, ids, {}).error().code == ErrorCode::NonFinite);
    CHECK(broken->generate(prompts, 3, {}).error().code == ErrorCode::NonFinite);
}

TEST_CASE("a T5 folder that does not fit its config is refused, naming file and tensor") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    const json config = smallT5("gated-gelu", false);
    const auto complete = randomT5(config);
    const auto refused = [&](const json& written, const test::RawTensors& tensors) {
        test::writeModel(folder.path(), written, tensors);
        const auto loaded = test::tryLoadText(folder.path());
        REQUIRE_FALSE(loaded.ok());
        return loaded.error();
    };
    for (const char* name : {"shared.weight", "lm_head.weight", "decoder.block.1.layer.1.EncDecAttention.k.weight",
                             "encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight",
                             "encoder.final_layer_norm.weight", "encoder.block.1.layer.1.DenseReluDense.wi_1.weight"}) {
        auto tensors = complete;
        tensors.erase(name);
        const Error missing = refused(config, tensors);
        CHECK(missing.code == ErrorCode::MissingTensor);
        CHECK(missing.where.ends_with(name));
        tensors[name] = test::floats({7}, std::vector<float>(7));
        const Error shape = refused(config, tensors);
        CHECK(shape.code == ErrorCode::ShapeMismatch);
        CHECK(shape.where.ends_with(name));
    }
    json absurd = config;
    absurd["d_model"] = 65'536;
    absurd["vocab_size"] = 10'000'000;
    CHECK(refused(absurd, complete).code == ErrorCode::ShapeMismatch);
    absurd["num_heads"] = 1'000'000;
    CHECK(refused(absurd, complete).code == ErrorCode::BadConfig);
    CHECK(refused({{"model_type", "mystery"}}, complete).code == ErrorCode::Unsupported);
    CHECK(refused(json::array(), complete).code == ErrorCode::Unsupported);
    const auto half =
        moduleOrNull()->loadTextModel(folder.path().string(), {.device = "cpu", .precision = Precision::Float16});
    REQUIRE_FALSE(half.ok());
    CHECK(half.error().code == ErrorCode::InvalidArgument);
    CHECK(test::tryLoadText(folder.path() / "nowhere").error().code == ErrorCode::NotFound);
}
