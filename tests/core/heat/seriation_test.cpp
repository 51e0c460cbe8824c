#include "core/heat/seriation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "tests/support/catch.h"

using namespace neuroscribe;

namespace {

using Order = std::vector<std::uint32_t>;

struct Square {
    std::uint32_t size;
    std::vector<double> values;
    explicit Square(std::uint32_t n) : size(n), values(std::size_t{n} * n, 0) {}
    double& at(std::uint32_t a, std::uint32_t b) { return values[std::size_t{a} * size + b]; }
    void set(std::uint32_t a, std::uint32_t b, double value) { at(a, b) = at(b, a) = value; }
    double length(const Order& order) {
        double sum = 0;
        for (std::size_t i = 1; i < order.size(); ++i)
            sum += at(order[i - 1], order[i]);
        return sum;
    }
};

Square drawn(std::uint32_t size, Random& random) {
    Square square(size);
    for (std::uint32_t a = 0; a < size; ++a)
        for (std::uint32_t b = a + 1; b < size; ++b)
            square.set(a, b, static_cast<double>(random.below(1U << 20)) / (1U << 19)); // exact in every sum
    return square;
}

/// All orders that the tree of average linkage allows, found by merging the closest two clusters again and again.
std::vector<Order> allowedOrders(Square& square) {
    struct Cluster {
        Order items;
        std::vector<Order> orders;
    };
    std::vector<Cluster> clusters;
    for (std::uint32_t item = 0; item < square.size; ++item)
        clusters.push_back({{item}, {{item}}});
    while (clusters.size() > 1) {
        std::size_t bestA = 0, bestB = 1;
        double best = INFINITY;
        for (std::size_t a = 0; a < clusters.size(); ++a)
            for (std::size_t b = a + 1; b < clusters.size(); ++b) {
                double sum = 0;
                for (const std::uint32_t x : clusters[a].items)
                    for (const std::uint32_t y : clusters[b].items)
                        sum += square.at(x, y);
                sum /= static_cast<double>(clusters[a].items.size() * clusters[b].items.size());
                if (sum < best)
                    best = sum, bestA = a, bestB = b;
            }
        Cluster merged;
        merged.items = clusters[bestA].items;
        merged.items.insert(merged.items.end(), clusters[bestB].items.begin(), clusters[bestB].items.end());
        for (const Order& left : clusters[bestA].orders)
            for (const Order& right : clusters[bestB].orders)
                for (const bool turned : {false, true}) {
                    Order order = turned ? right : left;
                    const Order& rest = turned ? left : right;
                    order.insert(order.end(), rest.begin(), rest.end());
                    merged.orders.push_back(order);
                }
        clusters[bestA] = merged;
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(bestB));
    }
    return clusters[0].orders;
}

Order orderOf(Square& square) {
    const auto order = heat::optimalLeafOrder(square.values, square.size, {});
    REQUIRE(order);
    Order sorted = order.value();
    std::sort(sorted.begin(), sorted.end());
    for (std::uint32_t i = 0; i < square.size; ++i)
        REQUIRE(sorted[i] == i);
    return order.value();
}

} // namespace

TEST_CASE("the order is the shortest of all that the tree allows") {
    Random random(21);
    for (int round = 0; round < 120; ++round) {
        Square square = drawn(2 + static_cast<std::uint32_t>(random.below(8)), random);
        double shortest = INFINITY;
        const std::vector<Order> allowed = allowedOrders(square);
        for (const Order& order : allowed)
            shortest = std::min(shortest, square.length(order));
        const Order found = orderOf(square);
        REQUIRE(std::abs(square.length(found) - shortest) < 1e-12);
        REQUIRE(std::find(allowed.begin(), allowed.end(), found) != allowed.end());
    }
}

TEST_CASE("items on a line come in the order of the line") {
    Random random(2);
    for (int round = 0; round < 10; ++round) {
        Order places(40);
        std::iota(places.begin(), places.end(), 0U);
        shuffle(std::span(places), random);
        Square square(40);
        for (std::uint32_t a = 0; a < 40; ++a)
            for (std::uint32_t b = a + 1; b < 40; ++b)
                square.set(a, b, std::abs(static_cast<double>(places[a]) - places[b]) / 64);
        const Order order = orderOf(square);
        for (std::size_t i = 2; i < order.size(); ++i) // one way all along
            REQUIRE((places[order[i]] > places[order[i - 1]]) == (places[order[1]] > places[order[0]]));
    }
}

TEST_CASE("the order starts with the lower of its two ends and is the same every time") {
    Random random(5);
    Square square = drawn(60, random);
    const Order once = orderOf(square);
    REQUIRE(once.front() < once.back());
    REQUIRE(orderOf(square) == once);
    Square equal(12);
    for (std::uint32_t a = 0; a < 12; ++a)
        for (std::uint32_t b = a + 1; b < 12; ++b)
            equal.set(a, b, 1);
    REQUIRE(orderOf(equal) == orderOf(equal));
}

TEST_CASE("none, one and two items have an order") {
    Square none(0), one(1), two(2);
    two.set(0, 1, 0.5);
    REQUIRE(orderOf(none).empty());
    REQUIRE(orderOf(one) == Order{0});
    REQUIRE(orderOf(two) == Order{0, 1});
}

TEST_CASE("an order of many items stops when asked to") {
    Random random(1);
    Square square = drawn(50, random);
    std::stop_source source;
    source.request_stop();
    REQUIRE(heat::optimalLeafOrder(square.values, 50, source.get_token()).error().code == ErrorCode::Cancelled);
}
