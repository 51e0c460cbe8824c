#include <zlib.h>

#include "core/corpus/format.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

namespace {

std::string gzip(const std::string& plain) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(compressBound(plain.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

Result<std::string> readFileAs(const std::string& bytes, const std::string& encoding = "utf-8") {
    const test::ScratchFolder folder;
    test::writeFile(folder.file("file"), bytes);
    NS_ASSIGN(auto reader, openDecoded(folder.file("file"), encoding, {}));
    std::string text;
    for (;;) {
        NS_ASSIGN(const std::string_view chunk, reader->chunk());
        if (chunk.empty())
            return text;
        text += chunk;
        reader->consume(chunk.size());
    }
}

std::string utf16(const std::u16string& text, bool bigEndian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xff);
        const char high = static_cast<char>(unit >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

TEST_CASE("gzip is unpacked, also in several members and large") {
    std::string large;
    for (int i = 0; i < 300'000; ++i)
        large += std::to_string(i) + " ";
    CHECK(readFileAs(gzip("hello")).value() == "hello");
    CHECK(readFileAs(gzip("one ") + gzip("two")).value() == "one two");
    CHECK(readFileAs(gzip("padded") + std::string(512, '\0')).value() == "padded");
    CHECK(readFileAs(gzip("")).value().empty());
    CHECK(readFileAs(gzip(large)).value() == large);
}

TEST_CASE("a gzip file that is cut off or damaged is an error that names it, never half a corpus") {
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += std::to_string(i * 7919 % 10'007) + " ";
    const std::string packed = gzip(text);
    CHECK(readFileAs(packed.substr(0, packed.size() / 2)).error().code == ErrorCode::Truncated);
    CHECK(readFileAs(packed.substr(0, packed.size() - 4)).error().code == ErrorCode::Truncated);
    std::string damaged = packed;
    for (std::size_t i = 2000; i < 2100; ++i)
        damaged[i] = static_cast<char>(~damaged[i]);
    const auto read = readFileAs(damaged);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Corrupt);
    CHECK(read.error().where.find("file") != std::string::npos);
}

TEST_CASE("a byte order mark wins over the declared encoding and is dropped") {
    const std::u16string text = u"aé€😀\n";
    const std::string plain = "aé€😀\n";
    CHECK(readFileAs("\xEF\xBB\xBF" + plain, "latin-1").value() == plain);
    CHECK(readFileAs(utf16(u"\uFEFF" + text, false)).value() == plain);
    CHECK(readFileAs(utf16(u"\uFEFF" + text, true)).value() == plain);
    CHECK(readFileAs(utf16(text, false), "utf-16le").value() == plain);
    CHECK(readFileAs(utf16(text, true), "utf-16be").value() == plain);
    CHECK(readFileAs("caf\xe9", "latin-1").value() == "café");
    CHECK(readFileAs(gzip(utf16(u"\uFEFF" + text, false))).value() == plain);
    CHECK(readFileAs("", "utf-16le").value().empty());
    CHECK(readFileAs("x", "ebcdic").error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("half a character of UTF-16 is an invalid byte, so that its record is counted") {
    const std::u16string lone = {u'a', char16_t(0xD800), u'b', char16_t(0xDC00), u'c', char16_t(0xD800)};
    CHECK(readFileAs(utf16(lone, false), "utf-16le").value() == "a\xff"
                                                                "b\xff"
                                                                "c\xff");
    CHECK(readFileAs(utf16(u"a", false) + "x", "utf-16le").value() == "a\xff");
}

TEST_CASE("a file that is not there, a folder") {
    const test::ScratchFolder folder;
    CHECK(openDecoded(folder.file("none"), "utf-8", {}).error().code == ErrorCode::NotFound);
    const auto opened = openDecoded(folder.path().string(), "utf-8", {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Io);
    CHECK(opened.error().where == folder.path().string());
}
