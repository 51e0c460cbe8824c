#include "core/tagging/rank_table.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <numeric>
#include <thread>
#include <vector>

#include "core/base/float16.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;

namespace {

/// Few distinct values, both zeros among them, so that ties are everywhere.
std::vector<float> tiedValues(std::size_t count, std::uint64_t seed, std::uint64_t distinct = 12) {
    Random random(seed);
    std::vector<float> values(count);
    for (float& value : values) {
        value = (static_cast<float>(random.below(distinct)) - static_cast<float>(distinct / 2)) / 8.0F;
        if (value == 0.0F && random.below(2) == 0)
            value = -0.0F;
    }
    return values;
}

/// The rule, said plainly: sort by value, ties keep the order of ids.
std::vector<std::uint32_t> naiveRanks(const std::vector<float>& values, std::uint32_t members, std::uint32_t neurons,
                                      std::uint32_t neuron, Tail tail) {
    std::vector<std::uint32_t> order(members);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const float x = values[std::size_t{a} * neurons + neuron], y = values[std::size_t{b} * neurons + neuron];
        return tail == Tail::Top ? x > y : x < y;
    });
    return order;
}

void checkAgainstNaive(const RankTable& table, const std::vector<float>& values) {
    for (const Tail tail : {Tail::Top, Tail::Bottom})
        for (std::uint32_t n = 0; n < table.neurons(); ++n) {
            std::vector<std::uint32_t> expected = naiveRanks(values, table.members(), table.neurons(), n, tail);
            expected.resize(table.depth());
            std::vector<std::uint32_t> positions(table.depth());
            REQUIRE(table.neuron(tail, NeuronId(n), positions));
            REQUIRE(positions == expected);
            for (std::uint32_t b = 0; b * kRankBlock < table.depth(); ++b) {
                const auto block = table.block(tail, b);
                REQUIRE(block);
                for (std::uint32_t i = 0; i < kRankBlock; ++i) {
                    const std::uint32_t rank = b * kRankBlock + i;
                    REQUIRE((*block)[n * kRankBlock + i] == (rank < table.depth() ? expected[rank] : UINT32_MAX));
                }
            }
        }
}

RankSource sourceOf(const std::vector<float>& values, std::uint32_t members, std::uint32_t neurons, bool half) {
    RankSource source;
    source.neurons = neurons;
    source.members = members;
    source.sourceHash = {5, 6};
    source.readKeys = [=, &values](std::uint32_t first, std::uint32_t count, std::span<std::uint32_t> keys) -> Status {
        for (std::uint32_t n = 0; n < count; ++n)
            for (std::uint32_t s = 0; s < members; ++s) {
                const float value = values[std::size_t{s} * neurons + first + n];
                keys[std::size_t{n} * members + s] = half ? rankKeyOfHalf(floatToHalf(value)) : rankKey(value);
            }
        return {};
    };
    return source;
}

std::string build(const test::ScratchFolder& folder, const RankSource& source, const char* name = "ranks.bin") {
    NullProgress progress;
    const std::string path = folder.file(name);
    REQUIRE(buildRanks(path, source, {}, progress));
    return path;
}

} // namespace

TEST_CASE("k percent of n is rounded up in integers, at least one, at most all") {
    CHECK(exemplarCount(1000, 43474) == 435); // 434.74
    CHECK(exemplarCount(10'000, 43474) == 4348);
    CHECK(exemplarCount(1000, 100) == 1);
    CHECK(exemplarCount(1000, 101) == 2);
    CHECK(exemplarCount(1, 5) == 1);
    CHECK(exemplarCount(0, 5) == 1);
    CHECK(exemplarCount(10'000, 1) == 1);
    CHECK(exemplarCount(100'000, 7) == 7);
    CHECK(exemplarCount(4'000'000'000U, 7) == 7);
    CHECK(exemplarCount(29'000, 100) == 29); // 0.29 * 100 is not 29 in floating point
}

TEST_CASE("ranks in memory are a stable sort by value, in both tails") {
    const std::uint32_t members = GENERATE(1U, 9U, 640U, 1999U);
    const std::uint32_t neurons = 5;
    const auto values = tiedValues(std::size_t{members} * neurons, members);
    const auto table = makeRanks(values, members, neurons);
    REQUIRE(table);
    CHECK((*table)->depth() == exemplarCount(kMaxKMilli, members));
    checkAgainstNaive(**table, values);
}

TEST_CASE("ranks of values without ties, over the whole range of floats") {
    Random random(3);
    std::vector<float> values(3000 * 2);
    for (float& value : values)
        do
            value = std::bit_cast<float>(static_cast<std::uint32_t>(random.next()));
        while (!std::isfinite(value));
    const auto table = makeRanks(values, 3000, 2);
    REQUIRE(table);
    checkAgainstNaive(**table, values);
}

TEST_CASE("ranks on disk are the same sort, for halves and for floats") {
    const bool half = GENERATE(true, false);
    const test::ScratchFolder folder;
    const auto values = tiedValues(1500 * 130, 4, 40);
    const auto table = RankTable::open(build(folder, sourceOf(values, 1500, 130, half)), {5, 6});
    REQUIRE(table);
    checkAgainstNaive(**table, values);
}

TEST_CASE("the number of threads does not change a file of ranks") {
    const test::ScratchFolder folder;
    const auto values = tiedValues(700 * 200, 5);
    setThreadCount(1);
    const std::string one = test::readFile(build(folder, sourceOf(values, 700, 200, true), "one.bin"));
    setThreadCount(4);
    const std::string four = test::readFile(build(folder, sourceOf(values, 700, 200, true), "four.bin"));
    setThreadCount(0);
    CHECK(one == four);
}

TEST_CASE("ranks of something else are stale, missing ones not found") {
    const test::ScratchFolder folder;
    const auto values = tiedValues(50 * 3, 6);
    const std::string path = build(folder, sourceOf(values, 50, 3, true));
    CHECK(RankTable::open(path, {5, 7}).error().code == ErrorCode::Stale);
    CHECK(RankTable::open(folder.file("none.bin"), {5, 6}).error().code == ErrorCode::NotFound);
    CHECK(verifyRanks(path, {5, 6}));
}

TEST_CASE("every damaged byte of a file of ranks is noticed") {
    const test::ScratchFolder folder;
    const auto values = tiedValues(50 * 3, 6);
    const std::string path = build(folder, sourceOf(values, 50, 3, true));
    const std::string whole = test::readFile(path);
    const std::size_t padding = 128 + 2 * sizeof(Hash128);
    for (std::size_t at = 0; at < whole.size(); at += at < 512 ? 1 : 37) {
        if (at >= padding && at < 4096)
            continue; // between table and blocks nothing is stored
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 4);
        test::writeFile(path, damaged);
        INFO("byte " << at);
        CHECK_FALSE(verifyRanks(path, {5, 6}));
    }
    test::writeFile(path, whole.substr(0, whole.size() - 1));
    CHECK_FALSE(RankTable::open(path, {5, 6}));
    test::writeFile(path, whole.substr(0, 60));
    CHECK(RankTable::open(path, {5, 6}).error().code == ErrorCode::Truncated);
}

TEST_CASE("a damaged block is an error when it is asked for, and the others stay readable") {
    const test::ScratchFolder folder;
    const auto values = tiedValues(1500 * 4, 6);
    const std::string path = build(folder, sourceOf(values, 1500, 4, true));
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file.write("\xFF\xFF\xFF\xFE", 4);
    file.close();
    const auto table = RankTable::open(path, {5, 6});
    REQUIRE(table);
    CHECK((*table)->block(Tail::Top, 0).error().code == ErrorCode::Corrupt);
    std::vector<std::uint32_t> positions(10);
    CHECK((*table)->neuron(Tail::Top, NeuronId(0), positions).error().code == ErrorCode::Corrupt);
    CHECK((*table)->block(Tail::Top, 1));
    CHECK((*table)->block(Tail::Bottom, 0));
    CHECK((*table)->block(Tail::Top, 3).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("blocks can be loaded from several threads at once") {
    const test::ScratchFolder folder;
    const auto values = tiedValues(2000 * 64, 8, 500);
    const auto table = RankTable::open(build(folder, sourceOf(values, 2000, 64, true)), {5, 6});
    REQUIRE(table);
    std::atomic<int> failures{0};
    std::vector<const std::uint32_t*> seen(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < seen.size(); ++t)
            threads.emplace_back([&, t] {
                for (std::uint32_t b = 0; b < 4; ++b)
                    failures += !(*table)->block(Tail::Bottom, b).ok();
                seen[t] = (*table)->block(Tail::Bottom, 3)->data();
            });
    }
    CHECK(failures == 0);
    CHECK(std::count(seen.begin(), seen.end(), seen[0]) == 4);
}

TEST_CASE("a failing or stopped build leaves no file and the old one in place") {
    const test::ScratchFolder folder;
    const auto values = tiedValues(100 * 200, 9);
    RankSource source = sourceOf(values, 100, 200, true);
    const std::string path = build(folder, source);
    NullProgress progress;
    std::stop_source stop;
    stop.request_stop();
    CHECK(buildRanks(path, source, stop.get_token(), progress).error().code == ErrorCode::Cancelled);
    source.readKeys = [](std::uint32_t first, std::uint32_t, std::span<std::uint32_t>) -> Status {
        return first >= 64 ? Status(Error{ErrorCode::Corrupt, "0000.seg", "damaged", ""}) : Status();
    };
    CHECK(buildRanks(path, source, {}, progress).error().where == "0000.seg");
    CHECK(verifyRanks(path, {5, 6}));
    CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("ranking refuses what is not a number, and shapes that make no sense") {
    std::vector<float> values(6, 1.0F);
    values[4] = std::numeric_limits<float>::infinity();
    const auto ranked = makeRanks(values, 2, 3);
    REQUIRE_FALSE(ranked);
    CHECK(ranked.error().code == ErrorCode::NonFinite);
    CHECK(ranked.error().why == "neuron 1 at sentence 1 is not a finite number");
    CHECK(makeRanks(values, 3, 3).error().code == ErrorCode::ShapeMismatch);
    CHECK(makeRanks({}, 0, 3).error().code == ErrorCode::InvalidArgument);
    CHECK(makeRanks({}, 3, 0).error().code == ErrorCode::InvalidArgument);
}
