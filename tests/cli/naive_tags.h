// SCIENCE's definitions written down as plainly as possible: the tags of one neuron, computed from exported arrays.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "tests/cli/made_data.h"

namespace neuroscribe::test {

struct NaiveCell {
    std::uint32_t yes = 0, answered = 0;
    std::optional<double> f, baseRate, lift, p, q;
};

/// Rows of the members with the highest (lowest) values; ties: the lower row.
std::vector<std::size_t> naiveExemplars(const Npy& activations, std::size_t neuron,
                                        const std::vector<std::size_t>& members, std::size_t count, bool top = true);

/// [neurons][descriptors] for the share of sentences. labels: 1, 0, -1.
std::vector<std::vector<NaiveCell>> naiveCells(const Npy& activations, const Npy& labels,
                                               const std::vector<std::size_t>& members, std::size_t exemplars);

} // namespace neuroscribe::test
