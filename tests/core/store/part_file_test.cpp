#include <filesystem>
#include <span>
#include <string>

#include "core/store/file.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::store;

namespace {
void write(PartFile& part, const std::string& text) {
    REQUIRE(part.file().writeAt(0, std::as_bytes(std::span(text))));
}
} // namespace

TEST_CASE("a process that ends at once takes what is half written with it and leaves what is whole") {
    const test::ScratchFolder scratch;
    auto whole = PartFile::create(scratch.file("whole"));
    auto half = PartFile::create(scratch.file("half"));
    REQUIRE(whole);
    REQUIRE(half);
    write(*whole, "all of it");
    write(*half, "some of it");
    REQUIRE(whole->commit());
    // Moved, it is still the one file under way.
    const PartFile moved = std::move(*half);
    REQUIRE(std::filesystem::exists(scratch.file("half.part")));
    removePartFiles();
    CHECK_FALSE(std::filesystem::exists(scratch.file("half.part")));
    CHECK(test::readFile(scratch.file("whole")) == "all of it");
}

TEST_CASE("a file that was given up is not removed later, when another process writes it") {
    const test::ScratchFolder scratch;
    {
        auto part = PartFile::create(scratch.file("file"));
        REQUIRE(part);
    }
    CHECK_FALSE(std::filesystem::exists(scratch.file("file.part")));
    test::writeFile(scratch.file("file.part"), "somebody else's");
    removePartFiles();
    CHECK(std::filesystem::exists(scratch.file("file.part")));
}
