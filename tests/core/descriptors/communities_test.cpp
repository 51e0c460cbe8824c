#include "core/descriptors/communities.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/descriptors/community_trial.h"
#include "tests/core/descriptors/made_rows.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using test::Rows;

namespace {

using Communities = std::vector<Community>;

double dot(const Rows& rows, std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t i = 0; i < rows.dimension; ++i)
        sum += double{rows.values[a * rows.dimension + i]} * double{rows.values[b * rows.dimension + i]};
    return sum;
}

/// The definition of SCIENCE, "Clustering", word for word.
Communities byDefinition(const Rows& rows, double threshold, std::size_t minSize) {
    const std::size_t n = rows.count();
    minSize = std::min(minSize, n);
    Communities found;
    for (std::uint32_t i = 0; i < n; ++i) {
        Community community{i, {}};
        for (std::uint32_t j = 0; j < n; ++j)
            if (j == i || dot(rows, i, j) >= threshold)
                community.members.push_back(j);
        std::ranges::stable_sort(community.members, std::greater(), [&](std::uint32_t j) { return dot(rows, i, j); });
        if (community.members.size() >= minSize)
            found.push_back(community);
    }
    const auto bySize = [](const Community& community) { return community.members.size(); };
    std::ranges::stable_sort(found, std::greater(), bySize);
    std::vector<bool> taken(n);
    Communities kept;
    for (Community& community : found) {
        std::erase_if(community.members, [&](std::uint32_t member) { return taken[member]; });
        if (community.members.size() < minSize)
            continue;
        for (const std::uint32_t member : community.members)
            taken[member] = true;
        kept.push_back(community);
    }
    std::ranges::stable_sort(kept, std::greater(), bySize);
    return kept;
}

Result<Communities> find(const Rows& rows, const CommunityOptions& options, std::stop_token stop = {}) {
    NullProgress none;
    return communities(rows.view(), options, stop, none);
}

TrialCounts countsOf(const Rows& rows, const Communities& found) {
    std::size_t members = 0;
    for (const Community& community : found)
        members += community.members.size();
    return {static_cast<std::uint32_t>(found.size()), static_cast<std::uint32_t>(rows.count() - members)};
}

/// Whole, with a few sets kept, and with none; and counted by a trial.
void checkAgainstDefinition(const Rows& rows, std::uint32_t minSize) {
    NullProgress none;
    const auto trial = CommunityTrial::make(rows.view(), {.floor = 0.3}, {}, none);
    REQUIRE(trial);
    CHECK(trial->floor() == 0.3);
    for (const double threshold : {0.3, 0.5, 0.6, 0.75, 0.9, 0.99}) {
        INFO("threshold " << threshold << ", " << rows.count() << " rows of " << rows.dimension);
        const Communities expected = byDefinition(rows, threshold, minSize);
        for (const std::uint64_t listBytes : {std::uint64_t{1} << 30, std::uint64_t{6000}, std::uint64_t{0}})
            CHECK(*find(rows, {.threshold = threshold, .minSize = minSize, .listBytes = listBytes}) == expected);
        CHECK(*trial->counts(threshold, minSize) == countsOf(rows, expected));
    }
}

struct ThreadsRestored {
    ~ThreadsRestored() { setThreadCount(0); }
};

} // namespace

TEST_CASE("communities are those of the definition, on random and on clustered rows") {
    checkAgainstDefinition(test::randomRows(700, 8, 1), 10);
    checkAgainstDefinition(test::randomRows(300, 3, 2), 4);
    checkAgainstDefinition(test::clusteredRows(900, 40, 30, 0.9, 3), 5);
    checkAgainstDefinition(test::clusteredRows(600, 400, 12, 0.6, 4), 3); // longer than a slice of the kernels' depth
    checkAgainstDefinition(test::clusteredRows(193, 5, 4, 0.5, 5), 2);
}

TEST_CASE("communities of equal rows, equal sizes and similarities are in the order of rows") {
    Rows rows = test::clusteredRows(150, 16, 15, 0.8, 6);
    for (int copy = 0; copy < 3; ++copy)
        rows.append(test::clusteredRows(150, 16, 15, 0.8, 6));
    checkAgainstDefinition(rows, 4);
    checkAgainstDefinition(rows, 5);
    checkAgainstDefinition(test::cornerRows(500, 4, 7), 10);
    checkAgainstDefinition(test::cornerRows(400, 16, 8), 10);
}

TEST_CASE("pairs on the threshold to the last bit are told apart") {
    const Rows rows = test::edgeRows(0.6F);
    const Communities expected = byDefinition(rows, 0.6, 2);
    REQUIRE(!expected.empty());
    CHECK(expected.front().members.size() > 100);
    CHECK(expected.front().members.size() < rows.count()); // some are just below
    CHECK(*find(rows, {.threshold = 0.6, .minSize = 2}) == expected);
    CHECK(*find(rows, {.threshold = 0.6, .minSize = 2, .listBytes = 0}) == expected);
    checkAgainstDefinition(rows, 2);
}

TEST_CASE("communities are the same with any number of threads") {
    const ThreadsRestored restored;
    const Rows rows = test::clusteredRows(1500, 24, 60, 0.8, 9);
    const Communities expected = byDefinition(rows, 0.6, 5);
    for (const unsigned threads : {1U, 2U, 3U, 7U}) {
        setThreadCount(threads);
        CHECK(*find(rows, {.threshold = 0.6, .minSize = 5}) == expected);
        CHECK(*find(rows, {.threshold = 0.6, .minSize = 5, .listBytes = 50'000}) == expected);
    }
}

TEST_CASE("of fewer rows than the minimum size all must be alike, and of none there is nothing") {
    const Rows rows{2, {1, 0, 1, 0, 1, 0}};
    CHECK(*find(rows, {.minSize = 10}) == Communities{{0, {0, 1, 2}}});
    CHECK(find({2, {1, 0, 1, 0, 0, 1}}, {.minSize = 10})->empty());
    CHECK(find({2, {}}, {})->empty());
    NullProgress none;
    const auto trial = CommunityTrial::make(Rows{2, {}}.view(), {}, {}, none);
    CHECK(*trial->counts(0.5, 10) == TrialCounts{});
}

TEST_CASE("rows of another length are scaled, rows of zeros are like nothing but themselves") {
    Rows rows = test::clusteredRows(200, 12, 10, 0.8, 10);
    const Communities expected = *find(rows, {.threshold = 0.6, .minSize = 3});
    for (float& value : rows.values)
        value *= 8; // exact
    CHECK(*find(rows, {.threshold = 0.6, .minSize = 3}) == expected);
    CHECK(*find({2, {0, 0, 0, 0}}, {.threshold = 0.3, .minSize = 1}) == Communities{{0, {0}}, {1, {1}}});
}

TEST_CASE("a row that is no direction, and options that make no sense, are refused") {
    Rows rows = test::randomRows(50, 4, 11);
    for (const float bad : {std::nanf(""), INFINITY}) {
        rows.values[31 * 4 + 2] = bad;
        const auto found = find(rows, {});
        REQUIRE(!found);
        CHECK(found.error().code == ErrorCode::NonFinite);
        CHECK(found.error().where == "row 31");
    }
    const Rows good = test::randomRows(5, 4, 12);
    for (const CommunityOptions& options : {CommunityOptions{.threshold = -1}, CommunityOptions{.threshold = 1.01},
                                            CommunityOptions{.threshold = NAN}, CommunityOptions{.minSize = 0}}) {
        const auto found = find(good, options);
        REQUIRE(!found);
        CHECK(found.error().code == ErrorCode::InvalidArgument);
    }
    NullProgress none;
    CHECK(communities({{}, 3, 0}, {}, {}, none).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a stop ends the search with nothing half done") {
    std::stop_source source;
    source.request_stop();
    const Rows rows = test::randomRows(500, 8, 13);
    CHECK(find(rows, {}, source.get_token()).error().code == ErrorCode::Cancelled);
    NullProgress none;
    CHECK(CommunityTrial::make(rows.view(), {}, source.get_token(), none).error().code == ErrorCode::Cancelled);
}

TEST_CASE("a stop is heard in the middle too, with and without sets of neighbours") {
    /// Asks for a stop when the work begins.
    struct StopAtOnce final : ProgressSink {
        std::stop_source source;
        void progress(const Progress&) override { source.request_stop(); }
    };
    const Rows rows = test::clusteredRows(1000, 64, 40, 0.7, 14);
    for (const std::uint64_t listBytes : {std::uint64_t{1} << 30, std::uint64_t{0}}) {
        StopAtOnce sink;
        const auto found =
            communities(rows.view(), {.threshold = 0.3, .listBytes = listBytes}, sink.source.get_token(), sink);
        REQUIRE(!found);
        CHECK(found.error().code == ErrorCode::Cancelled);
    }
    StopAtOnce sink;
    CHECK(CommunityTrial::make(rows.view(), {}, sink.source.get_token(), sink).error().code == ErrorCode::Cancelled);
}

TEST_CASE("a trial whose pairs do not fit has a higher floor, the same with any number of threads") {
    const ThreadsRestored restored;
    const Rows rows = test::clusteredRows(800, 16, 30, 0.8, 16);
    NullProgress none;
    double floor = 0;
    for (const unsigned threads : {1U, 2U, 3U}) {
        setThreadCount(threads);
        const auto trial = CommunityTrial::make(rows.view(), {.floor = 0.3, .pairBytes = 400'000}, {}, none);
        REQUIRE(trial);
        CHECK(trial->floor() > 0.3);
        CHECK(trial->floor() < 0.9);
        CHECK((floor == 0 || trial->floor() == floor));
        floor = trial->floor();
        for (const double threshold : {floor, floor + 0.005, 0.95})
            CHECK(*trial->counts(threshold, 4) == countsOf(rows, byDefinition(rows, threshold, 4)));
        CHECK(trial->counts(floor - 0.01, 4).error().code == ErrorCode::InvalidArgument);
        CHECK(trial->counts(0.95, 0).error().code == ErrorCode::InvalidArgument);
    }
    const Rows equal{2, std::vector<float>{1, 0, 1, 0, 1, 0, 1, 0}};
    CHECK(CommunityTrial::make(equal.view(), {.pairBytes = 6 * 32}, {}, none)->floor() == 0.3);
    CHECK(CommunityTrial::make(equal.view(), {.pairBytes = 5 * 32}, {}, none).error().code == ErrorCode::OutOfMemory);
    CHECK(CommunityTrial::make(rows.view(), {.floor = 1.5}, {}, none).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("progress of communities grows up to its total") {
    struct Last final : ProgressSink {
        std::uint64_t done = 0, total = 0;
        bool grows = true;
        void progress(const Progress& progress) override {
            grows = grows && progress.done >= done && progress.step == "cluster";
            done = progress.done;
            total = progress.total;
        }
    };
    for (const std::uint64_t listBytes : {std::uint64_t{1} << 30, std::uint64_t{0}}) {
        Last last;
        REQUIRE(
            communities(test::randomRows(1000, 8, 15).view(), {.threshold = 0.5, .listBytes = listBytes}, {}, last));
        CHECK(last.grows);
        CHECK(last.total > 0);
        CHECK(last.done == last.total);
    }
}
