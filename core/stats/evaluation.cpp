#include "core/stats/evaluation.h"

#include <algorithm>
#include <atomic>
#include <limits>

#include "core/base/parallel.h"
#include "core/stats/evaluation_chance.h"

namespace neuroscribe::stats {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double ratio(std::uint32_t part, std::uint32_t whole) {
    return whole ? static_cast<double>(part) / whole : kNan;
}

Error stopped() {
    return {ErrorCode::Cancelled, "evaluation", "stopped", ""};
}

/// Values of judged neurons, [judged][2 * points]: precision at each point, then recall.
struct JudgedValues {
    std::size_t points;
    std::vector<double> values;

    std::size_t judged() const { return values.size() / (2 * points); }
    std::vector<double> column(std::size_t column) const {
        std::vector<double> out;
        for (std::size_t at = column; at < values.size(); at += 2 * points)
            out.push_back(values[at]);
        return out;
    }
};

/// How many tags, true ones and hits one neuron has at each point: counted by how far a level reaches, then summed from
/// the far end.
class SetSizes {
public:
    explicit SetSizes(std::size_t points) : m_predicted(points + 1), m_true(points + 1), m_hits(points + 1) {}

    void count(const JudgedTags& tags, std::size_t neuron, const ThresholdGrid& grid) {
        for (auto* sizes : {&m_predicted, &m_true, &m_hits})
            std::ranges::fill(*sizes, 0U);
        for (std::uint32_t c = 0; c < tags.predicted.descriptors; ++c) {
            if (!tags.isDefined(neuron, c))
                continue;
            const std::uint16_t predicted = grid.reach(tags.predicted.row(neuron)[c]);
            const std::uint16_t truth = grid.reach(tags.truth.row(neuron)[c]);
            ++m_predicted[predicted];
            ++m_true[truth];
            ++m_hits[std::min(predicted, truth)];
        }
        for (auto* sizes : {&m_predicted, &m_true, &m_hits})
            for (std::size_t point = grid.size(); point > 0; --point)
                (*sizes)[point - 1] += (*sizes)[point]; // [p]: cells that reach p points or more
    }
    double precision(std::size_t point) const { return ratio(m_hits[point + 1], m_predicted[point + 1]); }
    double recall(std::size_t point) const { return ratio(m_hits[point + 1], m_true[point + 1]); }

private:
    std::vector<std::uint32_t> m_predicted, m_true, m_hits; ///< by reach
};

JudgedValues valuesOverGrid(const JudgedTags& tags, const ThresholdGrid& grid) {
    JudgedValues result{grid.size(), {}};
    SetSizes sizes(grid.size());
    for (std::uint32_t neuron = 0; neuron < tags.predicted.neurons; ++neuron) {
        if (!tags.isJudged(neuron))
            continue;
        sizes.count(tags, neuron, grid);
        for (std::size_t point = 0; point < grid.size(); ++point)
            result.values.push_back(sizes.precision(point));
        for (std::size_t point = 0; point < grid.size(); ++point)
            result.values.push_back(sizes.recall(point));
    }
    return result;
}

/// Means and spreads of all columns; intervals and chance levels come later.
std::vector<Estimate> means(const JudgedValues& data) {
    std::vector<Estimate> result(2 * data.points);
    for (std::size_t column = 0; column < result.size(); ++column) {
        const Moments found = moments(data.column(column));
        Estimate& estimate = result[column];
        estimate.mean = found.mean;
        estimate.sd = found.sd;
        estimate.used = found.count;
        estimate.leftOut = static_cast<std::uint32_t>(data.judged()) - found.count;
    }
    return result;
}

Result<std::vector<Estimate>> estimates(const JudgedValues& data, const BootstrapOptions& options,
                                        const std::stop_token& stop) {
    NS_ASSIGN(const auto intervals,
              bootstrapMeans(MatrixView<const double>(data.values, data.judged(), 2 * data.points), options, stop));
    std::vector<Estimate> result = means(data);
    for (std::size_t column = 0; column < result.size(); ++column)
        result[column].interval = intervals[column];
    return result;
}

Result<ChanceLevels> chanceAt(const JudgedTags& tags, const TruthGroups& groups, std::uint32_t tMilli,
                              const std::stop_token& stop) {
    const auto tagged = [tMilli](std::span<const Level> row, std::span<const std::uint8_t> flags,
                                 std::vector<std::uint32_t>& out) {
        for (std::uint32_t c = 0; c < row.size(); ++c)
            if (flags[c] && tMilli < row[c])
                out.push_back(c);
    };
    const std::uint32_t descriptors = tags.predicted.descriptors;
    return chanceLevels(
        groups, descriptors,
        [&](std::uint32_t neuron, auto flags, auto& out) { tagged(tags.predicted.row(neuron), flags, out); },
        [&](std::uint32_t neuron, auto& out) {
            tagged(tags.truth.row(neuron),
                   std::span(tags.defined).subspan(std::size_t{neuron} * descriptors, descriptors), out);
        },
        stop);
}

/// Chance levels of all points, at once where there are several threads.
Status addChance(std::vector<Estimate>& all, std::size_t points,
                 const std::function<Result<ChanceLevels>(std::size_t)>& chance) {
    std::atomic<bool> cancelled{false};
    parallelFor(points, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t point = begin; point < end && !cancelled; ++point) {
            const Result<ChanceLevels> levels = chance(point);
            if (!levels) {
                cancelled = true;
                return;
            }
            all[point].chance = levels->precision;
            all[points + point].chance = levels->recall;
        }
    });
    return cancelled ? Status(stopped()) : Status();
}

template <class Both>
Both split(const std::vector<Estimate>& all, std::size_t points) {
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(points);
    return {{all.begin(), middle}, {middle, all.end()}};
}

std::uint32_t truthSize(const JudgedOrder& order, std::size_t neuron) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(order.top, order.truth[neuron].size()));
}

/// The first K predicted descriptors among the flagged ones.
void firstPredicted(const JudgedOrder& order, std::uint32_t neuron, std::span<const std::uint8_t> flags,
                    std::uint32_t k, std::vector<std::uint32_t>& out) {
    for (const std::uint32_t c : order.predicted[neuron])
        if (flags[c] && out.size() < k)
            out.push_back(c);
}

void valuesAtK(const JudgedOrder& order, std::uint32_t neuron, std::uint32_t maxK, std::vector<double>& out) {
    const auto flags = std::span(order.defined).subspan(std::size_t{neuron} * order.descriptors, order.descriptors);
    std::vector<std::uint32_t> first;
    firstPredicted(order, neuron, flags, maxK, first);
    const auto truth = std::span(order.truth[neuron]).first(truthSize(order, neuron));
    std::vector<double> recalls;
    std::uint32_t hits = 0;
    for (std::uint32_t k = 1; k <= maxK; ++k) {
        if (k <= first.size())
            hits += std::ranges::find(truth, first[k - 1]) != truth.end();
        out.push_back(ratio(hits, std::min(k, static_cast<std::uint32_t>(first.size()))));
        recalls.push_back(ratio(hits, static_cast<std::uint32_t>(truth.size())));
    }
    out.insert(out.end(), recalls.begin(), recalls.end());
}

} // namespace

bool JudgedTags::isJudged(std::size_t neuron) const {
    const auto row = std::span(defined).subspan(neuron * predicted.descriptors, predicted.descriptors);
    return std::ranges::any_of(row, [](std::uint8_t flag) { return flag != 0; });
}

std::uint32_t JudgedTags::judgedNeurons() const {
    std::uint32_t count = 0;
    for (std::uint32_t neuron = 0; neuron < predicted.neurons; ++neuron)
        count += isJudged(neuron);
    return count;
}

PrecisionRecall precisionRecallMeans(const JudgedTags& tags, const ThresholdGrid& grid) {
    return split<PrecisionRecall>(means(valuesOverGrid(tags, grid)), grid.size());
}

Result<PrecisionRecall> precisionRecall(const JudgedTags& tags, const ThresholdGrid& grid,
                                        const BootstrapOptions& options, std::stop_token stop) {
    NS_ASSIGN(auto all, estimates(valuesOverGrid(tags, grid), options, stop));
    const TruthGroups groups(tags.defined, tags.predicted.neurons, tags.predicted.descriptors);
    NS_TRY(
        addChance(all, grid.size(), [&](std::size_t point) { return chanceAt(tags, groups, grid.at(point), stop); }));
    return split<PrecisionRecall>(all, grid.size());
}

Result<PrecisionRecallAt> precisionRecallAt(const JudgedOrder& order, std::uint32_t maxK,
                                            const BootstrapOptions& options, std::stop_token stop) {
    const TruthGroups groups(order.defined, static_cast<std::uint32_t>(order.predicted.size()), order.descriptors);
    JudgedValues data{maxK, {}};
    for (const std::uint32_t neuron : groups.judged)
        valuesAtK(order, neuron, maxK, data.values);
    NS_ASSIGN(auto all, estimates(data, options, stop));
    const auto chance = [&](std::size_t point) {
        return chanceLevels(
            groups, order.descriptors,
            [&](std::uint32_t neuron, auto flags, auto& out) {
                firstPredicted(order, neuron, flags, static_cast<std::uint32_t>(point) + 1, out);
            },
            [&](std::uint32_t neuron, auto& out) {
                const auto truth = std::span(order.truth[neuron]).first(truthSize(order, neuron));
                out.assign(truth.begin(), truth.end());
            },
            stop);
    };
    NS_TRY(addChance(all, maxK, chance));
    return split<PrecisionRecallAt>(all, maxK);
}

} // namespace neuroscribe::stats
