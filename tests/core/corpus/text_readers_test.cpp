#include "core/corpus/wordnet_reader.h"
#include "tests/core/corpus/read_all.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;
using test::readAll;
using test::valueOf;

TEST_CASE("plain text is one record per line that is not empty") {
    for (const std::size_t step : {1, 3, 100}) {
        const auto records = readAll(Format::Text, "first\r\n\n   \nsecond\nlast", step);
        REQUIRE(records.size() == 3);
        CHECK(valueOf(records[0], "text") == "first");
        CHECK(valueOf(records[1], "text") == "second");
        CHECK(records[1].line == 4);
        CHECK(valueOf(records[2], "text") == "last");
    }
    CHECK(readAll(Format::Text, "").empty());
}

TEST_CASE("WordNet: gloss with its examples, category, offset, licence skipped") {
    const auto records =
        readAll(Format::WordNet,
                "  1 This software and database is being provided to you, the LICENSEE, by  \n"
                "00001740 03 n 01 entity 0 003 ~ 00001930 n 0000 | that which is perceived (living or nonliving)  \n"
                "02084071 05 n 03 dog 0 000 | a member of the genus Canis; occurs in many breeds; \"the dog barked all "
                "night\"  \n"
                "07555863 13 n 01 x 0 000 |   \n"
                "09999999 29 v 01 verb 0 000 | not a noun  \n"
                "00000000 99 n 01 y 0 000 | no such file  \n"
                "broken line\n");
    REQUIRE(records.size() == 6);
    CHECK(records[0].id == "00001740");
    CHECK(valueOf(records[0], "text") == "that which is perceived (living or nonliving)");
    CHECK(valueOf(records[0], "category") == "Tops");
    CHECK(valueOf(records[1], "text") ==
          "a member of the genus Canis; occurs in many breeds; \"the dog barked all night\"");
    CHECK(valueOf(records[1], "category") == "animal");
    CHECK(valueOf(records[2], "text").empty());
    for (const std::size_t bad : {3, 4, 5})
        CHECK_FALSE(records[bad].problem.empty());
}

TEST_CASE("the format is known by name, else by content") {
    CHECK(detectFormat("a.jsonl.gz", "{\"text\":1}\n") == Format::JsonLines);
    CHECK(detectFormat("a.JSONL", "{\"reviewText\":\"x\"}\n") == Format::Amazon);
    CHECK(detectFormat("reviews.json.gz", "{\"reviewText\":\"x\"}\n") == Format::Amazon);
    CHECK(detectFormat("reviews.json.gz", "{'reviewText': 'x'}\n") == Format::Amazon);
    CHECK(detectFormat("a.json", "\n [{\"a\":1}]") == Format::Json);
    CHECK(detectFormat("a.json", "{\n \"a\": 1\n}") == Format::Json);
    CHECK(detectFormat("a.json", "{\"a\": 1}\n{\"a\": 2}") == Format::JsonLines);
    CHECK(detectFormat("a.csv", "{") == Format::Csv);
    CHECK(detectFormat("a.tsv", "") == Format::Tsv);
    CHECK(detectFormat("data.noun", "  1 This software and database is being provided to") == Format::WordNet);
    CHECK(detectFormat("x", "00001740 03 n 01 entity") == Format::WordNet);
    CHECK(detectFormat("a.txt", "{\"a\":1}") == Format::Text);
    CHECK(detectFormat("unknown", "some words") == Format::Text);
    CHECK(detectFormat("unknown", "") == Format::Text);
    for (const char* name : {"auto", "jsonl", "json", "csv", "tsv", "amazon", "text", "wordnet"})
        CHECK(std::string(formatName(parseFormat(name).value())) == name);
    CHECK(parseFormat("xml").error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("the category of a file without one is its name") {
    CHECK(categoryFromFileName("/data/reviews_Grocery_and_Gourmet_Food_5.json.gz") == "Grocery and Gourmet Food");
    CHECK(categoryFromFileName("my.notes.txt") == "my");
    CHECK(categoryFromFileName("plain") == "plain");
}
