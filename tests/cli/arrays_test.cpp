// The verbs that work without a study: tokenize, activations, embed, communities, tag-matrix, doctor.
#include <cmath>
#include <numeric>
#include <sstream>

#include "tests/cli/cli_process.h"
#include "tests/cli/made_data.h"
#include "tests/cli/naive_tags.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {
namespace {

using nlohmann::json;

std::vector<json> lines(const std::string& text) {
    std::vector<json> documents;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        documents.push_back(json::parse(line));
    return documents;
}

std::vector<std::string> splitCases(const std::string& text) {
    const std::string separator = "\n__ggml_vocab_test__\n";
    std::vector<std::string> cases;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos; end = text.find(separator, begin)) {
        cases.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    return cases;
}

std::string sharedModel(const char* name) {
    return (*sharedFolder() / "models" / name).string();
}

} // namespace

TEST_CASE("tokenize writes ids and pieces of each line") {
    const Finished finished = runCli({"tokenize", "--model", demoModel()}, "The food\r\n\nwas good");
    CHECK(finished.status == 0);
    const auto documents = lines(finished.out);
    REQUIRE(documents.size() == 3);
    CHECK(documents[0]["tokens"] == json({"[CLS]", "the", "food", "[SEP]"}));
    CHECK(documents[0]["ids"].size() == 4);
    CHECK(documents[1]["tokens"] == json({"[CLS]", "[SEP]"}));
    const Finished bare =
        runCli({"tokenize", "--model", demoModel(), "--no-special", "--nul"}, std::string("the\nfood\0good", 13));
    CHECK(lines(bare.out)[0]["tokens"] == json({"the", "food"}));
    CHECK(lines(bare.out)[1]["tokens"] == json({"good"}));
}

TEST_CASE("tokenize equals the published cases of BERT") {
    SKIP_UNLESS(sharedFolder(), "shared data is not there");
    const auto folder = *sharedFolder() / "data/tokenizers/bert-base-uncased";
    std::string texts = readFile((folder / "cases.inp").string());
    texts += texts.ends_with('\n') ? "__ggml_vocab_test__\n" : "\n__ggml_vocab_test__\n";
    const auto cases = splitCases(texts);
    std::string input;
    for (const std::string& text : cases)
        input += text + '\0';
    const auto documents = lines(runCli({"tokenize", "--model", folder.string(), "--no-special", "--nul"}, input).out);
    std::istringstream expected(readFile((folder / "cases.out").string()));
    std::size_t compared = 0;
    for (std::string line; std::getline(expected, line); ++compared) {
        std::istringstream numbers(line);
        const std::vector<int> ids{std::istream_iterator<int>(numbers), std::istream_iterator<int>()};
        INFO(compared);
        REQUIRE(compared < documents.size());
        CHECK(documents[compared]["ids"] == ids);
    }
    CHECK(compared >= 45);
}

TEST_CASE("activations equal the reference at every site, one by one and batched") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    SKIP_UNLESS(sharedFolder(), "shared data is not there");
    const json expected = json::parse(readFile(sharedModel("tiny-bert/expected.json")));
    const ScratchFolder scratch;
    std::string all;
    for (const json& entry : expected)
        all += json{{"input_ids", entry["input_ids"]}}.dump() + "\n";
    for (const char* site : {"ffn-output", "ffn-inner", "attention-output", "block-output"}) {
        writeFile(scratch.file("all.jsonl"), all);
        runJson({"activations", "--model", sharedModel("tiny-bert"), "--site", site, "--device", "cpu", "--in",
                 scratch.file("all.jsonl"), "--out", scratch.file("all.npy")});
        const Npy batched = readNpy(scratch.file("all.npy"));
        REQUIRE(batched.rows == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            writeFile(scratch.file("one.jsonl"), json{{"input_ids", expected[i]["input_ids"]}}.dump());
            runJson({"activations", "--model", sharedModel("tiny-bert"), "--site", site, "--device", "cpu", "--in",
                     scratch.file("one.jsonl"), "--out", scratch.file("one.npy")});
            const Npy single = readNpy(scratch.file("one.npy"));
            std::size_t column = 0;
            for (const json& layer : expected[i][site])
                for (const json& value : layer) {
                    CHECK(std::abs(batched.at(i, column) - value.get<double>()) < 1e-4);
                    CHECK(std::abs(single.at(0, column) - value.get<double>()) < 1e-4);
                    ++column;
                }
            CHECK(column == batched.columns);
        }
    }
}

TEST_CASE("embed equals the reference of a BERT folder and of a Sentence-Transformers folder") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    SKIP_UNLESS(sharedFolder(), "shared data is not there");
    const ScratchFolder scratch;
    const auto compare = [&](const char* model, const char* key) {
        const json expected = json::parse(readFile(sharedModel(model) + "/expected.json"));
        std::string in;
        for (const json& entry : expected)
            in += (entry.contains("text") ? json{{"text", entry["text"]}} : json{{"input_ids", entry["input_ids"]}})
                      .dump() +
                  "\n";
        writeFile(scratch.file("in.jsonl"), in);
        runJson({"embed", "--model", sharedModel(model), "--device", "cpu", "--in", scratch.file("in.jsonl"), "--out",
                 scratch.file("out.npy")});
        const Npy out = readNpy(scratch.file("out.npy"));
        REQUIRE(out.rows == expected.size());
        for (std::size_t i = 0; i < out.rows; ++i)
            for (std::size_t c = 0; c < out.columns; ++c)
                CHECK(std::abs(out.at(i, c) - expected[i][key][c].get<double>()) < 1e-4);
    };
    compare("tiny-bert", "mean_pooled_normalised");
    compare("reviews-sbert-mini", "embedding");
}

TEST_CASE("activations of hostile input fail with file and line") {
    SKIP_UNLESS(nnBuilt(), "the nn module is not built");
    const ScratchFolder scratch;
    for (const char* line : {R"({"input_ids":[1,999999]})", R"({"input_ids":[1]})", R"({"input_ids":"x"})",
                             R"({"text":"fine"})"
                             "\nnot json"}) {
        writeFile(scratch.file("in.jsonl"), line);
        const Finished finished = runCli({"activations", "--model", demoModel(), "--in", scratch.file("in.jsonl"),
                                          "--out", scratch.file("out.npy")});
        INFO(line);
        CHECK(finished.status == 1);
        CHECK(finished.err.find("in.jsonl:") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(scratch.file("out.npy")));
    }
}

TEST_CASE("communities writes lists of row numbers, the largest first, the most similar to the centre first") {
    const ScratchFolder scratch;
    const std::string file = scratch.file("x.npy");
    writeFloats(file, 7, 2, {0, 1, 1, 0, 0.6F, 0.8F, 0.8F, 0.6F, -1, 0, 0.96F, 0.28F, 0, -1});
    const auto run = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"communities", "--in", file});
        return runJson(more);
    };
    CHECK(run({"--threshold", "0.9", "--min-size", "1"}) == json{{3, 2, 5}, {1}, {0}, {4}, {6}});
    CHECK(run({"--threshold", "0.9", "--min-size", "2"}) == json(std::vector<std::vector<int>>{{3, 2, 5}}));
    CHECK(run({}) == json::array());
    CHECK(run({"--method", "agglomerative", "--clusters", "3", "--min-size", "1"}) == json{{3, 2, 5, 1, 0}, {4}, {6}});
    CHECK(run({"--method", "agglomerative", "--threshold", "0.95", "--min-size", "2"}) == json{{1, 5}, {2, 3}});
    CHECK(runCli({"communities", "--in", file, "--threshold", "0.9", "--min-size", "2"}).out == "[[3,2,5]]\n");
}

TEST_CASE("communities names the row that is no number, and refuses options that make no sense") {
    const ScratchFolder scratch;
    writeFloats(scratch.file("nan.npy"), 3, 1, {1, NAN, 1});
    const Finished bad = runCli({"communities", "--in", scratch.file("nan.npy")});
    CHECK(bad.status == 1);
    CHECK(bad.err.find("nan.npy: row 1") != std::string::npos);
    CHECK(runCli({"communities", "--in", scratch.file("missing.npy")}).status == 1);
    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
             {"--threshold", "1.5"}, {"--min-size", "0"}, {"--method", "best"}, {"--clusters", "3"}}) {
        std::vector<std::string> arguments{"communities", "--in", scratch.file("nan.npy")};
        arguments.insert(arguments.end(), wrong.begin(), wrong.end());
        CHECK(runCli(arguments).status == 2);
    }
}

TEST_CASE("tag-matrix equals the definition, unanswered cells and ties included") {
    const ScratchFolder scratch;
    constexpr std::size_t kRows = 97;
    constexpr std::size_t kNeurons = 5;
    constexpr std::size_t kDescriptors = 4;
    std::vector<float> activations;
    std::vector<std::int8_t> labels;
    for (std::size_t i = 0; i < kRows; ++i) {
        for (std::size_t n = 0; n < kNeurons; ++n)
            activations.push_back(static_cast<float>((i * 31 + n * 17) % 23)); // many ties
        for (std::size_t c = 0; c < kDescriptors; ++c)
            labels.push_back(c == 3 ? std::int8_t{-1}
                                    : static_cast<std::int8_t>(static_cast<int>((i * 7 + c * i) % 3) - 1));
    }
    writeFloats(scratch.file("a.npy"), kRows, kNeurons, activations);
    writeInt8(scratch.file("b.npy"), kRows, kDescriptors, labels);
    const json counts = runJson({"tag-matrix", "--activations", scratch.file("a.npy"), "--labels",
                                 scratch.file("b.npy"), "-k", "10", "-t", "0.5", "--out", scratch.file("f.npy")});
    std::vector<std::size_t> members(kRows);
    std::iota(members.begin(), members.end(), std::size_t{0});
    const auto cells = naiveCells(readNpy(scratch.file("a.npy")), readNpy(scratch.file("b.npy")), members, 10);
    const Npy f = readNpy(scratch.file("f.npy"));
    REQUIRE(f.rows == kNeurons);
    REQUIRE(f.columns == kDescriptors);
    std::vector<std::size_t> tagged(kDescriptors);
    for (std::size_t n = 0; n < kNeurons; ++n)
        for (std::size_t c = 0; c < kDescriptors; ++c) {
            REQUIRE(std::isnan(f.at(n, c)) == !cells[n][c].f);
            if (cells[n][c].f)
                CHECK(f.at(n, c) == Approx(*cells[n][c].f));
            tagged[c] += cells[n][c].f && *cells[n][c].f > 0.5;
        }
    CHECK(counts["exemplars"] == 10);
    CHECK(counts["neurons_by_descriptor"] == tagged);
}

TEST_CASE("tag-matrix refuses arrays that do not belong together") {
    const ScratchFolder scratch;
    writeFloats(scratch.file("a.npy"), 3, 1, {1, 2, 3});
    writeInt8(scratch.file("b.npy"), 2, 1, {1, 0});
    writeInt8(scratch.file("c.npy"), 3, 1, {1, 0, 7});
    writeFloats(scratch.file("nan.npy"), 3, 1, {1, NAN, 3});
    const auto status = [&](const char* a, const char* b) {
        return runCli({"tag-matrix", "--activations", scratch.file(a), "--labels", scratch.file(b)}).status;
    };
    CHECK(status("a.npy", "b.npy") == 1);
    CHECK(status("a.npy", "c.npy") == 1);
    CHECK(status("nan.npy", "c.npy") == 1);
    CHECK(status("a.npy", "missing.npy") == 1);
}

TEST_CASE("doctor says what is there and how to mend what is not") {
    const json report = runJson({"doctor"});
    CHECK(report["threads"].get<int>() >= 1);
    CHECK(report.contains("disk_free_gib"));
    CHECK(report["demo_model"] == demoModel());
    for (const json& problem : report["problems"])
        CHECK_FALSE(problem["what"].get<std::string>().empty());
    if (nnBuilt()) {
        CHECK(report["sgemm_gflops"].get<double>() > 0);
        CHECK(report["libtorch"].get<std::string>().starts_with("1.") +
                  report["libtorch"].get<std::string>().starts_with("2.") ==
              1);
    }
}

} // namespace neuroscribe::test
