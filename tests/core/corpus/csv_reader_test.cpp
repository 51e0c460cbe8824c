#include "core/corpus/csv_reader.h"

#include "tests/core/corpus/read_all.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;
using test::readAll;
using test::valueOf;

namespace {
std::string quoted(const std::string& value) {
    std::string text = "\"";
    for (const char c : value)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}
} // namespace

TEST_CASE("CSV: what is written with quotes comes back as it was, in any chunks and with any line end") {
    const std::vector<std::string> values = {"plain", "a,b", "line\nbreak", "crlf\r\nin", "say \"hi\"", "", " spaces "};
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        std::string bytes = "id,text" + end;
        for (std::size_t i = 0; i < values.size(); ++i)
            bytes += std::to_string(i) + "," + quoted(values[i]) + end;
        for (const std::size_t step : {1, 2, 5, 10'000}) {
            const auto records = readAll(Format::Csv, bytes, step);
            REQUIRE(records.size() == values.size());
            for (std::size_t i = 0; i < values.size(); ++i) {
                CHECK(valueOf(records[i], "id") == std::to_string(i));
                CHECK(valueOf(records[i], "text") == values[i]);
            }
        }
    }
}

TEST_CASE("CSV: line numbers count the lines inside quotes") {
    const auto records = readAll(Format::Csv, "id,text\r\n1,\"a\r\nb\"\r\n2,c\r\n\r\n3,d");
    REQUIRE(records.size() == 3);
    CHECK(records[0].line == 2);
    CHECK(records[1].line == 4);
    CHECK(records[2].line == 6);
}

TEST_CASE("CSV: odd rows") {
    SECTION("too many values are invalid, missing ones are missing") {
        const auto records = readAll(Format::Csv, "id,text\n1,a,b\n2\n3,c\n");
        REQUIRE(records.size() == 3);
        CHECK_FALSE(records[0].problem.empty());
        CHECK(records[1].problem.empty());
        CHECK(valueOf(records[1], "text") == "(none)");
        CHECK(valueOf(records[2], "text") == "c");
    }
    SECTION("a quote that is never closed is one invalid record") {
        const auto records = readAll(Format::Csv, "id,text\n1,ok\n2,\"open\n3,c\n");
        REQUIRE(records.size() == 2);
        CHECK(records[0].problem.empty());
        CHECK_FALSE(records[1].problem.empty());
        CHECK(records[1].line == 3);
    }
    SECTION("quotes in the middle and text behind a closing quote stay") {
        const auto records = readAll(Format::Csv, "id,text\n1,5\" screen\n2,\"a\"b\n");
        REQUIRE(records.size() == 2);
        CHECK(valueOf(records[0], "text") == "5\" screen");
        CHECK(valueOf(records[1], "text") == "ab");
    }
    SECTION("a huge row and a row of too many values are invalid and the next is read") {
        const auto records = readAll(Format::Csv, "id,text\n1," + std::string(40'000'000, 'x') + "\n2," +
                                                      std::string(100'000, ',') + "\n3,good\n");
        REQUIRE(records.size() == 3);
        CHECK_FALSE(records[0].problem.empty());
        CHECK(records[0].raw.size() == kRawBytes);
        CHECK_FALSE(records[1].problem.empty());
        CHECK(valueOf(records[2], "text") == "good");
    }
    SECTION("nothing, only a header, only line ends") {
        CHECK(readAll(Format::Csv, "").empty());
        CHECK(readAll(Format::Csv, "id,text\n").empty());
        CHECK(readAll(Format::Csv, "id,text\n\n\r\n\n").empty());
    }
}

TEST_CASE("TSV splits at tabs, and commas are text") {
    const auto records = readAll(Format::Tsv, "id\ttext\n1\ta, b\n", 1 << 16, 0);
    REQUIRE(records.size() == 1);
    CHECK(valueOf(records[0], "text") == "a, b");
}

TEST_CASE("the delimiter is guessed from the first rows") {
    CHECK(guessDelimiter("a,b,c\n1,2,3\n") == ',');
    CHECK(guessDelimiter("a;b;c\n1,5;2;3\n2,5;3;4\n") == ';');
    CHECK(guessDelimiter("a\tb\nx, y, z\tq\n") == '\t');
    CHECK(guessDelimiter("a|b\n1|2\n") == '|');
    CHECK(guessDelimiter("text\n\"a;b\"\n") == ',');
    CHECK(guessDelimiter("") == ',');
}

TEST_CASE("a header that can't be one is a clear error") {
    auto reader = makeReader(
        Format::Csv, std::make_unique<ByteReader>(std::make_unique<MemorySource>("\"never closed\n1,2\n")), ',');
    RawRecord record;
    CHECK((*reader)->next(record).error().code == ErrorCode::Parse);
}
