#include "core/stats/correlation_matrix.h"

#include <cassert>

#include "core/base/parallel.h"
#include "core/stats/fisher.h"

namespace neuroscribe::stats {
namespace {

Error cancelled() {
    return Error{ErrorCode::Cancelled, "correlation", "stopped", ""};
}

void correlateRow(std::span<const TernaryBits> columns, std::size_t first, const LogFactorials& factorials,
                  Correlations& out) {
    for (std::size_t second = first + 1; second < columns.size(); ++second) {
        const std::size_t pair = out.phi.index(first, second);
        const FourFold table = crossTable(columns[first], columns[second]);
        out.tables[pair] = table;
        if (const auto value = phi(table)) {
            out.phi.values[pair] = *value;
            out.p.values[pair] = fisherTwoSided(table, factorials);
        }
    }
}

bool isConstant(const TernaryBits& column) {
    const FourFold itself = crossTable(column, column);
    return itself.both == 0 || itself.neither == 0;
}

} // namespace

Result<Correlations> correlate(std::span<const TernaryBits> columns, std::stop_token stop) {
    Correlations out(static_cast<std::uint32_t>(columns.size()));
    const LogFactorials factorials(columns.empty() ? 0 : columns[0].rows());
    // A row at a time: the first rows have the most pairs, and at 500 columns one takes a few milliseconds.
    parallelFor(columns.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t first = begin; first < end && !stop.stop_requested(); ++first)
            correlateRow(columns, first, factorials, out);
    });
    if (stop.stop_requested())
        return cancelled();
    for (const TernaryBits& column : columns)
        out.constant.push_back(isConstant(column));
    out.q.values = out.p.values;
    benjaminiHochberg(out.q.values);
    return out;
}

Result<PhiIntervals> phiIntervals(const Correlations& correlations, std::uint32_t resamples, std::uint64_t seed,
                                  std::stop_token stop) {
    PhiIntervals intervals{PairValues(correlations.phi.size), PairValues(correlations.phi.size)};
    parallelFor(correlations.tables.size(), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t pair = begin; pair < end && !stop.stop_requested(); ++pair)
            if (const auto interval = phiInterval(correlations.tables[pair], resamples, pairSeed(seed, pair))) {
                intervals.low.values[pair] = interval->low;
                intervals.high.values[pair] = interval->high;
            }
    });
    if (stop.stop_requested())
        return cancelled();
    return intervals;
}

PairValues difference(const PairValues& first, const PairValues& second) {
    assert(first.size == second.size);
    PairValues values(first.size);
    for (std::size_t pair = 0; pair < values.values.size(); ++pair)
        values.values[pair] = first.values[pair] - second.values[pair];
    return values;
}

} // namespace neuroscribe::stats
