#include "core/text/tokenizer_files.h"

#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::text;
using test::ScratchFolder;
using test::writeFile;

namespace {

const std::string kVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nThe\n";
const std::string kTokenizer = R"({"normalizer":{"type":"BertNormalizer","lowercase":false},"model":{"type":"WordPiece",
    "unk_token":"[UNK]","vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"the":3,"The":4}}})";

ErrorCode loadError(const ScratchFolder& folder) {
    const auto loaded = loadTokenizer(folder.path().string());
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().where.find(folder.path().string()) == 0);
    return loaded.error().code;
}

} // namespace

TEST_CASE("vocab.txt alone is read as uncased, and the line number is the id") {
    const ScratchFolder folder;
    writeFile(folder.file("vocab.txt"), kVocabulary);
    const auto tokenizer = loadTokenizer(folder.path().string());
    REQUIRE(tokenizer.ok());
    CHECK((*tokenizer)->vocabularySize() == 6);
    CHECK((*tokenizer)->encode("The") == std::vector<TokenId>{4});
}

TEST_CASE("a vocabulary with Windows line ends is the same vocabulary") {
    CHECK(parseVocabulary("a\r\nb\r\n") == parseVocabulary("a\nb"));
    CHECK(parseVocabulary("a\n\nb\n") == std::vector<std::string>{"a", "", "b"});
}

TEST_CASE("tokenizer_config.json decides about the case") {
    const ScratchFolder folder;
    writeFile(folder.file("vocab.txt"), kVocabulary);
    writeFile(folder.file("tokenizer_config.json"), R"({"do_lower_case": false, "cls_token": {"content": "[CLS]"}})");
    const auto tokenizer = loadTokenizer(folder.path().string());
    REQUIRE(tokenizer.ok());
    CHECK((*tokenizer)->encode("The") == std::vector<TokenId>{5});
}

TEST_CASE("tokenizer.json brings vocabulary and flags") {
    const ScratchFolder folder;
    writeFile(folder.file("tokenizer.json"), kTokenizer);
    const auto tokenizer = loadTokenizer(folder.path().string());
    REQUIRE(tokenizer.ok());
    CHECK((*tokenizer)->encode("The the") == std::vector<TokenId>{4, 3});
    CHECK((*tokenizer)->encodeForModel("The", 9) == std::vector<TokenId>{1, 4, 2});
}

TEST_CASE("a Sentence-Transformers folder leads to its transformer") {
    const ScratchFolder folder;
    std::filesystem::create_directories(folder.path() / "0_Transformer");
    writeFile(folder.file("0_Transformer/vocab.txt"), kVocabulary);
    writeFile(folder.file("modules.json"),
              R"([{"idx":0,"path":"0_Transformer","type":"sentence_transformers.models.Transformer"}])");
    CHECK(loadTokenizer(folder.path().string()).ok());
}

TEST_CASE("what is wrong with a tokenizer is said, with the file's name") {
    const ScratchFolder folder;
    SECTION("nothing there") {
        CHECK(loadError(folder) == ErrorCode::NotFound);
        CHECK(loadTokenizer(folder.file(std::string(5000, 'x'))).error().code == ErrorCode::NotFound);
    }
    SECTION("a Git-LFS pointer") {
        writeFile(folder.file("vocab.txt"), "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
        CHECK(loadError(folder) == ErrorCode::GitLfsPointer);
    }
    SECTION("no [UNK]") {
        writeFile(folder.file("vocab.txt"), "a\nb\n");
        CHECK(loadError(folder) == ErrorCode::Parse);
    }
    SECTION("a piece as long as a book") {
        writeFile(folder.file("vocab.txt"), kVocabulary + std::string(5000, 'x'));
        CHECK(loadError(folder) == ErrorCode::Parse);
    }
    SECTION("broken JSON") {
        writeFile(folder.file("tokenizer.json"), "{\"model\": ");
        CHECK(loadError(folder) == ErrorCode::Parse);
    }
    SECTION("deeply nested JSON") {
        writeFile(folder.file("tokenizer.json"), std::string(1'000'000, '['));
        CHECK(loadError(folder) == ErrorCode::Parse);
    }
    SECTION("another kind of model") {
        writeFile(folder.file("tokenizer.json"), R"({"model":{"type":"Unigram","vocab":[]}})");
        CHECK(loadError(folder) == ErrorCode::Unsupported);
    }
    SECTION("ids with a gap") {
        writeFile(folder.file("tokenizer.json"), R"({"model":{"type":"WordPiece","vocab":{"[UNK]":0,"a":2}}})");
        CHECK(loadError(folder) == ErrorCode::Parse);
    }
    SECTION("a flag that is no flag") {
        writeFile(folder.file("vocab.txt"), kVocabulary);
        writeFile(folder.file("tokenizer_config.json"), R"({"do_lower_case": "yes"})");
        CHECK(loadError(folder) == ErrorCode::Parse);
    }
    SECTION("an absurd word length") {
        writeFile(folder.file("tokenizer.json"),
                  R"({"model":{"type":"WordPiece","max_input_chars_per_word":1000000000,"vocab":{"[UNK]":0}}})");
        const auto loaded = loadTokenizer(folder.path().string());
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code == ErrorCode::InvalidArgument);
    }
}
