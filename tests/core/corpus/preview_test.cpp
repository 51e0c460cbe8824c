#include "core/corpus/importer.h"
#include "core/corpus/sentence.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

namespace {
ImportOptions anyLanguage() {
    ImportOptions options;
    options.language = "any";
    options.minWords = 2;
    options.maxPerCategory = 30;
    return options;
}
std::string csv(int rows) {
    std::string text = "Text;category;good\n";
    for (int i = 0; i < rows; ++i)
        text += "sentence " + std::to_string(i % 90) + ";c" + std::to_string(i % 2) + ";yes\n";
    return text + "short;c0;no\n;c1;\n";
}
} // namespace

TEST_CASE("a preview shows what was detected, the first records with a verdict, and what an import would count") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("in.csv"), csv(100));
    ImportOptions options = anyLanguage();
    options.labelFields = {"good"};
    int calls = 0;
    const auto preview = previewImport({scratch.file("in.csv")}, options, {}, [&](const Preview& partial) {
        ++calls;
        CHECK(partial.records.size() == 50);
        CHECK(partial.counts.read >= 50);
    });
    REQUIRE(preview);
    CHECK(calls >= 2);
    CHECK(preview->complete);
    CHECK(preview->format == Format::Csv);
    CHECK(preview->delimiter == ';');
    CHECK(preview->fields == std::vector<std::string>{"Text", "category", "good"});
    CHECK(preview->textField == "Text");
    CHECK(preview->categoryField == "category");
    REQUIRE(preview->records.size() == 50);
    CHECK(preview->records[3].source == "in.csv:5");
    CHECK(preview->records[3].text == "sentence 3");
    CHECK(preview->records[3].category == "c1");
    CHECK(preview->records[3].labels == std::vector<std::string>{"yes"});
    CHECK(preview->records[3].verdict == "kept");

    auto project = store::Project::create(scratch.file("study"));
    NullProgress progress;
    const auto counts = importFiles(*project, {scratch.file("in.csv")}, options, {}, progress,
                                    [](auto&, const auto&) { return Status(); });
    REQUIRE(counts);
    CHECK(counts->read == preview->counts.read);
    CHECK(counts->kept == preview->counts.kept);
    CHECK(counts->dropped == preview->counts.dropped);
    CHECK(counts->categories == preview->counts.categories);
    CHECK(counts->split[0] == preview->counts.split[0]);
}

TEST_CASE("records that will be dropped say why") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("in.jsonl"),
                    "{\"text\":\"two words\"}\n{\"text\":\"one\"}\n{\"text\":null}\nbroken\n");
    const auto preview = previewImport({scratch.file("in.jsonl")}, anyLanguage(), {}, {});
    REQUIRE(preview);
    std::vector<std::string> verdicts;
    for (const PreviewRecord& record : preview->records)
        verdicts.push_back(record.verdict);
    CHECK(verdicts == std::vector<std::string>{"kept", "too_short", "empty", "invalid"});
    CHECK(preview->records[3].text == "broken");
}

TEST_CASE("a stopped preview says that it is not complete, what can't be read is an error") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("in.csv"), csv(100'000));
    std::stop_source stop;
    const auto preview = previewImport({scratch.file("in.csv")}, anyLanguage(), stop.get_token(),
                                       [&](const Preview&) { stop.request_stop(); });
    REQUIRE(preview);
    CHECK_FALSE(preview->complete);
    CHECK(preview->records.size() == 50);
    CHECK(preview->counts.read < 100'000);
    CHECK(previewImport({scratch.file("none")}, anyLanguage(), {}, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("where the text field can't be guessed, the preview still says which fields there are") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("in.csv"), "opinion;shop\na first opinion;one\n");
    std::vector<std::string> fields;
    const auto preview = previewImport({scratch.file("in.csv")}, anyLanguage(), {},
                                       [&](const Preview& partial) { fields = partial.fields; });
    CHECK(preview.error().code == ErrorCode::InvalidArgument);
    CHECK(fields == std::vector<std::string>{"opinion", "shop"});
}
