#include "core/nn/neox_config.h"

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;

namespace {

json pythia() {
    return {{"model_type", "gpt_neox"},     {"hidden_size", 768},        {"num_attention_heads", 12},
            {"num_hidden_layers", 12},      {"intermediate_size", 3072}, {"vocab_size", 50'304},
            {"hidden_act", "gelu"},         {"rotary_pct", 0.25},        {"rotary_emb_base", 10'000},
            {"layer_norm_eps", 1e-5},       {"eos_token_id", 0},         {"max_position_embeddings", 2048},
            {"use_parallel_residual", true}};
}

Error refused(const char* key, const json& value) {
    json config = pythia();
    config[key] = value;
    const auto parsed = parseNeoxConfig(config, "config.json");
    REQUIRE_FALSE(parsed.ok());
    return parsed.error();
}

} // namespace

TEST_CASE("a Pythia config is read, and what it leaves out has its default") {
    const auto parsed = parseNeoxConfig(pythia(), "config.json");
    REQUIRE(parsed.ok());
    CHECK(parsed->headSize() == 64);
    CHECK(parsed->rotary == 16);
    CHECK(parsed->parallel);
    CHECK(parsed->attentionBias);
    CHECK_FALSE(parsed->tiedHead);
    CHECK(parsed->endTokens == std::vector<std::int32_t>{0});
    json brief = pythia();
    for (const char* key :
         {"hidden_act", "rotary_pct", "rotary_emb_base", "layer_norm_eps", "eos_token_id", "use_parallel_residual"})
        brief.erase(key);
    const auto other = parseNeoxConfig(brief, "config.json");
    REQUIRE(other.ok());
    Hasher a, b;
    parsed->addTo(a);
    other->addTo(b);
    CHECK(a.finish() == b.finish());
}

TEST_CASE("an absurd GPT-NeoX config is refused, naming the key") {
    for (const char* key : {"hidden_size", "num_attention_heads", "num_hidden_layers", "intermediate_size",
                            "vocab_size", "max_position_embeddings"})
        for (const json& value : {json(0), json(-1), json(4'000'000'000U), json(1.5), json("12"), json(nullptr)}) {
            CAPTURE(key, value.dump());
            const Error error = refused(key, value);
            CHECK(error.code == ErrorCode::BadConfig);
            CHECK(error.where == std::string("config.json: ") + key);
        }
    CHECK(refused("num_attention_heads", 7).code == ErrorCode::BadConfig);
    for (const json& value : {json(0), json(-1), json(2), json(0.02), json("0.25")}) // 0.02: of 64 values one
        CHECK(refused("rotary_pct", value).where == "config.json: rotary_pct");
    for (const json& value : {json(0), json(1e30), json("10000")})
        CHECK(refused("rotary_emb_base", value).where == "config.json: rotary_emb_base");
    CHECK(refused("hidden_act", "mystery").where == "config.json: hidden_act");
    CHECK(refused("layer_norm_eps", 0).where == "config.json: layer_norm_eps");
    CHECK(refused("use_parallel_residual", 1).where == "config.json: use_parallel_residual");
    CHECK(refused("eos_token_id", 50'304).where == "config.json: eos_token_id");
}

TEST_CASE("other models and scaled positions are not supported") {
    CHECK(refused("model_type", "llama").code == ErrorCode::Unsupported);
    CHECK(refused("rope_scaling", {{"type", "linear"}}).code == ErrorCode::Unsupported);
    CHECK(parseNeoxConfig(json::array(), "config.json").error().code == ErrorCode::Parse);
}
