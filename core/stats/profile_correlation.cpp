// Correlation of descriptor profiles over neurons: how alike the model treats two descriptors.
#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/parallel.h"
#include "core/stats/correlation_matrix.h"

namespace neuroscribe::stats {
namespace {

/// A column, its mean taken off, ready for products with others that are as complete.
struct Profile {
    std::vector<float> raw;
    std::vector<double> centred; ///< empty where a value is missing
    double squares = 0;
    bool constant = false;
};

Profile profileOf(std::span<const float> values, std::size_t size, std::size_t column) {
    Profile profile;
    const std::size_t rows = values.size() / size;
    bool complete = true;
    for (std::size_t row = 0; row < rows; ++row) {
        profile.raw.push_back(values[row * size + column]);
        complete &= !std::isnan(profile.raw.back());
    }
    if (!complete || rows == 0)
        return profile;
    double sum = 0;
    for (const float value : profile.raw)
        sum += static_cast<double>(value);
    const double mean = sum / static_cast<double>(rows);
    for (const float value : profile.raw) {
        profile.centred.push_back(static_cast<double>(value) - mean);
        profile.squares += profile.centred.back() * profile.centred.back();
    }
    const auto [least, most] = std::minmax_element(profile.raw.begin(), profile.raw.end());
    profile.constant = *least == *most;
    return profile;
}

double product(std::span<const double> a, std::span<const double> b) {
    // Four sums: additions need not wait for each other.
    double sums[4] = {0, 0, 0, 0};
    std::size_t i = 0;
    for (; i + 4 <= a.size(); i += 4)
        for (std::size_t lane = 0; lane < 4; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    for (; i < a.size(); ++i)
        sums[0] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

double pearson(double xy, double xx, double yy) {
    const double value = xy / std::sqrt(xx * yy);
    return std::clamp(value, -1.0, 1.0);
}

/// Over the rows where both are there, in two passes.
double pearsonOfBoth(const std::vector<float>& a, const std::vector<float>& b) {
    double n = 0, sumA = 0, sumB = 0;
    float leastA = 0, mostA = 0, leastB = 0, mostB = 0;
    for (std::size_t row = 0; row < a.size(); ++row) {
        if (std::isnan(a[row]) || std::isnan(b[row]))
            continue;
        leastA = n == 0 ? a[row] : std::min(leastA, a[row]), mostA = n == 0 ? a[row] : std::max(mostA, a[row]);
        leastB = n == 0 ? b[row] : std::min(leastB, b[row]), mostB = n == 0 ? b[row] : std::max(mostB, b[row]);
        n += 1;
        sumA += static_cast<double>(a[row]);
        sumB += static_cast<double>(b[row]);
    }
    if (n < 2 || leastA == mostA || leastB == mostB)
        return std::numeric_limits<double>::quiet_NaN();
    double xy = 0, xx = 0, yy = 0;
    for (std::size_t row = 0; row < a.size(); ++row) {
        if (std::isnan(a[row]) || std::isnan(b[row]))
            continue;
        const double x = static_cast<double>(a[row]) - sumA / n, y = static_cast<double>(b[row]) - sumB / n;
        xy += x * y, xx += x * x, yy += y * y;
    }
    return pearson(xy, xx, yy);
}

double correlationOf(const Profile& a, const Profile& b) {
    if (a.centred.empty() || b.centred.empty())
        return pearsonOfBoth(a.raw, b.raw);
    if (a.constant || b.constant || a.raw.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    return pearson(product(a.centred, b.centred), a.squares, b.squares);
}

} // namespace

Result<PairValues> profileCorrelation(std::span<const float> values, std::uint32_t size, std::stop_token stop) {
    assert(size == 0 || values.size() % size == 0);
    PairValues result(size);
    std::vector<Profile> profiles(size);
    parallelFor(size, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t column = begin; column < end && !stop.stop_requested(); ++column)
            profiles[column] = profileOf(values, size, column);
    });
    parallelFor(size, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t first = begin; first < end && !stop.stop_requested(); ++first)
            for (std::size_t second = first + 1; second < size; ++second)
                result.values[result.index(first, second)] = correlationOf(profiles[first], profiles[second]);
    });
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "correlation over neurons", "stopped", ""};
    return result;
}

} // namespace neuroscribe::stats
