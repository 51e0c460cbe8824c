#include "core/descriptors/community_order.h"

#include <algorithm>
#include <utility>

namespace neuroscribe::descriptors {

std::vector<std::uint32_t> candidates(std::span<const std::uint32_t> counts, std::uint32_t minSize) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < counts.size(); ++row)
        if (counts[row] >= minSize)
            rows.push_back(row);
    std::ranges::stable_sort(rows, [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    return rows;
}

void sortMembers(const UnitRows& rows, Community& community, const std::stop_token& stop) {
    std::vector<std::pair<double, std::uint32_t>> order;
    order.reserve(community.members.size());
    for (const std::uint32_t member : community.members) {
        if (stop.stop_requested())
            return;
        order.emplace_back(-rows.similarity(community.centre, member), member);
    }
    std::ranges::sort(order);
    std::ranges::transform(order, community.members.begin(), [](const auto& entry) { return entry.second; });
}

void sortBySize(std::vector<Community>& communities) {
    std::ranges::stable_sort(
        communities, [](const Community& a, const Community& b) { return a.members.size() > b.members.size(); });
}

} // namespace neuroscribe::descriptors
