// Slow, independent versions of the statistics, straight from their definitions.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace neuroscribe::test {

/// Exact binomial coefficients by Pascal's triangle in 128-bit integers: rows up to 120 fit.
__extension__ using Wide = unsigned __int128;
inline Wide choose(unsigned n, unsigned k) {
    static std::vector<std::vector<Wide>> rows{{1}};
    while (rows.size() <= n) {
        const auto& above = rows.back();
        std::vector<Wide> row(above.size() + 1, 1);
        for (std::size_t i = 1; i < above.size(); ++i)
            row[i] = above[i - 1] + above[i];
        rows.push_back(row);
    }
    return k > n ? 0 : rows[n][k];
}

/// P(X >= x) with exact integer numerator and denominator. population <= 60, so that products fit.
inline long double naiveTail(unsigned population, unsigned successes, unsigned draws, unsigned x) {
    Wide sum = 0;
    for (unsigned i = x; i <= draws && i <= successes; ++i)
        if (draws - i <= population - successes)
            sum += choose(successes, i) * choose(population - successes, draws - i);
    return static_cast<long double>(sum) / static_cast<long double>(choose(population, draws));
}

/// q_i = min over j with p_j >= p_i of p_j * family / (number of p <= p_j), at most 1.
inline std::vector<double> naiveBenjaminiHochberg(const std::vector<double>& p) {
    double family = 0;
    for (double value : p)
        family += !std::isnan(value);
    std::vector<double> q(p.size(), std::nan(""));
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (std::isnan(p[i]))
            continue;
        double best = 1;
        for (double pj : p) {
            if (std::isnan(pj) || pj < p[i])
                continue;
            double rank = 0;
            for (double other : p)
                rank += other <= pj;
            best = std::fmin(best, pj * family / rank);
        }
        q[i] = best;
    }
    return q;
}

} // namespace neuroscribe::test
