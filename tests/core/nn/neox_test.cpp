// GPT-NeoX through the module, against an independent implementation and against itself. Skipped where the module is
// not built.
#include "tests/core/nn/text_models.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;
using test::loadText;
using test::moduleOrNull;
using test::randomPrompt;

namespace {

json smallNeox(bool parallel = true) {
    return {{"model_type", "gpt_neox"},          {"hidden_size", 24},
            {"num_attention_heads", 3},          {"num_hidden_layers", 3},
            {"intermediate_size", 40},           {"vocab_size", 50},
            {"max_position_embeddings", 128},    {"rotary_pct", 0.5},
            {"use_parallel_residual", parallel}, {"eos_token_id", 49}};
}

test::RawTensors randomNeox(const json& config, std::uint64_t seed = 1, const std::string& prefix = "gpt_neox.") {
    Random random(seed);
    test::RawTensors tensors;
    const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape) {
        std::vector<float> values(std::accumulate(shape.begin(), shape.end(), std::uint64_t{1}, std::multiplies<>()));
        const float centre = name.find("norm.weight") == std::string::npos ? 0.0F : 1.0F;
        for (float& value : values)
            value = centre + static_cast<float>(random.uniform() - 0.5);
        tensors[name.starts_with("embed_out") ? name : prefix + name] = test::floats(std::move(shape), values);
    };
    const auto both = [&](const std::string& name, std::vector<std::uint64_t> shape) {
        add(name + ".bias", {shape.front()});
        add(name + ".weight", std::move(shape));
    };
    const std::uint64_t h = config["hidden_size"], i = config["intermediate_size"], v = config["vocab_size"];
    add("embed_in.weight", {v, h});
    add("embed_out.weight", {v, h});
    both("final_layer_norm", {h});
    for (int l = 0; l < config["num_hidden_layers"].get<int>(); ++l) {
        const std::string layer = "layers." + std::to_string(l) + ".";
        both(layer + "input_layernorm", {h});
        both(layer + "post_attention_layernorm", {h});
        both(layer + "attention.query_key_value", {3 * h, h});
        both(layer + "attention.dense", {h, h});
        both(layer + "mlp.dense_h_to_4h", {i, h});
        both(layer + "mlp.dense_4h_to_h", {h, i});
    }
    return tensors;
}

/// Prompts of all lengths, several of which begin as others do.
std::vector<TokenSequence> mixedPrompts(std::uint32_t vocabulary) {
    Random random(5);
    std::vector<TokenSequence> prompts;
    for (std::size_t head = 1; head < 60; head += 9) {
        const TokenSequence beginning = randomPrompt(random, vocabulary, head);
        for (std::size_t tail = 0; tail < 12; tail += 1 + random.below(4)) {
            const TokenSequence ending = randomPrompt(random, vocabulary, tail);
            prompts.push_back(beginning);
            prompts.back().insert(prompts.back().end(), ending.begin(), ending.end());
        }
    }
    prompts.push_back(prompts.front());
    shuffle(std::span(prompts), random);
    return prompts;
}

FirstStep firstStep(TextModel& model, const std::vector<TokenSequence>& prompts) {
    auto made = model.firstStep(prompts, test::allIds(model), {});
    REQUIRE(made.ok());
    return std::move(*made);
}

double largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    REQUIRE(a.size() == b.size());
    double largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    return largest;
}

} // namespace

TEST_CASE("GPT-NeoX writes and weighs as the reference does, alone, among others and sharing its beginning") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared && moduleOrNull(), "no shared data, or the nn module is not built");
    for (const char* name : {"tiny-gpt-neox", "tiny-gpt-neox-sequential"})
        for (const char* device : {"cpu", "cpu:reference"})
            for (const bool share : {true, false}) {
                const auto folder = *shared / "models" / name;
                const test::TextCases expected = test::readTextCases(folder);
                const auto model = loadText(folder, {.device = device, .sharePrefixes = share});
                Random random(4);
                for (std::size_t i = 0; i < expected.prompts.size(); ++i) {
                    CAPTURE(name, device, share, i);
                    const TokenSequence& prompt = expected.prompts[i];
                    test::checkCase(*model, {prompt}, 0, expected.cases[i]);
                    test::checkCase(*model, expected.prompts, i, expected.cases[i]);
                    // Others that begin as the prompt does, end before it or go on behind it.
                    std::vector<TokenSequence> crowd{prompt, randomPrompt(random, 50'000, 90)};
                    for (const std::size_t length : {prompt.size() - 1, prompt.size() / 2, prompt.size()}) {
                        crowd.emplace_back(prompt.begin(), prompt.begin() + static_cast<std::ptrdiff_t>(length));
                        const TokenSequence tail = randomPrompt(random, 50'000, 1 + random.below(9));
                        crowd.back().insert(crowd.back().end(), tail.begin(), tail.end());
                    }
                    crowd.push_back(prompt);
                    test::checkCase(*model, crowd, 0, expected.cases[i]);
                    test::checkCase(*model, crowd, crowd.size() - 1, expected.cases[i]);
                }
            }
}

TEST_CASE("sharing, batching and the device change nothing, whatever the config") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    const auto prompts = mixedPrompts(50);
    for (const auto& [key, value] : std::vector<std::pair<const char*, json>>{{"use_parallel_residual", true},
                                                                              {"use_parallel_residual", false},
                                                                              {"rotary_pct", 1.0},
                                                                              {"rotary_emb_base", 500.0},
                                                                              {"hidden_act", "gelu_new"},
                                                                              {"attention_bias", false},
                                                                              {"tie_word_embeddings", true}}) {
        CAPTURE(key, value.dump());
        json config = smallNeox();
        config[key] = value;
        test::writeModel(folder.path(), config, randomNeox(config));
        const auto model = loadText(folder.path());
        const FirstStep first = firstStep(*model, prompts);
        const auto answers = model->generate(prompts, 20, {});
        REQUIRE(answers.ok());
        for (const char* device : {"cpu", "cpu:reference"}) {
            const auto other = loadText(folder.path(), {.device = device, .sharePrefixes = false});
            CHECK(largestDifference(firstStep(*other, prompts).logits, first.logits) < 1e-4);
            CHECK(other->generate(prompts, 20, {}).value() == *answers);
            CHECK(other->weightsHash() == model->weightsHash());
        }
        for (std::size_t p = 0; p < prompts.size(); p += 7) {
            const std::vector<float> alone = firstStep(*model, {prompts[p]}).logits;
            const auto begin = first.logits.begin() + static_cast<std::ptrdiff_t>(p * alone.size());
            CHECK(largestDifference(alone, {begin, begin + static_cast<std::ptrdiff_t>(alone.size())}) < 1e-4);
            CHECK(model->generate(std::span(prompts).subspan(p, 1), 20, {}).value()[0] == (*answers)[p]);
        }
    }
}

TEST_CASE("each config gives other logits") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    const std::vector<TokenSequence> prompts{{1, 2, 3, 4, 5, 6, 7, 8}};
    test::writeModel(folder.path(), smallNeox(), randomNeox(smallNeox()));
    const auto plain = loadText(folder.path());
    for (const auto& [key, value] : std::vector<std::pair<const char*, json>>{{"use_parallel_residual", false},
                                                                              {"rotary_pct", 1.0},
                                                                              {"rotary_emb_base", 500.0},
                                                                              {"hidden_act", "relu"},
                                                                              {"attention_bias", false},
                                                                              {"layer_norm_eps", 0.1},
                                                                              {"tie_word_embeddings", true}}) {
        CAPTURE(key);
        json config = smallNeox();
        config[key] = value;
        test::writeModel(folder.path(), config, randomNeox(config));
        const auto other = loadText(folder.path());
        CHECK(largestDifference(firstStep(*plain, prompts).logits, firstStep(*other, prompts).logits) > 1e-3);
        CHECK(other->weightsHash() != plain->weightsHash());
    }
}

TEST_CASE("tensors are found with and without the name of the model before theirs") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    const std::vector<TokenSequence> prompts{{1, 2, 3}};
    test::writeModel(folder.path(), smallNeox(), randomNeox(smallNeox()));
    const FirstStep with = firstStep(*loadText(folder.path()), prompts);
    test::writeModel(folder.path(), smallNeox(), randomNeox(smallNeox(), 1, ""));
    CHECK(firstStep(*loadText(folder.path()), prompts).logits == with.logits);
}

TEST_CASE("each distinct position is computed once, and without sharing each position") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), smallNeox(), randomNeox(smallNeox()));
    const std::vector<TokenSequence> prompts{{1, 2, 3, 4}, {1, 2, 5}, {1, 2, 3}, {9}, {1, 2, 5}};
    const auto sharing = loadText(folder.path());
    CHECK(sharing->positionsComputed() == 0);
    firstStep(*sharing, prompts);
    CHECK(sharing->positionsComputed() == 6);
    const auto plain = loadText(folder.path(), {.device = "cpu", .sharePrefixes = false});
    firstStep(*plain, prompts);
    CHECK(plain->positionsComputed() == 14);
    REQUIRE(plain->generate(std::vector<TokenSequence>{{1, 2, 3}}, 4, {}).value()[0].size() == 4);
    CHECK(plain->positionsComputed() == 14 + 3 + 3);
}

TEST_CASE("an answer ends at an end token and at the last position of the model") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    json config = smallNeox();
    const auto tensors = randomNeox(config, 3);
    test::writeModel(folder.path(), config, tensors);
    const auto prompts = mixedPrompts(50);
    const auto endless = loadText(folder.path())->generate(prompts, 30, {}).value();
    config["eos_token_id"] = {endless[0][3], endless[1][1]};
    test::writeModel(folder.path(), config, tensors);
    const auto model = loadText(folder.path());
    const auto answers = model->generate(prompts, 30, {}).value();
    std::size_t ended = 0;
    for (std::size_t p = 0; p < prompts.size(); ++p) {
        const auto& ends = model->endTokens();
        const auto end = std::find_first_of(endless[p].begin(), endless[p].end(), ends.begin(), ends.end());
        ended += end != endless[p].end() ? 1 : 0;
        CHECK(answers[p] == TokenSequence(endless[p].begin(), end));
    }
    CHECK(ended >= 2);
    config["eos_token_id"] = 49;
    config["max_position_embeddings"] = 10;
    test::writeModel(folder.path(), config, tensors);
    const auto brief = loadText(folder.path());
    CHECK(brief->maxTokens() == 10);
    CHECK(brief->generate(std::vector<TokenSequence>{{1, 2, 3}}, 50, {}).value()[0].size() <= 7);
    CHECK(brief->generate(std::vector<TokenSequence>{TokenSequence(10, 1)}, 50, {}).value()[0].empty());
    CHECK(model->generate(prompts, 0, {}).value()[0].empty());
}

TEST_CASE("a GPT-NeoX refuses bad prompts, hears a stop and tells bad weights") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    auto tensors = randomNeox(smallNeox());
    test::writeModel(folder.path(), smallNeox(), tensors);
    const std::vector<std::int32_t> ids{2, 3};
    const auto model = loadText(folder.path());
    for (const TokenSequence& bad : {TokenSequence{}, TokenSequence{50}, TokenSequence{-1}, TokenSequence(129, 1)}) {
        CHECK(model->firstStep(std::vector<TokenSequence>{{1}, bad}, ids, {}).error().code ==
              ErrorCode::InvalidArgument);
        CHECK(model->generate(std::vector<TokenSequence>{{1}, bad}, 3, {}).error().code == ErrorCode::InvalidArgument);
    }
    const std::vector<TokenSequence> prompts{{3, 4}};
    CHECK(model->firstStep(prompts, std::vector<std::int32_t>{50}, {}).error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    CHECK(model->firstStep(prompts, ids, stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(model->generate(prompts, 3, stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK(model->firstStep({}, ids, {}).value().logits.empty());
    CHECK(model->generate({}, 3, {}).value().empty());

    tensors["gpt_neox.final_layer_norm.weight"] = test::floats({24}, std::vector<float>(24, NAN));
    test::writeModel(folder.path(), smallNeox(), tensors);
    const auto broken = loadText(folder.path());
    CHECK(broken->firstStep(prompts, ids, {}).error().code == ErrorCode::NonFinite);
    CHECK(broken->generate(prompts, 3, {}).error().code == ErrorCode::NonFinite);
}

TEST_CASE("a GPT-NeoX folder that does not fit its config is refused, naming file and tensor") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    const auto complete = randomNeox(smallNeox());
    const auto refused = [&](const json& config, const test::RawTensors& tensors) {
        test::writeModel(folder.path(), config, tensors);
        const auto loaded = test::tryLoadText(folder.path());
        REQUIRE_FALSE(loaded.ok());
        return loaded.error();
    };
    for (const char* name :
         {"gpt_neox.embed_in.weight", "embed_out.weight", "gpt_neox.final_layer_norm.bias",
          "gpt_neox.layers.1.attention.query_key_value.weight", "gpt_neox.layers.2.mlp.dense_4h_to_h.bias"}) {
        auto tensors = complete;
        tensors.erase(name);
        const Error missing = refused(smallNeox(), tensors);
        CHECK(missing.code == ErrorCode::MissingTensor);
        CHECK(missing.where.ends_with(name));
        tensors[name] = test::floats({7}, std::vector<float>(7));
        const Error shape = refused(smallNeox(), tensors);
        CHECK(shape.code == ErrorCode::ShapeMismatch);
        CHECK(shape.where.ends_with(name));
    }
    json absurd = smallNeox();
    absurd["hidden_size"] = 65'536;
    absurd["num_attention_heads"] = 1;
    absurd["vocab_size"] = 10'000'000;
    CHECK(refused(absurd, complete).code == ErrorCode::ShapeMismatch);
    const auto half =
        moduleOrNull()->loadTextModel(folder.path().string(), {.device = "cpu", .precision = Precision::Float16});
    REQUIRE_FALSE(half.ok());
    CHECK(half.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a GPT-NeoX tells what it is") {
    SKIP_UNLESS(moduleOrNull(), "the nn module is not built");
    const test::ScratchFolder folder;
    test::writeModel(folder.path(), smallNeox(), randomNeox(smallNeox()));
    const auto model = loadText(folder.path());
    CHECK_FALSE(model->isEncoderDecoder());
    CHECK(model->maxTokens() == 128);
    CHECK(model->vocabularySize() == 50);
    CHECK(model->endTokens() == std::vector<std::int32_t>{49});
    CHECK(model->deviceText() == "CPU, 2 threads");
    test::writeModel(folder.path(), smallNeox(), randomNeox(smallNeox(), 2));
    CHECK(loadText(folder.path())->weightsHash() != model->weightsHash());
}
