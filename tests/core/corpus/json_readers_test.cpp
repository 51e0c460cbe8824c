#include "tests/core/corpus/read_all.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;
using test::readAll;
using test::valueOf;

TEST_CASE("JSON lines: fields, kinds, empty lines, CRLF and line numbers") {
    const auto records =
        readAll(Format::JsonLines, "{\"text\":\"a\\nb\",\"n\":1.5,\"yes\":true,\"no\":null,"
                                   "\"in\":{\"text\":\"x\"},\"list\":[1,[2]]}\r\n\r\n  \n{\"text\":\"c\"}");
    REQUIRE(records.size() == 2);
    CHECK(records[0].line == 1);
    CHECK(records[1].line == 4);
    CHECK(valueOf(records[0], "text") == "a\nb");
    CHECK(valueOf(records[0], "n") == "1.5");
    CHECK(records[0].find("n")->kind == ValueKind::Number);
    CHECK(records[0].find("yes")->kind == ValueKind::Boolean);
    CHECK(records[0].find("no")->kind == ValueKind::Null);
    CHECK(records[0].find("in")->kind == ValueKind::Nested);
    CHECK(records[0].find("list")->kind == ValueKind::Nested);
    CHECK(records[0].fields.size() == 6);
    CHECK(valueOf(records[1], "text") == "c");
}

TEST_CASE("JSON lines: a broken line is one invalid record and the next is read") {
    const std::string deep = "{\"a\":" + std::string(200'000, '[') + "}";
    for (const std::string& bad :
         {std::string("{\"text\": "), std::string("nonsense"), std::string("[1]"), std::string("12"),
          std::string("\"text\""), std::string("{\"text\":\"a\"} trailing"), std::string("{\"n\":1e999}"),
          std::string("{\"text\":\"\\ud800\"}"), std::string("{\"te\0t\":1,}", 11), deep}) {
        const auto records = readAll(Format::JsonLines, bad + "\n{\"text\":\"good\"}\n");
        REQUIRE(records.size() == 2);
        CHECK_FALSE(records[0].problem.empty());
        CHECK(records[0].raw == bad.substr(0, kRawBytes));
        CHECK(records[1].problem.empty());
        CHECK(valueOf(records[1], "text") == "good");
    }
}

TEST_CASE("JSON lines: invalid UTF-8 is replaced and noted, not refused") {
    const auto records = readAll(Format::JsonLines, "{\"text\":\"a\xff\xe2\x82z\"}\n");
    REQUIRE(records.size() == 1);
    CHECK(records[0].problem.empty());
    CHECK(records[0].replacedUtf8);
    CHECK(valueOf(records[0], "text") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
}

TEST_CASE("a line of 100 MB is one invalid record of bounded size") {
    const auto records =
        readAll(Format::JsonLines, "{\"text\":\"" + std::string(100'000'000, 'x') + "\"}\n{\"text\":\"good\"}\n");
    REQUIRE(records.size() == 2);
    CHECK_FALSE(records[0].problem.empty());
    CHECK(records[0].raw.size() == kRawBytes);
    CHECK(records[1].line == 2);
    CHECK(valueOf(records[1], "text") == "good");
}

TEST_CASE("an object with too many fields is invalid") {
    std::string object = "{\"f\":1";
    for (std::size_t i = 0; i < kMaxFields; ++i)
        object += ",\"f" + std::to_string(i) + "\":1";
    const auto records = readAll(Format::JsonLines, object + "}\n");
    REQUIRE(records.size() == 1);
    CHECK_FALSE(records[0].problem.empty());
    CHECK(records[0].fields.size() == kMaxFields);
}

TEST_CASE("JSON: an array over many lines, or objects one after the other, in any chunks") {
    const std::string array = "[\n {\"text\": \"a ] } \\\" {\",\n  \"n\": [1, {\"x\": 2}]},\n {\"text\":\"b\"}\n]\n";
    const std::string sequence = "{\"text\": \"a ] } \\\" {\"}\n{\n\"text\"\n:\"b\"}";
    for (const std::string& bytes : {array, sequence})
        for (const std::size_t step : {1, 2, 3, 7, 1000}) {
            const auto records = readAll(Format::Json, bytes, step);
            REQUIRE(records.size() == 2);
            CHECK(valueOf(records[0], "text") == "a ] } \" {");
            CHECK(valueOf(records[1], "text") == "b");
            CHECK(records[0].problem.empty());
            CHECK(records[1].problem.empty());
        }
    CHECK(readAll(Format::Json, array)[0].line == 2);
    CHECK(readAll(Format::Json, array)[1].line == 4);
}

TEST_CASE("JSON: what is no object in an array is counted and the next is read") {
    const auto records = readAll(Format::Json, "[1, \"two\", null, [3], {\"text\": bad}, {\"text\":\"good\"}, true]");
    REQUIRE(records.size() == 7);
    for (const std::size_t bad : {0, 1, 2, 3, 4, 6})
        CHECK_FALSE(records[bad].problem.empty());
    CHECK(valueOf(records[5], "text") == "good");
}

TEST_CASE("JSON: a file that ends too early gives its whole records and one invalid one") {
    const auto records = readAll(Format::Json, "[{\"text\":\"good\"}, {\"text\":\"half");
    REQUIRE(records.size() == 2);
    CHECK(records[0].problem.empty());
    CHECK_FALSE(records[1].problem.empty());
    CHECK(readAll(Format::Json, "").empty());
    CHECK(readAll(Format::Json, " [ ] ").empty());
}

TEST_CASE("JSON: a huge object is skipped without being held, and the next is read") {
    const auto records =
        readAll(Format::Json, "[{\"text\":\"" + std::string(40'000'000, 'x') + "\"},{\"text\":\"good\"}]");
    REQUIRE(records.size() == 2);
    CHECK_FALSE(records[0].problem.empty());
    CHECK(valueOf(records[1], "text") == "good");
}

TEST_CASE("Amazon: JSON and the old Python dicts, line by line") {
    const auto records = readAll(
        Format::Amazon, "{\"reviewText\": \"new\", \"overall\": 5.0}\n"
                        "{'reviewerID': 'A1', 'helpful': [2, 3], 'reviewText': \"it's \\\"good\\\"\", 'overall': 5.0, "
                        "'related': {'also': ('a', 'b}')}, 'summary': None, 'x': True, 'u': u'caf\\xe9 \\u20ac', }\n");
    REQUIRE(records.size() == 2);
    CHECK(valueOf(records[0], "reviewText") == "new");
    CHECK(records[1].problem.empty());
    CHECK(valueOf(records[1], "reviewText") == "it's \"good\"");
    CHECK(valueOf(records[1], "overall") == "5.0");
    CHECK(records[1].find("helpful")->kind == ValueKind::Nested);
    CHECK(records[1].find("related")->kind == ValueKind::Nested);
    CHECK(records[1].find("summary")->kind == ValueKind::Null);
    CHECK(records[1].find("x")->kind == ValueKind::Boolean);
    CHECK(valueOf(records[1], "u") == "café €");
}

TEST_CASE("Amazon: a broken Python dict is invalid, never a crash") {
    for (const char* bad : {"{'a'", "{'a':", "{'a': 'b", "{'a': [1, ", "{'a': ]}", "{'a': 'b'} x", "{'a': 'b' 'c'}",
                            "{'a': import os}", "{'a': '\\x4'}", "{'a': '\\", "{'a': (((((", "{'", "{u", "{'a': }"}) {
        INFO(bad);
        const auto records = readAll(Format::Amazon, std::string(bad) + "\n{'reviewText': 'good'}\n");
        REQUIRE(records.size() == 2);
        CHECK_FALSE(records[0].problem.empty());
        CHECK(valueOf(records[1], "reviewText") == "good");
    }
    const std::string deep = "{'a': " + std::string(100'000, '(') + std::string(100'000, ')') + "}";
    CHECK(readAll(Format::Amazon, deep)[0].problem.empty());
}
