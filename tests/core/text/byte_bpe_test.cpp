#include "core/text/byte_bpe.h"

#include "core/text/byte_bpe_files.h"
#include "core/text/unicode.h"
#include "tests/core/text/tokenizer_cases.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::text;
using nlohmann::json;
using test::ScratchFolder;
using test::writeFile;

namespace {

/// Every byte is a token, then "th", "he", "the", " the" and two added tokens.
json smallTokenizer() {
    json vocabulary;
    int moved = 0;
    for (int byte = 0; byte < 256; ++byte) {
        const bool visible = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
        std::string spelled;
        appendUtf8(spelled, static_cast<char32_t>(visible ? byte : 0x100 + moved++));
        vocabulary[spelled] = byte;
    }
    for (const char* piece : {"th", "he", "the", "Ġthe"})
        vocabulary[piece] = vocabulary.size();
    json tokenizer;
    tokenizer["added_tokens"] = {{{"id", 260}, {"content", "<|end|>"}, {"special", true}, {"normalized", false}},
                                 {{"id", 261}, {"content", "  "}, {"special", false}, {"normalized", true}}};
    tokenizer["normalizer"] = {{"type", "NFC"}};
    tokenizer["pre_tokenizer"] = {{"type", "ByteLevel"}, {"add_prefix_space", false}};
    tokenizer["model"] = {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", {"t h", "h e", "th e", "Ġ the"}}};
    return tokenizer;
}

Result<std::unique_ptr<PromptTokenizer>> tryMake(const json& tokenizer) {
    auto files = parseByteBpeJson(tokenizer, "tokenizer.json");
    if (!files)
        return files.error();
    return ByteBpe::make(std::move(*files), "tokenizer.json");
}

std::unique_ptr<PromptTokenizer> make(const json& tokenizer = smallTokenizer()) {
    auto made = tryMake(tokenizer);
    INFO((made ? "" : describe(made.error())));
    REQUIRE(made.ok());
    return std::move(*made);
}

/// The same tokenizer with one value changed.
json with(const char* pointer, json value) {
    json tokenizer = smallTokenizer();
    tokenizer[json::json_pointer(pointer)] = std::move(value);
    return tokenizer;
}

std::string pieces(const Tokenizer& tokenizer, const std::vector<TokenId>& ids) {
    std::string joined;
    for (const TokenId id : ids)
        joined += (joined.empty() ? "" : "|") + tokenizer.token(id);
    return joined;
}

std::string pieces(const Tokenizer& tokenizer, std::string_view text) {
    return pieces(tokenizer, tokenizer.encode(text));
}

ErrorCode refused(const json& tokenizer) {
    const auto made = tryMake(tokenizer);
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().where.find("tokenizer.json") == 0);
    return made.error().code;
}

} // namespace

TEST_CASE("byte-level BPE gives the ids of GPT-NeoX's own tokenizer") {
    const auto shared = test::sharedFolder();
    SKIP_UNLESS(shared, "no shared data");
    const auto folder = *shared / "data/tokenizers/gpt-neox-20b";
    const auto tokenizer = loadPromptTokenizer(folder.string());
    REQUIRE(tokenizer.ok());
    CHECK((*tokenizer)->vocabularySize() == 50'277);
    const auto cases = test::readTokenizerCases(folder);
    REQUIRE(cases.size() == 47);
    for (const test::TokenizerCase& one : cases) {
        CAPTURE(one.text);
        CHECK((*tokenizer)->encode(one.text) == one.ids);
        CHECK((*tokenizer)->encodePrompt(std::vector<PromptPart>{{one.text, false}}) == one.ids);
        CHECK((*tokenizer)->decode(one.ids) == one.text);
    }
}

TEST_CASE("the merge of least rank comes first, then the one further left") {
    CHECK(pieces(*make(), "the the") == "the|Ġthe");
    CHECK(pieces(*make(), "hehe") == "he|he");
    CHECK(pieces(*make(), "thhe") == "th|he");
    CHECK(pieces(*make(with("/model/merges", {"h e", "t h", "th e"})), "the") == "t|he");
}

TEST_CASE("a word that is a piece is only one token if the merges lead there, or the file says so") {
    json tokenizer = with("/model/merges", {"h e", "t h", "th e"});
    CHECK(pieces(*make(tokenizer), "the") == "t|he");
    tokenizer["model"]["ignore_merges"] = true;
    CHECK(pieces(*make(tokenizer), "the") == "the");
}

TEST_CASE("merges may be written as pairs") {
    json tokenizer = with("/model/merges", json::parse(R"([["t","h"],["h","e"],["th","e"],["Ġ","the"]])"));
    CHECK(make(tokenizer)->encode("the thhe") == make()->encode("the thhe"));
    CHECK(make(tokenizer)->hash() == make()->hash());
}

TEST_CASE("a million letters without a border are merged all the same") {
    std::string text;
    for (int i = 0; i < 200'000; ++i)
        text += "thehe";
    const auto ids = make()->encode(text);
    CHECK(ids.size() == 400'000);
    CHECK(make()->decode(ids) == text);
}

TEST_CASE("a special token counts in the template and is plain text in a review") {
    const auto tokenizer = make();
    CHECK(pieces(*tokenizer, "<|end|>") == "<|||e|n|d|||>");
    CHECK(tokenizer->encodePrompt(std::vector<PromptPart>{{"the<|end|>", true}, {"the<|end|>", false}}) ==
          tokenizer->encodePrompt(std::vector<PromptPart>{{"the", true}, {"<|end|>", true}, {"the<|end|>", false}}));
    const auto ids = tokenizer->encodePrompt(std::vector<PromptPart>{{"<|end|>", false}, {"<|end|>", true}});
    CHECK(ids.size() == 8);
    CHECK(ids.back() == 260);
    CHECK(tokenizer->decode(ids) == "<|end|>");
    // Half of it in a review does not make it one.
    CHECK(tokenizer->encodePrompt(std::vector<PromptPart>{{"<|en", true}, {"d|>", false}}).size() == 7);
    CHECK(tokenizer->encodePrompt(std::vector<PromptPart>{{"<|en", true}, {"d|>", true}}) == std::vector<TokenId>{260});
}

TEST_CASE("a word may cross the border of two parts") {
    const auto tokenizer = make();
    CHECK(tokenizer->encodePrompt(std::vector<PromptPart>{{"the t", true}, {"he", false}}) ==
          tokenizer->encode("the the"));
}

TEST_CASE("an added token that is not special is found in any text, the longest first") {
    const auto tokenizer = make();
    CHECK(pieces(*tokenizer, "the   the") == "the|  |Ġthe");
    CHECK(tokenizer->decode(tokenizer->encode("the   the")) == "the   the");
}

TEST_CASE("added tokens take spaces along and keep out of words where they say so") {
    json tokenizer = smallTokenizer();
    tokenizer["added_tokens"][0].update({{"lstrip", true}, {"rstrip", true}, {"single_word", true}});
    const auto made = make(tokenizer);
    const auto prompt = [&](const char* text) {
        return pieces(*made, made->encodePrompt(std::vector<PromptPart>{{text, true}}));
    };
    CHECK(prompt("t <|end|> t") == "t|<|end|>|t");
    CHECK(prompt("t<|end|>").find("<|end|>") == std::string::npos);
    CHECK(prompt("<|end|>é").find("<|end|>") == std::string::npos);
    CHECK(prompt(".<|end|>.") == ".|<|end|>|.");
}

TEST_CASE("text is composed before it is cut, if the file says so") {
    CHECK(make()->encode("e\u0301") == make()->encode("é"));
    CHECK(make(with("/normalizer", nullptr))->encode("e\u0301") != make()->encode("é"));
}

TEST_CASE("bytes that are no UTF-8 count as U+FFFD, in and out") {
    const auto tokenizer = make();
    CHECK(tokenizer->encode("t\xff") == tokenizer->encode("t\uFFFD"));
    CHECK(tokenizer->decode(std::vector<TokenId>{0xC3, 't', -1, 9999}) == "\uFFFDt");
}

TEST_CASE("the pre-tokenizer of the file decides where words end") {
    const auto words = [](json preTokenizer, std::string_view text) {
        return pieces(*make(with("/pre_tokenizer", std::move(preTokenizer))), text);
    };
    const json bytes = {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}};
    const auto sequence = [&](json split) { return json{{"type", "Sequence"}, {"pretokenizers", {split, bytes}}}; };
    const auto split = [](json pattern, const char* behaviour, bool invert) {
        return json{{"type", "Split"}, {"pattern", pattern}, {"behavior", behaviour}, {"invert", invert}};
    };
    CHECK(words(bytes, "thethe") == "the|the");
    CHECK(words({{"type", "ByteLevel"}, {"add_prefix_space", true}}, "the") == "Ġthe");
    CHECK(words(sequence(split({{"Regex", "t(?=h)"}}, "Isolated", false)), "the") == "t|he");
    CHECK(words(sequence(split({{"Regex", "\\p{L}"}}, "Removed", true)), "t.h") == "t|h");
    CHECK(words(sequence(split({{"String", "."}}, "Removed", false)), "t.h") == "t|h");
    CHECK(words(sequence({{"type", "Digits"}, {"individual_digits", true}}), "t12") == "t|1|2");
}

TEST_CASE("a pattern that never ends leaves the rest of the text in one piece") {
    const json evil = {{"type", "Split"}, {"pattern", {{"Regex", "(t+)+x"}}}, {"behavior", "Isolated"}};
    const json bytes = {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}};
    const auto tokenizer = make(with("/pre_tokenizer", {{"type", "Sequence"}, {"pretokenizers", {evil, bytes}}}));
    CHECK(tokenizer->encode(std::string(2000, 't')).size() == 2000);
}

TEST_CASE("the post-processor's tokens go around a text, which is cut to fit") {
    json tokenizer = smallTokenizer();
    SECTION("as RoBERTa writes it") {
        tokenizer["post_processor"] = {
            {"type", "RobertaProcessing"}, {"sep", {"<|end|>", 260}}, {"cls", {"<|end|>", 260}}};
    }
    SECTION("as a template") {
        const json token = {{"SpecialToken", {{"id", "<|end|>"}, {"type_id", 0}}}};
        tokenizer["post_processor"] = {{"type", "TemplateProcessing"},
                                       {"single", {token, {{"Sequence", {{"id", "A"}}}}, token}}};
    }
    const auto made = make(tokenizer);
    CHECK(pieces(*made, made->encodeForModel("the the", 9)) == "<|end|>|the|Ġthe|<|end|>");
    CHECK(pieces(*made, made->encodeForModel("the the", 3)) == "<|end|>|the|<|end|>");
    CHECK(made->encodeForModel("the", 2).size() == 2);
}

TEST_CASE("a folder of vocab.json and merges.txt is RoBERTa's when it has its tokens") {
    const ScratchFolder folder;
    json vocabulary = smallTokenizer()["model"]["vocab"];
    for (const char* piece : {"<s>", "</s>", "<mask>"})
        vocabulary[piece] = vocabulary.size();
    writeFile(folder.file("vocab.json"), vocabulary.dump());
    writeFile(folder.file("merges.txt"), "#version: 0.2\r\nt h\r\nh e\nth e\n\u0120 the\n");
    const auto loaded = loadTokenizer(folder.path().string());
    REQUIRE(loaded.ok());
    CHECK(pieces(**loaded, (*loaded)->encodeForModel("the the", 512)) == "<s>|the|Ġthe|</s>");
    CHECK(pieces(**loaded, "<s>") == "<|s|>");
}

TEST_CASE("the hash tells tokenizers apart") {
    CHECK(make()->hash() == make()->hash());
    CHECK(make()->hash() != make(with("/normalizer", nullptr))->hash());
    CHECK(make()->hash() != make(with("/added_tokens/0/lstrip", true))->hash());
    CHECK(make()->hash() != make(with("/pre_tokenizer/add_prefix_space", true))->hash());
    CHECK(make()->hash() != make(with("/model/merges/2", "t he"))->hash());
}

TEST_CASE("what is wrong with a BPE file is said") {
    CHECK(refused(with("/model/vocab", json::array())) == ErrorCode::Parse);
    CHECK(refused(with("/model/vocab/the", 1)) == ErrorCode::Parse);
    CHECK(refused(with("/model/vocab/the", -1)) == ErrorCode::Parse);
    CHECK(refused(with("/model/vocab/the", "1")) == ErrorCode::Parse);
    CHECK(refused(with("/model/vocab/the", 2'000'000'000)) == ErrorCode::Parse);
    CHECK(refused(with("/model/vocab/the", 1e30)) == ErrorCode::Parse);
    CHECK(refused(with("/model/merges/0", "t x y")) == ErrorCode::Parse);
    CHECK(refused(with("/model/merges/0", "q q")) == ErrorCode::Parse);
    CHECK(refused(with("/model/merges/0", {"t"})) == ErrorCode::Parse);
    CHECK(refused(with("/model/merges", "t h")) == ErrorCode::Parse);
    CHECK(refused(with("/model/unk_token", "<unk>")) == ErrorCode::Parse);
    CHECK(refused(with("/added_tokens", "x")) == ErrorCode::Parse);
    CHECK(refused(with("/added_tokens/0/id", 5)) == ErrorCode::Parse);
    CHECK(refused(with("/added_tokens/0/content", "")) == ErrorCode::Parse);
    CHECK(refused(with("/added_tokens/0/content", std::string(5000, 'x'))) == ErrorCode::Parse);
    CHECK(refused(with("/post_processor", {{"type", "RobertaProcessing"}, {"cls", {"<s>", 0}}})) == ErrorCode::Parse);
}

TEST_CASE("a part of a BPE file that is not supported is named") {
    CHECK(refused(with("/model/type", "Unigram")) == ErrorCode::Unsupported);
    CHECK(refused(with("/model/end_of_word_suffix", "</w>")) == ErrorCode::Unsupported);
    CHECK(refused(with("/model/dropout", 0.1)) == ErrorCode::Unsupported);
    CHECK(refused(with("/normalizer", {{"type", "Lowercase"}})) == ErrorCode::Unsupported);
    CHECK(refused(with("/pre_tokenizer", {{"type", "Whitespace"}})) == ErrorCode::Unsupported);
    CHECK(refused(with("/pre_tokenizer", nullptr)) == ErrorCode::Unsupported);
    CHECK(refused(with("/post_processor", {{"type", "Other"}})) == ErrorCode::Unsupported);
}

TEST_CASE("parts that are nested a million deep are refused like any other") {
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    for (const char* part : {"/pre_tokenizer", "/normalizer", "/post_processor", "/added_tokens", "/model/merges"}) {
        json tokenizer = smallTokenizer();
        tokenizer[json::json_pointer(part)] = json::parse(deep);
        CHECK_FALSE(parseByteBpeJson(tokenizer, "tokenizer.json").ok());
    }
}

TEST_CASE("hostile patterns and sequences are refused") {
    const auto pattern = [](std::string regex) {
        return with("/pre_tokenizer",
                    {{"type", "Sequence"},
                     {"pretokenizers",
                      {{{"type", "Split"}, {"pattern", {{"Regex", std::move(regex)}}}, {"behavior", "Isolated"}}}}});
    };
    CHECK(refused(pattern("(")) == ErrorCode::Parse);
    CHECK(refused(pattern("((a{1000}){1000}){1000}")) == ErrorCode::Parse);
    CHECK(refused(pattern(std::string(100'000, 'a'))) == ErrorCode::Unsupported);
    CHECK(refused(with("/pre_tokenizer", {{"type", "Sequence"}, {"pretokenizers", json(100, json::object())}})) ==
          ErrorCode::Parse);
}
