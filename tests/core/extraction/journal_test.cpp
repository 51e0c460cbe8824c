#include "core/extraction/journal.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

#include <algorithm>
#include <cstring>
#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::extraction;

namespace {

const BatchPlan kPlan{{0, 3}, {1}, {2, 4}};

RowShape shape() {
    RowShape result;
    result.sentences = 5;
    result.layers = 2;
    result.units = 3;
    return result;
}

SegmentRows filledRows() {
    SegmentRows rows(shape());
    for (std::uint32_t r = 0; r < 5; ++r)
        std::memset(rows.row(r).data(), static_cast<int>(r + 1), rows.row(r).size());
    return rows;
}

bool isFilled(SegmentRows& rows, std::uint32_t row) {
    SegmentRows filled = filledRows();
    return std::memcmp(rows.row(row).data(), filled.row(row).data(), rows.row(row).size()) == 0;
}

std::string writeAll(const test::ScratchFolder& folder) {
    Journal journal(folder.file("0000.partial"), {1, 2});
    SegmentRows rows = filledRows();
    for (const std::uint32_t batch : {2U, 0U, 1U})
        REQUIRE(journal.append(batch, kPlan[batch], rows));
    return folder.file("0000.partial");
}

std::vector<bool> replay(const std::string& path, SegmentRows& rows, const Hash128& key = {1, 2}) {
    Journal journal(path, key);
    std::vector<bool> done(kPlan.size());
    REQUIRE(journal.replay(kPlan, rows, done));
    return done;
}

} // namespace

TEST_CASE("a journal gives back the batches it was given") {
    const test::ScratchFolder folder;
    const std::string path = writeAll(folder);
    SegmentRows rows(shape());
    CHECK(replay(path, rows) == std::vector<bool>{true, true, true});
    for (std::uint32_t r = 0; r < 5; ++r)
        CHECK(isFilled(rows, r));
}

TEST_CASE("wherever a journal is cut off, whole batches count and the torn one does not") {
    const test::ScratchFolder folder;
    const std::string whole = test::readFile(writeAll(folder));
    const std::string path = folder.file("cut.partial");
    const std::size_t pair = 24 + 2 * 12, single = 24 + 12;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        test::writeFile(path, whole.substr(0, size));
        SegmentRows rows(shape());
        const auto done = replay(path, rows);
        INFO(size << " bytes");
        CHECK(done[2] == (size >= 32 + pair));
        CHECK(done[0] == (size >= 32 + 2 * pair));
        CHECK(done[1] == (size >= 32 + 2 * pair + single));
        for (std::uint32_t b = 0; b < 3; ++b)
            for (const std::uint32_t row : kPlan[b])
                CHECK((!done[b] || isFilled(rows, row)));
    }
}

TEST_CASE("what is appended after a torn end can be read back") {
    const test::ScratchFolder folder;
    const std::string path = writeAll(folder);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 5);
    Journal journal(path, {1, 2});
    SegmentRows rows(shape());
    std::vector<bool> done(3);
    REQUIRE(journal.replay(kPlan, rows, done));
    CHECK_FALSE(done[1]);
    SegmentRows filled = filledRows();
    REQUIRE(journal.append(1, kPlan[1], filled));
    SegmentRows again(shape());
    CHECK(replay(path, again) == std::vector<bool>{true, true, true});
}

TEST_CASE("a damaged byte costs batches, never correctness") {
    const test::ScratchFolder folder;
    const std::string whole = test::readFile(writeAll(folder));
    const std::string path = folder.file("bad.partial");
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
        test::writeFile(path, damaged);
        SegmentRows rows(shape());
        const auto done = replay(path, rows);
        INFO("byte " << at);
        CHECK(std::count(done.begin(), done.end(), true) < 3);
        for (std::uint32_t b = 0; b < 3; ++b)
            for (const std::uint32_t row : kPlan[b])
                CHECK((!done[b] || isFilled(rows, row)));
    }
}

TEST_CASE("a journal of another run, plan or corpus is not used, and is replaced") {
    const test::ScratchFolder folder;
    const std::string path = writeAll(folder);
    SegmentRows rows(shape());
    CHECK(replay(path, rows, {1, 3}) == std::vector<bool>{false, false, false});
    Journal journal(path, {1, 3});
    SegmentRows filled = filledRows();
    REQUIRE(journal.append(0, kPlan[0], filled));
    CHECK(replay(path, rows, {1, 3}) == std::vector<bool>{true, false, false});
    CHECK(replay(path, rows, {1, 2}) == std::vector<bool>{false, false, false});
}
