// Fisher's exact test of a 2x2 table.
#pragma once

#include <cstdint>
#include <vector>

#include "core/stats/correlation.h"

namespace neuroscribe::stats {

/// log(0!) .. log(n!). Summed with compensation in extended precision: at corpus sizes a probability made of them is
/// right to 1e-12 relative.
class LogFactorials {
public:
    explicit LogFactorials(std::uint64_t most);
    long double operator()(std::uint64_t n) const { return m_values[n]; }
    std::uint64_t most() const { return m_values.size() - 1; }

private:
    std::vector<long double> m_values;
};

/// Two-sided: the sum over all tables with the same margins that are no more probable than this one (equal ones
/// included, with a slack of 1e-7 relative for rounding, as is usual). 1 where a margin is 0. factorials: up to the sum
/// of the table.
double fisherTwoSided(const FourFold& table, const LogFactorials& factorials);

} // namespace neuroscribe::stats
