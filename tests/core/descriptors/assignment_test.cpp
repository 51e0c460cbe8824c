// The assignment against every possibility, on small random cases.
#include "core/descriptors/assignment.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using Catch::Detail::Approx;
using descriptors::bestAssignment;
using descriptors::WeightedPair;

namespace {

using Weights = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

/// The best sum of rows `row` and after, by trying everything.
double naiveBest(std::uint32_t row, std::uint32_t rows, const Weights& weights, std::set<std::uint32_t>& taken) {
    if (row == rows)
        return 0;
    double best = naiveBest(row + 1, rows, weights, taken);
    for (const auto& [pair, weight] : weights)
        if (pair.first == row && taken.insert(pair.second).second) {
            best = std::max(best, weight + naiveBest(row + 1, rows, weights, taken));
            taken.erase(pair.second);
        }
    return best;
}

/// The sum of what was assigned; each pair is one that was given, no column is taken twice.
double sumOf(const std::vector<std::optional<std::uint32_t>>& found, const Weights& weights) {
    double sum = 0;
    std::set<std::uint32_t> taken;
    for (std::uint32_t row = 0; row < found.size(); ++row)
        if (found[row]) {
            REQUIRE(taken.insert(*found[row]).second);
            REQUIRE(weights.contains({row, *found[row]}));
            sum += weights.at({row, *found[row]});
        }
    return sum;
}

} // namespace

TEST_CASE("no assignment has a larger sum, in three thousand random cases") {
    Random random(4);
    for (int round = 0; round < 3000; ++round) {
        const auto rows = static_cast<std::uint32_t>(1 + random.below(6));
        const auto columns = static_cast<std::uint32_t>(1 + random.below(6));
        const std::uint64_t density = 1 + random.below(4);
        Weights weights;
        for (std::uint32_t row = 0; row < rows; ++row)
            for (std::uint32_t column = 0; column < columns; ++column)
                if (random.below(4) < density)
                    weights[{row, column}] = static_cast<double>(1 + random.below(8)) / 7; // many ties
        std::vector<WeightedPair> pairs;
        for (const auto& [pair, weight] : weights)
            pairs.push_back({pair.first, pair.second, weight});
        const auto found = bestAssignment(rows, columns, pairs);
        REQUIRE(found.size() == rows);
        std::set<std::uint32_t> taken;
        REQUIRE(sumOf(found, weights) == Approx(naiveBest(0, rows, weights, taken)));
    }
}

TEST_CASE("a row gives its best column up where the sum gains by it") {
    const WeightedPair pairs[] = {{0, 0, 0.9}, {0, 1, 0.8}, {1, 0, 0.7}};
    const auto found = bestAssignment(2, 2, pairs);
    CHECK(found[0] == 1U);
    CHECK(found[1] == 0U);
}

TEST_CASE("a row without any pair, or whose columns are better used, is left alone") {
    const WeightedPair pairs[] = {{0, 0, 0.2}, {2, 0, 0.3}};
    const auto found = bestAssignment(3, 1, pairs);
    CHECK(!found[0]);
    CHECK(!found[1]);
    CHECK(found[2] == 0U);
    CHECK(bestAssignment(0, 0, {}).empty());
}
