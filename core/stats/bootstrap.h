// Percentile bootstrap of means over neurons (SCIENCE, "Intervals").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/matrix_view.h"
#include "core/base/result.h"
#include "core/stats/enrichment.h"

namespace neuroscribe::stats {

struct BootstrapOptions {
    std::uint32_t resamples = 1000; ///< 0: no intervals
    std::uint64_t seed = 1;         ///< stored with the result
};

/// Resample r of a seed: each has a generator of its own, so that no order of threads changes a number.
std::uint64_t resampleSeed(std::uint64_t seed, std::uint32_t resample);

/// The quantile between order statistics, linear in (n - 1) * share; values in any order, at least one.
double quantile(std::vector<double> values, double share);

/// Of each column of values [neurons][columns], NaN where a neuron has none: the 2.5 and 97.5 % quantiles, over the
/// resamples, of the mean of the values that the drawn neurons have. Rows are drawn whole, with replacement. Nothing
/// for a column with fewer than two values: one neuron says nothing about its spread. Errors: Cancelled.
Result<std::vector<std::optional<Interval>>> bootstrapMeans(MatrixView<const double> values,
                                                            const BootstrapOptions& options, std::stop_token stop = {});

/// Mean and SD (N - 1) of what is not NaN.
struct Moments {
    std::uint32_t count = 0;
    std::optional<double> mean; ///< nothing without a value
    std::optional<double> sd;   ///< nothing below two
};
Moments moments(std::span<const double> values);

} // namespace neuroscribe::stats
