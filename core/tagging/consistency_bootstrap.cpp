#include "core/tagging/consistency_bootstrap.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <mutex>

#include "core/base/parallel.h"
#include "core/tagging/resampled_half.h"

namespace neuroscribe::tagging {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

ResampledHalf::Input inputOf(const HalfData& half, const ConsistencyInput& input) {
    return {*half.ranks, *half.labels, input.tail, exemplarCount(input.kMilli, half.ranks->members()), half.categories};
}

/// What threads share: both halves, and a row of results a resample and a view (by neuron, by descriptor).
class Resampling {
public:
    Resampling(const ConsistencyInput& input, std::span<const stats::ConsistencyBy> by,
               const stats::ThresholdGrid& grid, ResampledHalf calibration, ResampledHalf validation,
               std::uint32_t resamples)
        : m_input(input), m_by(by), m_grid(grid), m_calibration(std::move(calibration)),
          m_validation(std::move(validation)),
          m_jaccard(by.size(), std::vector<double>(std::size_t{resamples} * grid.size(), kNan)),
          m_corrected(m_jaccard) {}

    /// Fills row `resample`. False: stopped.
    bool run(std::uint32_t resample, std::uint64_t seed, const std::stop_token& stop) {
        ResampledHalf::Work first, second;
        Random random(stats::resampleSeed(seed, resample));
        m_calibration.draw(random, first);
        m_validation.draw(random, second);
        if (!m_calibration.count(first, stop) || !m_validation.count(second, stop))
            return false;
        if (first.truncated || second.truncated)
            m_truncated = true;
        const stats::Halves halves{tagLevels(first.counts, m_input.columns, m_input.rule),
                                   tagLevels(second.counts, m_input.columns, m_input.rule)};
        for (std::size_t view = 0; view < m_by.size(); ++view)
            if (!judge(halves, view, resample, stop))
                return false;
        return true;
    }

    ConsistencySpreads spreads(std::size_t view) const {
        ConsistencySpreads result{{}, m_truncated, false};
        for (std::size_t point = 0; point < m_grid.size(); ++point)
            result.points.push_back({spread(m_jaccard[view], point), spread(m_corrected[view], point)});
        return result;
    }

private:
    bool judge(const stats::Halves& halves, std::size_t view, std::uint32_t resample, const std::stop_token& stop) {
        const auto points = stats::consistency(halves, m_by[view], m_grid, stop);
        if (!points)
            return false;
        for (std::size_t point = 0; point < m_grid.size(); ++point) {
            const std::size_t at = resample * m_grid.size() + point;
            m_jaccard[view][at] = (*points)[point].jaccard.value_or(kNan);
            m_corrected[view][at] = (*points)[point].corrected.value_or(kNan);
        }
        return true;
    }

    std::optional<double> spread(const std::vector<double>& values, std::size_t point) const {
        std::vector<double> column;
        for (std::size_t at = point; at < values.size(); at += m_grid.size())
            column.push_back(values[at]);
        const stats::Moments moments = stats::moments(column);
        return 2 * moments.count < column.size() ? std::nullopt : moments.sd;
    }

    const ConsistencyInput& m_input;
    std::span<const stats::ConsistencyBy> m_by;
    const stats::ThresholdGrid& m_grid;
    ResampledHalf m_calibration, m_validation;
    std::vector<std::vector<double>> m_jaccard, m_corrected; ///< [views][resamples x points]
    std::atomic<bool> m_truncated{false};
};

} // namespace

Result<stats::Halves> halvesOf(const ConsistencyInput& input, std::stop_token stop) {
    NS_TRY(requireFrequency(input.rule));
    const auto levels = [&](const HalfData& half) -> Result<stats::LevelMatrix> {
        const std::uint32_t exemplars = exemplarCount(input.kMilli, half.ranks->members());
        NS_ASSIGN(const Counts counts,
                  countSome(*half.ranks, *half.labels, input.tail, input.neurons, exemplars, stop));
        return tagLevels(counts, input.columns, input.rule);
    };
    NS_ASSIGN(auto calibration, levels(input.calibration));
    NS_ASSIGN(auto validation, levels(input.validation));
    return stats::Halves{std::move(calibration), std::move(validation)};
}

Result<ConsistencySpreads> bootstrapConsistency(const ConsistencyInput& input, const stats::ThresholdGrid& grid,
                                                const stats::BootstrapOptions& options, std::stop_token stop,
                                                ProgressSink& progress) {
    const std::array by{input.by};
    NS_ASSIGN(auto spreads, bootstrapConsistencies(input, by, grid, options, std::move(stop), progress));
    return std::move(spreads.front());
}

Result<std::vector<ConsistencySpreads>> bootstrapConsistencies(const ConsistencyInput& input,
                                                               std::span<const stats::ConsistencyBy> by,
                                                               const stats::ThresholdGrid& grid,
                                                               const stats::BootstrapOptions& options,
                                                               std::stop_token stop, ProgressSink& progress) {
    NS_TRY(requireFrequency(input.rule));
    NS_ASSIGN(auto calibration, ResampledHalf::make(inputOf(input.calibration, input), input.neurons, stop));
    NS_ASSIGN(auto validation, ResampledHalf::make(inputOf(input.validation, input), input.neurons, stop));
    if (!calibration.canVary() || !validation.canVary())
        return std::vector<ConsistencySpreads>(by.size(), {std::vector<ConsistencySpread>(grid.size()), false, true});
    Resampling resampling(input, by, grid, std::move(calibration), std::move(validation), options.resamples);
    ProgressMeter meter(progress, "resample", options.resamples);
    std::uint32_t done = 0;
    std::mutex meterMutex;
    std::atomic<bool> cancelled{false};
    parallelFor(options.resamples, 1, [&](std::size_t begin, std::size_t) {
        const NoHelpers noHelpers; // the resamples are what is spread over threads
        if (stop.stop_requested() || !resampling.run(static_cast<std::uint32_t>(begin), options.seed, stop))
            cancelled = true;
        const std::lock_guard lock(meterMutex);
        meter.update(++done);
    });
    if (cancelled)
        return Error{ErrorCode::Cancelled, "bootstrap", "stopped", ""};
    std::vector<ConsistencySpreads> spreads;
    for (std::size_t view = 0; view < by.size(); ++view)
        spreads.push_back(resampling.spreads(view));
    return spreads;
}

std::optional<stats::Interval> normalInterval(const std::optional<double>& estimate, const std::optional<double>& sd,
                                              double lowest) {
    constexpr double kZ = 1.959963984540054;
    if (!estimate || !sd)
        return std::nullopt;
    return stats::Interval{std::max(lowest, *estimate - kZ * *sd), std::min(1.0, *estimate + kZ * *sd)};
}

} // namespace neuroscribe::tagging
