#include "core/descriptors/agglomerative.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "tests/core/descriptors/made_rows.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using test::Rows;

namespace {

using Communities = std::vector<Community>;
using Members = std::vector<std::uint32_t>;

double dot(const Rows& rows, std::size_t a, std::size_t b) {
    double sum = 0;
    for (std::size_t i = 0; i < rows.dimension; ++i)
        sum += double{rows.values[a * rows.dimension + i]} * double{rows.values[b * rows.dimension + i]};
    return sum;
}

/// The definition: the two clusters with the least mean distance are merged, of equal ones those with the lowest rows.
std::vector<Members> byDefinition(const Rows& rows, double distance, std::size_t clusters) {
    std::vector<Members> found;
    for (std::uint32_t row = 0; row < rows.count(); ++row)
        found.push_back({row});
    while (found.size() > clusters) {
        double least = INFINITY;
        std::size_t low = 0, high = 0;
        for (std::size_t a = 0; a < found.size(); ++a)
            for (std::size_t b = a + 1; b < found.size(); ++b) {
                double sum = 0;
                for (const auto i : found[a])
                    for (const auto j : found[b])
                        sum += 1 - dot(rows, i, j);
                const double mean = sum / static_cast<double>(found[a].size() * found[b].size());
                if (mean < least)
                    least = mean, low = a, high = b;
            }
        if (least > distance)
            break;
        found[low].insert(found[low].end(), found[high].begin(), found[high].end());
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(high));
    }
    for (Members& members : found)
        std::ranges::sort(members);
    std::ranges::stable_sort(found, std::greater(), &Members::size);
    return found;
}

Result<Communities> find(const Rows& rows, const AgglomerativeOptions& options, std::stop_token stop = {}) {
    NullProgress none;
    return agglomerate(rows.view(), options, stop, none);
}

std::vector<Members> membersOf(const Communities& communities) {
    std::vector<Members> all;
    for (const Community& community : communities) {
        all.push_back(community.members);
        std::ranges::sort(all.back());
    }
    return all;
}

void checkAgainstDefinition(const Rows& rows) {
    for (const double distance : {0.05, 0.2, 0.4, 0.7}) {
        INFO("distance " << distance);
        CHECK(membersOf(*find(rows, {.distance = distance})) == byDefinition(rows, distance, 1));
    }
    for (const std::uint32_t clusters : {1U, 2U, 7U, 20U}) {
        INFO(clusters << " clusters");
        CHECK(membersOf(*find(rows, {.clusters = clusters})) == byDefinition(rows, 3, clusters));
    }
}

} // namespace

TEST_CASE("agglomerative clusters are those of the definition") {
    checkAgainstDefinition(test::randomRows(60, 5, 1));
    checkAgainstDefinition(test::clusteredRows(80, 24, 9, 0.8, 2));
    checkAgainstDefinition(test::clusteredRows(45, 400, 5, 0.6, 3));
}

TEST_CASE("of equally close clusters those with the lower rows are merged first") {
    checkAgainstDefinition(test::cornerRows(50, 4, 4)); // products are exact, and most are equal to others
    checkAgainstDefinition(test::cornerRows(60, 16, 5));
    Rows rows = test::cornerRows(30, 16, 6);
    rows.append(rows);
    checkAgainstDefinition(rows);
}

TEST_CASE("a cluster's centre is nearest the mean direction, its members follow by similarity to it") {
    const Rows rows{2, {0, 1, 1, 0, 0.6F, 0.8F, 0.8F, 0.6F, -1, 0}};
    const Communities found = *find(rows, {.clusters = 2});
    REQUIRE(found.size() == 2);
    CHECK(found[0] == Community{2, {2, 3, 0, 1}});
    CHECK(found[1] == Community{4, {4}});
    CHECK(find(rows, {.clusters = 2, .minSize = 2})->size() == 1);
}

TEST_CASE("agglomerative clusters are the same with any number of threads") {
    const Rows rows = test::clusteredRows(700, 24, 30, 0.8, 7);
    setThreadCount(1);
    const Communities one = *find(rows, {.distance = 0.5});
    setThreadCount(3);
    const Communities three = *find(rows, {.distance = 0.5});
    setThreadCount(0);
    CHECK(one.size() > 10);
    CHECK(one == three);
}

TEST_CASE("too many rows for the memory are refused with the number that would do") {
    const Rows rows = test::randomRows(100, 4, 8);
    const auto found = find(rows, {.matrixBytes = 4 * 100 * 99 - 1});
    REQUIRE(!found);
    CHECK(found.error().code == ErrorCode::Unsupported);
    CHECK(found.error().why.find("at most 99 rows") != std::string::npos);
    CHECK(find(rows, {.matrixBytes = 4 * 100 * 99}).ok());
}

TEST_CASE("agglomerative clustering refuses bad options and bad rows, and stops") {
    Rows rows = test::randomRows(30, 4, 9);
    for (const AgglomerativeOptions& options :
         {AgglomerativeOptions{.distance = -0.1}, AgglomerativeOptions{.distance = NAN},
          AgglomerativeOptions{.clusters = 0}, AgglomerativeOptions{.clusters = 31},
          AgglomerativeOptions{.minSize = 0}})
        CHECK(find(rows, options).error().code == ErrorCode::InvalidArgument);
    std::stop_source source;
    source.request_stop();
    CHECK(find(rows, {}, source.get_token()).error().code == ErrorCode::Cancelled);
    rows.values[4 * 7] = NAN;
    CHECK(find(rows, {}).error().where == "row 7");
    CHECK(find({4, {}}, {})->empty());
    CHECK(find({2, {1, 0}}, {})->size() == 1);
}
