// The best one-to-one assignment of rows to columns where most pairs have nothing in common.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace neuroscribe::descriptors {

/// A pair that may be assigned. weight: above 0, finite.
struct WeightedPair {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    double weight = 0;
};

/// By row its column, or nothing; the sum of the weights is as large as it can be. Each pair once at most, numbers
/// below rows and columns. Shortest augmenting paths over the given pairs alone (Kuhn 1955; Jonker and Volgenant 1987):
/// rows * pairs * log(pairs) at worst. Deterministic.
std::vector<std::optional<std::uint32_t>> bestAssignment(std::uint32_t rows, std::uint32_t columns,
                                                         std::span<const WeightedPair> pairs);

} // namespace neuroscribe::descriptors
