#include "core/descriptors/agglomerative.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>

#include "core/descriptors/community_order.h"
#include "core/descriptors/linkage.h"
#include "core/descriptors/strip_loop.h"

namespace neuroscribe::descriptors {
namespace {

Error cancelled() {
    return {ErrorCode::Cancelled, "agglomerative clustering", "stopped", ""};
}

Status checkRows(const AgglomerativeOptions& options, std::size_t rows) {
    if (options.clusters && *options.clusters > std::max<std::size_t>(rows, 1))
        return Error{ErrorCode::InvalidArgument, "clusters",
                     std::to_string(rows) + " rows can't make " + std::to_string(*options.clusters) + " clusters", ""};
    const auto most =
        static_cast<std::size_t>((1 + std::sqrt(1 + static_cast<double>(options.matrixBytes))) / 2); // 4 n (n - 1)
    if (rows > 1 && (rows >> 32 || DistanceSums::bytesFor(rows) > options.matrixBytes))
        return Error{ErrorCode::Unsupported, "agglomerative clustering",
                     "the distances of " + std::to_string(rows) + " rows do not fit in " +
                         std::to_string(options.matrixBytes >> 20) + " MiB: at most " + std::to_string(most) +
                         " rows do",
                     "Use community detection"};
    return {};
}

/// The merges that the cut leaves in place; they are in order.
std::span<const Merge> cut(const std::vector<Merge>& merges, const AgglomerativeOptions& options) {
    if (options.clusters)
        return std::span(merges).first(merges.size() + 1 - *options.clusters);
    const auto end = std::ranges::upper_bound(merges, options.distance, {}, &Merge::distance);
    return {merges.begin(), end};
}

/// Members ascending; clusters by their lowest row.
std::vector<Community> groups(std::uint32_t rows, std::span<const Merge> merges) {
    std::vector<std::uint32_t> lower(rows); // a row of the same cluster, the lowest for itself
    std::iota(lower.begin(), lower.end(), 0U);
    for (const Merge& merge : merges)
        lower[merge.high] = merge.low;
    std::vector<Community> found;
    std::vector<std::uint32_t> clusterOf(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (lower[row] == row) {
            clusterOf[row] = static_cast<std::uint32_t>(found.size());
            found.emplace_back();
        } else {
            clusterOf[row] = clusterOf[lower[row]];
        }
        found[clusterOf[row]].members.push_back(row);
    }
    return found;
}

/// The member nearest the mean direction, ties by lower row.
std::uint32_t centreOf(const UnitRows& rows, const std::vector<std::uint32_t>& members) {
    std::vector<double> sum(rows.dimension());
    for (const std::uint32_t member : members)
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += static_cast<double>(rows.row(member)[i]);
    std::uint32_t centre = members.front();
    double nearest = -INFINITY;
    for (const std::uint32_t member : members) {
        double along = 0;
        for (std::size_t i = 0; i < sum.size(); ++i)
            along += static_cast<double>(rows.row(member)[i]) * sum[i];
        if (along > nearest) {
            nearest = along;
            centre = member;
        }
    }
    return centre;
}

Result<std::vector<Community>> cluster(const UnitRows& rows, const AgglomerativeOptions& options,
                                       const std::stop_token& stop, ProgressSink& progress) {
    const std::uint64_t total = 2 * pairsOf(rows.size());
    ProgressMeter meter(progress, "cluster", total);
    DistanceSums sums(rows.size());
    fillDistances(rows, sums, stop, meter);
    NS_ASSIGN(const std::vector<Merge> merges, averageLinkage(sums, stop, meter));
    std::vector<Community> found = groups(rows.size(), cut(merges, options));
    std::erase_if(found, [&](const Community& each) { return each.members.size() < options.minSize; });
    for (Community& each : found) {
        if (stop.stop_requested())
            return cancelled();
        each.centre = centreOf(rows, each.members);
        sortMembers(rows, each, stop);
    }
    if (stop.stop_requested())
        return cancelled();
    sortBySize(found);
    meter.update(total);
    return found;
}

} // namespace

Status AgglomerativeOptions::validate() const {
    if (!(distance >= 0 && distance <= 2))
        return Error{ErrorCode::InvalidArgument, "distance", "a cosine distance lies between 0 and 2", ""};
    if (clusters && *clusters == 0)
        return Error{ErrorCode::InvalidArgument, "clusters", "there is at least one cluster", ""};
    if (minSize == 0)
        return Error{ErrorCode::InvalidArgument, "minimum size", "a cluster has at least one member", ""};
    return {};
}

Result<std::vector<Community>> agglomerate(MatrixView<const float> rows, const AgglomerativeOptions& options,
                                           std::stop_token stop, ProgressSink& progress) try {
    NS_TRY(options.validate());
    NS_TRY(checkRows(options, rows.rows()));
    NS_ASSIGN(const UnitRows unit, UnitRows::borrow(rows));
    if (unit.size() == 0)
        return std::vector<Community>();
    return cluster(unit, options, stop, progress);
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "agglomerative clustering",
                 "there is not enough memory for " + std::to_string(rows.rows()) + " rows", ""};
}

} // namespace neuroscribe::descriptors
