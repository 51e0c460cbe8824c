#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::SmallCorpus;

namespace {
Result<ImportedLabels> import(SmallCorpus& corpus, const std::string& name, const std::string& content,
                              const std::string& annotator = kLabelMatrixName, std::stop_token stop = {}) {
    const std::string path = corpus.scratch.file(name);
    test::writeFile(path, content);
    NullProgress progress;
    return importLabels(corpus.project, path, annotator, stop, progress);
}
} // namespace

TEST_CASE("label columns are matched by sentence id, empty is unanswered") {
    SmallCorpus corpus({"first one", "second one", "third one"});
    const auto imported = import(corpus, "labels.csv", "id,taste,music\n0,1,0\n2,yes,\n7,1,1\n1,FALSE,true\n");
    REQUIRE(imported.ok());
    REQUIRE(corpus.answers() == std::vector<std::string>{"yny", "ny-"});
    REQUIRE(imported->unmatchedRows == 1);
    REQUIRE(imported->counts.pairs == 6);
    REQUIRE(imported->counts.yes == 3);
    REQUIRE(imported->counts.no == 2);
    REQUIRE(imported->counts.unanswered == 1);
}

TEST_CASE("label rows are matched by text as the import stores it") {
    SmallCorpus corpus({"It's fine & good", "second one"});
    const auto imported = import(
        corpus, "labels.tsv", "text\ttaste\tcategory\nIt&#39;s  fine &amp; good\t1\tBooks\nunknown text\t0\tBooks\n");
    REQUIRE(imported.ok());
    REQUIRE(corpus.answers() == std::vector<std::string>{"y-"});
    REQUIRE(imported->unmatchedRows == 1);
}

TEST_CASE("JSON lines carry labels as numbers, booleans, words or null") {
    SmallCorpus corpus({"a", "b", "c", "d"});
    const auto imported = import(
        corpus, "labels.jsonl",
        "{\"id\":0,\"taste\":1}\n{\"id\":1,\"taste\":false}\n{\"id\":2,\"taste\":null}\n{\"id\":3,\"taste\":\"no\"}\n");
    REQUIRE(imported.ok());
    REQUIRE(corpus.answers()[0] == "yn-n");
}

TEST_CASE("labels of another annotator stand beside B") {
    SmallCorpus corpus({"a", "b"});
    REQUIRE(import(corpus, "b.csv", "id,taste\n0,1\n1,1\n").ok());
    REQUIRE(import(corpus, "ada.csv", "id,taste\n0,0\n", "Ada").ok());
    REQUIRE(corpus.answers()[0] == "yy");
    REQUIRE(corpus.answers("Ada")[0] == "n-");
    REQUIRE(corpus.descriptors().size() == 1);
}

TEST_CASE("a later import answers anew, a later row too, and an empty cell takes nothing back") {
    SmallCorpus corpus({"a", "b", "c"});
    REQUIRE(import(corpus, "one.csv", "id,taste\n0,1\n0,0\n1,1\n2,1\n").ok());
    REQUIRE(corpus.answers()[0] == "nyy");
    REQUIRE(import(corpus, "two.csv", "id,taste\n1,0\n2,\n").ok());
    REQUIRE(corpus.answers()[0] == "nny");
}

TEST_CASE("an error names file, row and column, and stores nothing") {
    SmallCorpus corpus({"a", "b"});
    const auto bad = import(corpus, "labels.csv", "id,taste,music\n0,1,0\n1,1,maybe\n");
    REQUIRE(!bad.ok());
    REQUIRE(bad.error().code == ErrorCode::Parse);
    REQUIRE(bad.error().where.find("labels.csv:3: music") != std::string::npos);
    REQUIRE(corpus.descriptors().empty());
    REQUIRE(corpus.count("label_block") == 0);
    REQUIRE(corpus.count("engine") == 0);
    REQUIRE(import(corpus, "x.csv", "id,taste\nfirst,1\n").error().code == ErrorCode::Parse);
    REQUIRE(import(corpus, "x.csv", "name,taste\nfirst,1\n").error().code == ErrorCode::Parse);
    REQUIRE(import(corpus, "x.csv", "id,text\n1,hello\n").error().code == ErrorCode::Parse);
    REQUIRE(import(corpus, "x.jsonl", "{\"id\":0,\"taste\":[1]}\n").error().code == ErrorCode::Parse);
    REQUIRE(import(corpus, "x.jsonl", "{\"id\":0,\"taste\":\n").error().code == ErrorCode::Parse);
    NullProgress progress;
    REQUIRE(importLabels(corpus.project, corpus.scratch.file("none.csv"), "B", {}, progress).error().code ==
            ErrorCode::NotFound);
}

TEST_CASE("a stopped label import stores nothing") {
    SmallCorpus corpus({"a", "b"});
    std::stop_source stop;
    stop.request_stop();
    REQUIRE(import(corpus, "labels.csv", "id,taste\n0,1\n", "B", stop.get_token()).error().code ==
            ErrorCode::Cancelled);
    REQUIRE(corpus.descriptors().empty());
}

TEST_CASE("label columns of a corpus import become answers of B about the new sentences") {
    SmallCorpus corpus({"a", "b", "c"});
    corpus.add("taste");
    const corpus::ImportedLabelColumns columns{SentenceId(1), {"music", "taste"}, {{2, 1}, {0, 2}}};
    REQUIRE(importHook()(corpus.database(), columns).ok());
    REQUIRE(corpus.answers() == std::vector<std::string>{"--y", "-yn"});
}
