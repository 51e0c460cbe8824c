// What the methods of clustering share: in which order rows are tried, and in which order the result stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/descriptors/communities.h"
#include "core/descriptors/unit_rows.h"

namespace neuroscribe::descriptors {

/// Rows with at least minSize neighbours, those with the most first, then by row.
std::vector<std::uint32_t> candidates(std::span<const std::uint32_t> counts, std::uint32_t minSize);
/// Members by decreasing similarity to the centre, ties by lower row. Stays as it is once a stop was asked for.
void sortMembers(const UnitRows& rows, Community& community, const std::stop_token& stop);
/// By decreasing size, stable.
void sortBySize(std::vector<Community>& communities);

} // namespace neuroscribe::descriptors
