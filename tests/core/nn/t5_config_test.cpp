#include "core/nn/t5_config.h"

#include <nlohmann/json.hpp>

#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;

namespace {

json flanConfig() {
    return {{"model_type", "t5"},
            {"d_model", 12},
            {"d_kv", 5},
            {"num_heads", 3},
            {"d_ff", 20},
            {"num_layers", 2},
            {"num_decoder_layers", 1},
            {"vocab_size", 40},
            {"relative_attention_num_buckets", 32},
            {"relative_attention_max_distance", 128},
            {"layer_norm_epsilon", 1e-6},
            {"feed_forward_proj", "gated-gelu"},
            {"tie_word_embeddings", false},
            {"decoder_start_token_id", 0},
            {"pad_token_id", 0},
            {"eos_token_id", 1}};
}

Error changed(const char* key, const json& value) {
    json config = flanConfig();
    config[key] = value;
    const auto parsed = parseT5Config(config, "config.json");
    REQUIRE_FALSE(parsed.ok());
    return parsed.error();
}

} // namespace

TEST_CASE("a FLAN-T5 config is read") {
    const auto parsed = parseT5Config(flanConfig(), "config.json");
    REQUIRE(parsed.ok());
    CHECK(parsed->attention() == 15);
    CHECK(parsed->gated);
    CHECK(parsed->activation == Activation::GeluTanh);
    CHECK_FALSE(parsed->tiedHead);
    CHECK(parsed->decoderLayers == 1);
    CHECK(parsed->endTokens == std::vector<std::int32_t>{1});
}

TEST_CASE("a T5 config of the first files is read with its defaults") {
    json config = flanConfig();
    for (const char* key :
         {"num_decoder_layers", "relative_attention_num_buckets", "relative_attention_max_distance",
          "layer_norm_epsilon", "feed_forward_proj", "tie_word_embeddings", "decoder_start_token_id", "eos_token_id"})
        config.erase(key);
    config["pad_token_id"] = 7;
    const auto parsed = parseT5Config(config, "config.json");
    REQUIRE(parsed.ok());
    CHECK(parsed->decoderLayers == 2);
    CHECK(parsed->buckets == 32);
    CHECK(parsed->maxDistance == 128);
    CHECK_FALSE(parsed->gated);
    CHECK(parsed->activation == Activation::Relu);
    CHECK(parsed->tiedHead);
    CHECK(parsed->startToken == 7);
    CHECK(parsed->endTokens == std::vector<std::int32_t>{1});
}

TEST_CASE("an absurd T5 config is refused, naming the key") {
    for (const char* key : {"d_model", "d_kv", "num_heads", "d_ff", "num_layers", "num_decoder_layers", "vocab_size",
                            "relative_attention_num_buckets", "relative_attention_max_distance"})
        for (const json& value : {json(0), json(-1), json(4'000'000'000U), json(1.5), json("12"), json(true)}) {
            CAPTURE(key, value.dump());
            const Error error = changed(key, value);
            CHECK(error.code == ErrorCode::BadConfig);
            CHECK(error.where == std::string("config.json: ") + key);
        }
    json config = flanConfig();
    config.erase("d_kv");
    CHECK(parseT5Config(config, "config.json").error().where == "config.json: d_kv");
    CHECK(changed("relative_attention_num_buckets", 30).code == ErrorCode::BadConfig);
    CHECK(changed("relative_attention_max_distance", 16).code == ErrorCode::BadConfig);
    CHECK(changed("feed_forward_proj", "gated-mystery").code == ErrorCode::BadConfig);
    CHECK(changed("feed_forward_proj", 3).code == ErrorCode::BadConfig);
    CHECK(changed("layer_norm_epsilon", 0).code == ErrorCode::BadConfig);
    CHECK(changed("tie_word_embeddings", "yes").code == ErrorCode::BadConfig);
    CHECK(changed("decoder_start_token_id", 40).code == ErrorCode::BadConfig);
    CHECK(changed("eos_token_id", json::array()).code == ErrorCode::BadConfig);
    CHECK(changed("eos_token_id", json{1, -1}).code == ErrorCode::BadConfig);
}

TEST_CASE("what is not a T5 is not supported") {
    CHECK(changed("model_type", "bert").code == ErrorCode::Unsupported);
    CHECK(changed("model_type", 5).code == ErrorCode::BadConfig);
    CHECK(parseT5Config(json::array(), "config.json").error().code == ErrorCode::Parse);
}

TEST_CASE("several tokens may end an answer") {
    json config = flanConfig();
    config["eos_token_id"] = {1, 39};
    const auto parsed = parseT5Config(config, "config.json");
    REQUIRE(parsed.ok());
    CHECK(parsed->endTokens == std::vector<std::int32_t>{1, 39});
}

TEST_CASE("near positions have buckets of their own, far ones share, the farthest share one") {
    const auto config = parseT5Config(flanConfig(), "config.json");
    REQUIRE(config.ok());
    const auto encoder = [&](std::int64_t distance) { return relativeBucket(*config, distance, false); };
    const auto decoder = [&](std::int64_t distance) { return relativeBucket(*config, distance, true); };
    CHECK(encoder(0) == 0);
    CHECK(encoder(-7) == 7);
    CHECK(encoder(7) == 16 + 7);
    CHECK(encoder(-8) == 8);
    CHECK(encoder(-12) == 9); // 8 + 8 log(12/8) / log(128/8)
    CHECK(encoder(127) == 31);
    CHECK(encoder(1'000'000) == 31);
    CHECK(encoder(-1'000'000) == 15);
    CHECK(decoder(3) == 0);
    CHECK(decoder(-15) == 15);
    CHECK(decoder(-16) == 16);
    CHECK(decoder(-32) == 21); // 16 + 16 log(32/16) / log(128/16)
    CHECK(decoder(-128) == 31);
    for (std::int64_t d = 0; d < 300; ++d) {
        CHECK(decoder(-d) <= decoder(-d - 1));
        CHECK(encoder(d) <= encoder(d + 1 == 1 ? 1 : d + 1));
    }
}
