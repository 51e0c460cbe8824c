#include "core/heat/order.h"

#include <cmath>
#include <limits>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;
using namespace neuroscribe::heat;

namespace {
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

std::vector<std::uint32_t> numbers(const std::vector<NeuronId>& ids) {
    std::vector<std::uint32_t> values;
    for (const NeuronId id : ids)
        values.push_back(id.value);
    return values;
}
using Order = std::vector<std::uint32_t>;
} // namespace

TEST_CASE("rows by one descriptor: largest first, ties by id, undefined last") {
    const std::vector<float> values{0.2F, 1, kNan, 2, 0.7F, 3, 0.2F, 4, kNan, 5, -1, 6};
    REQUIRE(numbers(orderRows(values, 6, 2, RowOrder::ByDescriptor, 0, {})) == Order{2, 0, 3, 5, 1, 4});
    REQUIRE(numbers(orderRows(values, 6, 2, RowOrder::ByDescriptor, 1, {})) == Order{5, 4, 3, 2, 1, 0});
}

TEST_CASE("rows by layer are in id order, only kept rows are shown") {
    const std::vector<float> values{1, 2, 3, 4};
    REQUIRE(numbers(orderRows(values, 4, 1, RowOrder::Layer, 0, {})) == Order{0, 1, 2, 3});
    const std::vector<std::uint8_t> keep{0, 1, 0, 1};
    REQUIRE(numbers(orderRows(values, 4, 1, RowOrder::Layer, 0, keep)) == Order{1, 3});
    REQUIRE(numbers(orderRows(values, 4, 1, RowOrder::ByDescriptor, 0, keep)) == Order{3, 1});
    REQUIRE(numbers(orderRows(values, 4, 1, RowOrder::Seriated, 0, keep)) == Order{3, 1});
}

TEST_CASE("seriated rows: the largest group of one strongest descriptor first, by its value, undefined rows last") {
    // Strongest: row 0: 1, row 1: 2, row 2: 2, row 3: none, row 4: 0 (tie with 2: lower column), row 5: 2, row 6: 0.
    const std::vector<float> values{
        0.1F, 0.5F, 0.2F, //
        0.1F, kNan, 0.3F, //
        0.0F, 0.2F, 0.9F, //
        kNan, kNan, kNan, //
        0.4F, 0.1F, 0.4F, //
        kNan, 0.1F, 0.3F, //
        0.6F, 0.1F, 0.2F,
    };
    REQUIRE(numbers(orderRows(values, 7, 3, RowOrder::Seriated, 0, {})) == Order{2, 1, 5, 6, 4, 0, 3});
    REQUIRE(orderColumns(values, 7, 3) == Order{2, 0, 1});
}

TEST_CASE("groups of equal size follow the column order, and only kept rows make groups") {
    const std::vector<float> values{0, 1, 1, 0, 0, 1, 1, 0};
    REQUIRE(numbers(orderRows(values, 4, 2, RowOrder::Seriated, 0, {})) == Order{1, 3, 0, 2});
    const std::vector<std::uint8_t> keep{1, 1, 1, 0};
    REQUIRE(numbers(orderRows(values, 4, 2, RowOrder::Seriated, 0, keep)) == Order{0, 2, 1});
}

TEST_CASE("columns: most often strongest first, ties by index, never lost") {
    const std::vector<float> values{0, 1, kNan, 0, 2, 1, kNan, kNan, kNan};
    REQUIRE(orderColumns(values, 3, 3) == Order{1, 0, 2});
    REQUIRE(orderColumns({}, 0, 3) == Order{0, 1, 2});
}

TEST_CASE("every order is a permutation of the kept rows") {
    Random random(5);
    std::vector<float> values(400 * 6);
    for (float& value : values)
        value = random.below(5) == 0 ? kNan : static_cast<float>(random.below(4));
    std::vector<std::uint8_t> keep(400);
    std::size_t kept = 0;
    for (auto& flag : keep)
        kept += flag = random.below(2) != 0;
    for (const RowOrder order : {RowOrder::Layer, RowOrder::Seriated, RowOrder::ByDescriptor}) {
        const auto rows = numbers(orderRows(values, 400, 6, order, 3, keep));
        REQUIRE(rows.size() == kept);
        std::vector<int> seen(400, 0);
        for (const std::uint32_t row : rows) {
            REQUIRE(keep[row]);
            REQUIRE(++seen[row] == 1);
        }
    }
}
