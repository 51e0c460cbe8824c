#include "core/stats/bootstrap.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

#include "core/base/parallel.h"
#include "core/base/random.h"

namespace neuroscribe::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Values without NaN beside flags, so that the inner loop adds without asking.
struct Columns {
    std::size_t rows, columns;
    std::vector<double> value; ///< 0 where there is none
    std::vector<double> known; ///< 1 or 0

    explicit Columns(MatrixView<const double> values) : rows(values.rows()), columns(values.columns()) {
        for (const double v : values.data()) {
            value.push_back(std::isnan(v) ? 0.0 : v);
            known.push_back(std::isnan(v) ? 0.0 : 1.0);
        }
    }
};

void resampleMeans(const Columns& data, std::uint64_t seed, std::span<double> means) {
    Random random(seed);
    std::vector<double> sum(data.columns, 0), count(data.columns, 0);
    for (std::size_t draw = 0; draw < data.rows; ++draw) {
        const std::size_t row = random.below(data.rows) * data.columns;
        for (std::size_t c = 0; c < data.columns; ++c) {
            sum[c] += data.value[row + c];
            count[c] += data.known[row + c];
        }
    }
    for (std::size_t c = 0; c < data.columns; ++c)
        means[c] = count[c] > 0 ? sum[c] / count[c] : kNan;
}

/// Of one column of the resampled means.
std::optional<Interval> percentiles(const std::vector<double>& means, std::size_t columns, std::size_t column) {
    std::vector<double> defined;
    for (std::size_t at = column; at < means.size(); at += columns)
        if (!std::isnan(means[at]))
            defined.push_back(means[at]);
    if (defined.empty())
        return std::nullopt;
    return Interval{quantile(defined, 0.025), quantile(defined, 0.975)};
}

} // namespace

std::uint64_t resampleSeed(std::uint64_t seed, std::uint32_t resample) {
    Random random(seed);
    return random.next() + 0xD1342543DE82EF95ULL * (std::uint64_t{resample} + 1);
}

double quantile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

Result<std::vector<std::optional<Interval>>> bootstrapMeans(MatrixView<const double> values,
                                                            const BootstrapOptions& options, std::stop_token stop) {
    std::vector<std::optional<Interval>> intervals(values.columns());
    if (values.rows() < 2 || options.resamples == 0)
        return intervals;
    const Columns data(values);
    std::vector<double> means(std::size_t{options.resamples} * data.columns, kNan);
    std::atomic<bool> cancelled{false};
    parallelFor(options.resamples, 1, [&](std::size_t begin, std::size_t end) {
        if (stop.stop_requested())
            cancelled = true;
        for (std::size_t r = begin; r < end && !cancelled; ++r)
            resampleMeans(data, resampleSeed(options.seed, static_cast<std::uint32_t>(r)),
                          std::span(means).subspan(r * data.columns, data.columns));
    });
    if (cancelled)
        return Error{ErrorCode::Cancelled, "bootstrap", "stopped", ""};
    for (std::size_t c = 0; c < data.columns; ++c) {
        double known = 0;
        for (std::size_t row = 0; row < data.rows; ++row)
            known += data.known[row * data.columns + c];
        if (known >= 2)
            intervals[c] = percentiles(means, data.columns, c);
    }
    return intervals;
}

Moments moments(std::span<const double> values) {
    Moments result;
    double sum = 0;
    for (const double value : values)
        if (!std::isnan(value)) {
            sum += value;
            ++result.count;
        }
    if (result.count == 0)
        return result;
    const double mean = sum / result.count;
    double squares = 0;
    for (const double value : values)
        if (!std::isnan(value))
            squares += (value - mean) * (value - mean);
    result.mean = mean;
    if (result.count > 1)
        result.sd = std::sqrt(squares / (result.count - 1));
    return result;
}

} // namespace neuroscribe::stats
