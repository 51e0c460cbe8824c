#include "core/nn/bert_config.h"

#include "tests/core/nn/model_folder.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;
using nlohmann::json;

namespace {

/// The error of the small config with one key changed.
Error changed(const char* key, const json& value) {
    json config = test::smallConfig();
    config[key] = value;
    const auto parsed = parseBertConfig(config, "config.json");
    REQUIRE_FALSE(parsed.ok());
    return parsed.error();
}

} // namespace

TEST_CASE("a BERT config is read, with the defaults of old files") {
    json config = test::smallConfig();
    config.erase("type_vocab_size");
    config.erase("hidden_act");
    config.erase("layer_norm_eps");
    config.erase("model_type");
    const auto parsed = parseBertConfig(config, "config.json");
    REQUIRE(parsed.ok());
    CHECK(parsed->hidden == 12);
    CHECK(parsed->headSize() == 4);
    CHECK(parsed->types == 2);
    CHECK(parsed->activation == Activation::Gelu);
    CHECK(parsed->layerNormEpsilon == 1e-12F);
}

TEST_CASE("an absurd config is refused, naming the key") {
    for (const char* key : {"hidden_size", "num_attention_heads", "num_hidden_layers", "intermediate_size",
                            "vocab_size", "max_position_embeddings", "type_vocab_size"})
        for (const json& value : {json(0), json(-1), json(4'000'000'000U), json(1.5), json("12"), json(), json(true),
                                  json::array({json::array()})}) {
            CAPTURE(key, value.dump());
            const Error error = changed(key, value);
            CHECK(error.code == ErrorCode::BadConfig);
            CHECK(error.where == std::string("config.json: ") + key);
        }
    CHECK(changed("num_attention_heads", 5).where == "config.json: num_attention_heads");
    CHECK(changed("hidden_act", "mystery").where == "config.json: hidden_act");
    CHECK(changed("hidden_act", 3).code == ErrorCode::BadConfig);
    CHECK(changed("layer_norm_eps", 0).where == "config.json: layer_norm_eps");
    CHECK(changed("layer_norm_eps", "small").code == ErrorCode::BadConfig);
}

TEST_CASE("a missing size is named") {
    for (const char* key : {"hidden_size", "num_hidden_layers", "vocab_size"}) {
        json config = test::smallConfig();
        config.erase(key);
        const auto parsed = parseBertConfig(config, "config.json");
        REQUIRE_FALSE(parsed.ok());
        CHECK(parsed.error().where == std::string("config.json: ") + key);
    }
}

TEST_CASE("what is not a BERT encoder is not supported") {
    CHECK(changed("model_type", "t5").code == ErrorCode::Unsupported);
    CHECK(changed("model_type", 7).code == ErrorCode::Unsupported);
    CHECK(changed("position_embedding_type", "relative_key").code == ErrorCode::Unsupported);
    CHECK(changed("is_decoder", true).code == ErrorCode::Unsupported);
    CHECK_FALSE(parseBertConfig(json::array(), "config.json").ok());
}

TEST_CASE("a config that is not there, or is a pointer, or is no JSON") {
    const test::ScratchFolder folder;
    const auto code = [&] { return loadBertConfig(folder.path().string()).error().code; };
    CHECK(code() == ErrorCode::NotFound);
    test::writeFile(folder.file("config.json"), "version https://git-lfs.github.com/spec/v1\n");
    CHECK(code() == ErrorCode::GitLfsPointer);
    test::writeFile(folder.file("config.json"), "{\"hidden_size\": ");
    CHECK(code() == ErrorCode::Parse);
    const std::size_t deep = 100'000;
    test::writeFile(folder.file("config.json"),
                    "{\"hidden_size\": " + std::string(deep, '[') + std::string(deep, ']') + "}");
    CHECK(code() == ErrorCode::Parse);
    std::filesystem::remove(folder.file("config.json"));
    std::filesystem::create_directory(folder.file("config.json"));
    CHECK(code() == ErrorCode::Io);
}
