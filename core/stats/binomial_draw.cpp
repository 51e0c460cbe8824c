#include "core/stats/binomial_draw.h"

#include <array>
#include <cmath>

namespace neuroscribe::stats {
namespace {

constexpr double kFewExpected = 10; ///< below it the rejection method does not hold

/// log(k!) minus Stirling's formula for it.
double stirlingRest(double k) {
    static constexpr std::array<double, 10> kFirst = {
        0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
        0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287};
    if (k <= 9)
        return kFirst[static_cast<std::size_t>(k)];
    const double square = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
}

/// Walks up the distribution function; trials * probability small.
std::uint64_t byInversion(std::uint64_t trials, double p, Random& random) {
    const double odds = p / (1 - p);
    double term = std::exp(static_cast<double>(trials) * std::log1p(-p));
    double left = random.uniform();
    std::uint64_t k = 0;
    while (left >= term && k < trials) {
        left -= term;
        term *= odds * static_cast<double>(trials - k) / static_cast<double>(k + 1);
        ++k;
        if (term == 0)
            break; // rounding left a rest beyond the last term
    }
    return k;
}

std::uint64_t byRejection(std::uint64_t trials, double p, Random& random) {
    const auto n = static_cast<double>(trials);
    const double deviation = std::sqrt(n * p * (1 - p));
    const double b = 1.15 + 2.53 * deviation;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double c = n * p + 0.5;
    const double squeeze = 0.92 - 4.2 / b;
    const double odds = p / (1 - p);
    const double alpha = (2.83 + 5.1 / b) * deviation;
    const double mode = std::floor((n + 1) * p);
    for (;;) {
        const double u = random.uniform() - 0.5;
        double v = random.uniform();
        const double side = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / side + b) * u + c);
        if (side >= 0.07 && v <= squeeze)
            return static_cast<std::uint64_t>(k);
        if (!(k >= 0 && k <= n))
            continue;
        v = std::log(v * alpha / (a / (side * side) + b));
        const double most = (mode + 0.5) * std::log((mode + 1) / (odds * (n - mode + 1))) +
                            (n + 1) * std::log((n - mode + 1) / (n - k + 1)) +
                            (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1)) + stirlingRest(mode) +
                            stirlingRest(n - mode) - stirlingRest(k) - stirlingRest(n - k);
        if (v <= most)
            return static_cast<std::uint64_t>(k);
    }
}

} // namespace

std::uint64_t drawBinomial(std::uint64_t trials, double probability, Random& random) {
    if (trials == 0 || !(probability > 0))
        return 0;
    if (probability >= 1)
        return trials;
    if (probability > 0.5)
        return trials - drawBinomial(trials, 1 - probability, random);
    return static_cast<double>(trials) * probability < kFewExpected ? byInversion(trials, probability, random)
                                                                    : byRejection(trials, probability, random);
}

} // namespace neuroscribe::stats
