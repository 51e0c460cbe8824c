#include "core/text/sentence_piece.h"

#include <cstring>
#include <functional>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/text/sentence_piece_check.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::text;

namespace {

std::optional<std::filesystem::path> t5Folder() {
    const auto shared = test::sharedFolder();
    if (!shared || !NEUROSCRIBE_WITH_SENTENCEPIECE)
        return std::nullopt;
    return *shared / "data/tokenizers/t5";
}

std::unique_ptr<PromptTokenizer> load(const std::filesystem::path& folder) {
    auto loaded = loadPromptTokenizer(folder.string());
    INFO((loaded ? "" : describe(loaded.error())));
    REQUIRE(loaded.ok());
    return std::move(*loaded);
}

std::vector<TokenId> idsOf(const PromptTokenizer& tokenizer, std::initializer_list<PromptPart> parts) {
    return tokenizer.encodePrompt(std::vector<PromptPart>(parts));
}

/// Length-delimited field of a protocol buffer message.
std::string field(unsigned number, const std::string& content) {
    std::string out(1, static_cast<char>(number << 3 | 2));
    std::size_t length = content.size();
    for (; length >= 0x80; length >>= 7)
        out += static_cast<char>(length | 0x80);
    return out + static_cast<char>(length) + content;
}

std::string number(unsigned field, unsigned value) {
    return {static_cast<char>(field << 3), static_cast<char>(value)};
}

constexpr unsigned kNormal = 1, kUnknown = 2, kControl = 3, kUserDefined = 4;

std::string piece(const std::string& text, unsigned type) {
    return field(1, field(1, text) + number(3, type));
}

/// Pieces, then the trainer's choice of a unigram model.
std::string smallModel() {
    return piece("<unk>", kUnknown) + piece("</s>", kControl) + piece("\u2581a", kNormal) + piece("b", kNormal) +
           field(2, number(3, 1));
}

using Units = std::vector<std::uint32_t>;

/// A model whose normalisation table has the given trie.
std::string withTable(const Units& units, const std::string& texts) {
    const auto bytes = static_cast<std::uint32_t>(units.size() * sizeof(std::uint32_t));
    std::string table(sizeof bytes + bytes, '\0');
    std::memcpy(table.data(), &bytes, sizeof bytes);
    std::memcpy(table.data() + sizeof bytes, units.data(), bytes);
    return smallModel() + field(3, field(2, table + texts));
}

std::uint32_t edge(std::uint32_t label, std::uint32_t offset, bool hasValue = false) {
    return offset << 10 | (hasValue ? 1U << 8 : 0U) | label;
}

Status check(const std::string& model) {
    return checkSentencePieceModel(model, "spiece.model");
}

} // namespace

TEST_CASE("SentencePiece gives the ids and pieces of T5's own tokenizer") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const auto tokenizer = load(*folder);
    const auto cases = nlohmann::json::parse(test::readFile((*folder / "cases.json").string()));
    REQUIRE(cases.size() == 10);
    for (const auto& one : cases) {
        const std::string text = one["text"];
        CAPTURE(text);
        const std::vector<TokenId> ids = one["ids"];
        CHECK(idsOf(*tokenizer, {{text, false}}) == ids);
        CHECK(tokenizer->encodeForModel(text, 10'000) == ids);
    }
    CHECK(tokenizer->token(2163) == "\u2581Yes");
    CHECK(tokenizer->vocabularySize() == 32'100);
}

TEST_CASE("special tokens of a review are plain text, those of the template are not") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const auto tokenizer = load(*folder);
    for (const char* special : {"</s>", "<pad>", "<unk>", "<extra_id_0>", "<extra_id_99>"}) {
        CAPTURE(special);
        const auto plain = idsOf(*tokenizer, {{"Good ", true}, {special, false}});
        CHECK(plain.size() > 4);
        for (std::size_t i = 0; i + 1 < plain.size(); ++i)
            CHECK((plain[i] >= 2 && plain[i] < 32'000)); // "<" is not in the vocabulary: unknown, never a control id
        CHECK(plain.back() == 1);
    }
    CHECK(idsOf(*tokenizer, {{"Yes<extra_id_0>No", true}}) == std::vector<TokenId>{2163, 32'099, 465, 1});
    CHECK(idsOf(*tokenizer, {{"Yes<extra_id_99></s>", true}}) == std::vector<TokenId>{2163, 32'000, 1});
    CHECK(idsOf(*tokenizer, {{"<extra_", true}, {"id_0>", true}}).size() > 3);
}

TEST_CASE("the parts of a prompt are one text") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const auto tokenizer = load(*folder);
    const auto whole = tokenizer->encodeForModel("Super comfortable and nice", 100);
    CHECK(idsOf(*tokenizer, {{"Super comf", true}, {"ortable a", false}, {"nd nice", true}}) == whole);
    CHECK(idsOf(*tokenizer, {}) == std::vector<TokenId>{1});
}

TEST_CASE("a long text is cut before its end token") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const auto tokenizer = load(*folder);
    CHECK(tokenizer->encodeForModel("Yes Yes Yes", 3) == std::vector<TokenId>{2163, 2163, 1});
    CHECK(tokenizer->encodeForModel("Yes", 1) == std::vector<TokenId>{1});
}

TEST_CASE("decoded text has no special tokens and is UTF-8") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const auto tokenizer = load(*folder);
    const auto decoded = [&](std::vector<TokenId> ids) { return tokenizer->decode(ids); };
    CHECK(decoded({0, 2163, 32'099, 465, 2, 1, -5, 99'999}) == "Yes No");
    CHECK(decoded({}) == "");
    const std::string text = "price: $12.99 (50% off) and d\u00e9j\u00e0 vu";
    CHECK(decoded(tokenizer->encode(text)) == text);
    CHECK(decoded(tokenizer->encode(std::string_view("Yes\0\xff\xc3 No", 9))).find("Yes") == 0);
}

TEST_CASE("the extra ids of a folder are what its config says") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const test::ScratchFolder scratch;
    std::filesystem::copy(*folder / "spiece.model", scratch.path());
    test::writeFile(scratch.file("tokenizer_config.json"), R"({"extra_ids": 2})");
    const auto two = load(scratch.path());
    CHECK(two->vocabularySize() == 32'002);
    CHECK(two->token(32'001) == "<extra_id_0>");
    CHECK(two->token(32'002) == "");
    CHECK(two->hash() != load(*folder)->hash());
    test::writeFile(scratch.file("tokenizer_config.json"), R"({"extra_ids": -1})");
    const auto refused = loadPromptTokenizer(scratch.path().string());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::BadConfig);
}

TEST_CASE("a small model of our own is read") {
    SKIP_UNLESS(NEUROSCRIBE_WITH_SENTENCEPIECE, "a build without SentencePiece");
    REQUIRE(check(smallModel()).ok());
    const auto made = makeSentencePiece(smallModel(), 0, "spiece.model");
    INFO((made ? "" : describe(made.error())));
    REQUIRE(made.ok());
    CHECK(idsOf(**made, {{"ab a", false}}) == std::vector<TokenId>{2, 3, 2, 1});
}

TEST_CASE("a build without SentencePiece says so") {
    SKIP_UNLESS(!NEUROSCRIBE_WITH_SENTENCEPIECE, "a build with SentencePiece");
    const auto made = makeSentencePiece(smallModel(), 0, "spiece.model");
    REQUIRE_FALSE(made.ok());
    CHECK(made.error().code == ErrorCode::NotBuilt);
}

TEST_CASE("what is no model is refused, naming the file") {
    const std::string model = smallModel();
    for (const std::string& bad :
         {std::string(), std::string("hello"), std::string(300, '\xff'), model.substr(0, model.size() - 1),
          std::string("\x0a\xff\xff\xff\xff\x0f"), number(9, 1), std::string("\x0b")}) {
        const Status status = check(bad);
        REQUIRE_FALSE(status.ok());
        CHECK(status.error().code == ErrorCode::Corrupt);
        CHECK(status.error().where == "spiece.model");
    }
    CHECK(check(model + field(2, number(3, 2))).error().code == ErrorCode::Unsupported);
    CHECK(check(model + piece(std::string(65, 'x'), kUserDefined)).error().code == ErrorCode::Unsupported);
    CHECK(check(model + piece(std::string(64, 'x'), kUserDefined)).ok());
    SKIP_UNLESS(NEUROSCRIBE_WITH_SENTENCEPIECE, "a build without SentencePiece");
    for (const std::string& bad : {piece("a", kNormal), piece("<unk>", kUnknown), piece("<unk>", kUnknown) + model}) {
        const auto made = makeSentencePiece(bad, 0, "spiece.model");
        REQUIRE_FALSE(made.ok());
        CHECK(made.error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("a normalisation table that leads outside itself is refused") {
    const std::string texts("b\0", 2);
    Units good(256);
    for (std::uint32_t i = 0; i < good.size(); ++i) // unused: edges of a node that no path leads to
        good[i] = edge(i ^ 200, 0);
    good[0] = edge(0, 1);
    good[1 ^ 'a'] = edge('a', 2, true);
    good[1 ^ 'a' ^ 2] = 1U << 31;
    CHECK(check(withTable(good, texts)).ok());

    const auto refused = [&](const std::function<void(Units&)>& change, const std::string& t) {
        Units units = good;
        change(units);
        const Status status = check(withTable(units, t));
        return !status.ok() && status.error().code == ErrorCode::Corrupt;
    };
    CHECK(refused([](Units& u) { u[0] = edge(0, 256); }, texts));
    CHECK(refused([](Units& u) { u[9] = edge(3, 1U << 20); }, texts));
    CHECK(refused([](Units& u) { u[0] = 1U << 31; }, texts));
    CHECK(refused([](Units& u) { u[1 ^ 'a' ^ 2] = 1U << 31 | 2; }, texts));
    CHECK(refused([](Units&) {}, "b"));
    CHECK(refused([](Units&) {}, std::string(300, 'b') + '\0'));
    CHECK(refused([](Units&) {}, ""));
    CHECK(refused([](Units& u) { u.resize(255); }, texts));
    CHECK(refused([](Units& u) { u[1 ^ 'b'] = edge('b', 'b'); }, texts)); // "bbb..." walks for ever
}

TEST_CASE("T5's own model passes the check, and no damage to it gets out of hand") {
    const auto folder = t5Folder();
    SKIP_UNLESS(folder, "no shared data, or a build without SentencePiece");
    const std::string model = test::readFile((*folder / "spiece.model").string());
    CHECK(check(model).ok());
    Random random(5);
    int read = 0;
    for (int round = 0; round < 60; ++round) {
        std::string damaged = model;
        if (round % 3 == 0)
            damaged.resize(random.below(damaged.size()));
        for (int i = 0; i < 20 && round % 3 != 0; ++i) // the table lies in the last part of the file
            damaged[damaged.size() - 1 - random.below(round % 3 == 1 ? damaged.size() : 250'000)] =
                static_cast<char>(random.below(256));
        const auto made = makeSentencePiece(damaged, 100, "spiece.model");
        if (!made)
            continue;
        ++read;
        (*made)->encode("Love it!! \u2605 \ufdfa d\u00e9j\u00e0 vu \u1100\u1161");
    }
    CHECK(read < 60);
}

TEST_CASE("a folder without a tokenizer that writes text is told so") {
    const test::ScratchFolder folder;
    CHECK(loadPromptTokenizer(folder.path().string()).error().code == ErrorCode::NotFound);
    test::writeFile(folder.file("spiece.model"), "version https://git-lfs.github.com/spec/v1\n");
    CHECK(loadPromptTokenizer(folder.path().string()).error().code == ErrorCode::GitLfsPointer);
    CHECK(loadTokenizer(folder.path().string()).error().code == ErrorCode::GitLfsPointer);
}
